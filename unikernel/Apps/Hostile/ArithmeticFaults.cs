namespace Hostile;

using System;
using System.Runtime.CompilerServices;

/// <summary>Faults of expressions: what .NET answers with an exception.</summary>
internal static class ArithmeticFaults
{
    private static readonly int[] s_table = { 2, 3, 5, 7 };

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Divide(int dividend, int divisor)
    {
        return dividend / divisor;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int ArrayIndex(int index)
    {
        return s_table[index];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int SpanSlice(int length)
    {
        ReadOnlySpan<int> table = s_table;
        return table.Slice(1, length)[0];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int CheckedAdd(int left, int right)
    {
        return checked(left + right);
    }

    /// <summary>Not-a-number for 0, infinity for more, else a number above int.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int CheckedConversion(int value)
    {
        double number = value < 0 ? 2147483648.0 : value / 0.0;
        return (int)number;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static byte CheckedCast(int value)
    {
        return (byte)value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int NullableValue(int value)
    {
        int? nothing = value == 0 ? value : null;
        return nothing!.Value;
    }
}
