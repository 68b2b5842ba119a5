using System.Numerics;

namespace Certify.Analyzers.Flow;

/// <summary>One inequality that an obligation needs; decided by what is known where it stands.</summary>
internal abstract class Claim
{
    /// <summary>True when it always holds, false when it never does, null when that is open.</summary>
    public abstract bool? Decide(FlowState known);
}

/// <summary>The left value is at most the right one plus an offset.</summary>
internal sealed class AtMostClaim(AbstractValue left, AbstractValue right, BigInteger offset) : Claim
{
    public AbstractValue Left { get; } = left;

    public AbstractValue Right { get; } = right;

    public BigInteger Offset { get; } = offset;

    public override bool? Decide(FlowState known)
    {
        if (Left.Range is not { } a || Right.Range is not { } b) return null;
        if (a.Max <= b.Min + Offset) return true;
        if (a.Min > b.Max + Offset) return false;
        if (Right.Linear is { } right && known.UpperOffset(Left, right.Place) is { } most && most <= right.Offset + Offset) return true;
        if (Left.Linear is { } left && known.UpperOffset(Right, left.Place) is { } least && least + Offset < left.Offset) return false;
        return null;
    }

    public override string ToString() => $"({Left}) <= ({Right}) + {Offset}";
}

/// <summary>The value is not zero.</summary>
internal sealed class NonZeroClaim(AbstractValue value) : Claim
{
    public AbstractValue Value { get; } = value;

    public override bool? Decide(FlowState known) =>
        Value.IsNonZero ? true : Value.Range is { IsSingle: true } ? false : null;

    public override string ToString() => $"({Value}) != 0";
}

/// <summary>One of two claims holds.</summary>
internal sealed class EitherClaim(Claim first, Claim second) : Claim
{
    public Claim First { get; } = first;

    public Claim Second { get; } = second;

    public override bool? Decide(FlowState known)
    {
        var a = First.Decide(known);
        var b = Second.Decide(known);
        if (a == true || b == true) return true;
        return a == false && b == false ? false : null;
    }

    public override string ToString() => $"{First} or {Second}";
}

/// <summary>A floating-point value is a number strictly between two others.</summary>
internal sealed class NumberClaim(FloatInterval value, double above, double below) : Claim
{
    public FloatInterval Value { get; } = value;

    public double Above { get; } = above;

    public double Below { get; } = below;

    public override bool? Decide(FlowState known)
    {
        if (!Value.MayBeNaN && Value.Min > Above && Value.Max < Below) return true;
        return Value.Max <= Above || Value.Min >= Below ? false : null;
    }

    public override string ToString() => $"{Above:R} < ({Value}) < {Below:R}";
}

/// <summary>The value is one of a set.</summary>
internal sealed class MemberClaim(AbstractValue value, System.Collections.Immutable.ImmutableHashSet<BigInteger> members) : Claim
{
    public AbstractValue Value { get; } = value;

    public System.Collections.Immutable.ImmutableHashSet<BigInteger> Members { get; } = members;

    public override bool? Decide(FlowState known)
    {
        if (Value.Range is not { } range || range.IsEmpty) return null;
        var found = 0;
        foreach (var member in Members)
        {
            if (range.Contains(member)) found++;
        }

        if (found == 0) return false;
        return range.Max - range.Min + 1 == found ? true : null;
    }

    public override string ToString() => $"({Value}) is declared";
}
