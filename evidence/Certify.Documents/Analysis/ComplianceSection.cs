using Certify.Documents.Model;
using Certify.Facts;

namespace Certify.Documents.Analysis;

/// <summary>The guideline compliance summary: every rule of the catalogue with the compliance found.</summary>
// @llr CFY-LLR-282
internal static class ComplianceSection
{
    private static readonly string[] s_obligations = ["mandatory", "required", "advisory"];

    /// <summary>Heading, counts and the table.</summary>
    public static void Write(DocumentBuilder builder, ComplianceFacts compliance)
    {
        builder.Heading(2, "Guideline compliance summary");
        foreach (var failure in compliance.Failures) builder.Note("The analysis does not count: " + failure);
        builder.Text("\"Compliant\" means that the rule ran on the sources it applies to and found nothing that fails; it says nothing about what the rule cannot see. \"Deviations\": every finding is covered by a deviation record. \"Violations\": a finding is not. \"Disapplied\": no source analysed has a profile that the rule is for. \"Not decided here\": another stage decides the rule, or the analysis does not count.");
        builder.Table("Compliance by obligation", "No rule was recorded.",
            [new("Obligation", 20), .. AnalysisWords.Levels.Select(level => new Column(Capital(AnalysisWords.Of(level)), 14)), new("All", 10)],
            s_obligations.Select(o => Row(o, [.. compliance.Guidelines.Where(g => g.Obligation == o)]))
                .Append(Row("all", compliance.Guidelines)).Where(_ => compliance.Guidelines.Count > 0));
        builder.Table("Compliance by rule", "No rule was recorded.",
            [new("Rule", 11), new("What holds", 35), new("Obligation", 13), new("Decided on", 11), new("Compliance", 13), new("Basis", 25)],
            compliance.Guidelines.Select(IReadOnlyList<Cell> (g) => [g.Id, g.Title, g.Obligation, g.Decided, AnalysisWords.Cell(g), g.Reason]));
    }

    private static IReadOnlyList<Cell> Row(string name, IReadOnlyList<GuidelineFact> guidelines) =>
    [
        name, .. AnalysisWords.Levels.Select(level => (Cell)Say.Count(guidelines.Count(g => g.Level == level))), Say.Count(guidelines.Count),
    ];

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
