using System.Globalization;
using System.Text;
using System.Xml;

namespace Certify.Trace.Formats.Common;

/// <summary>Text and identifiers that XML can hold.</summary>
internal static class XmlSafe
{
    /// <summary>Gives the text, with U+FFFD for each character that XML has no way to write.</summary>
    public static string Text(string text)
    {
        var bad = FirstBad(text, 0);
        if (bad < 0) return text;
        var builder = new StringBuilder(text.Length);
        var from = 0;
        for (; bad >= 0; bad = FirstBad(text, from))
        {
            builder.Append(text, from, bad - from).Append('\uFFFD');
            from = bad + 1;
        }
        return builder.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>
    /// Makes an XML name of a prefix and a text so that different texts give different names: letters, digits, '-' and '.' stay, others
    /// become '_' and four hexadecimal digits.
    /// </summary>
    public static string Name(string prefix, string text)
    {
        var builder = new StringBuilder(prefix, prefix.Length + text.Length);
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '.') builder.Append(c);
            else builder.Append('_').Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
        }
        return builder.ToString();
    }

    private static int FirstBad(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) continue;
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) i++;
            else return i;
        }
        return -1;
    }
}
