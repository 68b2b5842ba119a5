using Certify.Facts;
using Certify.Trace.Audit;
using Certify.Trace.Model;
using static Certify.Trace.Reading.ItemId;

namespace Certify.Trace.Reading;

/// <summary>Reads problem report files: '## FM-PR-001 Title', the fields status and safety-impact, then the text.</summary>
public static class ProblemReportReader
{
    private static readonly string[] s_statuses = ["open", "closed", "deferred"];

    /// <summary>Reads problem reports in any order of files. No report at all is a valid answer.</summary>
    /// <returns>The reports in ordinal order of id (of duplicates the first by place), and every problem.</returns>
    public static ReadResult<ProblemReportFact> Read(IEnumerable<InputFile> files)
    {
        var findings = new FindingList();
        return new ReadResult<ProblemReportFact>(Read(files, findings), findings.Sorted());
    }

    internal static IReadOnlyList<ProblemReportFact> Read(IEnumerable<InputFile> files, FindingList findings)
    {
        var reports = new SortedDictionary<string, ProblemReportFact>(StringComparer.Ordinal);
        foreach (var file in files.OrderBy(f => f.Path, StringComparer.Ordinal))
        {
            MarkdownItems.Read(file, ItemSchema.ProblemReport, findings, raw =>
            {
                var fact = Report(file, raw, findings);
                if (reports.TryAdd(fact.Id, fact)) return;
                findings.Add("TRC-101", fact.Id, fact.Place,
                    $"id '{fact.Id}' is also at {reports[fact.Id].Place}; hint: give one of them a new id");
            });
        }
        return [.. reports.Values];
    }

    private static ProblemReportFact Report(InputFile file, RawItem raw, FindingList findings)
    {
        var status = Field(file, raw, "status", findings);
        if (status is { Length: > 0 } && !s_statuses.Contains(status))
        {
            findings.Add("TRC-008", raw.Id, new SourcePlace(file.Path, raw.Fields[raw.IndexOf("status")].Line),
                $"status is {Quote(status)}; hint: write {string.Join(", ", s_statuses.Select(s => $"'{s}'"))}");
        }

        var impact = Field(file, raw, "safety-impact", findings);
        var text = Prose.Unwrap(raw.Source, raw.Text);
        if (raw.Title.Length == 0)
            findings.Add("TRC-007", raw.Id, new SourcePlace(file.Path, raw.Line), $"{raw.Id} has no title; hint: write '## {raw.Id} Title'");
        if (text.Length == 0)
            findings.Add("TRC-010", raw.Id, new SourcePlace(file.Path, raw.Line), $"{raw.Id} has no text; hint: say what is wrong and what it leads to");
        return new ProblemReportFact(raw.Id, raw.Title, text, status ?? "", impact ?? "", new SourcePlace(file.Path, raw.Line));
    }

    private static string? Field(InputFile file, RawItem raw, string name, FindingList findings)
    {
        var at = raw.IndexOf(name);
        var value = at < 0 ? null : raw.Value(raw.Fields[at]).ToString();
        if (value is { Length: > 0 } || raw.IsBroken("fields")) return value;
        if (value is null)
            findings.Add("TRC-007", raw.Id, new SourcePlace(file.Path, raw.Line), $"{raw.Id} has no field '{name}'; hint: add '- {name}: ...' under the heading");
        else
            findings.Add("TRC-008", raw.Id, new SourcePlace(file.Path, raw.Fields[at].Line), $"field '{name}' is empty; hint: give it a value");
        return value;
    }
}
