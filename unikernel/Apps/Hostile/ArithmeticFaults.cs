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

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int NullableValue(int value)
    {
        int? nothing = value == 0 ? value : null;
        return nothing!.Value;
    }
}
