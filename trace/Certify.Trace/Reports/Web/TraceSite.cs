using System.Buffers;
using System.Text;
using Certify.Facts;
using Certify.Trace.Model;

namespace Certify.Trace.Reports.Web;

/// <summary>
/// A trace as one HTML file that needs nothing else: search, items with their threads, matrices, graph, coverage by level, findings.
/// The items are JSON in a data block; the page's own script builds what is seen from text alone, never from markup in the items.
/// A hash in the page's policy lets the browser run that one script and no other. Without script the page is a plain table.
/// </summary>
// @llr CFY-LLR-395
public static class TraceSite
{
    /// <summary>Writes the page. Equal items and findings give equal bytes, in whatever order they are given.</summary>
    /// <param name="items">Items of every tier; links to ids that are not among them are shown as broken.</param>
    /// <param name="findings">What the audit of these items found.</param>
    /// <param name="context">Title, level, revision.</param>
    /// <returns>UTF-8 bytes of the HTML file.</returns>
    /// <exception cref="TraceInputException">There is no item, or the level is none of A to E.</exception>
    public static byte[] Write(IReadOnlyList<TraceItem> items, IReadOnlyList<AuditFinding> findings, TraceSiteContext context)
    {
        if (items.Count == 0) throw new TraceInputException("there is no item to show; hint: give the folder that holds the requirement files");
        if (context.Level.Length != 1 || !"ABCDE".Contains(context.Level, StringComparison.Ordinal))
            throw new TraceInputException($"software level '{context.Level}' is unknown; hint: one of A, B, C, D, E");

        var index = new SiteIndex(items, findings);
        var page = new ArrayBufferWriter<byte>(1 << 20);
        Put(page, Head(context));
        Put(page, SiteFallback.Write(index, context));
        Put(page, "<script type=\"application/json\" id=\"data\">");
        SiteData.Write(page, index, SiteCoverage.Of(index, context.Level), context);
        Put(page, $"</script>\n<script>{SiteAssets.Script}</script>\n</body>\n</html>\n");
        return page.WrittenSpan.ToArray();
    }

    private static string Head(TraceSiteContext context)
    {
        var title = new Html().Text($"{(context.Dirty ? "DRAFT " : "")}{context.Title}: trace").ToString();
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{SiteAssets.Policy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <title>{title}</title>
            <style>{SiteAssets.Style}</style>
            </head>
            <body>
            <div id="app"></div>

            """.ReplaceLineEndings("\n");
    }

    private static void Put(ArrayBufferWriter<byte> page, string text) => Encoding.UTF8.GetBytes(text, page);
}
