using System;

namespace Certify.Analyzers.Flow;

/// <summary>
/// Floating-point values from <see cref="Min"/> to <see cref="Max"/>, infinities among them when an end is one, and
/// not-a-number when <see cref="MayBeNaN"/>. Rounding to nearest is monotone, so the rounded ends bound every rounded
/// result in between.
/// </summary>
internal readonly struct FloatInterval(double min, double max, bool mayBeNaN) : IEquatable<FloatInterval>
{
    public double Min { get; } = min;

    public double Max { get; } = max;

    public bool MayBeNaN { get; } = mayBeNaN;

    public static FloatInterval All { get; } = new(double.NegativeInfinity, double.PositiveInfinity, true);

    public bool IsFinite => !MayBeNaN && !double.IsInfinity(Min) && !double.IsInfinity(Max);

    /// <summary>No number is left; only NaN, if that.</summary>
    public bool HasNoNumber => !(Min <= Max);

    public bool HasZero => Min <= 0 && Max >= 0;

    public static FloatInterval Of(double value) =>
        double.IsNaN(value) ? new(double.PositiveInfinity, double.NegativeInfinity, true) : new(value, value, false);

    public FloatInterval Join(FloatInterval other) =>
        new(Math.Min(Min, other.Min), Math.Max(Max, other.Max), MayBeNaN || other.MayBeNaN);

    public FloatInterval Meet(double min, double max) => new(Math.Max(Min, min), Math.Min(Max, max), MayBeNaN);

    public FloatInterval WithoutNaN() => new(Min, Max, false);

    public FloatInterval ToSingle() => new((float)Min, (float)Max, MayBeNaN);

    public static FloatInterval operator -(FloatInterval a) => new(-a.Max, -a.Min, a.MayBeNaN);

    public static FloatInterval operator +(FloatInterval a, FloatInterval b)
    {
        if (a.HasNoNumber || b.HasNoNumber) return All;
        var invalid = (double.IsNegativeInfinity(a.Min) && double.IsPositiveInfinity(b.Max))
            || (double.IsPositiveInfinity(a.Max) && double.IsNegativeInfinity(b.Min));
        return Checked(a.Min + b.Min, a.Max + b.Max, a.MayBeNaN || b.MayBeNaN || invalid);
    }

    public static FloatInterval operator -(FloatInterval a, FloatInterval b) => a + -b;

    public static FloatInterval operator *(FloatInterval a, FloatInterval b)
    {
        if (a.HasNoNumber || b.HasNoNumber) return All;
        var infinite = double.IsInfinity(a.Min) || double.IsInfinity(a.Max) || double.IsInfinity(b.Min) || double.IsInfinity(b.Max);
        if (infinite && (a.HasZero || b.HasZero)) return All;
        return Hull(a.Min * b.Min, a.Min * b.Max, a.Max * b.Min, a.Max * b.Max, a.MayBeNaN || b.MayBeNaN);
    }

    public static FloatInterval operator /(FloatInterval a, FloatInterval b)
    {
        if (a.HasNoNumber || b.HasNoNumber || b.HasZero) return All;
        var bothInfinite = (double.IsInfinity(a.Min) || double.IsInfinity(a.Max)) && (double.IsInfinity(b.Min) || double.IsInfinity(b.Max));
        return bothInfinite ? All : Hull(a.Min / b.Min, a.Min / b.Max, a.Max / b.Min, a.Max / b.Max, a.MayBeNaN || b.MayBeNaN);
    }

    public bool Equals(FloatInterval other) => Min.CompareTo(other.Min) == 0 && Max.CompareTo(other.Max) == 0 && MayBeNaN == other.MayBeNaN;

    public override bool Equals(object? obj) => obj is FloatInterval other && Equals(other);

    public override int GetHashCode() => (Min.GetHashCode() * 31) + Max.GetHashCode();

    public override string ToString() => $"{Min:R} to {Max:R}{(MayBeNaN ? " or not a number" : "")}";

    private static FloatInterval Checked(double min, double max, bool nan) =>
        double.IsNaN(min) || double.IsNaN(max) ? All : new(min, max, nan);

    private static FloatInterval Hull(double a, double b, double c, double d, bool nan) =>
        Checked(Math.Min(Math.Min(a, b), Math.Min(c, d)), Math.Max(Math.Max(a, b), Math.Max(c, d)), nan);
}
