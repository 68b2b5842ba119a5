namespace Certify.Coverage.Decisions;

/// <summary>
/// Which earlier conditions an edge masks: when the right operand of &amp;&amp; or || alone settles the operator, what the
/// left operand did no longer matters. At most 64 conditions.
/// </summary>
/// <remarks><b>Source:</b> the marker rule of the Couverture report, section 5.1, applied edge by edge as GCC's condition coverage does.</remarks>
public sealed class MarkerMasks
{
    /// <summary>Most conditions a decision recorded by markers can have: the bits of a ulong.</summary>
    public const int ConditionsMax = 64;

    private readonly ulong[] _whenTrue;
    private readonly ulong[] _whenFalse;

    private MarkerMasks(int count)
    {
        _whenTrue = new ulong[count];
        _whenFalse = new ulong[count];
    }

    /// <summary>The conditions that are masked once this condition had this value, one bit each.</summary>
    public ulong Masked(int condition, bool value) => value ? _whenTrue[condition] : _whenFalse[condition];

    /// <summary>Computes the masks of a decision.</summary>
    public static MarkerMasks Of(BooleanShape shape, int conditions)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(conditions, ConditionsMax);
        var masks = new MarkerMasks(conditions);
        masks.Visit(shape);
        return masks;
    }

    /// <summary>Gives the edges that settle a shape as true and as false, adding masks on the way up.</summary>
    private (List<(int Condition, bool Value)> True, List<(int Condition, bool Value)> False) Visit(BooleanShape shape)
    {
        switch (shape)
        {
            case BooleanShape.Condition c:
                return ([(c.Index, true)], [(c.Index, false)]);
            case BooleanShape.Not n:
                var (whenTrue, whenFalse) = Visit(n.Operand);
                return (whenFalse, whenTrue);
            case BooleanShape.And a:
                var (leftTrue, leftFalse) = Visit(a.Left);
                var (rightTrue, rightFalse) = Visit(a.Right);
                Mask(rightFalse, Bits(a.Left));
                return (a.Right is BooleanShape.Constant { Value: true } ? leftTrue : rightTrue, [.. leftFalse, .. rightFalse]);
            case BooleanShape.Or o:
                var (leftYes, leftNo) = Visit(o.Left);
                var (rightYes, rightNo) = Visit(o.Right);
                Mask(rightYes, Bits(o.Left));
                return ([.. leftYes, .. rightYes], o.Right is BooleanShape.Constant { Value: false } ? leftNo : rightNo);
            case BooleanShape.Choice q:
                Visit(q.Predicate);
                var (thenTrue, thenFalse) = Visit(q.WhenTrue);
                var (elseTrue, elseFalse) = Visit(q.WhenFalse);
                return ([.. thenTrue, .. elseTrue], [.. thenFalse, .. elseFalse]);
            default:
                return ([], []);
        }
    }

    private void Mask(List<(int Condition, bool Value)> edges, ulong masked)
    {
        foreach (var (condition, value) in edges)
        {
            if (value) _whenTrue[condition] |= masked;
            else _whenFalse[condition] |= masked;
        }
    }

    private static ulong Bits(BooleanShape shape) => shape switch
    {
        BooleanShape.Condition c => 1UL << c.Index,
        BooleanShape.Not n => Bits(n.Operand),
        BooleanShape.And a => Bits(a.Left) | Bits(a.Right),
        BooleanShape.Or o => Bits(o.Left) | Bits(o.Right),
        BooleanShape.Choice q => Bits(q.Predicate) | Bits(q.WhenTrue) | Bits(q.WhenFalse),
        _ => 0,
    };
}
