namespace System;

using Internal.Runtime.CompilerHelpers;

/// <content>Floating-point members: signs, zeros and not-a-numbers as the base class library has them.</content>
public static partial class Math
{
    /// <summary>Absolute value: the sign bit is cleared, also of -0 and not-a-number.</summary>
    public static float Abs(float value) =>
        BitConverter.UInt32BitsToSingle(BitConverter.SingleToUInt32Bits(value) & 0x7FFF_FFFFu);

    /// <summary>The lesser value; -0 is less than +0, and not-a-number wins.</summary>
    public static float Min(float val1, float val2)
    {
        if (float.IsNaN(val1) || val1 < val2)
        {
            return val1;
        }

        // Neither is less: two zeros, or equal.
        bool first = val1 <= val2 && float.IsNegative(val1);
        return first ? val1 : val2;
    }

    /// <summary>The greater value; +0 is greater than -0, and not-a-number wins.</summary>
    public static float Max(float val1, float val2)
    {
        if (float.IsNaN(val1) || val2 < val1)
        {
            return val1;
        }

        // Neither is greater: two zeros, or equal.
        bool first = val2 <= val1 && float.IsNegative(val2);
        return first ? val1 : val2;
    }

    /// <summary><paramref name="value"/> brought into <paramref name="min"/> to <paramref name="max"/>; min above max traps, not-a-number stays.</summary>
    public static float Clamp(float value, float min, float max)
    {
        if (min > max)
        {
            ThrowHelpers.ThrowArgumentOutOfRangeException();
        }

        return value < min ? min : value > max ? max : value;
    }

    /// <summary>Absolute value: the sign bit is cleared, also of -0 and not-a-number.</summary>
    public static double Abs(double value) =>
        BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(value) & 0x7FFF_FFFF_FFFF_FFFFul);

    /// <summary>The lesser value; -0 is less than +0, and not-a-number wins.</summary>
    public static double Min(double val1, double val2)
    {
        if (double.IsNaN(val1) || val1 < val2)
        {
            return val1;
        }

        // Neither is less: two zeros, or equal.
        bool first = val1 <= val2 && double.IsNegative(val1);
        return first ? val1 : val2;
    }

    /// <summary>The greater value; +0 is greater than -0, and not-a-number wins.</summary>
    public static double Max(double val1, double val2)
    {
        if (double.IsNaN(val1) || val2 < val1)
        {
            return val1;
        }

        // Neither is greater: two zeros, or equal.
        bool first = val2 <= val1 && double.IsNegative(val2);
        return first ? val1 : val2;
    }

    /// <summary><paramref name="value"/> brought into <paramref name="min"/> to <paramref name="max"/>; min above max traps, not-a-number stays.</summary>
    public static double Clamp(double value, double min, double max)
    {
        if (min > max)
        {
            ThrowHelpers.ThrowArgumentOutOfRangeException();
        }

        return value < min ? min : value > max ? max : value;
    }
}
