namespace Certify.Unikernel.Probe;

using System;

/// <summary>Spans, text, nullables and tuples, as an application writes them.</summary>
internal static class Spans
{
    private static readonly int[] s_table = { 2, 3, 5, 7, 11, 13, 17, 19 };

    private static ReadOnlySpan<int> Constants => new[] { 1, 4, 9, 16, 25, 36, 49, 64 };

    /// <summary>Sums part of a constant span and of a constant array.</summary>
    public static ulong Sum(ulong seed)
    {
        int start = (int)(seed & 7);
        int sum = 0;
        foreach (int value in Constants.Slice(start))
        {
            sum += value;
        }

        ReadOnlySpan<int> table = s_table;
        foreach (int value in table.Slice(0, start))
        {
            sum -= value;
        }

        return unchecked((ulong)(sum + table.Length));
    }

    /// <summary>Writes to a buffer on the stack and reads it back.</summary>
    public static ulong Write(ulong seed, ulong value)
    {
        Span<ulong> buffer = stackalloc ulong[8];
        buffer[(int)(seed & 7)] = value;
        ReadOnlySpan<ulong> view = buffer;
        return view[(int)(value & 7)] ^ (uint)view.Length;
    }

    /// <summary>A character of a literal, and its length.</summary>
    public static ulong Text(ulong seed)
    {
        string text = "triplex";
        ReadOnlySpan<byte> bytes = "monitor"u8;
        int index = (int)(seed % 7);
        return ((ulong)text[index] << 16) + bytes[index] + (uint)text.Length;
    }

    /// <summary>A value or none.</summary>
    public static ulong Nullable(ulong seed, ulong value)
    {
        ulong? maybe = (seed & 1) == 0 ? value : null;
        return maybe.HasValue ? maybe.Value : maybe.GetValueOrDefault(42);
    }

    /// <summary>Two values swapped.</summary>
    public static ulong Tuple(ulong a, ulong b)
    {
        (ulong first, ulong second) = (b, a);
        return unchecked(first - (second * 3));
    }
}
