namespace Certify.Trace.Formats.Tags;

/// <summary>Strings in which a backslash or a line end means nothing: R"x(..)x", r#".."#, @"..", """..""".</summary>
internal static class RawString
{
    /// <summary>Length of such a string that begins at a place, or 0.</summary>
    public static int Length(string text, int at, TagLanguage language) => language switch
    {
        TagLanguage.Cpp when text[at] == 'R' && Next(text, at) == '"' && !Continues(text, at, "uUL8") => Cpp(text, at),
        TagLanguage.Rust when text[at] == 'r' && Next(text, at) is '"' or '#' && !Continues(text, at, "bc") => Rust(text, at),
        TagLanguage.CSharp when text[at] == '@' && Next(text, at) == '"' => Doubled(text, at + 2) - at,
        TagLanguage.CSharp or TagLanguage.Python when text[at] is '"' or '\'' => Triple(text, at, language),
        _ => 0,
    };

    private static char Next(string text, int at) => at + 1 < text.Length ? text[at + 1] : '\0';

    // A letter before makes it another word, unless it is a prefix of strings itself.
    private static bool Continues(string text, int at, string prefixes) =>
        at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] == '_') && !prefixes.Contains(text[at - 1], StringComparison.Ordinal);

    private static int Cpp(string text, int at)
    {
        var open = text.IndexOf('(', at + 2, Math.Min(18, text.Length - at - 2));
        if (open < 0) return 0;
        return End(text, open, $"){text[(at + 2)..open]}\"") - at;
    }

    private static int Rust(string text, int at)
    {
        var open = at + 1;
        while (open < text.Length && text[open] == '#') open++;
        if (open >= text.Length || text[open] != '"') return 0;
        return End(text, open + 1, "\"" + new string('#', open - at - 1)) - at;
    }

    private static int Doubled(string text, int at)
    {
        for (; at < text.Length; at++)
        {
            if (text[at] != '"') continue;
            if (Next(text, at) != '"') return at + 1;
            at++;
        }
        return text.Length;
    }

    private static int Triple(string text, int at, TagLanguage language)
    {
        var quote = text[at];
        var marks = at;
        while (marks < text.Length && text[marks] == quote && (language == TagLanguage.CSharp || marks - at < 3)) marks++;
        if (marks - at < 3 || (language == TagLanguage.CSharp && quote == '\'')) return 0;
        if (language == TagLanguage.CSharp) return End(text, marks, new string(quote, marks - at)) - at;
        for (var i = marks; i < text.Length; i++)
        {
            if (text[i] == '\\') i++;
            else if (text[i] == quote && string.CompareOrdinal(text, i, text, at, 3) == 0) return i + 3 - at;
        }
        return text.Length - at;
    }

    private static int End(string text, int from, string mark)
    {
        var end = text.IndexOf(mark, Math.Min(from, text.Length), StringComparison.Ordinal);
        return end < 0 ? text.Length : end + mark.Length;
    }
}
