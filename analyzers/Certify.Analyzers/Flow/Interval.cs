using System;
using System.Numerics;

namespace Certify.Analyzers.Flow;

/// <summary>All integers from <see cref="Min"/> to <see cref="Max"/>; exact, of any size.</summary>
internal readonly struct Interval(BigInteger min, BigInteger max) : IEquatable<Interval>
{
    public BigInteger Min { get; } = min;

    public BigInteger Max { get; } = max;

    public bool IsEmpty => Min > Max;

    public bool IsSingle => Min == Max;

    public static Interval Of(BigInteger value) => new(value, value);

    public bool Contains(BigInteger value) => Min <= value && value <= Max;

    public bool IsWithin(Interval other) => IsEmpty || (other.Min <= Min && Max <= other.Max);

    public Interval Join(Interval other) =>
        IsEmpty ? other : other.IsEmpty ? this : new(BigInteger.Min(Min, other.Min), BigInteger.Max(Max, other.Max));

    public Interval Meet(Interval other) => new(BigInteger.Max(Min, other.Min), BigInteger.Min(Max, other.Max));

    public Interval Shift(BigInteger by) => new(Min + by, Max + by);

    public static Interval operator +(Interval a, Interval b) => new(a.Min + b.Min, a.Max + b.Max);

    public static Interval operator -(Interval a, Interval b) => new(a.Min - b.Max, a.Max - b.Min);

    public static Interval operator -(Interval a) => new(-a.Max, -a.Min);

    public static Interval operator *(Interval a, Interval b) => Hull(a.Min * b.Min, a.Min * b.Max, a.Max * b.Min, a.Max * b.Max);

    /// <summary>Quotients rounded toward zero; the divisor 0 is left out. Null when no other divisor is left.</summary>
    public static Interval? Divide(Interval a, Interval b)
    {
        Interval? result = null;
        if (b.Max > 0) result = Quotients(a, new(BigInteger.Max(b.Min, 1), b.Max));
        if (b.Min < 0)
        {
            var negative = Quotients(a, new(b.Min, BigInteger.Min(b.Max, -1)));
            result = result is { } positive ? positive.Join(negative) : negative;
        }

        return result;
    }

    /// <summary>Remainders, which have the sign of the dividend. Null when every divisor is 0.</summary>
    public static Interval? Remainder(Interval a, Interval b)
    {
        var magnitude = BigInteger.Max(BigInteger.Abs(b.Min), BigInteger.Abs(b.Max)) - 1;
        if (magnitude < 0) return null;

        // A dividend smaller than every divisor is its own remainder.
        var least = b.Min > 0 ? b.Min : b.Max < 0 ? -b.Max : 0;
        if (a.Min > -least && a.Max < least) return a;
        var min = a.Min >= 0 ? 0 : BigInteger.Max(a.Min, -magnitude);
        var max = a.Max <= 0 ? 0 : BigInteger.Min(a.Max, magnitude);
        return new(min, max);
    }

    public bool Equals(Interval other) => Min == other.Min && Max == other.Max;

    public override bool Equals(object? obj) => obj is Interval other && Equals(other);

    public override int GetHashCode() => (Min.GetHashCode() * 31) + Max.GetHashCode();

    public override string ToString() => IsSingle ? Min.ToString() : $"{Min} to {Max}";

    // The divisor's ends have one sign.
    private static Interval Quotients(Interval a, Interval b) => Hull(
        BigInteger.Divide(a.Min, b.Min), BigInteger.Divide(a.Min, b.Max), BigInteger.Divide(a.Max, b.Min), BigInteger.Divide(a.Max, b.Max));

    private static Interval Hull(BigInteger a, BigInteger b, BigInteger c, BigInteger d) => new(
        BigInteger.Min(BigInteger.Min(a, b), BigInteger.Min(c, d)), BigInteger.Max(BigInteger.Max(a, b), BigInteger.Max(c, d)));
}
