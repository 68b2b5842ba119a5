using Certify.Trace.Formats.Xlsx;
using Certify.Trace.Model;
using static Certify.Trace.Formats.Tests.Xlsx.Workbooks;

namespace Certify.Trace.Formats.Tests.Xlsx;

public sealed class XlsxReaderTests
{
    private static ReadOutcome Read(InputFile file, ReadOptions? options = null) => new XlsxReader().Read([file], options ?? ReadOptions.Default);

    private static string Codes(ReadOutcome read) => string.Join(' ', read.Findings.Select(f => $"{f.Code}:{f.Place.Line}"));

    // @verifies CFY-LLR-356
    [Fact]
    public void Reads_every_kind_of_cell()
    {
        const string Shared = "<si><t>ID</t></si><si><t>Text</t></si><si><r><rPr><b/></rPr><t>rich </t></r><r><t>text</t></r><rPh><t>hint</t></rPh></si><si><t>a_x000D_\nb _x005F_x0041_</t></si>";
        const string Styles = "<numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/><numFmt numFmtId=\"165\" formatCode=\"0.0&quot; days&quot;\"/></numFmts>"
            + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"22\"/></cellXfs>";
        const string Sheet = "<sheetData><row r=\"3\"><c r=\"A3\" t=\"s\"><v>0</v></c><c r=\"C3\" t=\"s\"><v>1</v></c><c r=\"D3\" t=\"inlineStr\"><is><t>Date</t></is></c><c r=\"E3\" t=\"str\"><v>Other</v></c></row>"
            + "<row r=\"5\"><c r=\"A5\"><v>1001</v></c><c r=\"C5\" t=\"s\"><v>2</v></c><c r=\"D5\" s=\"1\"><v>45413</v></c><c r=\"E5\" t=\"b\"><v>1</v></c></row>"
            + "<row r=\"6\"><c r=\"A6\" t=\"str\"><f>\"A\"&amp;1</f><v>A1</v></c><c r=\"C6\" t=\"s\"><v>3</v></c><c r=\"D6\" s=\"3\"><v>45413.5</v></c><c r=\"E6\" s=\"2\"><v>0.10000000000000001</v></c></row>"
            + "<row r=\"7\"><c r=\"A7\"><v>7</v></c><c r=\"E7\" t=\"e\"><v>#REF!</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>";
        var read = Read(Of([Sheet], Shared, Styles));

        Assert.Empty(read.Findings);
        Assert.Equal(["1001", "A1", "7"], read.Items.Select(i => i.Id));
        Assert.Equal(["rich text", "a\nb _x0041_", ""], read.Items.Select(i => i.Text));
        Assert.Equal(["2024-05-01", "2024-05-01T12:00:00", null], read.Items.Select(i => i.Attribute("Date")));
        Assert.Equal(["true", "0.1", null], read.Items.Select(i => i.Attribute("Other")));
        Assert.Equal([5, 6, 7], read.Items.Select(i => i.Place.Line));
        Assert.Equal(["error value '#REF!'", "formatting inside texts", "formula: read by the value that was stored with it", "merged cells: the value stands in the first one only"],
            read.Losses.Select(l => l.What).Order(StringComparer.Ordinal));
    }

    // @verifies CFY-LLR-356
    [Theory]
    [InlineData("", "45413", "2024-05-01")]
    [InlineData("<workbookPr date1904=\"1\"/>", "43951", "2024-05-01")]
    [InlineData("", "59", "1900-02-28")]
    [InlineData("", "61", "1900-03-01")]
    [InlineData("", "0.25", "06:00:00")]
    [InlineData("", "1e300", "1e300")]
    public void Days_count_from_the_start_that_the_workbook_names(string properties, string number, string date)
    {
        var sheet = $"<sheetData>{Row("ID", "When")}<row><c t=\"str\"><v>A-1</v></c><c s=\"0\"><v>{number}</v></c></row></sheetData>";
        Assert.Equal(date, Read(Of([sheet], styles: "<cellXfs><xf numFmtId=\"14\"/></cellXfs>", properties: properties)).Items[0].Attribute("When"));
    }

