using System.Globalization;

namespace Certify.Documents.Model;

/// <summary>Heading and table numbers, counted the way the word processor counts them.</summary>
public sealed class Outline
{
    private readonly int[] _counters = new int[4];
    private int _tables;

    /// <summary>Number of the next heading, for example "2.1".</summary>
    /// <param name="level">1 to 3.</param>
    public string NextHeading(int level)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, 3);
        _counters[level]++;
        Array.Clear(_counters, level + 1, _counters.Length - level - 1);
        return string.Join('.', _counters.Skip(1).Take(level).Select(n => n.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Number of the next table, from 1.</summary>
    public int NextTable() => ++_tables;
}
