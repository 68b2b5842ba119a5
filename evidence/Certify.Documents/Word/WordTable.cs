using System.Globalization;
using Certify.Documents.Model;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Certify.Documents.Word;

/// <summary>Tables of fixed layout, so that they fit whatever they hold; long words break inside their cell.</summary>
internal static class WordTable
{
    // A row longer than this may run over a page end; shorter ones stay whole.
    private const int WholeRowCharacters = 600;
    private const string Line = "A6B1C4";

    /// <summary>A captioned table's grid.</summary>
    /// <param name="table">The table.</param>
    /// <param name="width">Width to fill, in twentieths of a point.</param>
    public static W.Table Create(Table table, int width)
    {
        var widths = Widths(table.Columns, width);
        var grid = new W.Table(Properties(width), Grid(widths));
        grid.Append(HeadRow(table.Columns, widths));
        foreach (var row in table.Rows) grid.Append(BodyRow(row, widths));
        return grid;
    }

    /// <summary>Shares a width by weight; the widths sum up to it exactly.</summary>
    internal static int[] Widths(IReadOnlyList<Column> columns, int width)
    {
        var sum = columns.Sum(column => column.Weight);
        int[] widths = [.. columns.Select(column => width * column.Weight / sum)];
        widths[^1] += width - widths.Sum();
        return widths;
    }

    /// <summary>True for a row that is short enough to be kept on one page.</summary>
    internal static bool StaysWhole(IReadOnlyList<Cell> cells) =>
        cells.Max(cell => cell.Paragraphs.Sum(paragraph => paragraph.Flat.Length + 40)) <= WholeRowCharacters;

    /// <summary>A table of labels and values without a heading row, for the title page.</summary>
    public static W.Table Particulars(IEnumerable<(string Label, Rich Value)> rows, int width)
    {
        int[] widths = [width * 30 / 100, width - width * 30 / 100];
        var grid = new W.Table(Properties(width), Grid(widths));
        foreach (var (label, value) in rows)
        {
            grid.Append(new W.TableRow(
                new W.TableRowProperties(new W.CantSplit()),
                BodyCell(new Cell([(Rich)label], Tone.Muted), widths[0], WordStyles.TableHead),
                BodyCell(value, widths[1], WordStyles.TableText)));
        }
        return grid;
    }

    private static W.TableProperties Properties(int width) => new(
        new W.TableWidth { Type = W.TableWidthUnitValues.Dxa, Width = Number(width) },
        new W.TableBorders(
            new W.TopBorder { Val = W.BorderValues.Single, Size = 6, Color = Line },
            new W.LeftBorder { Val = W.BorderValues.Single, Size = 4, Color = Line },
            new W.BottomBorder { Val = W.BorderValues.Single, Size = 6, Color = Line },
            new W.RightBorder { Val = W.BorderValues.Single, Size = 4, Color = Line },
            new W.InsideHorizontalBorder { Val = W.BorderValues.Single, Size = 4, Color = Line },
            new W.InsideVerticalBorder { Val = W.BorderValues.Single, Size = 4, Color = Line }),
        new W.TableLayout { Type = W.TableLayoutValues.Fixed },
        new W.TableCellMarginDefault(
            new W.TopMargin { Width = "20", Type = W.TableWidthUnitValues.Dxa },
            new W.TableCellLeftMargin { Width = 85, Type = W.TableWidthValues.Dxa },
            new W.BottomMargin { Width = "20", Type = W.TableWidthUnitValues.Dxa },
            new W.TableCellRightMargin { Width = 85, Type = W.TableWidthValues.Dxa }));

    private static W.TableGrid Grid(int[] widths) =>
        new(widths.Select(width => new W.GridColumn { Width = Number(width) }));

    private static W.TableRow HeadRow(IReadOnlyList<Column> columns, int[] widths)
    {
        var row = new W.TableRow(new W.TableRowProperties(new W.CantSplit(), new W.TableHeader()));
        for (var i = 0; i < columns.Count; i++)
        {
            row.Append(CellOf(widths[i], "DCE4F2", [WordText.Paragraph(WordStyles.TableHead, WordText.Run(columns[i].Heading))]));
        }
        return row;
    }

    private static W.TableRow BodyRow(IReadOnlyList<Cell> cells, int[] widths)
    {
        var row = new W.TableRow();
        if (StaysWhole(cells))
            row.Append(new W.TableRowProperties(new W.CantSplit()));
        for (var i = 0; i < cells.Count; i++) row.Append(BodyCell(cells[i], widths[i], WordStyles.TableText));
        return row;
    }

    private static W.TableCell BodyCell(Cell cell, int width, string style) => CellOf(
        width,
        cell.Tone switch { Tone.Good => "E3F2E6", Tone.Bad => "FBE0E0", Tone.Waiting => "FFF3D6", Tone.Muted => "F3F4F6", _ => null },
        cell.Paragraphs.Select(text => WordText.Paragraph(style, WordText.Runs(text))));

    private static W.TableCell CellOf(int width, string? fill, IEnumerable<OpenXmlElement> content)
    {
        var properties = new W.TableCellProperties(
            new W.TableCellWidth { Type = W.TableWidthUnitValues.Dxa, Width = Number(width) });
        if (fill is not null)
            properties.Append(new W.Shading { Val = W.ShadingPatternValues.Clear, Color = "auto", Fill = fill });
        var cell = new W.TableCell(properties);
        cell.Append(content);
        if (cell.ChildElements.Count == 1) cell.Append(WordText.Paragraph(WordStyles.TableText));
        return cell;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
