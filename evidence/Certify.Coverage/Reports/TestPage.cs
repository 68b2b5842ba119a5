using System.Globalization;

namespace Certify.Coverage.Reports;

/// <summary>What each test contributed, and what only it contributed.</summary>
internal static class TestPage
{
    public static string Write(CoverageReportInput input)
    {
        var page = new Page(input, "Tests", "tests.html");
        page.Raw("<p>What each test met. <em>Alone</em> counts what no other test met: without this test it would be open.</p>\n");
        page.Raw("<table><thead><tr><th>Test</th><th>Requirements</th><th class=\"num\">Statements</th><th class=\"num\">alone</th><th class=\"num\">Vectors</th><th class=\"num\">alone</th></tr></thead><tbody>\n");
        var statements = Tally(input.Facts.Statements.Select(s => s.Tests));
        var vectors = Tally(input.Facts.Decisions.SelectMany(d => d.Vectors).Select(v => v.Tests));
        var ids = input.Tests.Keys.Union(statements.Keys).Union(vectors.Keys).Order(StringComparer.Ordinal).ToList();
        for (var i = 0; i < ids.Count; i++)
        {
            var label = LabelOf(input, ids[i]);
            var (reached, reachedAlone) = statements.GetValueOrDefault(ids[i]);
            var (produced, producedAlone) = vectors.GetValueOrDefault(ids[i]);
            page.Raw($"<tr id=\"{Page.Encode(ids[i])}\"><td>").Text(label.Title).Raw("<br><small><code>").Text(ids[i]).Raw("</code></small></td><td>");
            page.Text(string.Join(", ", label.Requirements)).Raw("</td>");
            foreach (var number in new[] { reached, reachedAlone, produced, producedAlone })
            {
                page.Raw("<td class=\"num\">").Text(number.ToString(CultureInfo.InvariantCulture)).Raw("</td>");
            }
            page.Raw("</tr>\n");
        }
        return page.Raw("</tbody></table>\n").Finish();
    }

    /// <summary>The label of a test; a test nobody described shows its id.</summary>
    public static TestLabel LabelOf(CoverageReportInput input, string id) =>
        input.Tests.TryGetValue(id, out var label) ? label : new TestLabel(id[(id.LastIndexOf('.') + 1)..].Replace('_', ' '), []);

    private static Dictionary<string, (int All, int Alone)> Tally(IEnumerable<IReadOnlyList<string>> items)
    {
        var counts = new Dictionary<string, (int All, int Alone)>(StringComparer.Ordinal);
        foreach (var tests in items)
        {
            foreach (var test in tests)
            {
                var (all, alone) = counts.GetValueOrDefault(test);
                counts[test] = (all + 1, alone + (tests.Count == 1 ? 1 : 0));
            }
        }
        return counts;
    }
}
