namespace System;

using Certify;
using Internal.Runtime.CompilerHelpers;

/// <summary>Arithmetic on numbers with the results of the .NET base class library, bit for bit.</summary>
/// <remarks><b>Source:</b> IEEE 754-2019, 5.5.1 abs and 9.6 minimum and maximum.</remarks>
[Requirement("KRN-LLR-023")]
[Requirement("KRN-LLR-024")]
public static partial class Math
{
    /// <summary>Absolute value; of the least value, which has none, trap Overflow.</summary>
    public static int Abs(int value)
    {
        if (value == int.MinValue)
        {
            ThrowHelpers.ThrowOverflowException();
        }

        return value < 0 ? -value : value;
    }

    /// <summary>Absolute value; of the least value, which has none, trap Overflow.</summary>
    public static long Abs(long value)
    {
        if (value == long.MinValue)
        {
            ThrowHelpers.ThrowOverflowException();
        }

        return value < 0 ? -value : value;
    }

    /// <summary>Absolute value; of the least value, which has none, trap Overflow.</summary>
    public static short Abs(short value)
    {
        if (value == short.MinValue)
        {
            ThrowHelpers.ThrowOverflowException();
        }

        return value < 0 ? (short)-value : value;
    }

    /// <summary>Absolute value; of the least value, which has none, trap Overflow.</summary>
    public static sbyte Abs(sbyte value)
    {
        if (value == sbyte.MinValue)
        {
            ThrowHelpers.ThrowOverflowException();
        }

        return value < 0 ? (sbyte)-value : value;
    }

    /// <summary>The lesser of two values.</summary>
    public static int Min(int val1, int val2) => val1 <= val2 ? val1 : val2;

    /// <summary>The greater of two values.</summary>
    public static int Max(int val1, int val2) => val1 >= val2 ? val1 : val2;

    /// <summary>The lesser of two values.</summary>
    public static uint Min(uint val1, uint val2) => val1 <= val2 ? val1 : val2;

    /// <summary>The greater of two values.</summary>
    public static uint Max(uint val1, uint val2) => val1 >= val2 ? val1 : val2;

    /// <summary>The lesser of two values.</summary>
    public static long Min(long val1, long val2) => val1 <= val2 ? val1 : val2;

    /// <summary>The greater of two values.</summary>
    public static long Max(long val1, long val2) => val1 >= val2 ? val1 : val2;

    /// <summary>The lesser of two values.</summary>
    public static ulong Min(ulong val1, ulong val2) => val1 <= val2 ? val1 : val2;

    /// <summary>The greater of two values.</summary>
    public static ulong Max(ulong val1, ulong val2) => val1 >= val2 ? val1 : val2;

    /// <summary>The lesser of two values.</summary>
    public static short Min(short val1, short val2) => val1 <= val2 ? val1 : val2;

    /// <summary>The greater of two values.</summary>
    public static short Max(short val1, short val2) => val1 >= val2 ? val1 : val2;

    /// <summary>The lesser of two values.</summary>
    public static ushort Min(ushort val1, ushort val2) => val1 <= val2 ? val1 : val2;

    /// <summary>The greater of two values.</summary>
    public static ushort Max(ushort val1, ushort val2) => val1 >= val2 ? val1 : val2;

    /// <summary>The lesser of two values.</summary>
    public static sbyte Min(sbyte val1, sbyte val2) => val1 <= val2 ? val1 : val2;

    /// <summary>The greater of two values.</summary>
    public static sbyte Max(sbyte val1, sbyte val2) => val1 >= val2 ? val1 : val2;

    /// <summary>The lesser of two values.</summary>
    public static byte Min(byte val1, byte val2) => val1 <= val2 ? val1 : val2;

    /// <summary>The greater of two values.</summary>
    public static byte Max(byte val1, byte val2) => val1 >= val2 ? val1 : val2;

    /// <summary><paramref name="value"/> brought into <paramref name="min"/> to <paramref name="max"/>; min above max traps.</summary>
    public static int Clamp(int value, int min, int max)
    {
        if (min > max)
        {
            ThrowHelpers.ThrowArgumentOutOfRangeException();
        }

        return value < min ? min : value > max ? max : value;
    }

    /// <summary><paramref name="value"/> brought into <paramref name="min"/> to <paramref name="max"/>; min above max traps.</summary>
    public static uint Clamp(uint value, uint min, uint max)
    {
        if (min > max)
        {
            ThrowHelpers.ThrowArgumentOutOfRangeException();
        }

        return value < min ? min : value > max ? max : value;
    }

    /// <summary><paramref name="value"/> brought into <paramref name="min"/> to <paramref name="max"/>; min above max traps.</summary>
    public static long Clamp(long value, long min, long max)
    {
        if (min > max)
        {
            ThrowHelpers.ThrowArgumentOutOfRangeException();
        }

        return value < min ? min : value > max ? max : value;
    }

    /// <summary><paramref name="value"/> brought into <paramref name="min"/> to <paramref name="max"/>; min above max traps.</summary>
    public static ulong Clamp(ulong value, ulong min, ulong max)
    {
        if (min > max)
        {
            ThrowHelpers.ThrowArgumentOutOfRangeException();
        }

        return value < min ? min : value > max ? max : value;
    }
}
