using System.Globalization;
using Certify.Facts;

namespace Certify.Cli.Output;

/// <summary>What a check found, by rule and by file, after the findings themselves.</summary>
// @llr CFY-LLR-286
internal static class CheckSummary
{
    private const int FilesShown = 20;
    private static readonly FindingVerdict[] s_verdicts =
        [FindingVerdict.Violation, FindingVerdict.Advisory, FindingVerdict.Deviated, FindingVerdict.CheckedAtRunTime];

    private static readonly string[] s_headings = ["#violations", "#suggestions", "#deviated", "#checked at run time"];

    /// <summary>Prints both tables; nothing where nothing of any kind was found.</summary>
    public static void Print(AnalysisFacts facts, StageLog log)
    {
        if (facts.Findings.Count == 0) return;
        var titles = facts.Rules.ToDictionary(rule => rule.Id, rule => rule.Title, StringComparer.Ordinal);
        var rules = facts.Findings.GroupBy(f => f.RuleId, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        log.Table("by rule", ["rule", "what holds", .. s_headings],
            [.. rules.Select(g => (string[])[g.Key, titles.GetValueOrDefault(g.Key, ""), .. Counts(g)])]);
        var files = facts.Findings.GroupBy(f => f.Place.Path, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count(f => f.Verdict == FindingVerdict.Violation)).ThenByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        log.Table("by file", ["file", .. s_headings], [.. files.Take(FilesShown).Select(g => (string[])[g.Key, .. Counts(g)])]);
        if (files.Count > FilesShown) log.Line(string.Create(CultureInfo.InvariantCulture, $"  and {files.Count - FilesShown} more files; --html or --sarif lists all"));
    }

    private static IEnumerable<string> Counts(IEnumerable<RuleFinding> findings) =>
        s_verdicts.Select(verdict => findings.Count(f => f.Verdict == verdict).ToString(CultureInfo.InvariantCulture));
}
