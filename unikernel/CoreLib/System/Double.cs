// CONTRACT with ILC: known by name; the compiler supplies the representation, so no field is declared.
namespace System;

using Certify;

/// <summary>IEEE 754 binary64.</summary>
[Requirement("KRN-LLR-020")]
[Requirement("KRN-LLR-025")]
public struct Double
{
    /// <summary>Greatest finite value.</summary>
    public const double MaxValue = 1.7976931348623157E+308;

    /// <summary>Least finite value.</summary>
    public const double MinValue = -1.7976931348623157E+308;

    /// <summary>Least value above zero (subnormal).</summary>
    public const double Epsilon = 4.9406564584124654E-324;

    /// <summary>Quiet not-a-number with the sign set, as the processor makes it.</summary>
    public const double NaN = 0.0 / 0.0;

    /// <summary>Positive infinity.</summary>
    public const double PositiveInfinity = 1.0 / 0.0;

    /// <summary>Negative infinity.</summary>
    public const double NegativeInfinity = -1.0 / 0.0;

    /// <summary>True when <paramref name="f"/> is neither infinite nor not-a-number.</summary>
    public static bool IsFinite(double f) => (Bits(f) & 0x7FFF_FFFF_FFFF_FFFFul) < 0x7FF0_0000_0000_0000ul;

    /// <summary>True when <paramref name="f"/> is an infinity of either sign.</summary>
    public static bool IsInfinity(double f) => (Bits(f) & 0x7FFF_FFFF_FFFF_FFFFul) == 0x7FF0_0000_0000_0000ul;

    /// <summary>True when <paramref name="f"/> is not-a-number.</summary>
    public static bool IsNaN(double f) => (Bits(f) & 0x7FFF_FFFF_FFFF_FFFFul) > 0x7FF0_0000_0000_0000ul;

    /// <summary>True when the sign bit of <paramref name="f"/> is set, also of -0 and not-a-number.</summary>
    public static bool IsNegative(double f) => (Bits(f) & 0x8000_0000_0000_0000ul) != 0;

    private static ulong Bits(double f) => BitConverter.DoubleToUInt64Bits(f);
}
