using Certify.Coverage.Decisions;
using Certify.Coverage.Obligations;
using Certify.Coverage.Recording;
using Certify.Facts;

namespace Certify.Coverage.Reports;

/// <summary>One decision: conditions, truth table of what was evaluated and what was not, pairs, and the rows still wanted.</summary>
internal static class DecisionPanel
{
    /// <summary>More rows than this are not listed as "not seen".</summary>
    private const int UnseenRowsMax = 32;

    /// <summary>More tests than this on a row are folded.</summary>
    private const int TestsShown = 2;

    public static void Write(Page page, CoverageReportInput input, DecisionFact fact, DecisionObligation obligation, IReadOnlyList<bool> unique)
    {
        var gaps = CoverageGaps.Of(fact);
        var state = gaps.Count == 0 ? "covered" : fact.Justification is not null ? "justified" : "open";
        page.Raw($"<details class=\"decision {state}\"{(state == "covered" ? "" : " open")}><summary><span class=\"badge\">{Badge(fact)}</span> <code>");
        page.Text(fact.Text).Raw("</code></summary>\n<div class=\"panel\">\n");
        page.Raw("<p class=\"id\"><code>").Text(fact.Id).Raw("</code> ").Text($"({fact.Kind})").Raw("</p>\n");
        if (obligation.Limit is not null) page.Raw("<p class=\"bad\">").Text("Not measured: " + obligation.Limit).Raw("</p>\n");
        var graph = obligation.Graph();
        var seen = fact.Vectors.Select(v => graph.Read(v.Values)).ToList();
        Conditions(page, fact, obligation, unique);
        if (obligation.Recording == RecordingForm.Vectors)
        {
            Rows(page, input, fact, graph, seen);
            Wanted(page, fact, graph, seen, obligation);
        }
        foreach (var gap in gaps) page.Raw("<p class=\"bad\">").Text(gap).Raw("</p>\n");
        if (fact.Justification is { } id) page.Raw("<p class=\"why\">").Raw(SourcePage.JustificationLink(page, id)).Text(ReasonOf(input, id)).Raw("</p>\n");
        page.Raw("</div></details>\n");
    }

    private static string Badge(DecisionFact fact) =>
        $"{(fact.TrueSeen ? "T" : "-")}{(fact.FalseSeen ? "F" : "-")} {Page.Number(fact.Conditions.Count(c => c.Covered))}/{Page.Number(fact.Conditions.Count)}";

    private static void Conditions(Page page, DecisionFact fact, DecisionObligation obligation, IReadOnlyList<bool> unique)
    {
        page.Raw("<table class=\"conditions\"><thead><tr><th></th><th>Condition</th><th>true shown</th><th>false shown</th><th>Pair of rows</th><th>unique cause</th></tr></thead><tbody>\n");
        for (var i = 0; i < fact.Conditions.Count; i++)
        {
            var c = fact.Conditions[i];
            page.Raw($"<tr class=\"{(c.Covered ? "yes" : "no")}\"><th>C{Page.Number(i + 1)}</th><td><code>").Text(c.Text).Raw("</code>");
            if (obligation.Conditions[i].Uncoverable) page.Raw(" <em>a constant keeps it from ever deciding</em>");
            page.Raw($"</td><td>{Tick(c.TrueShown)}</td><td>{Tick(c.FalseShown)}</td><td>");
            page.Text(c.Pair is { } pair ? $"{Page.Number(pair[0])} and {Page.Number(pair[1])}" : "none").Raw($"</td><td>{Tick(i < unique.Count && unique[i])}</td></tr>\n");
        }
        page.Raw("</tbody></table>\n");
    }

