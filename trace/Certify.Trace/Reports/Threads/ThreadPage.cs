using Certify.Facts;
using Certify.Trace.Model;

namespace Certify.Trace.Reports.Threads;

/// <summary>Threads as one HTML page.</summary>
// @llr CFY-LLR-383
public static class ThreadPage
{
    // Browsers lay out lists nested deeper than this badly; what is deeper stands beside, with its depth.
    private const int DepthMax = 40;

    /// <summary>Writes the page; all text from inputs is escaped.</summary>
    public static string Write(string title, IReadOnlyList<TraceThread> threads) => SmallPage.Write(title, html =>
    {
        foreach (var thread in threads)
        {
            html.Element("h2", thread.Title).Element("p", ThreadText.Summary(thread), thread.Errors > 0 ? "bad" : "good").Markup("\n");
            Nodes(html, thread.Nodes);
        }
    });

    private static void Nodes(Html html, IReadOnlyList<ThreadNode> nodes)
    {
        var open = 0;
        for (var i = 0; i < nodes.Count; i++)
        {
            var depth = Math.Min(nodes[i].Depth, DepthMax) + 1;
            if (depth > open)
            {
                html.Markup("<ul>\n");
                open++;
            }
            else
            {
                html.Markup("</li>\n");
                for (; open > depth; open--) html.Markup("</ul></li>\n");
            }
            html.Markup("<li>");
            Node(html, nodes[i]);
        }
        for (; open > 0; open--) html.Markup("</li></ul>\n");
    }

    private static void Node(Html html, ThreadNode node)
    {
        var item = node.Item;
        html.Element("span", TierName.Of(item.Tier), "tier").Markup(" ").Element("b", item.Id, node.Focus ? "focus" : null).Markup(" ").Text(item.Title);
        if (item.Outcome is { } outcome) html.Markup(" ").Element("span", outcome.Verdict, outcome.Passed ? "good" : "bad");
        if (node.Repeated)
        {
            html.Markup(" ").Element("span", "(shown above)", "meta");
            return;
        }

        html.Markup("<div class=\"meta\">").Text($"{item.Place}, fingerprint {node.Fingerprint}").Markup("</div>");
        if (item.Text.Length > 0) html.Element("p", item.Text, "text");
        foreach (var item2 in node.Breaks)
            html.Element("div", $"{item2.Code}: {item2.Message}", item2.Severity == FindingSeverity.Error ? "bad" : "warn");
        html.Markup("\n");
    }
}
