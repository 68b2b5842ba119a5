using Certify.Trace.Formats.Common;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Reqtraq;

/// <summary>Ids of reqtraq: REQ or ASM, project, level and number, "REQ-TEST-SWH-1".</summary>
internal static class ReqtraqId
{
    /// <summary>Number of characters at the begin of a text that are an id, or 0.</summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith("REQ-") && !text.StartsWith("ASM-")) return 0;
        var at = 4;
        if (!Word(text, ref at) || !Word(text, ref at)) return 0;
        var number = at;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        return at == number || at - number > 9 || (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '-' or '_')) ? 0 : at;
    }

    /// <summary>True when the whole text is an id.</summary>
    public static bool IsId(ReadOnlySpan<char> text) => text.Length > 0 && Length(text) == text.Length;

    /// <summary>The tier that an id says: assumption, or that of the level.</summary>
    public static ItemTier TierOf(string id, ReadOptions options)
    {
        if (id.StartsWith("ASM-", StringComparison.Ordinal)) return ItemTier.Assumption;
        var end = id.LastIndexOf('-');
        var level = id[(id.LastIndexOf('-', end - 1) + 1)..end];
        if (options.Mapping is { } mapping && mapping.Tiers.TryGetValue(level, out var word) && TierNames.TryParse(word, out var mapped)) return mapped;
        return level switch
        {
            "SYS" => ItemTier.System,
            "SWH" or "HWH" => ItemTier.Hlr,
            "SWL" or "HWL" => ItemTier.Llr,
            _ => options.DefaultTier,
        };
    }

    /// <summary>Makes an id for an item whose own is of another form.</summary>
    public static string Make(ItemTier tier, int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"{(tier == ItemTier.Assumption ? "ASM" : "REQ")}-TRACE-{tier switch { ItemTier.System => "SYS", ItemTier.Llr => "SWL", _ => "SWH" }}-{number}");

    // Upper-case letters and digits, then '-'.
    private static bool Word(ReadOnlySpan<char> text, ref int at)
    {
        var from = at;
        while (at < text.Length && at - from < 50 && (char.IsAsciiLetterUpper(text[at]) || char.IsAsciiDigit(text[at]) || text[at] == '_')) at++;
        return at > from && at < text.Length && text[at++] == '-';
    }
}
