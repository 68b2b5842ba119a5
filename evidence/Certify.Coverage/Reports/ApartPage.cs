using Certify.Coverage.Recording;

namespace Certify.Coverage.Reports;

/// <summary>What the counts leave out, and why: nothing is dropped silently.</summary>
internal static class ApartPage
{
    public static string Write(CoverageReportInput input)
    {
        var page = new Page(input, "What is not counted", "apart.html");
        Limits(page, input.Notes.Limits);
        page.Raw("<h2>Code without obligations</h2>\n");
        page.Raw("<table><thead><tr><th>Place</th><th>Member</th><th>Reason</th></tr></thead><tbody>\n");
        foreach (var item in input.Notes.Exclusions)
        {
            page.Raw("<tr><td class=\"place\">").Text(item.Place.ToString()).Raw("</td><td><code>").Text(item.Member).Raw("</code></td><td>").Text(item.Reason).Raw("</td></tr>\n");
        }
        page.Raw("</tbody></table>\n");
        page.Raw("<h2>Not in the flight image</h2>\n<p>No function of the image comes from these members or calls them. No test has to reach what does not fly; members of the application in this list are worth a look.</p>\n");
        page.Raw("<table><thead><tr><th>File</th><th>Obligations</th><th>Members</th></tr></thead><tbody>\n");
        foreach (var file in input.Notes.NotInImage.GroupBy(n => n.Place.Path, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var members = file.Select(n => n.Id[..n.Id.LastIndexOf('#')]).Distinct(StringComparer.Ordinal);
            page.Raw("<tr><td class=\"place\">").Text(file.Key).Raw("</td><td>").Text(Page.Number(file.Count())).Raw("</td><td><code>");
            page.Raw(string.Join("<br>", members.Select(Page.Encode))).Raw("</code></td></tr>\n");
        }
        return page.Raw("</tbody></table>\n").Finish();
    }

    private static void Limits(Page page, IReadOnlyList<LimitNote> limits)
    {
        page.Raw("<h2>Obligations that cannot be measured</h2>\n<p>They are counted, as gaps.</p>\n");
        if (limits.Count == 0)
        {
            page.Raw("<p class=\"good\">None.</p>\n");
            return;
        }
        page.Raw("<table><thead><tr><th>Place</th><th>Source text</th><th>Reason</th></tr></thead><tbody>\n");
        foreach (var limit in limits)
        {
            page.Raw("<tr><td class=\"place\">").PlaceInTwoLines(limit.Place).Raw("</td><td><code>").Text(limit.Text).Raw("</code></td><td>").Text(limit.Reason).Raw("</td></tr>\n");
        }
        page.Raw("</tbody></table>\n");
    }
}
