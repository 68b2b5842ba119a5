namespace Certify.Coverage.Decisions;

/// <summary>What constants leave of a decision. A condition that folding removes can never decide the outcome.</summary>
public static class ConstantFolding
{
    /// <summary>Folds constant operands away; the rest has the same outcome for the same values.</summary>
    public static BooleanShape Fold(BooleanShape shape)
    {
        switch (shape)
        {
            case BooleanShape.Not n:
                return Fold(n.Operand) is BooleanShape.Constant k ? new BooleanShape.Constant(!k.Value) : new BooleanShape.Not(Fold(n.Operand));
            case BooleanShape.And a:
                return Fold(Fold(a.Left), Fold(a.Right), neutral: true, (l, r) => new BooleanShape.And(l, r));
            case BooleanShape.Or o:
                return Fold(Fold(o.Left), Fold(o.Right), neutral: false, (l, r) => new BooleanShape.Or(l, r));
            case BooleanShape.Choice q:
                var predicate = Fold(q.Predicate);
                var whenTrue = Fold(q.WhenTrue);
                var whenFalse = Fold(q.WhenFalse);
                if (predicate is BooleanShape.Constant known) return known.Value ? whenTrue : whenFalse;
                return whenTrue is BooleanShape.Constant && whenTrue == whenFalse
                    ? whenTrue
                    : new BooleanShape.Choice(predicate, whenTrue, whenFalse);
            default:
                return shape;
        }
    }

    /// <summary>The conditions that a shape names.</summary>
    public static IReadOnlySet<int> ConditionsOf(BooleanShape shape) => shape switch
    {
        BooleanShape.Condition c => new HashSet<int> { c.Index },
        BooleanShape.Not n => ConditionsOf(n.Operand),
        BooleanShape.And a => Union(ConditionsOf(a.Left), ConditionsOf(a.Right)),
        BooleanShape.Or o => Union(ConditionsOf(o.Left), ConditionsOf(o.Right)),
        BooleanShape.Choice q => Union(ConditionsOf(q.Predicate), Union(ConditionsOf(q.WhenTrue), ConditionsOf(q.WhenFalse))),
        _ => new HashSet<int>(),
    };

    private static BooleanShape Fold(
        BooleanShape left, BooleanShape right, bool neutral, Func<BooleanShape, BooleanShape, BooleanShape> make)
    {
        if (left is BooleanShape.Constant l) return l.Value == neutral ? right : left;
        if (right is BooleanShape.Constant r) return r.Value == neutral ? left : right;
        return make(left, right);
    }

    private static HashSet<int> Union(IReadOnlySet<int> a, IReadOnlySet<int> b) => [.. a, .. b];
}
