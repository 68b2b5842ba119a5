using Certify.Coverage.Obligations;
using Certify.Coverage.Recording;
using Certify.Facts;

namespace Certify.Coverage.Reports;

/// <summary>One source file: a sign per line, and under each line the decisions that start on it.</summary>
internal static class SourcePage
{
    /// <summary>Signs, worst last: + covered, # justified gap, ! partly, - not reached.</summary>
    private enum Sign { None, Covered, Justified, Partial, Missing }

    public static string Write(CoverageReportInput input, CoverageSummary file)
    {
        var page = new Page(input, file.Name[(file.Name.LastIndexOf('/') + 1)..], CoverageReport.PathOf(file.Name));
        page.Raw("<p class=\"context\"><code>").Text(file.Name).Raw("</code></p>\n<table class=\"counts\"><thead><tr><th>Statements</th><th>Decisions</th><th>MC/DC conditions</th></tr></thead><tbody><tr><td>");
        page.Count(file.Statements).Raw("</td><td>").Count(file.Decisions).Raw("</td><td>").Count(file.Conditions).Raw("</td></tr></tbody></table>\n");
        page.Raw("<p class=\"legend\"><b class=\"s1\">+</b> covered <b class=\"s2\">#</b> justified gap <b class=\"s3\">!</b> covered in part <b class=\"s4\">-</b> not reached</p>\n");
        var statements = input.Facts.Statements.Where(s => s.Place.Path == file.Name).ToList();
        var decisions = input.Facts.Decisions.Where(d => d.Place.Path == file.Name).ToLookup(d => d.Place.Line);
        var ends = input.Map.Statements.Where(s => s.Place.Path == file.Name).ToDictionary(s => s.Id, s => s.EndLine, StringComparer.Ordinal);
        var lines = SourceColours.Lines(input.Sources.GetValueOrDefault(file.Name, ""), ["CERTIFY_TARGET"]);
        var obligations = input.Map.Decisions.Where(d => d.Place.Path == file.Name).ToDictionary(d => d.Id, StringComparer.Ordinal);
        var unique = input.Notes.UniqueCause.ToDictionary(u => u.Id, u => u.Conditions, StringComparer.Ordinal);
        page.Raw("<div class=\"source\">\n");
        var last = Math.Max(lines.Count, decisions.Select(g => g.Key).DefaultIfEmpty(0).Max());
        for (var line = 1; line <= last; line++)
        {
            var here = statements.Where(s => s.Place.Line <= line && line <= ends.GetValueOrDefault(s.Id, s.Place.Line)).ToList();
            Line(page, line, line <= lines.Count ? lines[line - 1] : "", SignOf(here, decisions[line]), TitleOf(here));
            foreach (var id in here.Where(s => s.Place.Line == line && s.Tests.Count == 0).Select(s => s.Justification).OfType<string>().Distinct())
            {
                page.Raw("<div class=\"note\">").Raw(JustificationLink(page, id)).Text(DecisionPanel.ReasonOf(input, id)).Raw("</div>\n");
            }
            foreach (var decision in decisions[line].OrderBy(d => d.Place.Column))
            {
                DecisionPanel.Write(page, input, decision, obligations[decision.Id], unique.GetValueOrDefault(decision.Id, []));
            }
        }
        return page.Raw("</div>\n").Finish();
    }

    /// <summary>"Justified by", with a link to the justification.</summary>
    internal static string JustificationLink(Page page, string id) =>
        $"Justified by <a href=\"{page.Up}index.html#{Page.Encode(id)}\">{Page.Encode(id)}</a>: ";

    private static void Line(Page page, int number, string html, Sign sign, string title)
    {
        var mark = sign switch { Sign.Covered => "+", Sign.Justified => "#", Sign.Partial => "!", Sign.Missing => "-", _ => "" };
        page.Raw($"<div class=\"l s{(int)sign}\" id=\"L{Page.Number(number)}\"{(title.Length > 0 ? $" title=\"{Page.Encode(title)}\"" : "")}>");
        page.Raw($"<a class=\"n\" href=\"#L{Page.Number(number)}\">{Page.Number(number)}</a><b>{mark}</b><pre>{html}</pre></div>\n");
    }

    private static Sign SignOf(List<StatementFact> statements, IEnumerable<DecisionFact> decisions)
    {
        var sign = Sign.None;
        foreach (var s in statements)
        {
            sign = Max(sign, s.Tests.Count > 0 ? Sign.Covered : s.Justification is not null ? Sign.Justified : Sign.Missing);
        }
        foreach (var d in decisions)
        {
            sign = Max(sign, CoverageGaps.Of(d).Count == 0 ? Sign.Covered : d.Justification is not null ? Sign.Justified : Sign.Partial);
        }
        return sign;
    }

    private static Sign Max(Sign a, Sign b) => a > b ? a : b;

    private static string TitleOf(List<StatementFact> statements) => string.Join("; ", statements.Select(s =>
        s.Tests.Count > 0 ? $"reached by {Page.Number(s.Tests.Count)} {(s.Tests.Count == 1 ? "test" : "tests")}"
        : s.Justification is not null ? $"not reached, justified by {s.Justification}" : "not reached"));
}
