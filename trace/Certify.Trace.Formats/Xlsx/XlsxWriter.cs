using System.Globalization;
using System.IO.Compression;
using System.Text;
using Certify.Facts;
using Certify.Trace.Formats.Common;
using Certify.Trace.Formats.Tables;
using Certify.Trace.Model;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Certify.Trace.Formats.Xlsx;

/// <summary>
/// Writes XLSX with one sheet of text cells, never a formula, a number or a date: what a cell shows is what the item says. Columns as in
/// <see cref="ItemColumns"/>; a text above the format's 32,767 characters goes on in the column beside. Equal items give equal bytes.
/// </summary>
// @llr CFY-LLR-357
public sealed class XlsxWriter : IItemWriter
{
    private const int CellMax = 32767;
    private const uint Body = 1;
    private const uint Head = 2;

    /// <inheritdoc/>
    public string Name => "xlsx";

    /// <inheritdoc/>
    public string Extension => ".xlsx";

    /// <inheritdoc/>
    public WriteOutcome Write(IReadOnlyList<TraceItem> items, string title)
    {
        var losses = new List<Loss>();
        foreach (var item in items)
        {
            ItemColumns.Lose(item, losses);
            PlainLosses.Returns(item, losses);
        }

        using var archive = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(archive, SpreadsheetDocumentType.Workbook, autoSave: true))
        {
            var core = package.AddNewPart<CoreFilePropertiesPart>("application/vnd.openxmlformats-package.core-properties+xml", "rIdCore");
            using (var stream = new MemoryStream(Encoding.UTF8.GetBytes(CoreProperties(title)))) core.FeedData(stream);
            var main = package.AddWorkbookPart();
            package.ChangeIdOfPart(main, "rIdWorkbook");
            main.AddNewPart<WorkbookStylesPart>("rIdStyles").Stylesheet = Styles();
            WriteSheet(main.AddNewPart<WorksheetPart>("rIdSheet"), new ItemColumns(items, CellMax));
            main.Workbook = new S.Workbook(new S.Sheets(new S.Sheet { Name = "Items", SheetId = 1, Id = "rIdSheet" }));
        }
        return new WriteOutcome([new InputFile(title + Extension, Repack(archive))], losses);
    }

    private static void WriteSheet(WorksheetPart part, ItemColumns columns)
    {
        using var writer = OpenXmlWriter.Create(part, Encoding.UTF8);
        writer.WriteStartElement(new S.Worksheet());
        writer.WriteElement(new S.SheetViews(new S.SheetView(
            new S.Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = S.PaneValues.BottomLeft, State = S.PaneStateValues.Frozen },
            new S.Selection { Pane = S.PaneValues.BottomLeft }) { WorkbookViewId = 0 }));
        writer.WriteStartElement(new S.SheetData());
        var number = 0u;
        foreach (var cells in columns.Rows())
        {
            writer.WriteStartElement(new S.Row { RowIndex = ++number });
            for (var i = 0; i < cells.Count; i++)
            {
                if (cells[i].Length > 0) writer.WriteElement(Cell(i + 1, number, cells[i]));
            }
            writer.WriteEndElement();
        }
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static S.Cell Cell(int column, uint row, string text) => new(
        new S.InlineString(new S.Text(XlsxStrings.Encode(text)) { Space = SpaceProcessingModeValues.Preserve }))
    {
        CellReference = ColumnName(column) + row.ToString(CultureInfo.InvariantCulture), DataType = S.CellValues.InlineString,
        StyleIndex = row == 1 ? Head : Body,
    };

    private static string ColumnName(int column)
    {
        var name = "";
        for (var n = column; n > 0; n = (n - 1) / 26) name = (char)('A' + (n - 1) % 26) + name;
        return name;
    }

    // Number format 49 is "text"; with the quote prefix a cell stays text when somebody edits it.
    private static S.Stylesheet Styles() => new(
        new S.Fonts(new S.Font(new S.FontSize { Val = 10 }, new S.FontName { Val = "Arial" }),
            new S.Font(new S.Bold(), new S.FontSize { Val = 10 }, new S.FontName { Val = "Arial" })),
        new S.Fills(new S.Fill(new S.PatternFill { PatternType = S.PatternValues.None }), new S.Fill(new S.PatternFill { PatternType = S.PatternValues.Gray125 })),
        new S.Borders(new S.Border()),
        new S.CellStyleFormats(new S.CellFormat { FontId = 0, FillId = 0, BorderId = 0 }),
        new S.CellFormats(new S.CellFormat { FontId = 0, FillId = 0, BorderId = 0, FormatId = 0 }, Format(0), Format(1)),
        new S.CellStyles(new S.CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));

    private static S.CellFormat Format(uint font) => new(new S.Alignment { Vertical = S.VerticalAlignmentValues.Top, WrapText = true })
    {
        NumberFormatId = 49, FontId = font, FillId = 0, BorderId = 0, FormatId = 0, ApplyNumberFormat = true, ApplyFont = true, ApplyAlignment = true,
        QuotePrefix = true,
    };

    private static string CoreProperties(string title) =>
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
        + $" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{System.Security.SecurityElement.Escape(XlsxStrings.Encode(title))}</dc:title></cp:coreProperties>\n";

    // The SDK writes the clock's time into the archive; the same entries stored at a fixed date repeat.
    private static byte[] Repack(MemoryStream archive)
    {
        archive.Position = 0;
        using var zip = new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true);
        var entries = new List<(string, byte[])>();
        foreach (var entry in zip.Entries)
        {
            using var content = entry.Open();
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            entries.Add((entry.FullName, bytes.ToArray()));
        }
        return StoredZip.Write(entries);
    }
}
