using Certify.Documents.Model;
using Certify.Facts;

namespace Certify.Documents.Analysis;

/// <summary>The deviations report: every record, what it covers, and whether it holds.</summary>
// @llr CFY-LLR-283
internal static class DeviationSection
{
    /// <summary>The records, then what each covers.</summary>
    public static void Write(DocumentBuilder builder, AnalysisFacts facts)
    {
        builder.Heading(2, "Deviations");
        if (facts.Deviations.Count == 0)
        {
            builder.Text("No deviation record was found in the project.");
            return;
        }

        builder.Text("A record counts while it is in use: it covers at least one finding, its last day is not over, and the text it was approved for has not changed. The names of approvers are what the records say; nothing here shows that these people approved.");
        builder.Table("Deviation records", "No deviation record was found in the project.",
            [new("Record", 15), new("Rule", 13), new("Title and rationale", 32), new("Scope", 19), new("Approver", 13), new("Valid to", 15), new("Covers", 10), new("State", 13)],
            Records(facts).Select(IReadOnlyList<Cell> (d) =>
            [
                new Cell([(Rich)d.Id, Rich.Code(d.Path)]), d.RuleId, new Cell([Rich.Bold(d.Title), ProseReader.Inline(d.Rationale)]),
                Cell.Code(d.Scope), d.Approver, d.Expiry, Say.Count(d.Matches), AnalysisWords.Cell(d.Status),
            ]));
        builder.Table("Findings under a deviation record", "No finding is covered by a record.",
            [new("Record", 14), new("Rule", 12), new("Place", 32), new("Message", 42)],
            FindingSection.Ordered(facts).Where(f => f.DeviationId is not null).OrderBy(f => f.DeviationId, StringComparer.Ordinal)
                .Select(IReadOnlyList<Cell> (f) => [f.DeviationId!, f.RuleId, Cell.Code(f.Place.ToString()), f.Message]));
    }

    private static IEnumerable<DeviationFact> Records(AnalysisFacts facts) =>
        facts.Deviations.OrderBy(d => d.Id, StringComparer.Ordinal).ThenBy(d => d.Path, StringComparer.Ordinal);
}
