using System.Globalization;
using Certify.Documents.Model;
using Certify.Facts;

namespace Certify.Documents.Analysis;

/// <summary>What the rules found: violations, suggestions, and faults that a check at run time stops.</summary>
// @llr CFY-LLR-282
internal static class FindingSection
{
    /// <summary>Findings in the order of reports.</summary>
    public static IEnumerable<RuleFinding> Ordered(AnalysisFacts facts) => facts.Findings
        .OrderBy(f => f.Place.Path, StringComparer.Ordinal).ThenBy(f => f.Place.Line).ThenBy(f => f.Place.Column)
        .ThenBy(f => f.RuleId, StringComparer.Ordinal).ThenBy(f => f.Message, StringComparer.Ordinal);

    /// <summary>Violations, then the suggestions of advisory rules.</summary>
    public static void Write(DocumentBuilder builder, AnalysisFacts facts)
    {
        builder.Heading(2, "Findings");
        Table(builder, facts, FindingVerdict.Violation, "Findings", facts.Rules.Count == 0 ? "No rule ran, so there are no findings." : "The rules found nothing.");
        if (facts.Count(FindingVerdict.Advisory) > 0)
            Table(builder, facts, FindingVerdict.Advisory, "Suggestions of advisory rules", "");
    }

    /// <summary>The accepted run-time checks, by rule and by file.</summary>
    public static void RunTimeChecks(DocumentBuilder builder, AnalysisFacts facts)
    {
        RuleFinding[] checks = [.. Ordered(facts).Where(f => f.Verdict == FindingVerdict.CheckedAtRunTime)];
        builder.Heading(2, "Accepted run-time checks");
        if (checks.Length == 0)
        {
            builder.Text("No place was recorded where a check at run time stands in for a proof.");
            return;
        }

        builder.Text("At these places the analysis cannot exclude the fault that a rule is about; a check in the code stops it, and its trap goes to the health monitor. That the reaction there is right is for the tests and the safety assessment to show.");
        builder.Table("Run-time checks by rule", "", [new("Rule", 14), new("Check", 20), new("Places", 12), new("Files", 12)],
            checks.GroupBy(f => (f.RuleId, Check: f.Check ?? "not named")).OrderBy(g => g.Key.RuleId, StringComparer.Ordinal).ThenBy(g => g.Key.Check, StringComparer.Ordinal)
                .Select(IReadOnlyList<Cell> (g) =>
                    [g.Key.RuleId, g.Key.Check, Say.Count(g.Count()), Say.Count(g.Select(f => f.Place.Path).Distinct(StringComparer.Ordinal).Count())]));
        builder.Table("Run-time checks by file", "", [new("File", 42), new("Rule", 12), new("Check", 14), new("Lines", 32)],
            checks.GroupBy(f => (f.Place.Path, f.RuleId, Check: f.Check ?? "not named"))
                .OrderBy(g => g.Key.Path, StringComparer.Ordinal).ThenBy(g => g.Key.RuleId, StringComparer.Ordinal).ThenBy(g => g.Key.Check, StringComparer.Ordinal)
                .Select(IReadOnlyList<Cell> (g) => [Cell.Code(g.Key.Path), g.Key.RuleId, g.Key.Check, Lines(g.Select(f => f.Place.Line))]));
    }

    private static void Table(DocumentBuilder builder, AnalysisFacts facts, FindingVerdict verdict, string caption, string whenEmpty) =>
        builder.Table(caption, whenEmpty,
            [new("Rule", 12), new("Place", 30), new("Message", 44), new("Suppressed in source", 14)],
            Ordered(facts).Where(f => f.Verdict == verdict).Select(IReadOnlyList<Cell> (f) =>
            [
                Cell.Of(f.RuleId, AnalysisWords.ToneOf(verdict)), Cell.Code(f.Place.ToString()), f.Message,
                f.Suppressed ? "yes; it counts all the same" : "no",
            ]));

    /// <summary>Line numbers, those met more than once with how often.</summary>
    private static string Lines(IEnumerable<int> lines) =>
        string.Join(", ", lines.GroupBy(line => line).OrderBy(g => g.Key)
            .Select(g => g.Count() == 1 ? Say.Count(g.Key) : string.Create(CultureInfo.InvariantCulture, $"{g.Key} ({g.Count()} times)")));
}