    private static void Rows(Page page, CoverageReportInput input, DecisionFact fact, DecisionGraph graph, List<Evaluation> seen)
    {
        page.Raw("<table class=\"truth\"><thead><tr><th>Row</th>");
        for (var i = 0; i < fact.Conditions.Count; i++) page.Raw($"<th title=\"{Page.Encode(fact.Conditions[i].Text)}\">C{Page.Number(i + 1)}</th>");
        page.Raw("<th>Outcome</th><th>Shows</th><th>Tests and requirements</th></tr></thead><tbody>\n");
        for (var r = 0; r < seen.Count; r++)
        {
            Row(page, Page.Number(r + 1), seen[r], McdcAnalysis.Shown(graph, seen[r]), "seen", PairsOf(fact, r + 1));
            Tests(page, input, fact.Vectors[r].Tests);
            page.Raw("</td></tr>\n");
        }
        var numbers = seen.Select(e => e.Number).ToHashSet();
        if (graph.Paths - seen.Count <= UnseenRowsMax)
        {
            foreach (var evaluation in graph.All().Where(e => !numbers.Contains(e.Number)))
            {
                Row(page, "", evaluation, McdcAnalysis.Shown(graph, evaluation), "unseen", new HashSet<int>());
                page.Raw("not seen</td></tr>\n");
            }
        }
        page.Raw("</tbody></table>\n");
        if (graph.Paths - seen.Count > UnseenRowsMax) page.Raw("<p>").Text($"{graph.Paths - seen.Count} further evaluations were not seen.").Raw("</p>\n");
    }

    private static void Row(Page page, string number, Evaluation row, IReadOnlyList<int> shown, string style, IReadOnlySet<int> pairs)
    {
        page.Raw($"<tr class=\"{style}\"><th>{number}</th>");
        for (var i = 0; i < row.Values.Length; i++)
        {
            page.Raw($"<td class=\"{Style(row.Values[i])}{(pairs.Contains(i) ? " pair" : "")}\">{row.Values[i]}</td>");
        }
        page.Raw($"<td class=\"{(row.Outcome ? "t" : "f")} outcome\">{(row.Outcome ? "T" : "F")}</td><td>");
        page.Text(string.Join(" ", shown.Select(c => $"C{Page.Number(c + 1)}"))).Raw("</td><td class=\"tests\">");
    }

    private static void Tests(Page page, CoverageReportInput input, IReadOnlyList<string> tests)
    {
        for (var i = 0; i < tests.Count; i++)
        {
            if (i == TestsShown) page.Raw($"<details><summary>and {Page.Number(tests.Count - TestsShown)} more</summary>");
            var label = TestPage.LabelOf(input, tests[i]);
            page.Raw($"<div><a href=\"{page.Up}tests.html#{Page.Encode(tests[i])}\">").Text(label.Title).Raw("</a>");
            page.Raw(" <span class=\"reqs\">").Text(string.Join(", ", label.Requirements)).Raw("</span></div>");
        }
        if (tests.Count > TestsShown) page.Raw("</details>");
    }

    private static void Wanted(Page page, DecisionFact fact, DecisionGraph graph, List<Evaluation> seen, DecisionObligation obligation)
    {
        for (var c = 0; c < fact.Conditions.Count; c++)
        {
            var known = fact.Conditions[c];
            if (known.Covered || obligation.Conditions[c].Uncoverable) continue;
            var verdict = new ConditionVerdict(known.TrueShown, known.FalseShown, null, null);
            if (McdcAnalysis.Suggest(graph, seen, c, verdict) is not { } wanted) continue;
            var partner = seen.FindIndex(e => McdcAnalysis.IsMaskingPair(c, e, wanted));
            page.Raw($"<p class=\"wanted\">Wanted for C{Page.Number(c + 1)}: a test with ");
            page.Raw(string.Join(", ", wanted.Order.Select(i => $"<code>{Page.Encode(fact.Conditions[i].Text)}</code> {(wanted.Values[i] == 'T' ? "true" : "false")}")));
            page.Text($"; the outcome is then {(wanted.Outcome ? "true" : "false")}");
            page.Text(partner >= 0 ? $" and the row pairs with row {Page.Number(partner + 1)}." : ", and a second row is wanted to pair with it.").Raw("</p>\n");
        }
    }

    private static HashSet<int> PairsOf(DecisionFact fact, int row) =>
        [.. Enumerable.Range(0, fact.Conditions.Count).Where(c => fact.Conditions[c].Pair?.Contains(row) == true)];

    public static string ReasonOf(CoverageReportInput input, string id) =>
        input.Facts.Justifications.FirstOrDefault(j => j.Id == id)?.Reason ?? "";

    private static string Tick(bool shown) => shown ? "<span class=\"tick\">yes</span>" : "<span class=\"cross\">no</span>";

    private static string Style(char value) => value switch { 'T' => "t", 'F' => "f", _ => "u" };
}
