using System.Net;
using System.Text;
using Certify.Facts;

namespace Certify.Trace.Reports;

/// <summary>Writes HTML in which all text is escaped.</summary>
internal sealed class Html
{
    private readonly StringBuilder _builder = new();

    /// <summary>Appends markup that the program itself wrote.</summary>
    public Html Markup(string markup)
    {
        _builder.Append(markup.ReplaceLineEndings("\n"));
        return this;
    }

    /// <summary>Appends text from inputs, escaped.</summary>
    public Html Text(string text)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0) _builder.Append('\n');
            _builder.Append(WebUtility.HtmlEncode(OneLine.Escape(lines[i])));
        }
        return this;
    }

    /// <summary>Appends an element holding only text.</summary>
    public Html Element(string tag, string text, string? style = null) =>
        Markup(style is null ? $"<{tag}>" : $"<{tag} class=\"{style}\">").Text(text).Markup($"</{tag}>");

    /// <summary>Appends a link to the thread of a requirement.</summary>
    public Html Link(RequirementFact item) =>
        Markup("<a href=\"#r-").Text(Uri.EscapeDataString(item.Id)).Markup("\" title=\"").Text(item.Title).Markup("\">").Text(item.Id).Markup("</a>");

    /// <inheritdoc/>
    public override string ToString() => _builder.ToString();
}
