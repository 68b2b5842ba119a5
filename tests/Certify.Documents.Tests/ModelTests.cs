using Certify.Documents.Excel;
using Certify.Documents.Model;
using Certify.Facts;
using Certify.Documents.Word;

namespace Certify.Documents.Tests;

public class ModelTests
{
    [Fact]
    public void Outline_counts_as_a_word_processor_does()
    {
        var outline = new Outline();
        string[] numbers = [.. new[] { 1, 2, 2, 3, 1, 2, 3, 3 }.Select(outline.NextHeading)];
        Assert.Equal(["1", "1.1", "1.2", "1.2.1", "2", "2.1", "2.1.1", "2.1.2"], numbers);
    }

    [Fact]
    public void Prose_keeps_paragraphs_lists_and_code()
    {
        var blocks = ProseReader.Read("One\nline.\n\n- a\n- b `c`\n  more\n\n```\nx = 1;\n```\nEnd");
        Assert.Equal(["Paragraph", "BulletList", "CodeBlock", "Paragraph"], blocks.Select(b => b.GetType().Name));
        Assert.Equal("One line.", ((Paragraph)blocks[0]).Text.Flat);
        Assert.Equal("b c more", ((BulletList)blocks[1]).Items[1].Flat);
        Assert.Equal("x = 1;", ((CodeBlock)blocks[2]).Text);
    }

    [Theory]
    [InlineData("a `b` **c** d", "a |b|Code| |c|Bold| d")]
    [InlineData("unclosed `b and **c", "unclosed `b and **c")]
    [InlineData("``", "``")]
    [InlineData("", "")]
    public void Inline_marks_become_runs_and_odd_ones_stay(string text, string expected) => Assert.Equal(
        expected,
        string.Join('|', ProseReader.Inline(text).Runs.Select(r => r.Style == RunStyle.Plain ? r.Text : $"{r.Text}|{r.Style}")));

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a\r\nb\rc", "a\nb\nc")]
    [InlineData("x\u0007y\0", "x\uFFFDy\uFFFD")]
    [InlineData("\uD83D\uDE00", "\uD83D\uDE00")]
    [InlineData("a\u202Eb", "a[U+202E]b")]
    public void Clean_replaces_only_what_cannot_be_stored(string text, string expected) => Assert.Equal(expected, SafeText.Clean(text));

    [Fact]
    public void Clean_replaces_lone_surrogates()
    {
        Assert.Equal("\uFFFDx\uFFFD", SafeText.Clean("\uDC00x\uD800"));
    }

    [Fact]
    public void Limit_says_how_much_is_missing()
    {
        var cut = SafeText.Limit(new string('a', 1000), 100);
        Assert.True(cut.Length <= 100);
        Assert.EndsWith("... [960 more characters are in the fact file]", cut, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "A"), InlineData(26, "Z"), InlineData(27, "AA"), InlineData(702, "ZZ"), InlineData(703, "AAA")]
    public void Columns_are_named_as_a_spreadsheet_names_them(int column, string name) => Assert.Equal(name, ExcelText.ColumnName(column));

    [Fact]
    public void Crc_agrees_with_the_published_check_value() => Assert.Equal(0xCBF43926u, StoredZip.Crc32("123456789"u8));

    [Fact]
    public void Widths_fill_the_line_exactly() => Assert.Equal(
        9638, WordTable.Widths([new("a", 1), new("b", 1), new("c", 5)], 9638).Sum());

    [Fact]
    public void Longer_text_takes_more_lines()
    {
        Assert.Equal(1, TextMetrics.Lines("short", 20, 9638));
        Assert.Equal(2, TextMetrics.Lines("a\nb", 20, 9638));
        Assert.True(TextMetrics.Lines(new string('N', 10_000), 16, 1000) > 300);
    }

    [Fact]
    public void What_belongs_together_moves_to_the_next_page_together()
    {
        var flow = new PageFlow(1000, 3);
        var pages = new List<int>();
        flow.Add(new Stretch(0, 9, 100, 0));
        flow.Add(new Stretch(0, 1, 100, 0, KeepNext: true), pages.Add);
        flow.Add(new Stretch(0, 1, 100, 0), pages.Add);
        Assert.Equal([4, 4], pages);
    }

    [Fact]
    public void Table_row_of_the_wrong_length_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() =>
            new DocumentBuilder().Table("T", "none", [new("A", 1), new("B", 1)], [["only one"]]));
        Assert.Contains("table 'T': a row has 1 cells for 2 columns", error.Message, StringComparison.Ordinal);
    }
}
