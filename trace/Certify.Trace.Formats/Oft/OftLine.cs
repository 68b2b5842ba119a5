using Certify.Trace.Formats.Common;

namespace Certify.Trace.Formats.Oft;

/// <summary>What single lines of OpenFastTrace Markdown are.</summary>
internal static class OftLine
{
    private static readonly string[] s_keywords = ["Needs", "Covers", "Depends", "Rationale", "Comment", "Status", "Tags", "Description"];

    /// <summary>The id of an item that begins with this line: the id alone, in back quotes or bold, with an anchor behind it or not.</summary>
    public static OftId? Item(string line)
    {
        if (!line.Contains('~', StringComparison.Ordinal)) return null;
        var text = line.AsSpan().TrimStart();
        if (line.Length - text.Length > 3) return null;
        text = text.TrimStart("*`");
        var length = OftId.Length(text);
        if (length == 0) return null;
        var rest = text[length..].TrimStart("*`").Trim();
        if (!rest.IsEmpty && !rest.StartsWith("<a ") && !rest.StartsWith("<!--")) return null;
        return OftId.TryParse(text[..length], out var id) ? id : null;
    }

    /// <summary>The keyword that a line begins, with what follows its colon; null for any other line.</summary>
    public static (string Keyword, string Value)? Keyword(string line)
    {
        var text = line.AsSpan();
        if (text.StartsWith("**")) text = text[2..];
        foreach (var keyword in s_keywords)
        {
            if (!text.StartsWith(keyword, StringComparison.Ordinal)) continue;
            var rest = text[keyword.Length..].TrimStart(" *");
            if (rest.StartsWith(":")) return (keyword, rest[1..].TrimStart("*").Trim().ToString());
        }
        return null;
    }

    /// <summary>
    /// A forwarding, "arch --> dsn, impl : req~name~1": type, needed types and the id that is passed on.
    /// </summary>
    public static (string Type, string Needs, OftId Target)? Forward(string line)
    {
        var arrow = line.IndexOf("-->", StringComparison.Ordinal);
        if (arrow <= 0) return null;
        var text = line.AsSpan();
        var type = text[..arrow].Trim().TrimStart("*-+ ").Trim('`');
        var colon = text[arrow..].IndexOf(':');
        if (colon < 0 || !OftId.IsType(type)) return null;
        var needs = text.Slice(arrow + 3, colon - 3).Trim();
        foreach (var range in needs.Split(','))
        {
            if (!OftId.IsType(needs[range].Trim())) return null;
        }
        return OftId.TryParse(text[(arrow + colon + 1)..].Trim().Trim('`'), out var id) ? (type.ToString(), List(needs.ToString()), id) : null;
    }

    /// <summary>The id in an entry of a list: alone, in back quotes, or in a link such as "[title](#req~name~1)".</summary>
    public static OftId? Reference(string entry)
    {
        var text = entry.AsSpan();
        var link = text.IndexOf("](#");
        if (link >= 0)
        {
            text = text[(link + 3)..];
            text = text[..Math.Max(0, text.IndexOf(')'))];
        }
        return OftId.TryParse(text.Trim(" \t`*"), out var id) ? id : null;
    }

    /// <summary>A list of words with ", " between them.</summary>
    public static string List(string words) => string.Join(", ", words.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    /// <summary>True when a line of text would be read as something else than text.</summary>
    public static bool IsSyntax(string line) =>
        MarkdownLine.Heading(line) > 0 || MarkdownLine.Fence(line) != '\0' || Keyword(line) is not null || Item(line) is not null || Forward(line) is not null;

    /// <summary>Writes a line of text so that it reads back as text: a backslash before it where it looks like syntax.</summary>
    public static string Escape(string line) => IsSyntax(line.TrimStart('\\')) ? "\\" + line : line;

    /// <summary>Undoes <see cref="Escape"/>.</summary>
    public static string Unescape(string line) => line.StartsWith('\\') && IsSyntax(line.TrimStart('\\')) ? line[1..] : line;
}
