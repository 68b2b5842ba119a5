using System;
using System.Collections.Immutable;

namespace Certify.Analyzers.Documentation;

/// <summary>Recognises units and ranges in prose and in names.</summary>
internal static class UnitWords
{
    private static readonly char[] s_separators = " \t\r\n,;:.()[]<>=/\"'-".ToCharArray();

    private static readonly ImmutableHashSet<string> s_units = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "bit", "bits", "byte", "bytes", "character", "characters", "count", "counts", "cycle", "cycles", "deg", "degree", "degrees", "element",
        "elements", "feet", "foot", "frame", "frames", "ft", "g", "hPa", "hour", "hours", "Hz", "index", "K", "kg", "kHz", "km", "knots", "kt", "line", "lines",
        "m", "metre", "metres", "MHz", "minute", "minutes", "ms", "N", "ns", "number", "Pa", "percent", "pixel", "pixels", "rad", "radian", "radians",
        "s", "second", "seconds", "slot", "slots", "tick", "ticks", "turn", "turns", "unit", "units", "us", "V", "volt", "volts", "W", "watt", "word", "words",
        "°", "°C", "µs", "%", "deg²", "s²", "m²", "s³");

    private static readonly ImmutableHashSet<string> s_ranges = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "above", "any", "below", "between", "finite", "infinite", "least", "modulo", "most", "multiple", "multiples", "negative", "nonnegative",
        "nonzero", "one", "positive", "usable", "within", "zero");

    private static readonly ImmutableArray<string> s_endings =
        ["Bits", "Bytes", "Count", "Deg", "Frames", "Ft", "Hz", "Id", "Index", "Length", "Ms", "Ns", "Percent", "Rad", "Seconds", "Us"];

    /// <summary>True when the prose names a unit or limits the values: a unit's name, a digit, or a word such as "finite" or "any".</summary>
    public static bool AreIn(string text)
    {
        foreach (var word in text.Split(s_separators, StringSplitOptions.RemoveEmptyEntries))
        {
            if (char.IsDigit(word[0]) || s_units.Contains(word) || (word.Length > 2 && s_units.Contains(word.ToLowerInvariant())) || s_ranges.Contains(word)) return true;
        }

        return false;
    }

    /// <summary>True when the name ends with a unit, as in <c>TimeoutMs</c>, or is one, as in <c>index</c>.</summary>
    public static bool AreInName(string name)
    {
        foreach (var ending in s_endings)
        {
            if (name.EndsWith(ending, StringComparison.Ordinal) || string.Equals(name, ending, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
