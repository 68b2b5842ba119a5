using Certify.Coverage.Decisions;

namespace Certify.Coverage.Tests.Decisions;

/// <summary>Every shape of a kind, for brute force.</summary>
internal static class Shapes
{
    /// <summary>All and/or trees over n conditions in source order.</summary>
    public static IEnumerable<BooleanShape> AndOr(int n) => Range(0, n);

    /// <summary>All trees of and, or, not and choice over n conditions in source order (not at leaves only).</summary>
    public static IEnumerable<BooleanShape> WithChoice(int n) => ChoiceRange(0, n);

    private static IEnumerable<BooleanShape> Range(int from, int to)
    {
        if (to - from == 1) yield return new BooleanShape.Condition(from);
        for (var split = from + 1; split < to; split++)
        {
            foreach (var left in Range(from, split))
            {
                foreach (var right in Range(split, to))
                {
                    yield return new BooleanShape.And(left, right);
                    yield return new BooleanShape.Or(left, right);
                }
            }
        }
    }

    private static IEnumerable<BooleanShape> ChoiceRange(int from, int to)
    {
        if (to - from == 1)
        {
            yield return new BooleanShape.Condition(from);
            yield return new BooleanShape.Not(new BooleanShape.Condition(from));
        }
        for (var split = from + 1; split < to; split++)
        {
            foreach (var left in ChoiceRange(from, split))
            {
                foreach (var right in ChoiceRange(split, to))
                {
                    yield return new BooleanShape.And(left, right);
                    yield return new BooleanShape.Or(left, right);
                }
                for (var second = split + 1; second < to; second++)
                {
                    foreach (var whenTrue in ChoiceRange(split, second))
                    {
                        foreach (var whenFalse in ChoiceRange(second, to)) yield return new BooleanShape.Choice(left, whenTrue, whenFalse);
                    }
                }
            }
        }
    }

    /// <summary>Straight evaluation, as the language defines it; notes the conditions asked for.</summary>
    public static bool Evaluate(BooleanShape shape, Func<int, bool> valueOf) => shape switch
    {
        BooleanShape.Condition c => valueOf(c.Index),
        BooleanShape.Constant k => k.Value,
        BooleanShape.Not n => !Evaluate(n.Operand, valueOf),
        BooleanShape.And a => Evaluate(a.Left, valueOf) && Evaluate(a.Right, valueOf),
        BooleanShape.Or o => Evaluate(o.Left, valueOf) || Evaluate(o.Right, valueOf),
        BooleanShape.Choice q => Evaluate(q.Predicate, valueOf) ? Evaluate(q.WhenTrue, valueOf) : Evaluate(q.WhenFalse, valueOf),
        _ => throw new InvalidOperationException(),
    };
}
