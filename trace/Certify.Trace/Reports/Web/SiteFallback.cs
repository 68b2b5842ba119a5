using System.Globalization;
using Certify.Facts;
using Certify.Trace.Model;

namespace Certify.Trace.Reports.Web;

/// <summary>What the page shows where scripts are off: findings and items as plain tables, up to a bound that is stated.</summary>
// @llr CFY-LLR-395
internal static class SiteFallback
{
    /// <summary>Rows at most in each of the two tables.</summary>
    public const int RowsMax = 1000;

    /// <summary>The noscript element.</summary>
    public static string Write(SiteIndex index, TraceSiteContext context)
    {
        var html = new Html();
        html.Markup("<noscript>\n<main class=\"plain\">\n").Element("h1", $"{(context.Dirty ? "DRAFT " : "")}{context.Title}: trace");
        html.Element("p", $"Software level {context.Level}, revision {context.Revision}, Certify {context.ToolVersion}. Search, threads, matrices and graph need scripts, which are off.");
        html.Markup("\n<h2>Findings</h2>\n");
        Bound(html, index.Findings.Length, "finding");
        html.Markup("<table><thead><tr><th>Code</th><th>Severity</th><th>Place</th><th>Finding</th></tr></thead><tbody>\n");
        foreach (var finding in index.Findings.Take(RowsMax))
        {
            html.Markup("<tr>").Element("td", finding.Code).Element("td", finding.Severity == FindingSeverity.Error ? "error" : "warning")
                .Element("td", finding.Place.ToString()).Element("td", finding.Message).Markup("</tr>\n");
        }
        html.Markup("</tbody></table>\n<h2>Items</h2>\n");
        Bound(html, index.Items.Length, "item");
        html.Markup("<table><thead><tr><th>Id</th><th>Tier</th><th>Component</th><th>Title and text</th><th>Links</th></tr></thead><tbody>\n");
        foreach (var item in index.Items.Take(RowsMax))
        {
            html.Markup("<tr>").Element("td", item.Id).Element("td", TierName.Of(item.Tier)).Element("td", item.Component)
                .Markup("<td>").Element("b", item.Title).Markup("<br>").Text(item.Text).Markup("</td>")
                .Element("td", string.Join(", ", item.Links.Select(l => $"{l.Role} {l.Target}"))).Markup("</tr>\n");
        }
        html.Markup("</tbody></table>\n</main>\n</noscript>\n");
        return html.ToString();
    }

    private static void Bound(Html html, int count, string noun)
    {
        var shown = count > RowsMax ? string.Create(CultureInfo.InvariantCulture, $"The first {RowsMax} of {count} {noun}s.") : Audit.Words.Count(count, noun) + ".";
        html.Element("p", shown).Markup("\n");
    }
}
