using Certify.Facts;
using Certify.Trace.Formats.Common;
using Certify.Trace.Formats.Tables;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Xlsx;

/// <summary>
/// Reads XLSX: every sheet whose first rows hold a header with an id column. A formula counts as the value stored with it; dates are ISO 8601; merged
/// cells, comments, pictures, formatting and links to other files are losses. Columns as in <see cref="Csv.CsvReader"/>. The line of a place is
/// the row; from the second sheet read on, its path carries "#" and the sheet's name.
/// <para><b>Source:</b> ECMA-376 parts 1 and 2 (transitional and strict).</para>
/// </summary>
// @llr CFY-LLR-356
public sealed class XlsxReader : IItemReader
{
    /// <inheritdoc/>
    public string Name => "xlsx";

    /// <inheritdoc/>
    public string Description => "workbook; every sheet with an id column is read";

    /// <inheritdoc/>
    public bool Recognises(string path, ReadOnlySpan<byte> head) => path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public ReadOutcome Read(IReadOnlyList<InputFile> files, ReadOptions options, CancellationToken cancel = default)
    {
        var log = new ReadLog();
        var sink = new ItemSink(options, log);
        foreach (var file in InOrder.Of(files))
        {
            using var archive = SafeArchive.Open(file, options, log);
            if (archive is null) continue;
            try
            {
                ReadBook(file.Path, archive, options, sink, log, cancel);
            }
            catch (Exception e) when (SafeArchive.IsContent(e))
            {
                SafeXml.Report(e, file.Path, log);
            }
        }
        return log.Finish(sink.Finish());
    }

    private static void ReadBook(string path, SafeArchive archive, ReadOptions options, ItemSink sink, ReadLog log, CancellationToken cancel)
    {
        var place = new SourcePlace(path, 0);
        var book = new XlsxBook(archive, place, log);
        if (!book.Read())
        {
            log.Add("TRC-016", place, "the archive holds no workbook; hint: save it as XLSX");
            return;
        }

        var tables = 0;
        var before = sink.Count;
        foreach (var (name, part) in book.Sheets)
        {
            using var xml = book.OpenSheet(part);
            if (xml is null) log.Add("TRC-016", place, $"the part of sheet {SourceText.Quote(name)} is missing; hint: save the workbook again");
            else if (ReadSheet(new XlsxSheet(xml, book, tables == 0 ? path : $"{path}#{name}", log), tables == 0 ? path : $"{path}#{name}", options, sink, log, cancel)) tables++;
            else log.Lose($"sheet {SourceText.Quote(name)}: no row among its first 20 names a column that holds ids", place);
        }
        if (tables == 0) log.Add("TRC-016", place, "no sheet names a column that holds ids; hint: name it with '--mapping', for example \"Requirement ID: id\"");
        else if (sink.Count == before) log.Add("TRC-016", place, "the file holds a header and no item; hint: export it again");
    }

    private static bool ReadSheet(XlsxSheet sheet, string path, ReadOptions options, ItemSink sink, ReadLog log, CancellationToken cancel)
    {
        TableHeader? header = null;
        for (var i = 0; i < TableHeader.RowsMax && header is null && sheet.Next(); i++) header = TableHeader.Find(sheet.Cells, options.Mapping);
        if (header is null) return false;
        sheet.Width = header.Columns.Length;
        var rows = new TableItems(header, options, sink, log);
        while (sheet.Next())
        {
            if ((sheet.Row & 0xFFF) == 0) cancel.ThrowIfCancellationRequested();
            rows.Take(sheet.Cells, new SourcePlace(path, sheet.Row));
        }
        return true;
    }
}
