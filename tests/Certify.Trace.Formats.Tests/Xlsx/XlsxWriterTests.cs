using System.IO.Compression;
using Certify.Facts;
using Certify.Trace.Formats.Csv;
using Certify.Trace.Formats.Xlsx;
using Certify.Trace.Model;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Certify.Trace.Formats.Tests.Xlsx;

public sealed class XlsxWriterTests
{
    // @verifies CFY-LLR-357
    [Fact]
    public void Read_after_Write_gives_the_same_items_and_bytes_repeat() => ItemGen.ForAll(items =>
    {
        var written = new XlsxWriter().Write(items, "set");
        var read = new XlsxReader().Read(written.Files, ReadOptions.Default);
        Assert.Empty(read.Findings);
        Assert.Empty(read.Losses);
        Assert.Empty(written.Losses);
        Assert.Equal(ItemForm.Of(items), ItemForm.Of(read.Items));
        Assert.True(written.Files[0].Bytes.Span.SequenceEqual(new XlsxWriter().Write(items, "set").Files[0].Bytes.Span));
    }, 40);

    // @verifies CFY-LLR-357
    [Fact]
    public void Is_valid_and_has_no_formula_number_or_date()
    {
        TraceItem[] items = [new() { Id = "A-1", Tier = ItemTier.Hlr, Place = new SourcePlace("x", 1), Text = "=1+1\n\u0001 <b>", Title = new string('a', 70_000), Status = "45413" }];
        var file = new XlsxWriter().Write(items, "set & <b>").Files[0];
        using var stream = new MemoryStream(file.Bytes.ToArray());
        using (var document = SpreadsheetDocument.Open(stream, false)) Assert.Empty(new OpenXmlValidator().Validate(document));
        using var zip = new ZipArchive(new MemoryStream(file.Bytes.ToArray()));
        using var reader = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var sheet = reader.ReadToEnd();
        Assert.DoesNotContain("<x:f>", sheet, StringComparison.Ordinal);
        Assert.Equal(System.Text.RegularExpressions.Regex.Count(sheet, "<x:c "), System.Text.RegularExpressions.Regex.Count(sheet, "t=\"inlineStr\""));
        Assert.Equal(ItemForm.Of(items), ItemForm.Of(new XlsxReader().Read([file], ReadOptions.Default).Items));
    }

    // @verifies CFY-LLR-357, CFY-LLR-355
    [SharedDataFact(SharedData.Cfe)]
    public void CSV_to_XLSX_to_CSV_loses_nothing_of_cFE()
    {
        var options = new ReadOptions { Mapping = FieldMapping.Empty with { ParentsFromDottedIds = true } };
        var items = new CsvReader().Read([SharedData.Read(SharedData.Cfe)], options).Items;
        var csv = new CsvWriter().Write(items, "cfe");
        var book = new XlsxWriter().Write(items, "cfe");
        var back = new CsvWriter().Write(new XlsxReader().Read(book.Files, ReadOptions.Default).Items, "cfe");
        Assert.Equal(397, items.Count);
        Assert.Empty(book.Losses);
        Assert.True(csv.Files[0].Bytes.Span.SequenceEqual(back.Files[0].Bytes.Span));
    }
}
