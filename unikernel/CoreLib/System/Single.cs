// CONTRACT with ILC: known by name; the compiler supplies the representation, so no field is declared.
namespace System;

using Certify;

/// <summary>IEEE 754 binary32.</summary>
[Requirement("KRN-LLR-020")]
[Requirement("KRN-LLR-025")]
public struct Single
{
    /// <summary>Greatest finite value.</summary>
    public const float MaxValue = 3.40282347E+38f;

    /// <summary>Least finite value.</summary>
    public const float MinValue = -3.40282347E+38f;

    /// <summary>Least value above zero (subnormal).</summary>
    public const float Epsilon = 1.401298E-45f;

    /// <summary>Quiet not-a-number with the sign set, as the processor makes it.</summary>
    public const float NaN = 0.0f / 0.0f;

    /// <summary>Positive infinity.</summary>
    public const float PositiveInfinity = 1.0f / 0.0f;

    /// <summary>Negative infinity.</summary>
    public const float NegativeInfinity = -1.0f / 0.0f;

    /// <summary>True when <paramref name="f"/> is neither infinite nor not-a-number.</summary>
    public static bool IsFinite(float f) => (Bits(f) & 0x7FFF_FFFFu) < 0x7F80_0000u;

    /// <summary>True when <paramref name="f"/> is an infinity of either sign.</summary>
    public static bool IsInfinity(float f) => (Bits(f) & 0x7FFF_FFFFu) == 0x7F80_0000u;

    /// <summary>True when <paramref name="f"/> is not-a-number.</summary>
    public static bool IsNaN(float f) => (Bits(f) & 0x7FFF_FFFFu) > 0x7F80_0000u;

    /// <summary>True when the sign bit of <paramref name="f"/> is set, also of -0 and not-a-number.</summary>
    public static bool IsNegative(float f) => (Bits(f) & 0x8000_0000u) != 0;

    private static uint Bits(float f) => BitConverter.SingleToUInt32Bits(f);
}
