using Certify.Documents.Model;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Certify.Documents.Excel;

/// <summary>Cell formats. The constants are positions in <see cref="Create"/>'s list.</summary>
internal static class ExcelStyles
{
    public const uint Title = 1;
    public const uint Mark = 2;
    public const uint Head = 3;
    public const uint Body = 4;

    /// <summary>A sentence that runs over the columns.</summary>
    public const uint Remark = Body + 5;

    /// <summary>Format of a body cell by tone.</summary>
    public static uint Of(Tone tone) => Body + (uint)tone;

    /// <summary>Builds the style part.</summary>
    public static S.Stylesheet Create()
    {
        string[] fills = ["DCE4F2", "E3F2E6", "FBE0E0", "FFF3D6", "F3F4F6"];
        return new S.Stylesheet(
            new S.Fonts(Font(10), Font(14, "FF1F3864", bold: true), Font(11, "FFB00020", bold: true), Font(10, "FF1F3864", bold: true)),
            new S.Fills(
                [new S.Fill(new S.PatternFill { PatternType = S.PatternValues.None }),
                 new S.Fill(new S.PatternFill { PatternType = S.PatternValues.Gray125 }),
                 .. fills.Select(Fill)]),
            new S.Borders(new S.Border(), Thin()),
            new S.CellStyleFormats(new S.CellFormat { FontId = 0, FillId = 0, BorderId = 0 }),
            new S.CellFormats(
                new S.CellFormat { FontId = 0, FillId = 0, BorderId = 0, FormatId = 0 },
                Format(1, 0, 0, wrap: false),
                Format(2, 0, 0, wrap: false),
                Format(3, 2, 1, wrap: true),
                Format(0, 0, 1, wrap: true),
                Format(0, 3, 1, wrap: true),
                Format(0, 4, 1, wrap: true),
                Format(0, 5, 1, wrap: true),
                Format(0, 6, 1, wrap: true),
                Format(0, 0, 0, wrap: false)),
            new S.CellStyles(new S.CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));
    }

    private static S.Font Font(double size, string colour = "FF000000", bool bold = false)
    {
        var font = new S.Font();
        if (bold) font.Append(new S.Bold());
        font.Append(new S.FontSize { Val = size }, new S.Color { Rgb = colour }, new S.FontName { Val = "Arial" });
        return font;
    }

    private static S.Fill Fill(string colour) => new(new S.PatternFill(
        new S.ForegroundColor { Rgb = "FF" + colour }) { PatternType = S.PatternValues.Solid });

    private static S.Border Thin()
    {
        static S.Color Grey() => new() { Rgb = "FFA6B1C4" };
        return new S.Border(
            new S.LeftBorder(Grey()) { Style = S.BorderStyleValues.Thin },
            new S.RightBorder(Grey()) { Style = S.BorderStyleValues.Thin },
            new S.TopBorder(Grey()) { Style = S.BorderStyleValues.Thin },
            new S.BottomBorder(Grey()) { Style = S.BorderStyleValues.Thin },
            new S.DiagonalBorder());
    }

    // Number format 49 is "text"; with the quote prefix a cell stays text when somebody edits it.
    private static S.CellFormat Format(uint font, uint fill, uint border, bool wrap) => new(
        new S.Alignment { Vertical = S.VerticalAlignmentValues.Top, WrapText = wrap })
    {
        NumberFormatId = 49, FontId = font, FillId = fill, BorderId = border, FormatId = 0,
        ApplyNumberFormat = true, ApplyFont = true, ApplyFill = true, ApplyBorder = true, ApplyAlignment = true,
        QuotePrefix = true,
    };
}
