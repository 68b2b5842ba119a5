using System.Buffers;
using System.Globalization;
using System.Text;

namespace Certify.Trace.Reading;

/// <summary>
/// Text in double quotes with the escapes of JSON, for values that a line of Markdown could not hold as they are. Any UTF-16 text has a form,
/// lone surrogates and control characters included.
/// </summary>
internal static class QuotedText
{
    /// <summary>True when a character may not stand in a requirement file, because it hides or turns text or is no character.</summary>
    public static bool IsHidden(char c) => c != '\n' && (PlainText.Hidden.Contains(c) || c is '\r' or '\f' or '\u0085');

    /// <summary>True when text can stand on a line as it is: not empty, no blanks around it, nothing that readers of the line take for something else.</summary>
    public static bool IsPlain(ReadOnlySpan<char> text) =>
        text.Length > 0 && text[0] is not ('"' or '`') && !char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(text[^1])
        && !NeedsEscape(text) && !text.Contains('\n') && text.IndexOf("<!--", StringComparison.Ordinal) < 0;

    /// <summary>True when text holds what only an escape can write: hidden characters or half a surrogate pair.</summary>
    public static bool NeedsEscape(ReadOnlySpan<char> text)
    {
        if (text.ContainsAny(s_breaks) || text.ContainsAny(PlainText.Hidden)) return true;
        for (var i = text.IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return true;
            i++;
        }
        return false;
    }

    /// <summary>Writes text as it is where that is plain, else quoted.</summary>
    public static string PlainOrQuoted(string text) => IsPlain(text) ? text : Quote(text);

    /// <summary>Writes text in quotes.</summary>
    public static string Quote(string text)
    {
        var builder = new StringBuilder(text.Length + 8).Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '"' or '\\') builder.Append('\\').Append(c);
            else if (c == '\n') builder.Append("\\n");
            else if (Stands(text, i)) builder.Append(c);
            else Escape(builder, c);
        }
        return builder.Append('"').ToString();
    }

    /// <summary>Writes a character as \uXXXX.</summary>
    public static void Escape(StringBuilder builder, char c) =>
        builder.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));

    /// <summary>True when the character at a position can be written as it is.</summary>
    public static bool Stands(string text, int at)
    {
        var c = text[at];
        if (IsHidden(c)) return false;
        if (c == '<') return text.AsSpan(at).IndexOf("<!--", StringComparison.Ordinal) != 0;
        if (!char.IsSurrogate(c)) return true;
        return char.IsHighSurrogate(c) ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
            : at > 0 && char.IsHighSurrogate(text[at - 1]);
    }

    /// <summary>Reads quoted text at the start of a span.</summary>
    /// <param name="text">Begins with the opening quote.</param>
    /// <param name="value">The text inside.</param>
    /// <param name="length">Characters read, both quotes included.</param>
    /// <returns>False when the quotes do not close or an escape is unknown.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, out string value, out int length)
    {
        value = "";
        length = 0;
        var builder = new StringBuilder();
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                value = builder.ToString();
                length = i + 1;
                return true;
            }

            if (text[i] != '\\') builder.Append(text[i]);
            else if (Unescape(text[(i + 1)..], out var c) is var used and > 0)
            {
                builder.Append(c);
                i += used;
            }
            else
            {
                return false;
            }
        }
        return false;
    }

    /// <summary>Reads what follows a backslash; gives the characters used, 0 where it is no escape.</summary>
    public static int Unescape(ReadOnlySpan<char> text, out char c)
    {
        c = text.Length > 0 ? text[0] : '\0';
        if (c is '"' or '\\' or '/') return 1;
        if (c is 'n' or 't' or 'r')
        {
            c = c == 'n' ? '\n' : c == 't' ? '\t' : '\r';
            return 1;
        }

        if (c != 'u' || text.Length < 5 || !ushort.TryParse(text.Slice(1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)) return 0;
        c = (char)code;
        return 5;
    }

    private static readonly SearchValues<char> s_breaks = SearchValues.Create("\r\f\u0085\u2028\u2029");
}
