using System.Collections.Concurrent;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using S = DocumentFormat.OpenXml.Spreadsheet;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Certify.Documents.Tests;

public class OfficeFileTests
{
    private static readonly ConcurrentDictionary<string, Lazy<IReadOnlyList<(string Path, byte[] Bytes)>>> s_files = new(StringComparer.Ordinal);

    public static TheoryData<string> Kinds => ["good", "bad", "empty", "empty lists", "nasty"];

    // @verifies CFY-HLR-016, CFY-LLR-052, CFY-LLR-053
    [Theory, MemberData(nameof(Kinds))]
    public void Every_office_file_is_valid(string kind)
    {
        foreach (var (path, bytes) in Files(kind).Where(f => f.Path.StartsWith("documents/", StringComparison.Ordinal)))
        {
            using var package = Open(path, bytes);
            var errors = new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(package)
                .Select(e => $"{path}: {e.Part?.Uri}: {e.Path?.XPath}: {e.Description}").Take(5).ToArray();
            Assert.True(errors.Length == 0, string.Join('\n', errors));
        }
    }

    [Fact]
    public void Marks_stand_in_the_header_of_every_page()
    {
        foreach (var (path, bytes) in Files("bad"))
        {
            if (path.EndsWith(".docx", StringComparison.Ordinal))
            {
                using var word = WordprocessingDocument.Open(new MemoryStream(bytes), false);
                var section = Assert.Single(word.MainDocumentPart!.Document!.Descendants<W.SectionProperties>());
                var reference = Assert.Single(section.Elements<W.HeaderReference>());
                Assert.Empty(section.Elements<W.TitlePage>());
                AssertMarked(((HeaderPart)word.MainDocumentPart.GetPartById(reference.Id!)).Header!.InnerText, path);
            }
            else if (path.EndsWith(".xlsx", StringComparison.Ordinal))
            {
                using var excel = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
                foreach (var sheet in excel.WorkbookPart!.WorksheetParts)
                {
                    AssertMarked(sheet.Worksheet!.Descendants<S.OddHeader>().Single().Text, path);
                    AssertMarked(sheet.Worksheet.Descendants<S.Cell>().First().InnerText, path);
                }
            }
            else AssertMarked(System.Text.Encoding.UTF8.GetString(bytes), path);
        }
    }

    [Fact]
    public void Marks_are_absent_when_nothing_failed_and_the_tree_was_clean()
    {
        foreach (var (path, bytes) in Files("good").Where(f => f.Path.EndsWith(".docx", StringComparison.Ordinal)))
        {
            using var word = WordprocessingDocument.Open(new MemoryStream(bytes), false);
            var header = word.MainDocumentPart!.HeaderParts.Single().Header!.InnerText;
            Assert.True(!header.Contains("FAILED", StringComparison.Ordinal) && !header.Contains("DRAFT", StringComparison.Ordinal), path);
        }
    }

    // @verifies CFY-HLR-016, CFY-LLR-053
    [Theory, MemberData(nameof(Kinds))]
    public void Cells_are_text_and_never_formulas(string kind)
    {
        foreach (var (_, bytes) in Files(kind).Where(f => f.Path.EndsWith(".xlsx", StringComparison.Ordinal)))
        {
            using var excel = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
            foreach (var sheet in excel.WorkbookPart!.WorksheetParts)
            {
                Assert.Empty(sheet.Worksheet!.Descendants<S.CellFormula>());
                Assert.All(sheet.Worksheet.Descendants<S.Cell>(), cell => Assert.Equal(S.CellValues.InlineString, cell.DataType!.Value));
                Assert.All(sheet.Worksheet.Descendants<S.Cell>(), cell => Assert.True(cell.InnerText.Length <= 32767));
                Assert.NotEmpty(sheet.Worksheet.Descendants<S.AutoFilter>());
                Assert.Equal(S.PaneStateValues.Frozen, sheet.Worksheet.Descendants<S.Pane>().Single().State!.Value);
            }
        }
    }

