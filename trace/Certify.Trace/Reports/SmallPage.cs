namespace Certify.Trace.Reports;

/// <summary>Frame of a small HTML page: one file, nothing loaded, no script.</summary>
internal static class SmallPage
{
    /// <summary>Wraps a body that is already markup.</summary>
    public static string Write(string title, Action<Html> body)
    {
        var html = new Html();
        html.Markup("""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width">

            """).Element("title", title).Markup("""

            <style>
            body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #1a1a1a; background: #fff }
            ul { list-style: none; margin: 0; padding-left: 1.2rem; border-left: 2px solid #ddd } li { margin: .5rem 0; overflow-wrap: anywhere }
            .text { white-space: pre-line; margin: .1rem 0 } .meta { color: #555; font-size: .85em } .tier { color: #555 }
            .good, ins { color: #0a5c0a } .bad, del { color: #a00000 } .warn { color: #7a4b00 } .focus { background: #fff3c4 }
            ins { background: #e2f5e2; text-decoration: none } del { background: #fbe3e3 }
            </style>
            </head>
            <body>

            """).Element("h1", title).Markup("\n");
        body(html);
        return html.Markup("</body>\n</html>\n").ToString();
    }
}
