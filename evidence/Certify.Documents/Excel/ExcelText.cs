using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Certify.Documents.Excel;

/// <summary>Cells that hold text and nothing else, whatever the text looks like.</summary>
internal static class ExcelText
{
    // The format's limit for one cell, in UTF-16 units.
    private const int CellCharactersMax = 32767;

    /// <summary>A text cell at a 1-based column and row.</summary>
    public static S.Cell Cell(int column, int row, string text, uint style) => new(
        new S.InlineString(new S.Text(Escape(text)) { Space = SpaceProcessingModeValues.Preserve }))
    {
        CellReference = Reference(column, row),
        DataType = S.CellValues.InlineString,
        StyleIndex = style,
    };

    /// <summary>"A1" for column 1 and row 1.</summary>
    public static string Reference(int column, int row) => ColumnName(column) + row.ToString(CultureInfo.InvariantCulture);

    /// <summary>"A", "Z", "AA" and so on for a 1-based column.</summary>
    public static string ColumnName(int column)
    {
        var name = "";
        for (var n = column; n > 0; n = (n - 1) / 26) name = (char)('A' + (n - 1) % 26) + name;
        return name;
    }

    /// <summary>
    /// Cleans, cuts at the cell limit, and protects "_x0041_", which the format would read as an escaped character.
    /// <para><b>Source:</b> ECMA-376 part 1, 22.9.2.19 (ST_Xstring).</para>
    /// </summary>
    public static string Escape(string text)
    {
        var clean = SafeText.Limit(SafeText.Clean(text), CellCharactersMax);
        if (!clean.Contains("_x", StringComparison.Ordinal)) return clean;
        var escaped = new StringBuilder(clean.Length + 16);
        for (var i = 0; i < clean.Length; i++)
        {
            if (clean[i] == '_' && IsEscape(clean.AsSpan(i))) escaped.Append("_x005F");
            escaped.Append(clean[i]);
        }
        return escaped.ToString();
    }

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
