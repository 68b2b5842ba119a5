using Certify.Trace.Linking;

namespace Certify.Trace.Audit;

/// <summary>
/// Finds code that no requirement explains. A type without a single tag in it is reported once; where some members
/// have tags, each of the others is.
/// </summary>
// @llr CFY-LLR-013
internal static class UntaggedCode
{
    public static void Check(CodeScan scan, FindingList findings)
    {
        var tagged = scan.Symbols.Values.Where(s => s.Tags.Count > 0).Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        var holdsTag = new HashSet<string>(StringComparer.Ordinal);
        foreach (var symbol in scan.Symbols.Values.Where(s => s.Tags.Count > 0))
        {
            for (var at = scan.ParentOf(symbol); at is not null && holdsTag.Add(at.Id); at = scan.ParentOf(at)) { }
        }

        var reported = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var symbol in scan.Symbols.Values)
        {
            if (symbol.NeedsTag && Culprit(scan, symbol, tagged, holdsTag) is { } culprit)
                reported[culprit] = reported.GetValueOrDefault(culprit) + (culprit == symbol.Id ? 0 : 1);
        }

        foreach (var (id, members) in reported)
        {
            var inside = members > 0 ? $" and {Words.Count(members, "member")} in it" : "";
            findings.Add("TRC-209", id, scan.Symbols[id].Place,
                $"{id}{inside} has no requirement; hint: tag it with the LLR it implements, or delete it");
        }
    }

    // The symbol to report for an untagged one: the outermost type around it in which nothing is tagged.
    private static string? Culprit(CodeScan scan, ScannedSymbol symbol, HashSet<string> tagged, HashSet<string> holdsTag)
    {
        string? culprit = holdsTag.Contains(symbol.Id) ? null : symbol.Id;
        for (var at = symbol; at is not null; at = scan.ParentOf(at))
        {
            if (tagged.Contains(at.Id)) return null;
            if (culprit is not null && at.IsType && !holdsTag.Contains(at.Id)) culprit = at.Id;
        }
        return culprit;
    }
}
