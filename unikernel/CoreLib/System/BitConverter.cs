namespace System;

using Certify;
using System.Runtime.CompilerServices;

/// <summary>The bits of floating-point values, and back. No value is changed, signalling not-a-numbers included.</summary>
[HardwareType("a number's bits are read as those of another type of the same size")]
[Requirement("KRN-LLR-026")]
public static class BitConverter
{
    /// <summary>The bits of <paramref name="value"/> as signed.</summary>
    public static int SingleToInt32Bits(float value) => Unsafe.As<float, int>(ref value);

    /// <summary>The value with the bits <paramref name="value"/>.</summary>
    public static float Int32BitsToSingle(int value) => Unsafe.As<int, float>(ref value);

    /// <summary>The bits of <paramref name="value"/>.</summary>
    public static uint SingleToUInt32Bits(float value) => Unsafe.As<float, uint>(ref value);

    /// <summary>The value with the bits <paramref name="value"/>.</summary>
    public static float UInt32BitsToSingle(uint value) => Unsafe.As<uint, float>(ref value);

    /// <summary>The bits of <paramref name="value"/> as signed.</summary>
    public static long DoubleToInt64Bits(double value) => Unsafe.As<double, long>(ref value);

    /// <summary>The value with the bits <paramref name="value"/>.</summary>
    public static double Int64BitsToDouble(long value) => Unsafe.As<long, double>(ref value);

    /// <summary>The bits of <paramref name="value"/>.</summary>
    public static ulong DoubleToUInt64Bits(double value) => Unsafe.As<double, ulong>(ref value);

    /// <summary>The value with the bits <paramref name="value"/>.</summary>
    public static double UInt64BitsToDouble(ulong value) => Unsafe.As<ulong, double>(ref value);
}