    // @verifies CFY-LLR-356
    [Fact]
    public void Reads_several_sheets_and_lists_those_without_ids()
    {
        string[] sheets = [$"<sheetData>{Row("About this")}</sheetData>", $"<sheetData>{Row("ID")}{Row("A-1")}</sheetData>", $"<sheetData>{Row("ID")}{Row("B-1")}</sheetData>"];
        var read = Read(Of(sheets));
        Assert.Empty(read.Findings);
        Assert.Equal(["book.xlsx:2 A-1", "book.xlsx#Sheet 3:2 B-1"], read.Items.Select(i => $"{i.Place} {i.Id}"));
        Assert.Contains("'Sheet 1'", Assert.Single(read.Losses).What, StringComparison.Ordinal);
    }

    // @verifies CFY-LLR-356
    [Fact]
    public void Nothing_outside_is_followed_and_what_lies_beside_the_cells_is_listed()
    {
        var read = Read(Of([$"<sheetData>{Row("ID")}{Row("A-1")}</sheetData>"], more: [("xl/externalLinks/externalLink1.xml", "<a/>"), ("xl/comments1.xml", "<a/>"), ("xl/vbaProject.bin", "x")]));
        Assert.Equal(["comments", "links to other workbooks, which are not followed", "macros, which are not run"], read.Losses.Select(l => l.What).Order(StringComparer.Ordinal));
    }

    // @verifies CFY-LLR-356 robustness
    [Fact]
    public void Broken_files_are_findings()
    {
        var good = Of([$"<sheetData>{Row("ID")}{Row("A-1")}</sheetData>"]);
        Assert.Equal("TRC-016:0", Codes(Read(new InputFile("a.xlsx", Array.Empty<byte>()))));
        Assert.Equal("TRC-016:0", Codes(Read(new InputFile("a.xlsx", "no archive"u8.ToArray()))));
        Assert.Equal("TRC-016:0", Codes(Read(new InputFile("a.xlsx", good.Bytes[..(good.Bytes.Length / 2)]))));
        Assert.Equal("TRC-016:0", Codes(Read(Zip("a.xlsx", [("readme.txt", "x")]))));
        Assert.Equal("TRC-016:0", Codes(Read(Of([$"<sheetData>{Row("Name of nothing")}</sheetData>"]))));
        Assert.Equal("TRC-016:0", Codes(Read(Of([$"<sheetData>{Row("ID")}</sheetData>"]))));
        Assert.Equal("TRC-016:2", Codes(Read(Of([$"<sheetData>{Row("ID", "Text")}<row><c t=\"inlineStr\"><is><t>A-1</t></is></c><c t=\"s\"><v>9</v></c></row></sheetData>"]))));
        Assert.StartsWith("TRC-016", Codes(Read(Of([$"<sheetData>{Row("ID")}{Row("A-1")}"]))), StringComparison.Ordinal);
    }

    // @verifies CFY-LLR-356 robustness
    [Fact]
    public void Refuses_document_types_and_entities()
    {
        var sheet = $"<!DOCTYPE worksheet [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet {Types}><sheetData>{Row("ID")}<row><c t=\"str\"><v>&e;</v></c></row></sheetData></worksheet>";
        var read = Read(Of([sheet]));
        Assert.Empty(read.Items);
        Assert.Contains("document type", Assert.Single(read.Findings).Message, StringComparison.Ordinal);
    }

    // @verifies CFY-LLR-356 robustness
    [Fact]
    public void Refuses_what_unpacks_to_more_than_the_limit()
    {
        var bomb = Of([$"<sheetData>{Row("ID")}{Row("A-1")}{new string(' ', 40 << 20)}</sheetData>"]);
        Assert.True(bomb.Bytes.Length < 1 << 20);
        var read = Read(bomb);
        Assert.Equal("TRC-019", Assert.Single(read.Findings).Code);
    }

    // @verifies CFY-LLR-356 robustness
    [Fact]
    public void Refuses_nesting_without_end()
    {
        var read = Read(Of([$"<sheetData>{Row("ID")}<row><c>{string.Concat(Enumerable.Repeat("<x>", 2000))}"]));
        Assert.Contains(read.Findings, f => f.Code == "TRC-019");
    }

    // @verifies CFY-LLR-356 robustness
    [Fact]
    public void Entries_that_point_outside_are_refused()
    {
        var read = Read(Of([$"<sheetData>{Row("ID")}{Row("A-1")}</sheetData>"], more: [("../../etc/x", "y"), ("/abs", "y"), ("c:\\x", "y")]));
        Assert.Equal(3, read.Findings.Count);
        Assert.All(read.Findings, f => Assert.Equal("TRC-016", f.Code));
        Assert.Single(read.Items);
    }
}
