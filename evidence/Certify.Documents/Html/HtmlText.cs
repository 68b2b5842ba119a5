using System.Text;

namespace Certify.Documents.Html;

/// <summary>Text made safe for HTML content and quoted attributes.</summary>
internal static class HtmlText
{
    /// <summary>Cleans, then escapes the five characters that HTML gives a meaning.</summary>
    public static string Escape(string text)
    {
        var clean = SafeText.Clean(text);
        if (clean.AsSpan().IndexOfAny("&<>\"'") < 0) return clean;
        var escaped = new StringBuilder(clean.Length + 32);
        foreach (var c in clean)
        {
            escaped.Append(c switch
            {
                '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", '\'' => "&#39;", _ => c.ToString(),
            });
        }
        return escaped.ToString();
    }

    /// <summary>
    /// A link to a file of the package. Each part of the path is percent-encoded, so that no path can name a scheme
    /// or another host; a path that leaves the package gives plain text.
    /// </summary>
    public static string Link(string path, string text)
    {
        var parts = path.Split('/');
        if (parts.Any(part => part.Length == 0 || part is "." or ".." || part.Contains('\\', StringComparison.Ordinal)))
            return Escape(text);
        var href = string.Join('/', parts.Select(part => Uri.EscapeDataString(SafeText.Clean(part))));
        return $"<a href=\"{href}\">{Escape(text)}</a>";
    }
}
