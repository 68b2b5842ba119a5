using System.Globalization;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings.Deviations;
using Certify.Facts;
using Certify.Projects.Loading;

namespace Certify.Projects.Checking;

/// <summary>What becomes known of deviation records once every rule has run on every compilation: how much each covers.</summary>
// @llr CFY-LLR-260
internal static class DeviationAudit
{
    /// <summary>The records of a project.</summary>
    public static IReadOnlyList<DeviationFact> Facts(
        IReadOnlyList<LoadedCompilation> analysed, IReadOnlyList<RuleFinding> findings, ReportPaths paths)
    {
        var books = analysed.Select(compilation => DeviationBook.Of(compilation.Compilation, compilation.AnalyzerOptions, CancellationToken.None)).ToList();
        var facts = new List<DeviationFact>();
        foreach (var record in books.SelectMany(book => book.All).DistinctBy(record => (record.File, record.Line)))
        {
            var matches = findings.Count(finding => finding.DeviationId == record.Id);
            var faults = books.SelectMany(book => book.Faults).Where(fault => fault.File == record.File && fault.Line == record.Line).Select(fault => fault.What).ToList();
            facts.Add(new DeviationFact(
                record.Id, record.Title, record.RuleId, (paths.Of(record.Path) + " " + record.Member).TrimEnd(), record.Rationale, record.Approver,
                record.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), record.Revision, paths.Of(record.File), matches, Status(faults, matches)));
        }

        return [.. facts.OrderBy(fact => fact.Path, StringComparer.Ordinal).ThenBy(fact => fact.Id, StringComparer.Ordinal)];
    }

    /// <summary>Records that cover nothing, or more than a record may. What else is wrong the rule itself reports.</summary>
    public static IEnumerable<RuleFinding> Findings(IReadOnlyList<DeviationFact> facts)
    {
        foreach (var fact in facts)
        {
            var place = new SourcePlace(fact.Path, 0);
            if (fact.Status == DeviationStatus.Unused) yield return new RuleFinding(RuleIds.Deviation, $"Deviation '{fact.Id}' covers no finding. Delete the record.", place);
            if (fact.Status == DeviationStatus.TooWide) yield return new RuleFinding(RuleIds.Deviation, $"Deviation '{fact.Id}' covers {fact.Matches} findings, more than {DeviationBook.MostMatches}. Fix the code, or give each member a record of its own.", place);
        }
    }

    private static DeviationStatus Status(List<string> faults, int matches)
    {
        if (faults.Any(what => what.StartsWith("expired", StringComparison.Ordinal))) return DeviationStatus.Expired;
        if (faults.Any(what => what.StartsWith("is stale", StringComparison.Ordinal))) return DeviationStatus.Stale;
        if (faults.Count > 0) return DeviationStatus.Malformed;
        return matches == 0 ? DeviationStatus.Unused : matches > DeviationBook.MostMatches ? DeviationStatus.TooWide : DeviationStatus.InUse;
    }
}
