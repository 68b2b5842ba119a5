using System.Globalization;
using System.Text;
using Certify.Trace.Model;

namespace Certify.Trace.Reports.Ids;

/// <summary>The next free id of a prefix, and the item to fill in. An id that was ever used, deleted ones and baselines included, is not given again.</summary>
/// <param name="Id">The id.</param>
/// <param name="Known">False when no id of the prefix was seen: it may be a slip.</param>
/// <param name="Like">An item of the prefix that shows tier and component, or null.</param>
// @llr CFY-LLR-387
public sealed record NextId(string Id, bool Known, TraceItem? Like)
{
    private const int DigitsMin = 3;
    private const int DigitsMax = 15;

    /// <summary>Finds the next id: one above the greatest number, with as many digits as the ids there are.</summary>
    /// <param name="prefix">With or without the last separator: "FM-LLR" and "FM-LLR-" are the same.</param>
    /// <param name="items">The present items.</param>
    /// <param name="used">Other ids that are taken: of baselines, of deleted items.</param>
    public static NextId Of(string prefix, IReadOnlyList<TraceItem> items, IEnumerable<string> used)
    {
        var bare = prefix.TrimEnd('-', '_', '.');
        long greatest = 0;
        var digits = 0;
        var separator = prefix.Length > bare.Length ? prefix[bare.Length..] : null;
        TraceItem? like = null;
        foreach (var (id, item) in items.Select(i => (i.Id, (TraceItem?)i)).Concat(used.Select(u => (u, (TraceItem?)null))))
        {
            if (!id.StartsWith(bare, StringComparison.Ordinal) || Number(id[bare.Length..], out var between) is not { } number) continue;
            if (separator is not null && between != separator) continue;
            if (number < greatest || (number == greatest && digits > 0)) continue;
            greatest = number;
            digits = id.Length - bare.Length - between.Length;
            separator ??= between;
            if (item is not null) like = item;
        }

        var format = "D" + Math.Max(digits, digits == 0 ? DigitsMin : 1).ToString(CultureInfo.InvariantCulture);
        return new NextId(bare + (separator ?? "-") + (greatest + 1).ToString(format, CultureInfo.InvariantCulture), digits > 0, like);
    }

    /// <summary>Prefixes in use, with the separator: what stands before the last number of an id; in ordinal order.</summary>
    public static IReadOnlyList<string> Prefixes(IEnumerable<TraceItem> items)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            var end = item.Id.Length;
            while (end > 0 && char.IsAsciiDigit(item.Id[end - 1])) end--;
            if (end < item.Id.Length && end > 0) found.Add(item.Id[..end]);
        }
        return [.. found];
    }

    /// <summary>The item as Markdown, ready to be filled in; ends in a newline.</summary>
    public string Skeleton(ItemTier tier)
    {
        var text = new StringBuilder();
        text.Append($"## {(Id.Contains(' ', StringComparison.Ordinal) ? $"`{Id}`" : Id)} TITLE\n\n- tier: {TierName.Of(tier)}\n- component: {Like?.Component ?? "COMPONENT"}\n");
        if (tier != ItemTier.System) text.Append("- parents: PARENT\n- derived: no\n- verification: test\n");
        text.Append("\nThe SUBJECT shall …\n");
        text.Append(tier == ItemTier.System ? "\n**Source:** DOCUMENT, ID\n" : "\n**Rationale:** WHY\n");
        return text.ToString();
    }

    /// <summary>The tier that the id speaks of: that of its neighbour, or the word in the prefix; HLR where neither says.</summary>
    public ItemTier Tier => Like?.Tier
        ?? (Id.Contains("LLR", StringComparison.OrdinalIgnoreCase) ? ItemTier.Llr
            : Id.StartsWith("SYS", StringComparison.OrdinalIgnoreCase) ? ItemTier.System : ItemTier.Hlr);

    private static long? Number(string rest, out string between)
    {
        var at = 0;
        while (at < rest.Length && rest[at] is '-' or '_' or '.') at++;
        between = rest[..at];
        var digits = rest.AsSpan(at);
        if (digits.Length is 0 or > DigitsMax) return null;
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
