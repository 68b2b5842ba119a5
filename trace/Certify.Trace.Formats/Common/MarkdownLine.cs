namespace Certify.Trace.Formats.Common;

/// <summary>What single lines of Markdown are.</summary>
internal static class MarkdownLine
{
    /// <summary>Level of an ATX heading, 1 to 6, or 0.</summary>
    public static int Heading(ReadOnlySpan<char> line)
    {
        var level = 0;
        while (level < line.Length && line[level] == '#') level++;
        return level is >= 1 and <= 6 && (level == line.Length || line[level] is ' ' or '\t') ? level : 0;
    }

    /// <summary>Text of a heading of the given level: what follows the mark and one blank.</summary>
    public static ReadOnlySpan<char> Title(ReadOnlySpan<char> line, int level) => level + 1 < line.Length ? line[(level + 1)..] : [];

    /// <summary>Mark of a code fence ('`' or '~') that the line begins or ends, or NUL.</summary>
    public static char Fence(ReadOnlySpan<char> line)
    {
        var text = line.TrimStart(' ');
        if (line.Length - text.Length > 3) return '\0';
        return text.StartsWith("```") ? '`' : text.StartsWith("~~~") ? '~' : '\0';
    }

    /// <summary>True when lines are Markdown of this tool or of Doorstop: a heading with the list of an item's fields right below, or YAML in front.</summary>
    public static bool IsOwn(ReadOnlySpan<string> lines)
    {
        var isBelowHeading = false;
        var hasYaml = lines.Length > 0 && lines[0] == "---";
        foreach (var line in lines)
        {
            if (hasYaml && line.StartsWith("normative:", StringComparison.Ordinal)) return true;
            if (isBelowHeading && line.StartsWith("- tier:", StringComparison.Ordinal)) return true;
            if (!string.IsNullOrWhiteSpace(line)) isBelowHeading = Heading(line) == 2;
        }
        return false;
    }

    /// <summary>The lines at the begin of a file, for telling formats apart.</summary>
    public static string[] Head(ReadOnlySpan<byte> head) => SourceText.Lines(System.Text.Encoding.UTF8.GetString(SourceText.HeadUtf8(head))).Split('\n');

    /// <summary>Text of a list item, or null: "* text", "- text", "+ text", indented or not.</summary>
    public static string? ListItem(string line)
    {
        var text = line.AsSpan().TrimStart();
        return text.Length >= 2 && text[0] is '*' or '-' or '+' && text[1] is ' ' or '\t' ? text[2..].Trim().ToString() : null;
    }

    /// <summary>Joins lines without the empty ones around them.</summary>
    public static string Block(IReadOnlyList<string> lines)
    {
        var (from, to) = (0, lines.Count);
        while (from < to && string.IsNullOrWhiteSpace(lines[from])) from++;
        while (to > from && string.IsNullOrWhiteSpace(lines[to - 1])) to--;
        return string.Join('\n', lines.Skip(from).Take(to - from));
    }

    /// <summary>True where <see cref="Block"/> gives back the text: no empty lines around it, no carriage returns.</summary>
    public static bool IsBlock(string text) =>
        text.Length == 0 || (!text.Contains('\r', StringComparison.Ordinal)
            && !text.AsSpan(0, IndexOrEnd(text, text.IndexOf('\n', StringComparison.Ordinal))).IsWhiteSpace()
            && !text.AsSpan(text.LastIndexOf('\n') + 1).IsWhiteSpace());

    private static int IndexOrEnd(string text, int at) => at < 0 ? text.Length : at;
}
