using Certify.Documents.Model;
using DocumentFormat.OpenXml;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Certify.Documents.Excel;

/// <summary>One sheet: a title row with the marks, a filtered heading row that stays in view, then the rows.</summary>
internal static class ExcelSheet
{
    /// <summary>Row of the column headings.</summary>
    public const int HeadRow = 2;

    private const int WidthMin = 9;
    private const int WidthMax = 50;

    // A row may be at most 409 points high; a line of 10-point text takes 12.75.
    private const int LinesMax = 32;
    private const double LineHeight = 12.75;

    /// <summary>Builds the sheet.</summary>
    public static S.Worksheet Create(Sheet sheet, Identity identity)
    {
        var table = sheet.Table;
        var widths = Widths(table);
        var last = ExcelText.ColumnName(table.Columns.Count);
        var lastRow = HeadRow + Math.Max(1, table.Rows.Count);
        return new S.Worksheet(
            new S.SheetProperties(new S.PageSetupProperties { FitToPage = true }),
            View(),
            new S.SheetFormatProperties { DefaultRowHeight = 13.5 },
            Columns(widths),
            Data(sheet, identity, widths),
            new S.AutoFilter { Reference = $"A{Say.Count(HeadRow)}:{last}{Say.Count(lastRow)}" },
            new S.PageMargins { Left = 0.4, Right = 0.4, Top = 0.8, Bottom = 0.7, Header = 0.3, Footer = 0.3 },
            new S.PageSetup { PaperSize = 9, Orientation = S.OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 },
            PrintHeader(sheet, identity),
            new S.IgnoredErrors(new S.IgnoredError
            {
                NumberStoredAsText = true,
                SequenceOfReferences = new ListValue<StringValue> { InnerText = $"A1:{last}{Say.Count(lastRow)}" },
            }));
    }

    private static S.SheetViews View() => new(new S.SheetView(
        new S.Pane
        {
            VerticalSplit = HeadRow, TopLeftCell = ExcelText.Reference(1, HeadRow + 1),
            ActivePane = S.PaneValues.BottomLeft, State = S.PaneStateValues.Frozen,
        },
        new S.Selection { Pane = S.PaneValues.BottomLeft })
    { WorkbookViewId = 0, ShowGridLines = false });

    private static S.SheetData Data(Sheet sheet, Identity identity, int[] widths)
    {
        var data = new S.SheetData();
        var title = new S.Row { RowIndex = 1, Height = 21, CustomHeight = true };
        title.Append(ExcelText.Cell(1, 1, Title(sheet, identity), identity.Marks.Count == 0 ? ExcelStyles.Title : ExcelStyles.Mark));
        data.Append(title);

        var head = new S.Row { RowIndex = HeadRow };
        for (var i = 0; i < sheet.Table.Columns.Count; i++)
            head.Append(ExcelText.Cell(i + 1, HeadRow, sheet.Table.Columns[i].Heading, ExcelStyles.Head));
        data.Append(head);

        var number = HeadRow;
        foreach (var cells in sheet.Table.Rows)
        {
            var row = new S.Row { RowIndex = (uint)++number, Height = Height(cells, widths), CustomHeight = true };
            for (var i = 0; i < cells.Count; i++)
                row.Append(ExcelText.Cell(i + 1, number, cells[i].Flat, ExcelStyles.Of(cells[i].Tone)));
            data.Append(row);
        }
        if (sheet.Table.Rows.Count == 0)
        {
            var row = new S.Row { RowIndex = HeadRow + 1 };
            row.Append(ExcelText.Cell(1, HeadRow + 1, sheet.WhenEmpty, ExcelStyles.Remark));
            data.Append(row);
        }
        return data;
    }

    private static string Title(Sheet sheet, Identity identity)
    {
        var marks = string.Concat(identity.Marks.Select(mark => mark.Word + "   "));
        return $"{marks}{identity.Id}   {sheet.Table.Caption}   revision {SafeText.Short(identity.Revision)}";
    }

    // Widths in characters of the default font.
    private static int[] Widths(Table table) => [.. table.Columns.Select((column, i) =>
    {
        var longest = table.Rows.Select(row => LongestLine(row[i])).DefaultIfEmpty(0).Max();
        return Math.Clamp(Math.Max(longest, column.Heading.Length + 3) + 2, WidthMin, WidthMax);
    })];

    // Stated in the file, since not every program fits rows to wrapped text on opening.
    private static double Height(IReadOnlyList<Cell> cells, int[] widths)
    {
        const int WidthOfCharacter = 105;
        var lines = cells.Select((cell, i) => cell.Flat.Length < widths[i] - 1 && !cell.Flat.Contains('\n', StringComparison.Ordinal)
            ? 1
            : TextMetrics.Lines(SafeText.Clean(cell.Flat), 20, widths[i] * WidthOfCharacter)).Max();
        return Math.Min(lines, LinesMax) * LineHeight + 1.5;
    }

    private static S.Columns Columns(int[] widths)
    {
        var columns = new S.Columns();
        for (var i = 0; i < widths.Length; i++)
            columns.Append(new S.Column { Min = (uint)i + 1, Max = (uint)i + 1, CustomWidth = true, Width = widths[i] });
        return columns;
    }

    private static int LongestLine(Cell cell) => cell.Paragraphs.Select(paragraph => paragraph.Flat.Length).DefaultIfEmpty(0).Max();

    // '&' starts a code in this field; 255 characters are its limit.
    private static S.HeaderFooter PrintHeader(Sheet sheet, Identity identity)
    {
        static string Plain(string text) => SafeText.Clean(text).Replace("&", "&&", StringComparison.Ordinal);
        var marks = string.Join(" ", identity.Marks.Select(mark => mark.Word));
        var left = Plain(SafeText.Limit($"{identity.Id} {identity.Project}", 80));
        return new S.HeaderFooter(
            new S.OddHeader($"&L{left}&C&B{Plain(marks)}&B&RRevision {Plain(SafeText.Short(identity.Revision))}"),
            new S.OddFooter($"&L{Plain(sheet.Name)}, not approved&Rpage &P of &N"));
    }
}