    [Fact]
    public void Text_that_looks_like_an_escape_stays_what_it_is()
    {
        var book = Files("nasty").Single(f => f.Path.EndsWith("TRACE.xlsx", StringComparison.Ordinal)).Bytes;
        using var excel = SpreadsheetDocument.Open(new MemoryStream(book), false);
        var texts = excel.WorkbookPart!.WorksheetParts.SelectMany(s => s.Worksheet!.Descendants<S.Cell>()).Select(c => c.InnerText).ToHashSet(StringComparer.Ordinal);
        Assert.Contains(Nasty.Formula, texts);
        Assert.Contains("_x005F_x0041_ and _x005F_x000D_", texts);
    }

    // @verifies CFY-LLR-052
    [Fact]
    public void Contents_list_every_numbered_heading_of_two_levels_with_a_page_field()
    {
        var bytes = Files("good").Single(f => f.Path == "documents/FM-SVR.docx").Bytes;
        using var word = WordprocessingDocument.Open(new MemoryStream(bytes), false);
        var paragraphs = word.MainDocumentPart!.Document!.Descendants<W.Paragraph>().ToArray();
        var headings = paragraphs.Where(p => StyleOf(p) is "Heading1" or "Heading2").ToArray();
        var lines = paragraphs.Where(p => StyleOf(p) is "TOC1" or "TOC2").ToArray();
        Assert.Equal(headings.Length, lines.Length);
        for (var i = 0; i < lines.Length; i++)
        {
            var bookmark = headings[i].Descendants<W.BookmarkStart>().Single().Name!.Value!;
            Assert.Equal(bookmark, lines[i].Descendants<W.Hyperlink>().Single().Anchor!.Value);
            Assert.Contains($"PAGEREF {bookmark} ", lines[i].Descendants<W.FieldCode>().Single().Text, StringComparison.Ordinal);
            Assert.Contains(headings[i].InnerText, lines[i].InnerText, StringComparison.Ordinal);
            Assert.Matches(@"^\d+$", lines[i].Descendants<W.Run>().SkipLast(1).Last().InnerText);
        }
    }

    // @verifies CFY-LLR-054
    [Theory, MemberData(nameof(Kinds))]
    public void Archives_are_stored_sorted_and_undated(string kind)
    {
        foreach (var (path, bytes) in Files(kind).Where(f => f.Path.StartsWith("documents/", StringComparison.Ordinal)))
        {
            using var zip = new ZipArchive(new MemoryStream(bytes));
            var names = zip.Entries.Select(e => e.FullName).ToArray();
            Assert.Equal(names.Order(StringComparer.Ordinal), names);
            Assert.All(zip.Entries, e => Assert.Equal(e.Length, e.CompressedLength));
            Assert.All(zip.Entries, e => Assert.Equal(new DateTime(1980, 1, 1), e.LastWriteTime.DateTime));
            Assert.Equal("[Content_Types].xml", names[0]);
            Assert.True(names.Contains("docProps/core.xml"), path + ": " + string.Join(' ', names));
        }
    }

    /// <summary>The files of a sample, written once for all tests that only read them.</summary>
    internal static IReadOnlyList<(string Path, byte[] Bytes)> Files(string kind) =>
        s_files.GetOrAdd(kind, name => new(() => Write(name))).Value;

    internal static IReadOnlyList<(string Path, byte[] Bytes)> Write(string kind) => DocumentSet.Write(kind switch
    {
        "good" => Samples.Good(), "bad" => Samples.Bad(), "empty" => Samples.Empty(), "empty lists" => Samples.EmptyLists(), _ => Nasty.Create(),
    });

    private static OpenXmlPackage Open(string path, byte[] bytes) => path.EndsWith(".docx", StringComparison.Ordinal)
        ? WordprocessingDocument.Open(new MemoryStream(bytes), false)
        : SpreadsheetDocument.Open(new MemoryStream(bytes), false);

    private static string? StyleOf(W.Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;

    private static void AssertMarked(string text, string path) => Assert.True(
        text.Contains("FAILED", StringComparison.Ordinal) && text.Contains("DRAFT", StringComparison.Ordinal), path);
}
