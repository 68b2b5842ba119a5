using System.Globalization;
using System.Xml;
using Certify.Facts;
using Certify.Trace.Formats.Common;

namespace Certify.Trace.Formats.Xlsx;

/// <summary>Reads the rows of one sheet one after the other, so that its size decides time and not memory.</summary>
/// <param name="xml">Reader of the sheet's part.</param>
/// <param name="book">Texts and formats.</param>
/// <param name="path">What places name.</param>
/// <param name="log">Takes losses.</param>
// @llr CFY-LLR-356
internal sealed class XlsxSheet(XmlReader xml, XlsxBook book, string path, ReadLog log)
{
    private const int ColumnsMax = 16384;

    /// <summary>Cells of the row last read; the list is reused.</summary>
    public List<string> Cells { get; } = [];

    /// <summary>1-based number of the row last read.</summary>
    public int Row { get; private set; }

    /// <summary>Number of columns that are kept; set once the header is known. A filled cell behind them is a loss.</summary>
    public int Width { get; set; } = ColumnsMax;

    private SourcePlace Place => new(path, Row);

    /// <summary>Reads the next row.</summary>
    /// <returns>False at the end of the sheet.</returns>
    public bool Next()
    {
        while (xml.Next())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            switch (xml.LocalName)
            {
                case "row":
                    ReadRow();
                    return true;
                case "mergeCell":
                    log.Lose("merged cells: the value stands in the first one only", Place);
                    break;
                case "hyperlink":
                    log.Lose("hyperlinks, which are not followed", Place);
                    break;
            }
        }
        return false;
    }

    private void ReadRow()
    {
        Cells.Clear();
        Row = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row > Row ? row : Row + 1;
        if (xml.IsEmptyElement) return;
        var depth = xml.Depth;
        var column = 0;
        while (xml.Next() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c") continue;
            column = ColumnOf(xml.GetAttribute("r"), column + 1);
            var value = ReadCell();
            if (value.Length == 0) continue;
            if (column > Width) log.Lose("cells behind the last column", Place);
            else
            {
                while (Cells.Count < column) Cells.Add("");
                Cells[column - 1] = value;
            }
        }
    }

    private string ReadCell()
    {
        var type = xml.GetAttribute("t");
        var style = xml.GetAttribute("s");
        if (xml.IsEmptyElement) return "";
        var depth = xml.Depth;
        var raw = "";
        string? inline = null;
        while (xml.Next() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "v") raw = xml.InnerText();
            else if (xml.LocalName == "f") log.Lose("formula: read by the value that was stored with it", Place);
            else if (xml.LocalName == "is")
            {
                inline = XlsxStrings.ReadText(xml, out var rich);
                if (rich) log.Lose("formatting inside texts", Place);
            }
        }
        if (raw.Length > XlsxStrings.LengthMax) throw new LimitException("a cell holds more than a million characters");
        return inline ?? Value(type, raw, style);
    }

    private string Value(string? type, string raw, string? style)
    {
        switch (type)
        {
            case "s":
                if (int.TryParse(raw.AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < book.Texts.Count) return book.Texts[at];
                log.Add("TRC-016", Place, $"the row uses text {SourceText.Quote(raw)}, which the workbook does not have; hint: save it again");
                return "";
            case "b":
                return raw == "1" ? "true" : "false";
            case "e":
                log.Lose($"error value {SourceText.Quote(raw)}", Place);
                return "";
            case "str":
                return SourceText.Lines(XlsxStrings.Decode(raw));
            case "d":
                return raw;
            default:
                return raw.Length == 0 ? "" : book.Styles.Show(raw, style);
        }
    }

    private static int ColumnOf(string? reference, int next)
    {
        if (reference is null) return next;
        var column = 0;
        foreach (var c in reference)
        {
            if (!char.IsAsciiLetter(c) || column > ColumnsMax) break;
            column = column * 26 + (char.ToUpperInvariant(c) - 'A' + 1);
        }
        return column is 0 or > ColumnsMax ? next : column;
    }
}
