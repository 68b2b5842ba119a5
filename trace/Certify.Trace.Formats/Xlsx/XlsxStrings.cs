using System.Globalization;
using System.Text;
using System.Xml;
using Certify.Trace.Formats.Common;

namespace Certify.Trace.Formats.Xlsx;

/// <summary>Texts of a workbook: shared ones, and the form in which cells hold characters that XML cannot.</summary>
internal static class XlsxStrings
{
    /// <summary>Longest text of a cell taken; the format itself ends at 32,767.</summary>
    public const int LengthMax = 1 << 20;

    /// <summary>Reads the shared texts in order.</summary>
    /// <param name="xml">Reader of the part, or null where the workbook has none.</param>
    /// <param name="rich">Number of texts with formatting inside.</param>
    public static List<string> Read(XmlReader? xml, out int rich)
    {
        rich = 0;
        var texts = new List<string>();
        while (xml is not null && xml.Next())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "si") continue;
            texts.Add(ReadText(xml, out var isRich));
            if (isRich) rich++;
        }
        return texts;
    }

    /// <summary>Reads the text of the element that the reader stands on, over its runs; phonetic hints are not part of it.</summary>
    public static string ReadText(XmlReader xml, out bool rich)
    {
        rich = false;
        if (xml.IsEmptyElement) return "";
        var depth = xml.Depth;
        string? only = null;
        StringBuilder? all = null;
        var hint = int.MaxValue;
        while (xml.Next() && xml.Depth > depth)
        {
            if (xml.Depth <= hint) hint = int.MaxValue;
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "rPh" && hint == int.MaxValue && !xml.IsEmptyElement) hint = xml.Depth;
            else if (xml.LocalName == "rPr") rich = true;
            else if (xml.LocalName == "t" && hint == int.MaxValue)
            {
                var part = xml.InnerText();
                if (only is null) only = part;
                else (all ??= new StringBuilder(only)).Append(part);
            }
            if ((all?.Length ?? only?.Length ?? 0) > LengthMax) throw new LimitException("a cell holds more than a million characters");
        }
        return SourceText.Lines(Decode(all?.ToString() ?? only ?? ""));
    }

    /// <summary>Gives "_x000D_" and its like their character.</summary>
    /// <remarks><b>Source:</b> ECMA-376 part 1, 22.9.2.19 (ST_Xstring).</remarks>
    public static string Decode(string text)
    {
        var at = text.IndexOf("_x", StringComparison.Ordinal);
        if (at < 0) return text;
        var plain = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        for (; at >= 0; at = rest.IndexOf("_x", StringComparison.Ordinal))
        {
            plain.Append(rest[..at]);
            rest = rest[at..];
            var isEscape = IsEscape(rest);
            plain.Append(isEscape ? (char)ushort.Parse(rest[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : '_');
            rest = rest[(isEscape ? 7 : 1)..];
        }
        return plain.Append(rest).ToString();
    }

    /// <summary>Writes characters that XML cannot hold, or that reading XML changes, as "_xHHHH_".</summary>
    public static string Encode(string text)
    {
        var at = 0;
        while (at < text.Length && IsPlain(text, at)) at++;
        if (at == text.Length) return text;
        var coded = new StringBuilder(text, 0, at, text.Length + 32);
        for (; at < text.Length; at++)
        {
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])) coded.Append(text[at]).Append(text[++at]);
            else if (IsPlain(text, at)) coded.Append(text[at]);
            else coded.Append(CultureInfo.InvariantCulture, $"_x{(int)text[at]:X4}_");
        }
        return coded.ToString();
    }

    private static bool IsPlain(string text, int at) => text[at] switch
    {
        '\n' or '\t' => true,
        '_' => !IsEscape(text.AsSpan(at)),
        var c => c >= ' ' && !char.IsSurrogate(c) && c < '\uFFFE',
    };

    private static bool IsEscape(ReadOnlySpan<char> text)
    {
        if (text.Length < 7 || text[1] != 'x' || text[6] != '_') return false;
        foreach (var c in text[2..6])
        {
            if (!char.IsAsciiHexDigit(c)) return false;
        }
        return true;
    }
}
