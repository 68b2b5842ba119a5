using Certify.Coverage.Recording;

namespace Certify.Coverage.Reports;

/// <summary>The first page: totals, what is open, justified gaps, counts per component and file, context.</summary>
internal static class IndexPage
{
    public static string Write(CoverageReportInput input)
    {
        var page = new Page(input, "Structural coverage of " + input.Name, "index.html");
        Totals(page, CoverageSummary.Of("all", input.Facts.Statements, input.Facts.Decisions), input);
        Open(page, input);
        Justified(page, input);
        page.Raw("<h2 id=\"components\">Components</h2>\n");
        Table(page, CoverageSummary.ByComponent(input.Facts), "Component", linked: false);
        page.Raw("<h2 id=\"files\">Files</h2>\n");
        Table(page, CoverageSummary.ByFile(input.Facts), "File", linked: true);
        Context(page, input);
        return page.Finish();
    }

    private static void Totals(Page page, CoverageSummary all, CoverageReportInput input)
    {
        page.Raw("<section class=\"tiles\">\n");
        foreach (var (name, meaning, count) in new[]
        {
            ("Statements", "reached by a requirement-linked test", all.Statements),
            ("Decisions", "both outcomes seen", all.Decisions),
            ("MC/DC", "conditions shown to act alone, masking", all.Conditions),
        })
        {
            page.Raw("<div class=\"tile\"><h3>").Text(name).Raw("</h3>").Count(count).Raw("<p>").Text(meaning);
            if (count.Justified > 0) page.Text($"; {Page.Number(count.Justified)} justified");
            if (count.Open > 0) page.Text($"; {Page.Number(count.Open)} open");
            page.Raw("</p></div>\n");
        }
        page.Raw("</section>\n");
        var tests = input.Facts.Statements.SelectMany(s => s.Tests).Distinct(StringComparer.Ordinal).Count();
        page.Raw("<p class=\"context\">").Text($"{Page.Number(tests)} tests contributed. Every gap is open until a test closes it or a person justifies it.").Raw("</p>\n");
    }

    private static void Open(Page page, CoverageReportInput input)
    {
        var open = CoverageGaps.Of(input.Facts).Where(g => g.Justification is null).ToList();
        page.Raw("<h2 id=\"open\">Open gaps</h2>\n");
        if (open.Count == 0 && input.Notes.Findings.Count == 0)
        {
            page.Raw("<p class=\"good\">None: everything is covered or justified.</p>\n");
            return;
        }
        if (open.Count > 0)
        {
            page.Raw("<table class=\"wide\"><thead><tr><th>Place</th><th>What is missing</th><th>Source text</th></tr></thead><tbody>\n");
            var texts = SourceTexts.Of(input.Map);
            foreach (var gap in open)
            {
                page.Raw("<tr><td class=\"place\">").PlaceInTwoLines(gap.Place).Raw("</td><td>").Text(gap.What);
                page.Raw("</td><td><code>").Text(texts.GetValueOrDefault(gap.Id, "")).Raw("</code></td></tr>\n");
            }
            page.Raw("</tbody></table>\n");
        }
        foreach (var finding in input.Notes.Findings)
        {
            page.Raw("<p class=\"bad\">").Text($"{finding.Place}: {finding.Code}: {finding.Message}").Raw("</p>\n");
        }
    }

    private static void Justified(Page page, CoverageReportInput input)
    {
        page.Raw("<h2 id=\"justified\">Justified gaps</h2>\n");
        if (input.Facts.Justifications.Count == 0)
        {
            page.Raw("<p>None.</p>\n");
            return;
        }
        var gaps = CoverageGaps.Of(input.Facts).Where(g => g.Justification is not null).ToLookup(g => g.Justification, StringComparer.Ordinal);
        page.Raw("<table><thead><tr><th>Id</th><th>Class</th><th>Reason</th><th>Gaps it explains</th></tr></thead><tbody>\n");
        foreach (var item in input.Facts.Justifications.OrderBy(j => j.Id, StringComparer.Ordinal))
        {
            page.Raw($"<tr id=\"{Page.Encode(item.Id)}\"><td class=\"name\">").Text(item.Id).Raw("<br><small>").Text(ShortOf(item.Place));
            page.Raw("</small></td><td>").Text(item.Class).Raw("</td><td>").Text(item.Reason).Raw("</td><td>");
            foreach (var gap in gaps[item.Id]) page.Place(gap.Place, ShortOf(gap.Place)).Text(" " + gap.What).Raw("<br>");
            page.Raw("</td></tr>\n");
        }
        page.Raw("</tbody></table>\n");
    }

    private static void Table(Page page, IReadOnlyList<CoverageSummary> rows, string name, bool linked)
    {
        page.Raw($"<table class=\"counts\"><thead><tr><th>{name}</th><th>Statements</th><th>Decisions</th><th>MC/DC conditions</th></tr></thead><tbody>\n");
        foreach (var row in rows)
        {
            page.Raw("<tr><td class=\"place\">");
            if (linked) page.Raw($"<a href=\"{Page.Encode(Page.UrlOf(CoverageReport.PathOf(row.Name)))}\">").Text(row.Name).Raw("</a>");
            else page.Text(row.Name);
            page.Raw("</td><td>").Count(row.Statements).Raw("</td><td>").Count(row.Decisions).Raw("</td><td>").Count(row.Conditions).Raw("</td></tr>\n");
        }
        page.Raw("</tbody></table>\n");
    }

    private static void Context(Page page, CoverageReportInput input)
    {
        var header = input.Facts.Header;
        page.Raw("<h2 id=\"context\">Where this comes from</h2>\n<table class=\"plain\"><tbody>\n");
        foreach (var (name, value) in new[]
        {
            ("Command", header.CommandLine),
            ("Tool", "Certify " + header.ToolVersion),
            ("Revision", header.Revision + (header.Dirty ? " with local changes" : "")),
            ("Seed", header.Seed?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"),
            ("Instrumented image (SHA-256)", header.ImageSha256 ?? "none"),
            ("Flight image (SHA-256)", input.Facts.FlightImageSha256),
            ("Sources instrumented", Page.Number(input.Map.Sources.Count) + " files"),
            ("Obligations that cannot be measured", Page.Number(input.Notes.Limits.Count)),
        })
        {
            page.Raw("<tr><th>").Text(name).Raw("</th><td><code>").Text(value).Raw("</code></td></tr>\n");
        }
        page.Raw("</tbody></table>\n").Raw(Definitions);
    }

    private static string ShortOf(Certify.Facts.SourcePlace place) =>
        FormattableString.Invariant($"{place.Path[(place.Path.LastIndexOf('/') + 1)..]}:{place.Line}");

    private const string Definitions = """
        <h2 id="words">How to read it</h2>
        <dl>
        <dt>Statement</dt><dd>Reached when the flow came to it. Arms of a switch expression, expression bodies, the step of a for and the missing default of a switch count as statements.</dd>
        <dt>Decision</dt><dd>Every Boolean that controls flow, and every expression with &amp;&amp; or || anywhere. Covered when both outcomes were seen.</dd>
        <dt>Condition</dt><dd>What &amp;&amp;, ||, ! and Boolean ?: combine. Each occurrence counts. A constant is no condition.</dd>
        <dt>MC/DC (masking)</dt><dd>Two evaluations of opposite outcome differ in the condition, and nothing evaluated after it is common to both: the condition alone turned the outcome. Unique cause is stricter: no other condition evaluated in both may differ.</dd>
        <dt>Justified</dt><dd>A person wrote why the gap is acceptable. It stays a gap and is counted apart.</dd>
        </dl>

        """;
}
