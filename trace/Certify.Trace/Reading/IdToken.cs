namespace Certify.Trace.Reading;

/// <summary>
/// An id as own Markdown writes it: bare where it has the usual form, else as a code span (`any id`), or quoted where even that could not
/// hold it.
/// </summary>
internal static class IdToken
{
    /// <summary>Writes an id.</summary>
    public static string Write(string id)
    {
        if (ItemId.IsWellFormed(id)) return id;
        if (id.Length == 0 || QuotedText.NeedsEscape(id) || id.Contains('\n') || id.Contains("<!--", StringComparison.Ordinal)
            || id.Trim().Length != id.Length || id.AsSpan().IndexOfAny('\t', '\v') >= 0) return QuotedText.Quote(id);
        var marks = 1;
        while (id.Contains(new string('`', marks), StringComparison.Ordinal)) marks++;
        var mark = new string('`', marks);
        var pad = id[0] == '`' || id[^1] == '`' ? " " : "";
        return $"{mark}{pad}{id}{pad}{mark}";
    }

    /// <summary>Reads a code span or quoted id at the start of a span.</summary>
    /// <param name="text">Begins with a backtick or a quote.</param>
    /// <param name="id">The id; never empty.</param>
    /// <param name="length">Characters read.</param>
    /// <returns>False when it does not close, is empty, or is no id (too long, control characters).</returns>
    public static bool TryReadMarked(ReadOnlySpan<char> text, out string id, out int length)
    {
        if (text[0] == '"') return QuotedText.TryRead(text, out id, out length) && IsId(id);
        id = "";
        var marks = text.Length - text.TrimStart('`').Length;
        length = 0;
        for (var at = marks; at < text.Length;)
        {
            var next = text[at..].IndexOf('`');
            if (next < 0) return false;
            at += next;
            var run = text[at..].Length - text[at..].TrimStart('`').Length;
            if (run == marks)
            {
                var inside = text[marks..at];
                if (inside.Length > 2 && inside[0] == ' ' && inside[^1] == ' ') inside = inside[1..^1];
                id = inside.ToString();
                length = at + run;
                return IsId(id);
            }
            at += run;
        }
        return false;
    }

    private static bool IsId(string id) => id.Length > 0 && !id.Any(char.IsControl);
}
