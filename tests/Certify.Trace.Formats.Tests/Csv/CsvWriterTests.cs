using System.Text;
using Certify.Facts;
using Certify.Trace.Formats.Csv;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Tests.Csv;

public sealed class CsvWriterTests
{
    // @verifies CFY-LLR-355
    [Fact]
    public void Read_after_Write_gives_the_same_items() => ItemGen.ForAll(items =>
    {
        var written = new CsvWriter().Write(items, "set");
        var read = new CsvReader().Read(written.Files, ReadOptions.Default);
        Assert.Empty(read.Findings);
        Assert.Empty(written.Losses);
        Assert.Equal(ItemForm.Of(items), ItemForm.Of(read.Items));
    });

    // @verifies CFY-LLR-355
    [Fact]
    public void Read_after_Write_gives_the_same_items_with_tabs() => ItemGen.ForAll(items =>
    {
        var written = CsvWriter.WithTabs.Write(items, "set");
        Assert.Equal("set.tsv", Assert.Single(written.Files).Path);
        Assert.Equal(ItemForm.Of(items), ItemForm.Of(new TsvReader().Read(written.Files, ReadOptions.Default).Items));
    });

    // @verifies CFY-LLR-355 robustness
    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\n=1")]
    [InlineData("\uFF1D1")]
    [InlineData("'=1")]
    public void No_cell_is_a_formula_to_a_spreadsheet(string text)
    {
        TraceItem[] items = [new() { Id = "A-1", Tier = ItemTier.Hlr, Place = new SourcePlace("x", 1), Text = text, Title = text }];
        var file = Assert.Single(new CsvWriter().Write(items, "set").Files);

        var parser = new CsvParser(Encoding.UTF8.GetString(file.Bytes.Span), ',');
        while (parser.Next()) Assert.All(parser.Cells, c => Assert.False(c.Length > 0 && "=+-@\t\r\n\uFF1D".Contains(c[0]), c));
        Assert.Equal(text, Assert.Single(new CsvReader().Read([file], ReadOptions.Default).Items).Text);
    }

    // @verifies CFY-LLR-355
    [Fact]
    public void What_a_table_does_not_hold_is_listed()
    {
        TraceItem[] items =
        [
            new() { Id = "A-1", Tier = ItemTier.Hlr, Place = new SourcePlace("x", 1), Text = "a\rb", Rationale = "", Attributes = [new("N", "")] },
            new() { Id = "A-2", Tier = ItemTier.Hlr, Place = new SourcePlace("x", 2), Text = "\uD800" },
        ];
        Assert.Equal(["A-1", "A-1", "A-1", "A-2"], new CsvWriter().Write(items, "set").Losses.Select(l => l.Subject));
    }

    // @verifies CFY-LLR-355
    [Fact]
    public void Records_end_as_the_RFC_says_and_bytes_repeat() => ItemGen.ForAll(items =>
    {
        var one = new CsvWriter().Write(items, "set").Files[0].Bytes.ToArray();
        Assert.EndsWith("\r\n", Encoding.UTF8.GetString(one), StringComparison.Ordinal);
        Assert.Equal(one, new CsvWriter().Write(items, "set").Files[0].Bytes.ToArray());
    }, 20);

    // @verifies CFY-LLR-355 robustness
    [Fact]
    public void Apostrophes_of_other_tools_stay() =>
        Assert.Equal("'=x", new CsvReader().Read([InputFile.FromText("a.csv", "id,text\nA-1,'=x\n")], ReadOptions.Default).Items[0].Text);
}
