using Certify.Trace.Model;

namespace Certify.Cli.LanguageServer;

/// <summary>What stands at a position of a document. Lines and characters are 0-based, characters are UTF-16 units, as the protocol has them.</summary>
internal static class TextAt
{
    private static readonly string[] s_linkFields =
    [
        "parents", LinkRole.Verifies, LinkRole.Implements, LinkRole.Executes, LinkRole.ResultOf, LinkRole.Reviews, LinkRole.Against,
        LinkRole.Affects, LinkRole.Mitigates, LinkRole.Assumes, LinkRole.DependsOn, "link",
    ];

    /// <summary>A line without its end, or null where the document is shorter.</summary>
    public static string? Line(string text, int line)
    {
        var start = 0;
        for (; line > 0; line--)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) return null;
            start = end + 1;
        }
        var stop = text.IndexOf('\n', start);
        return (stop < 0 ? text[start..] : text[start..stop]).TrimEnd('\r');
    }

    /// <summary>The longest id around a position that the set has, with its bounds; null where there is none.</summary>
    public static (string Id, int Start, int End)? Id(string line, int character, ServerView view)
    {
        if (character < 0 || character > line.Length) return null;
        for (var start = character; start >= 0 && character - start <= TraceItem.IdLengthMax; start--)
        {
            if (start > 0 && IsIdPart(line[start - 1])) continue;
            for (var end = line.Length; end >= Math.Max(character, start + 1); end--)
            {
                if (end < line.Length && IsIdPart(line[end])) continue;
                if (end - start <= TraceItem.IdLengthMax && view.Find(line[start..end]) is not null) return (line[start..end], start, end);
            }
        }
        return null;
    }

    /// <summary>The beginning of an id in a field that holds ids, before a position; null elsewhere.</summary>
    public static string? LinkBegun(string line, int character)
    {
        var before = line[..Math.Clamp(character, 0, line.Length)].TrimStart();
        if (!before.StartsWith("- ", StringComparison.Ordinal)) return null;
        var colon = before.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return null;
        var field = before[2..colon].Trim().Split(' ')[0];
        return s_linkFields.Contains(field, StringComparer.OrdinalIgnoreCase)
            ? before[(Math.Max(colon, before.LastIndexOf(',')) + 1)..].TrimStart() : null;
    }

    private static bool IsIdPart(char c) => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or '&' or '~';
}
