using System.Text;
using Certify.Documents.Model;
using Certify.Documents.Writers;

namespace Certify.Documents.Html;

/// <summary>A page under construction. Everything that comes from facts goes through <see cref="HtmlText"/>.</summary>
internal sealed class HtmlPage(FactIndex facts, string file, string title)
{
    private static readonly (string File, string Name)[] s_pages =
    [
        ("index.html", "Overview"), ("objectives.html", "Objectives"), ("results.html", "Test results"),
        ("todo.html", "Left to do"), ("limits.html", "Limits"),
    ];

    private readonly StringBuilder _body = new();

    /// <summary>Adds a heading of level 2 or 3.</summary>
    public HtmlPage Heading(int level, string text) => Raw($"<h{Say.Count(level)}>{HtmlText.Escape(text)}</h{Say.Count(level)}>\n");

    /// <summary>Adds a paragraph.</summary>
    public HtmlPage Text(string text) => Raw($"<p>{HtmlText.Escape(text)}</p>\n");

    /// <summary>Adds a list.</summary>
    public HtmlPage Bullets(IEnumerable<string> items) =>
        Raw($"<ul>\n{string.Concat(items.Select(item => $"<li>{HtmlText.Escape(item)}</li>\n"))}</ul>\n");

    /// <summary>Adds fixed-width lines under a label.</summary>
    public HtmlPage Code(string label, string text) =>
        Raw($"<p class=\"label\">{HtmlText.Escape(label)}</p>\n<pre>{HtmlText.Escape(text.TrimEnd())}</pre>\n");

    /// <summary>Adds a table, or a sentence where it has no rows.</summary>
    /// <param name="whenEmpty">The sentence.</param>
    /// <param name="headings">Headings of the columns.</param>
    /// <param name="rows">The cells.</param>
    /// <param name="widths">Widths of the columns in per cent, so that tables under each other line up; null leaves them to the browser.</param>
    public HtmlPage Table(string whenEmpty, string[] headings, IEnumerable<IReadOnlyList<Cell>> rows, int[]? widths = null)
    {
        IReadOnlyList<Cell>[] list = [.. rows];
        if (list.Length == 0) return Text(whenEmpty);
        Raw($"<div class=\"wide\"><table{(widths is null ? "" : " class=\"set\"")}>\n");
        if (widths is not null) Raw($"<colgroup>{string.Concat(widths.Select(w => $"<col style=\"width: {Say.Count(w)}%\" />"))}</colgroup>\n");
        Raw(HtmlBlocks.Headings(headings)).Raw("<tbody>\n");
        foreach (var row in list) Raw($"<tr>{string.Concat(row.Select(HtmlBlocks.CellText))}</tr>\n");
        return Raw("</tbody>\n</table></div>\n");
    }

    /// <summary>Adds markup as it is; the caller has escaped it.</summary>
    public HtmlPage Raw(string markup)
    {
        _body.Append(markup);
        return this;
    }

    /// <summary>The whole page in UTF-8.</summary>
    public (string Path, byte[] Bytes) Finish()
    {
        var identity = Frame.Identity(facts, "PACKAGE", title, "");
        var page = new StringBuilder()
            .Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n")
            .Append("<title>").Append(HtmlText.Escape($"{string.Concat(identity.Marks.Select(m => m.Word + " "))}{title} - {identity.Project}")).Append("</title>\n")
            .Append("<style>\n").Append(HtmlStyle.Css).Append("</style>\n</head>\n<body>\n");
        foreach (var mark in identity.Marks)
            page.Append($"<div class=\"mark {(mark.Word == "FAILED" ? "failed" : "draft")}\" role=\"status\"><strong>{HtmlText.Escape(mark.Word)}</strong> {HtmlText.Escape(mark.Meaning)}</div>\n");
        page.Append("<header>\n<p class=\"product\">").Append(HtmlText.Escape($"{identity.Project} certification package, software level {identity.Level}")).Append("</p>\n<h1>")
            .Append(HtmlText.Escape(title)).Append("</h1>\n<nav>");
        foreach (var (target, name) in s_pages)
            page.Append(target == file ? $"<span aria-current=\"page\">{name}</span> " : $"<a href=\"{target}\">{name}</a> ");
        page.Append("</nav>\n</header>\n<main>\n").Append(_body).Append("</main>\n").Append(Foot(identity)).Append("</body>\n</html>\n");
        return (file, Encoding.UTF8.GetBytes(page.ToString()));
    }

    private static string Foot(Identity identity) =>
        "<footer>\n<p>Not approved. Written by " + HtmlText.Escape($"Certify {identity.ToolVersion}") + " from the fact files of this package.</p>\n<dl>"
        + Term("Revision", identity.Revision) + Term("Image SHA-256", identity.ImageSha256 ?? "no image was recorded")
        + Term("Facts manifest SHA-256", identity.ManifestSha256) + "</dl>\n</footer>\n";

    private static string Term(string name, string value) =>
        $"<dt>{HtmlText.Escape(name)}</dt><dd><code>{HtmlText.Escape(value)}</code></dd>";
}
