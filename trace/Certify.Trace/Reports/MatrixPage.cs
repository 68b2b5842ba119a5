using System.Globalization;
using Certify.Facts;
using Certify.Trace.Audit;

namespace Certify.Trace.Reports;

/// <summary>
/// The trace as one HTML file without outside parts: findings, the matrix, and every thread from the top. A few
/// lines of script filter it; without script everything is shown.
/// </summary>
// @llr CFY-LLR-019
public static class MatrixPage
{
    /// <summary>Writes the page. Equal facts give equal text.</summary>
    public static string Write(TraceFacts facts, TestFacts? results = null)
    {
        var links = new MatrixLinks(facts, results);
        var html = new Html();
        html.Markup(PageParts.Head);
        Summary(html, facts, results);
        Findings(html, facts);
        Matrix(html, MatrixLine.All(links), results is not null);
        html.Markup("<h2>Threads</h2>\n<p>From the top down; open an item to read it and what follows from it.</p>\n");
        new ThreadWriter(html, links).WriteAll();
        html.Markup(PageParts.Foot);
        return html.ToString();
    }

    private static void Summary(Html html, TraceFacts facts, TestFacts? results)
    {
        var header = facts.Header;
        if (header.Dirty) html.Element("p", "DRAFT: the work tree differed from the revision.", "bad").Markup("\n");
        html.Markup("<dl>");
        Term(html, "Tool", $"Certify {header.ToolVersion}");
        Term(html, "Command", header.CommandLine);
        Term(html, "Revision", header.Revision);
        Term(html, "Software level", facts.Level);
        Term(html, "Image", header.ImageSha256 ?? "none given");
        Term(html, "Results", results is null ? "none given" : string.Create(CultureInfo.InvariantCulture, $"{results.Results.Count} of image {results.Header.ImageSha256 ?? "unknown"}"));
        Term(html, "Requirements", string.Join(", ",
            Enum.GetValues<Tier>().Select(t => string.Create(CultureInfo.InvariantCulture, $"{facts.Requirements.Count(r => r.Tier == t)} {Words.Of(t)}"))));
        Term(html, "Code and tests", $"{Words.Count(facts.Code.Count, "symbol")}, {Words.Count(facts.Tests.Count, "test")}");
        html.Markup("</dl>\n");
    }

    private static void Term(Html html, string name, string value) => html.Element("dt", name).Element("dd", value);

    private static void Findings(Html html, TraceFacts facts)
    {
        html.Markup("<h2>Findings</h2>\n");
        if (facts.Findings.Count == 0)
        {
            html.Element("p", "None: every rule of the level holds.", "good").Markup("\n");
            return;
        }

        html.Markup("<table class=\"filtered f\"><thead><tr><th>Code</th><th>Severity</th><th>Place</th><th>Finding</th></tr></thead><tbody>\n");
        foreach (var finding in facts.Findings)
        {
            html.Markup("<tr>").Element("td", finding.Code)
                .Element("td", Words.Of(finding.Severity), finding.Severity == FindingSeverity.Error ? "bad" : null)
                .Element("td", finding.Place.ToString(), "place").Element("td", finding.Message).Markup("</tr>\n");
        }
        html.Markup("</tbody></table>\n");
    }

    private static void Matrix(Html html, IReadOnlyList<MatrixLine> lines, bool withResults)
    {
        html.Markup("<h2>Matrix</h2>\n<table class=\"filtered\"><thead><tr><th>System</th><th>HLR</th><th>Tests of the HLR</th><th>LLR</th><th>Code</th><th>Tests of the LLR</th></tr></thead><tbody>\n");
        foreach (var line in lines)
        {
            html.Markup("<tr>");
            Item(html, line.System, line.Hlr?.Derived == true || (line.Hlr is null && line.Llr?.Derived == true));
            Item(html, line.Hlr, line.Llr?.Derived == true && line.Hlr is null);
            Tests(html, line.Hlr, line.HlrTests, withResults);
            Item(html, line.Llr, false);
            html.Markup("<td>");
            if (line is { Llr: not null, Code.Count: 0 }) html.Element("span", "none", "bad");
            foreach (var symbol in line.Code) Short(html, symbol);
            html.Markup("</td>");
            Tests(html, line.Llr, line.LlrTests, withResults);
            html.Markup("</tr>\n");
        }
        html.Markup("</tbody></table>\n");
    }

    private static void Item(Html html, RequirementFact? item, bool derivedBelow)
    {
        html.Markup("<td>");
        if (item is not null) html.Link(item).Markup("<br>").Element("small", item.Title);
        else if (derivedBelow) html.Element("span", "derived");
        else html.Element("span", "none", "bad");
        html.Markup("</td>");
    }

    private static void Tests(Html html, RequirementFact? item, IReadOnlyList<TestStatus> tests, bool withResults)
    {
        html.Markup("<td>");
        foreach (var test in tests)
        {
            html.Markup("<div class=\"t\">");
            if (withResults) html.Element("span", Mark(test) + ":", test.Passed switch { true => "good", false => "bad", null => "none" }).Markup(" ");
            html.Markup("<span title=\"").Text(test.Test.Id).Markup("\">").Text(test.Test.Title).Markup("</span></div>");
        }

        if (tests.Count == 0 && item is not null)
        {
            if (item.Verification == VerificationMethod.Test) html.Element("span", "none", "bad");
            else html.Element("span", item.Verification == VerificationMethod.Analysis ? "by analysis" : "by review");
        }
        html.Markup("</td>");
    }

    private static void Short(Html html, string symbol)
    {
        var name = symbol[(symbol.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var parameters = name.IndexOf('(', StringComparison.Ordinal);
        if (parameters > 0) name = name[..parameters];
        name = symbol.StartsWith("A:", StringComparison.Ordinal)
            ? name[(name.LastIndexOf('/') + 1)..]
            : string.Join('.', name.Split('.').TakeLast(2));
        html.Markup("<div class=\"c\"><code title=\"").Text(symbol).Markup("\">").Text(name).Markup("</code></div>");
    }

    internal static string Mark(TestStatus test) => test.Passed switch { true => "passed", false => "failed", null => "not run" };
}
