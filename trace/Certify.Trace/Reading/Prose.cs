using System.Text;

namespace Certify.Trace.Reading;

/// <summary>Undoes the line wrapping of Markdown paragraphs.</summary>
internal static class Prose
{
    /// <summary>
    /// Joins the lines of a paragraph by a blank and parts paragraphs by an empty line; list items, table rows
    /// and code fences keep their lines.
    /// </summary>
    public static string Unwrap(IEnumerable<string> lines)
    {
        var builder = new StringBuilder();
        var blank = false;
        var keep = false;
        foreach (var line in lines)
        {
            var text = line.Trim();
            if (text.Length == 0)
            {
                blank = builder.Length > 0;
                continue;
            }

            var fence = Fence.Opens(line) is not null;
            if (blank) builder.Append("\n\n");
            else if (builder.Length > 0) builder.Append(keep || fence || StartsBlock(text) ? '\n' : ' ');
            builder.Append(keep && !fence ? line.TrimEnd() : text);
            blank = false;
            if (fence) keep = !keep;
        }
        return builder.ToString();
    }

    private static bool StartsBlock(string text)
    {
        if (text[0] is '|' or '>') return true;
        var end = text.IndexOf(' ', StringComparison.Ordinal);
        if (end is <= 0 or > 4) return false;
        var marker = text.AsSpan(0, end);
        return marker is "-" or "*" or "+"
            || (marker[^1] is '.' or ')' && marker.Length > 1 && !marker[..^1].ContainsAnyExceptInRange('0', '9'));
    }
}
