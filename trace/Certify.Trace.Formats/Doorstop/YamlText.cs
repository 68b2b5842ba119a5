using System.Globalization;
using System.Text;

namespace Certify.Trace.Formats.Doorstop;

/// <summary>Writes text as YAML: lines as a block where it can be one, anything else in double quotes.</summary>
internal static class YamlText
{
    /// <summary>Adds "key: value" with its line end.</summary>
    public static void Append(StringBuilder to, string key, string value)
    {
        to.Append(IsPlain(key) ? key : Quote(key)).Append(": ");
        if (!IsBlock(value)) to.Append(Quote(value)).Append('\n');
        else
        {
            to.Append("|-\n");
            foreach (var line in value.Split('\n')) to.Append(line.Length == 0 ? "" : "  ").Append(line).Append('\n');
        }
    }

    /// <summary>Text in double quotes.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"", text.Length + 2);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) quoted.Append(c).Append(text[++i]);
            else if (c is '"' or '\\') quoted.Append('\\').Append(c);
            else if (c == '\n') quoted.Append("\\n");
            else if (char.IsSurrogate(c)) quoted.Append('\uFFFD');
            else if (IsPrintable(c) && c != '\t') quoted.Append(c);
            else quoted.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
        }
        return quoted.Append('"').ToString();
    }

    private static bool IsPlain(string key) => key.Length > 0 && char.IsAsciiLetter(key[0]) && !key.AsSpan().ContainsAnyExcept(s_plain)
        && key.ToLowerInvariant() is not ("null" or "true" or "false" or "yes" or "no" or "on" or "off" or "y" or "n");

    private static bool IsBlock(string text)
    {
        if (!text.Contains('\n', StringComparison.Ordinal) || text[0] is ' ' or '\n' || text[^1] is '\n' or ' ') return false;
        foreach (var c in text)
        {
            if (c != '\n' && !IsPrintable(c)) return false;
        }
        return !Array.Exists(text.Split('\n'), l => l.Length > 0 && string.IsNullOrWhiteSpace(l));
    }

    // What YAML takes as it is and no reader takes for a line end; surrogates are left to quotes.
    private static bool IsPrintable(char c) =>
        c is >= ' ' and <= '~' or (>= '\u00A1' and <= '\uD7FF' and not ('\u2028' or '\u2029')) or (>= '\uE000' and <= '\uFFFC');

    private static readonly System.Buffers.SearchValues<char> s_plain =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
}
