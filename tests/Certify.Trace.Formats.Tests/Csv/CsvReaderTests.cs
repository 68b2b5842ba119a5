using System.Text;
using Certify.Trace.Formats.Csv;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Tests.Csv;

public sealed class CsvReaderTests
{
    private const string Sample = """"
        Summary,Custom field (Requirement ID),Description,Custom field (Requirement Rationale)
        Start,cES1,"The cFE shall start:

        - one
        - ""two""",Basic
        Start of child,cES1.1,"The cFE shall start a child, too",
        Depth,cES1.1.2.3,The cFE shall start deep,
        """";

    private static ReadOutcome Read(string text, ReadOptions? options = null, string name = "a.csv") =>
        new CsvReader().Read([InputFile.FromText(name, text)], options ?? ReadOptions.Default);

    private static string Codes(ReadOutcome read) => string.Join(' ', read.Findings.Select(f => $"{f.Code}:{f.Place.Line}"));

    // @verifies CFY-LLR-354, CFY-LLR-353, CFY-HLR-037
    [Fact]
    public void Reads_a_Jira_export_with_line_ends_in_cells()
    {
        var read = Read(Sample.ReplaceLineEndings("\r\n"));

        Assert.Empty(read.Findings);
        Assert.Empty(read.Losses);
        Assert.Equal(["cES1", "cES1.1", "cES1.1.2.3"], read.Items.Select(i => i.Id));
        Assert.Equal("The cFE shall start:\n\n- one\n- \"two\"", read.Items[0].Text);
        Assert.Equal(("Start", "Basic", ItemTier.Hlr), (read.Items[0].Title, read.Items[0].Rationale, read.Items[0].Tier));
        Assert.Null(read.Items[1].Rationale);
        Assert.Equal([2, 6, 7], read.Items.Select(i => i.Place.Line));
    }

    // @verifies CFY-LLR-354
    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    public void Finds_the_separator_from_the_header(string separator)
    {
        var read = Read(string.Join(separator, "ID", "Title", "Text") + "\n" + string.Join(separator, "A-1", "\"one, two; three\"", "T") + "\n");
        Assert.Empty(read.Findings);
        Assert.Equal("one, two; three", Assert.Single(read.Items).Title);
    }

    // @verifies CFY-LLR-351
    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", false)]
    public void Reads_every_unicode_encoding(string name, bool mark)
    {
        var encoding = Encoding.GetEncoding(name);
        var body = encoding.GetBytes("id,text\r\nÄ-1,Größe 😀 shall\r\n");
        var read = new CsvReader().Read([new InputFile("a.csv", mark ? [.. encoding.GetPreamble(), .. body] : body)], ReadOptions.Default);
        Assert.Empty(read.Findings);
        Assert.Equal("Größe 😀 shall", Assert.Single(read.Items).Text);
    }

    // @verifies CFY-LLR-351 robustness
    [Fact]
    public void Refuses_another_encoding_with_its_place()
    {
        var read = new CsvReader().Read([new InputFile("a.csv", Encoding.Latin1.GetBytes("id,text\nA-1,Größe\n"))], ReadOptions.Default);
        Assert.Empty(read.Items);
        Assert.Equal("TRC-002:2", Codes(read));
    }

    // @verifies CFY-LLR-354 robustness
    [Theory]
    [InlineData("", "TRC-016:1")]
    [InlineData("\n\n", "TRC-016:1")]
    [InlineData("id,text\n", "TRC-016:1")]
    [InlineData("a,b\n1,2\n", "TRC-016:1")]
    [InlineData("id,text\nA-1,x,y\n", "TRC-016:2")]
    [InlineData("id,text\nA-1\n", "TRC-016:2")]
    [InlineData("id,text\nA-1,\"open\n\n", "TRC-016:2")]
    [InlineData("id,text\nA-1,\"a\"b\n", "TRC-016:2")]
    [InlineData("id,text\n,words\nA-1,x\n", "TRC-018:2")]
    [InlineData("id,text\nA\u00011,words\nA-1,x\n", "TRC-018:2")]
    [InlineData("id,derived\nA-1,maybe\n", "TRC-008:2")]
    [InlineData("id,level\nA-1,F\n", "TRC-008:2")]
    public void Reports_what_is_broken(string text, string expected) => Assert.Equal(expected, Codes(Read(text)));

    // @verifies CFY-LLR-353
    [Fact]
    public void Columns_of_no_field_become_attributes()
    {
        var read = Read("id,Colour,text,Labels,Labels,ID,\nA-1,red,shall,a,b,77,x\n");
        var item = Assert.Single(read.Items);
        Assert.Equal(["Colour=red", "Labels=a\nb", "ID=77", "column 7=x"], item.Attributes.Select(a => $"{a.Name}={a.Value}"));
        Assert.Empty(read.Losses);
    }

    // @verifies CFY-LLR-353
    [Fact]
    public void Mapping_gives_columns_their_meaning()
    {
        var mapping = new FieldMapping(
            new Dictionary<string, string> { ["Nr"] = "id", ["Up"] = "links:satisfies", ["Type"] = "tier", ["Junk"] = "-", ["Col"] = "attribute:Colour", ["A"] = "text", ["B"] = "text" },
            new Dictionary<string, string> { ["Story"] = "LLR", ["SYS*"] = "system" }, "|");
        var read = Read("Nr,Up,Type,Junk,Col,A,B\n1,SYS1 | SYS 2,Story,x,red,one,two\nSYS1,,,,,a,\n2,,Epic,,,,\n", new ReadOptions { Mapping = mapping });

        Assert.Equal([ItemTier.Llr, ItemTier.System, ItemTier.Hlr], read.Items.Select(i => i.Tier));
        Assert.Equal(["SYS1", "SYS 2"], read.Items[0].Targets(LinkRole.Satisfies));
        Assert.Equal("one\ntwo", read.Items[0].Text);
        Assert.Equal("red", read.Items[0].Attribute("Colour"));
        Assert.Null(read.Items[0].Attribute("Junk"));
        var loss = Assert.Single(read.Losses);
        Assert.Contains("'Epic'", loss.What, StringComparison.Ordinal);
        Assert.Equal("Epic", read.Items[2].Attribute("tier"));
    }

    // @verifies CFY-LLR-353
    [Fact]
    public void Dotted_ids_give_parents_only_where_asked_for_and_are_listed()
    {
        Assert.All(Read(Sample).Items, i => Assert.Empty(i.Links));
        var read = Read(Sample, new ReadOptions { Mapping = FieldMapping.Empty with { ParentsFromDottedIds = true } });

        Assert.Equal(["", "cES1", "cES1.1"], read.Items.Select(i => string.Join(',', i.Targets(LinkRole.Satisfies))));
        Assert.Equal(2, Assert.Single(read.Losses).Count);
    }

    // @verifies CFY-LLR-354
    [Fact]
    public void Order_of_files_decides_nothing()
    {
        InputFile[] files = [InputFile.FromText("b.csv", "id\nB-1\n"), InputFile.FromText("a.csv", "id,derived\nA-1,maybe\n")];
        var one = new CsvReader().Read(files, ReadOptions.Default);
        var other = new CsvReader().Read([.. files.Reverse()], ReadOptions.Default);
        Assert.Equal(ItemForm.Of(one.Items), ItemForm.Of(other.Items));
        Assert.Equal(one.Findings, other.Findings);
        Assert.Equal(["A-1", "B-1"], one.Items.Select(i => i.Id));
    }

    // @verifies CFY-LLR-354 robustness
    [Fact]
    public void Findings_of_a_hostile_file_are_bounded()
    {
        var read = Read("id,text\n" + string.Concat(Enumerable.Repeat(",x\n", 5000)) + "A-1,y\n");
        Assert.Single(read.Items);
        Assert.Equal(1001, read.Findings.Count);
        Assert.StartsWith("4000 more", read.Findings[^1].Message, StringComparison.Ordinal);
    }

    // @verifies CFY-LLR-354 robustness
    [Fact]
    public void Refuses_a_file_above_the_limit() =>
        Assert.Equal("TRC-019:0", Codes(Read(Sample, new ReadOptions { BytesMax = 20 })));

    // @verifies CFY-LLR-353, CFY-HLR-037
    [SharedDataFact(SharedData.Cfe)]
    public void Reads_the_requirements_of_cFE()
    {
        var read = new CsvReader().Read([SharedData.Read(SharedData.Cfe)], new ReadOptions { Mapping = FieldMapping.Empty with { ParentsFromDottedIds = true } });

        Assert.Empty(read.Findings);
        Assert.Equal(397, read.Items.Count);
        Assert.Equal(397, read.Items.Select(i => i.Id).Distinct().Count());
        Assert.Equal(115, read.Items.Count(i => i.Links.Count == 1));
        Assert.Equal(115, Assert.Single(read.Losses).Count);
        Assert.All(read.Items, i => Assert.NotEmpty(i.Text));
    }
}
