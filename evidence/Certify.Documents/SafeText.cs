using System.Globalization;
using System.Text;

namespace Certify.Documents;

/// <summary>Makes any text fit to be stored in XML and HTML without changing what a reader sees of ordinary text.</summary>
internal static class SafeText
{
    private const char Replacement = '\uFFFD';

    /// <summary>
    /// Line ends become '\n'. Control characters, lone surrogates and non-characters become U+FFFD. Direction
    /// overrides, which could show an identifier as another, are spelled out.
    /// </summary>
    public static string Clean(string text)
    {
        var i = 0;
        while (i < text.Length && IsPlain(text[i])) i++;
        if (i == text.Length) return text;

        var clean = new StringBuilder(text, 0, i, text.Length + 16);
        for (; i < text.Length; i++) Append(clean, text, ref i);
        return clean.ToString();
    }

    /// <summary>The first characters of a digest or revision, for places where the whole does not fit.</summary>
    public static string Short(string digest) => digest.Length > 12 ? digest[..12] : digest;

    /// <summary>Cuts text at a limit of UTF-16 units and says how much is missing.</summary>
    public static string Limit(string text, int max)
    {
        if (text.Length <= max) return text;
        var room = max - 60;
        if (char.IsHighSurrogate(text[room - 1])) room--;
        var missing = (text.Length - room).ToString(CultureInfo.InvariantCulture);
        return $"{text[..room]}... [{missing} more characters are in the fact file]";
    }

    private static bool IsPlain(char c) =>
        c is >= ' ' and < '\u007F' or '\n' or '\t' or >= '\u00A0' and < '\u2000';

    private static void Append(StringBuilder clean, string text, ref int i)
    {
        var c = text[i];
        if (c == '\r')
        {
            if (i + 1 < text.Length && text[i + 1] == '\n') i++;
            clean.Append('\n');
        }
        else if (c is '\u2028' or '\u2029') clean.Append('\n');
        else if (c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069')
            clean.Append(CultureInfo.InvariantCulture, $"[U+{(int)c:X4}]");
        else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            clean.Append(c).Append(text[++i]);
        else if (c is '\n' or '\t' || !(char.IsControl(c) || char.IsSurrogate(c) || c >= '\uFFFE'))
            clean.Append(c);
        else clean.Append(Replacement);
    }
}
