using Certify.Trace.Formats.Csv;
using Certify.Trace.Formats.Markdown;
using Certify.Trace.Formats.Xlsx;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Tests.Markdown;

public sealed class MarkdownFormatTests
{
    // @verifies CFY-LLR-364
    [Fact]
    public void Read_after_Write_gives_the_same_items() => ItemGen.ForAll(items =>
    {
        var written = new MarkdownFormat().Write(items, "set");
        Assert.Empty(written.Losses);
        Assert.Equal(ItemForm.Of(items), ItemForm.Of(new MarkdownFormat().Read(written.Files, ReadOptions.Default).Items));
    });

    // @verifies CFY-LLR-364
    [Fact]
    public void Markdown_to_XLSX_to_Markdown_gives_the_same_bytes()
    {
        const string Text = """
            # Set

            ## A-HLR-001 Title

            - tier: HLR
            - component: C
            - parents: none
            - derived: yes
            - verification: test or analysis
            - x Colour: red

            It shall = 1 & "2", <b>.

            - one
            - two

            **Rationale:** Because.
            **Safety feedback:** None.
            """;
        var first = new MarkdownFormat().Read([InputFile.FromText("set.md", Text)], ReadOptions.Default);
        Assert.Equal("markdown", FormatList.ReaderOf("set.md", System.Text.Encoding.UTF8.GetBytes(Text))?.Name);
        var one = new MarkdownFormat().Write(first.Items, "set").Files[0].Bytes.ToArray();
        var sheet = new XlsxReader().Read(new XlsxWriter().Write(first.Items, "set").Files, ReadOptions.Default);
        Assert.Equal(one, new MarkdownFormat().Write(sheet.Items, "set").Files[0].Bytes.ToArray());
    }

    // @verifies CFY-LLR-364 robustness
    [Fact]
    public void Files_without_items_are_an_error()
    {
        Assert.Contains(new MarkdownFormat().Read([InputFile.FromText("a.md", "# Prose\n")], ReadOptions.Default).Findings, f => f.Code == "TRC-016");
        Assert.Null(FormatList.ReaderOf("README.md", "# Prose\n"u8));
    }

    // @verifies CFY-LLR-364
    [SharedDataFact(SharedData.Cfe)]
    public void CSV_to_Markdown_to_CSV_loses_nothing_of_cFE()
    {
        var options = new ReadOptions { Mapping = FieldMapping.Empty with { ParentsFromDottedIds = true } };
        var items = new CsvReader().Read([SharedData.Read(SharedData.Cfe)], options).Items;
        var markdown = new MarkdownFormat().Write(items, "cfe");
        var back = new MarkdownFormat().Read(markdown.Files, ReadOptions.Default);
        Assert.Equal(397, back.Items.Count);
        Assert.True(new CsvWriter().Write(items, "cfe").Files[0].Bytes.Span.SequenceEqual(new CsvWriter().Write(back.Items, "cfe").Files[0].Bytes.Span));
    }
}
