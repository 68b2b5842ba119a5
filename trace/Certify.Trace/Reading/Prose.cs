using System.Buffers;
using System.Text;

namespace Certify.Trace.Reading;

/// <summary>Undoes the line wrapping of Markdown paragraphs.</summary>
internal static class Prose
{
    /// <summary>Info string of a fence whose content is the text itself, line by line.</summary>
    public const string Verbatim = "verbatim";

    /// <summary>Info string of a fence whose content is the text itself with '\uXXXX' and '\\' as escapes.</summary>
    public const string Escaped = "escaped";

    /// <summary>
    /// Joins the lines of a paragraph by a blank and parts paragraphs by an empty line; list items, table rows and code fences keep their
    /// lines. Lines that are one fence marked 'verbatim' or 'escaped' are that fence's content.
    /// </summary>
    /// <param name="source">The text that the ranges point into.</param>
    /// <param name="lines">The lines.</param>
    public static string Unwrap(string source, LineRanges lines)
    {
        var ranges = lines.Ranges;
        if (ranges.Count == 0) return "";
        if (ranges.Count == 1)
        {
            var text = source.AsSpan(ranges[0].Start, ranges[0].End - ranges[0].Start);
            var trimmed = text.Trim();
            if (!trimmed.Contains('\n')) return trimmed.ToString();
            return Unwrap(text);
        }

        var joined = new StringBuilder();
        foreach (var (start, end) in ranges) joined.Append(source, start, end - start).Append('\n');
        return Unwrap(joined.ToString());
    }

    /// <summary>Joins lines into one, each without blanks around it.</summary>
    public static string Join(ReadOnlySpan<char> lines)
    {
        var builder = new StringBuilder(lines.Length);
        foreach (var range in lines.Split('\n'))
        {
            var line = lines[range].Trim();
            if (builder.Length > 0) builder.Append(' ');
            builder.Append(line);
        }
        return builder.ToString();
    }

    /// <summary>Unwraps lines parted by "\n".</summary>
    public static string Unwrap(ReadOnlySpan<char> lines)
    {
        if (Raw(lines) is { } raw) return raw;
        var buffer = ArrayPool<char>.Shared.Rent(lines.Length + 2);
        try
        {
            return buffer.AsSpan(0, Unwrap(lines, buffer)).ToString();
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    // What is put between two lines is never longer than the line ends that it stands for, so the result fits.
    private static int Unwrap(ReadOnlySpan<char> lines, Span<char> to)
    {
        var length = 0;
        var blank = false;
        var keep = false;
        while (lines.Length > 0)
        {
            var end = lines.IndexOf('\n');
            var line = end < 0 ? lines : lines[..end];
            lines = end < 0 ? [] : lines[(end + 1)..];
            var text = line.Trim();
            if (text.Length == 0)
            {
                blank = length > 0;
                continue;
            }

            var fence = text[0] is '`' or '~' && Fence.Opens(line).IsOpen;
            if (blank) to[length++] = '\n';
            if (length > 0) to[length++] = blank || keep || fence || StartsBlock(text) ? '\n' : ' ';
            var kept = keep && !fence ? line.TrimEnd() : text;
            kept.CopyTo(to[length..]);
            length += kept.Length;
            blank = false;
            if (fence) keep = !keep;
        }
        return length;
    }

    private static bool StartsBlock(ReadOnlySpan<char> text)
    {
        if (text[0] is '|' or '>') return true;
        var end = text.IndexOf(' ');
        if (end is <= 0 or > 4) return false;
        var marker = text[..end];
        return marker is "-" or "*" or "+"
            || (marker[^1] is '.' or ')' && marker.Length > 1 && !marker[..^1].ContainsAnyExceptInRange('0', '9'));
    }

    // The content of a fence marked as text, where the lines are that fence and nothing else.
    private static string? Raw(ReadOnlySpan<char> lines)
    {
        var text = lines.Trim();
        if (text.Length == 0 || text[0] != '`') return null;
        var first = text.IndexOf('\n');
        var last = text.LastIndexOf('\n');
        if (first < 0) return null;
        var fence = Fence.Opens(text[..first]);
        if (!fence.IsOpen || !fence.IsClosedBy(text[(last + 1)..])) return null;
        var info = fence.Info(text[..first]);
        if (info is not (Verbatim or Escaped)) return null;
        var content = first == last ? "" : text[(first + 1)..last];
        for (var rest = content; rest.Length > 0;)
        {
            var end = rest.IndexOf('\n');
            if (fence.IsClosedBy(end < 0 ? rest : rest[..end])) return null;
            rest = end < 0 ? [] : rest[(end + 1)..];
        }
        return info is Verbatim ? content.ToString() : Unescape(content);
    }

    private static string Unescape(ReadOnlySpan<char> text)
    {
        var builder = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && QuotedText.Unescape(text[(i + 1)..], out var c) is var used and > 0)
            {
                builder.Append(c);
                i += used;
            }
            else
            {
                builder.Append(text[i]);
            }
        }
        return builder.ToString();
    }
}
