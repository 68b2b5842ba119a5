using System.Globalization;
using System.Xml;
using Certify.Trace.Formats.Common;

namespace Certify.Trace.Formats.Xlsx;

/// <summary>Which cell formats show a date, and how a date is written.</summary>
internal sealed class XlsxStyles
{
    private readonly List<bool> _dates = [];

    /// <summary>True where days count from 1 January 1904.</summary>
    public bool From1904 { get; init; }

    /// <summary>Reads the style part; null where the workbook has none.</summary>
    public static XlsxStyles Read(XmlReader? xml, bool from1904)
    {
        var styles = new XlsxStyles { From1904 = from1904 };
        var custom = new HashSet<string>(StringComparer.Ordinal);
        var inFormats = false;
        while (xml is not null && xml.Next())
        {
            if (xml.LocalName == "cellXfs") inFormats = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "numFmt" && xml.GetAttribute("numFmtId") is { } id && IsDateFormat(xml.GetAttribute("formatCode") ?? "")) custom.Add(id);
            if (inFormats && xml.LocalName == "xf") styles._dates.Add(IsDate(xml.GetAttribute("numFmtId") ?? "0", custom));
        }
        return styles;
    }

    /// <summary>Gives a number as the cell's format means it: a date as "2024-05-01", with its time behind a 'T' where it has one; any other as it is.</summary>
    public string Show(string number, string? style)
    {
        if (!double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value)) return number;
        if (style is not null && int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < _dates.Count && _dates[at] && Date(value) is { } date) return date;
        // Programs store 0.1 as 0.10000000000000001; integers beyond 2^53 and ids such as 1.10 as they stand.
        return number.Length > 15 && number.Contains('.', StringComparison.Ordinal) ? value.ToString("R", CultureInfo.InvariantCulture) : number;
    }

    // Day 60 of the 1900 count is a 29 February that never was; the days before it are one off.
    private string? Date(double value)
    {
        if (From1904) value += 1462;
        if (value is < 0 or >= 2958466) return null;
        var start = new DateTime(1899, 12, value < 60 && !From1904 ? 31 : 30, 0, 0, 0, DateTimeKind.Unspecified);
        var time = start.AddDays(Math.Floor(value)).AddSeconds(Math.Round((value - Math.Floor(value)) * 86400));
        if (value < 1) return time.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        return time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
    }

    private static bool IsDate(string id, HashSet<string> custom) =>
        custom.Contains(id) || int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is >= 14 and <= 22 or >= 27 and <= 36 or >= 45 and <= 47 or >= 50 and <= 58;

    // Letters of dates outside quotes, brackets and escapes.
    private static bool IsDateFormat(string code)
    {
        for (var i = 0; i < code.Length; i++)
        {
            if (code[i] is '\\' or '_' or '*') i++;
            else if (code[i] is '"' or '[')
            {
                var end = code.IndexOf(code[i] == '"' ? '"' : ']', i + 1);
                if (end < 0) return false;
                i = end;
            }
            else if (code[i] is 'y' or 'Y' or 'd' or 'D' or 'h' or 'H' or 'm' or 'M' or 's' or 'S') return !code.StartsWith("General", StringComparison.OrdinalIgnoreCase);
        }
        return false;
    }
}
