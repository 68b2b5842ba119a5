using System.IO.Compression;
using System.Text;
using Certify.Trace.Formats.ReqIf;
using Certify.Trace.Model;
using static Certify.Trace.Formats.Tests.ReqIf.ReqIfSample;

namespace Certify.Trace.Formats.Tests.ReqIf;

public sealed class ReqIfBadInputTests
{
    private static readonly string s_types = Type("t", "R", ("n", "ReqIF.ForeignID", "STRING"), ("x", "ReqIF.Text", "XHTML"), ("h", "ReqIF.ChapterName", "STRING"));

    private static string Item(string id, string foreign) => Object(id, "t", ("n", "STRING", foreign), ("x", "XHTML", "<xhtml:div>It shall.</xhtml:div>"));

    private static string Codes(ReadOutcome read) => string.Join(' ', read.Findings.Select(f => f.Code));

    // @verifies CFY-LLR-366 robustness
    [Fact]
    public void A_cut_file_gives_a_finding_and_what_stands_before_the_cut()
    {
        var whole = Encoding.UTF8.GetBytes(File(s_types + RelationType("r", "satisfies"), Item("a", "A-1") + Item("b", "A-2"), Relation("l", "r", "b", "a"), Specification("S", Place("a") + Place("b"))));
        for (var i = 0; i < 50; i++)
        {
            var read = Read(null, new InputFile("in.reqif", whole.AsMemory(0, whole.Length * i / 50)));
            Assert.Contains(read.Findings, f => f.Code == "TRC-016");
            Assert.InRange(read.Items.Count, 0, 2);
        }
        Assert.Empty(Read(null, new InputFile("in.reqif", whole)).Findings);
    }

    // @verifies CFY-LLR-366 robustness
    [Theory]
    [InlineData("")]
    [InlineData("no xml")]
    [InlineData("<html/>")]
    [InlineData("<REQ-IF xmlns='urn:x'/>")]
    public void What_is_no_reqif_is_a_finding(string text) => Assert.Contains("TRC-016", Codes(Read(text)));

    // @verifies CFY-LLR-366 robustness
    [Fact]
    public void A_document_type_is_refused_so_that_no_entity_is_ever_expanded()
    {
        const string Bomb = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c SYSTEM 'file:///etc/passwd'>]><REQ-IF>&b;&c;</REQ-IF>";
        var finding = Assert.Single(Read(Bomb).Findings, f => f.Code == "TRC-016");
        Assert.Contains("document type", finding.Message, StringComparison.Ordinal);
    }

    // @verifies CFY-LLR-366
    [Fact]
    public void Any_encoding_of_unicode_prefix_and_namespace_is_read()
    {
        var text = File(s_types, Item("a", "Ä-1"));
        var bare = text[(text.IndexOf("?>", StringComparison.Ordinal) + 2)..].TrimStart();
        byte[][] files =
        [
            [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text.Replace("UTF-8", "UTF-16", StringComparison.Ordinal))],
            [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(bare)],
            [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(bare)],
            Encoding.UTF8.GetBytes(text.Replace("<xhtml:", "<h:", StringComparison.Ordinal).Replace("</xhtml:", "</h:", StringComparison.Ordinal).Replace("xmlns:xhtml", "xmlns:h", StringComparison.Ordinal)),
            Encoding.UTF8.GetBytes(text.Replace("20110401/reqif.xsd", "20101201", StringComparison.Ordinal)),
        ];
        foreach (var bytes in files)
        {
            var read = Read(null, new InputFile("in.reqif", bytes));
            Assert.Equal(("Ä-1", "It shall.", 0), (Assert.Single(read.Items).Id, read.Items[0].Text, read.Findings.Count));
        }
        Assert.Contains("TRC-016", Codes(Read(null, new InputFile("in.reqif", Encoding.Latin1.GetBytes(text)))));
    }

    // @verifies CFY-LLR-366 robustness
    [Fact]
    public void A_relation_that_leads_nowhere_is_a_finding_and_no_link()
    {
        var read = Read(File(s_types + RelationType("r", "satisfies"), Item("a", "A-1"), Relation("l1", "r", "a", "gone") + Relation("l2", "r", "gone", "a") + Relation("l3", "r", "a", "")));
        Assert.Equal("TRC-016 TRC-016 TRC-016", Codes(read));
        Assert.All(read.Findings, f => Assert.Contains("is not taken over", f.Message, StringComparison.Ordinal));
        Assert.Empty(Assert.Single(read.Items).Links);
    }

    // @verifies CFY-LLR-366 robustness
    [Fact]
    public void References_to_no_type_definition_value_or_object_are_findings()
    {
        var read = Read(File(s_types, Object("a", "no-type", ("no-definition", "STRING", "v"), ("n", "STRING", "A-1"), ("e", "ENUMERATION", "no-value")), "", Specification("S", Place("no-object"))));
        Assert.Equal(5, read.Findings.Count);
        Assert.All(read.Findings, f => Assert.Equal("TRC-016", f.Code));
        Assert.Equal(("v", "no-value"), (Assert.Single(read.Items).Attribute("no-definition"), read.Items[0].Attribute("e")));
    }

    // @verifies CFY-LLR-366
    [Fact]
    public void References_lead_to_other_files()
    {
        var types = InputFile.FromText("b/types.reqif", File(s_types + RelationType("r", "satisfies"), Item("a", "A-1")));
        var uses = InputFile.FromText("a/uses.reqif", File("", Item("b", "B-1"), Relation("l", "r", "b", "a")));
        var read = Read(null, types, uses);
        Assert.Empty(read.Findings);
        Assert.Equal(["B-1", "A-1"], read.Items.Select(i => i.Id));
        Assert.Equal(["A-1"], read.Items[0].Targets(LinkRole.Satisfies));
        Assert.Equal(ItemForm.Of(read.Items), ItemForm.Of(Read(null, uses, types).Items));
    }

    // @verifies CFY-LLR-366 robustness
    [Fact]
    public void Identifiers_given_twice_are_a_finding_unless_the_ids_show_it_already()
    {
        Assert.Equal("TRC-016", Codes(Read(File(s_types, Item("a", "A-1") + Item("a", "A-2")))));
        var same = Read(File(s_types, Item("a", "A-1") + Item("a", "A-1")));
        Assert.Empty(same.Findings);
        Assert.Equal(2, same.Items.Count);
        Assert.Equal("TRC-016 TRC-016 TRC-016 TRC-016", Codes(Read(File(s_types + s_types, Item("a", "A-1")))));
    }

    // @verifies CFY-LLR-366 robustness
    [Fact]
    public void An_object_without_usable_id_is_a_finding()
    {
        Assert.Equal("TRC-018", Codes(Read(File(s_types, Object("", "t")))));
        Assert.Equal("TRC-018", Codes(Read(File(s_types, Item("a", new string('x', 257))))));
    }

    // @verifies CFY-LLR-369 robustness
    [Fact]
    public void Deep_hierarchies_are_read_and_an_object_below_itself_is_a_finding()
    {
        var objects = new StringBuilder(Item("leaf", "L-1"));
        var places = Place("leaf");
        for (var i = 300; i > 0; i--)
        {
            objects.Append(Object($"c{i}", "t", ("n", "STRING", $"{i}"), ("h", "STRING", $"Chapter {i}")));
            places = Place($"c{i}", places);
        }
        var read = Read(File(s_types, objects.ToString(), "", Specification("S", places)));
        Assert.Empty(read.Findings);
        var chapter = Assert.Single(read.Items).Attribute("Chapter")!;
        Assert.EndsWith("Chapter 299 / Chapter 300", chapter, StringComparison.Ordinal);
        Assert.Contains(read.Losses, l => l.What.StartsWith("outer chapters", StringComparison.Ordinal));

        var cycle = Read(File(s_types, Item("a", "A-1") + Item("b", "A-2"), "", Specification("S", Place("a", Place("b", Place("a", Place("b")))))));
        Assert.Equal("TRC-016 TRC-016", Codes(cycle));
        Assert.Equal("A-1", cycle.Items[1].Attribute("Chapter"));
    }

    // @verifies CFY-LLR-366 robustness
    [Fact]
    public void Elements_nested_without_end_are_refused()
    {
        var deep = File(s_types, Object("a", "t", ("x", "XHTML", string.Concat(Enumerable.Repeat("<xhtml:div>", 5000)) + string.Concat(Enumerable.Repeat("</xhtml:div>", 5000)))));
        Assert.Contains("TRC-019", Codes(Read(deep)));
        Assert.Contains("TRC-019", Codes(Read(deep, ReadOptions.Default with { BytesMax = 1000 })));
    }

    // @verifies CFY-LLR-366
    [Fact]
    public void What_items_do_not_represent_is_listed()
    {
        var read = Read(File(s_types, Item("a", "A-1").Replace("<VALUES>", "<ALTERNATIVE-ID><ALTERNATIVE-ID IDENTIFIER='z'/></ALTERNATIVE-ID><VALUES>", StringComparison.Ordinal)
            .Replace("It shall.", "It <xhtml:b>shall</xhtml:b>.", StringComparison.Ordinal),
            "", Specification("S", Place("a") + Place("a")), "", "<TOOL-EXTENSIONS><x xmlns='urn:t'/></TOOL-EXTENSIONS>"));
        Assert.Equal(
            ["alternative identifiers", "extensions of the tool that wrote the file", "formatting of 1 pieces of text", "further places in the hierarchies"],
            read.Losses.Select(l => l.What).Order(StringComparer.Ordinal));
    }

    // @verifies CFY-LLR-370
    [Fact]
    public void An_archive_may_hold_several_files_and_attachments()
    {
        var read = ReadZip(("b.reqif", File("", Item("b", "B-1"), Relation("l", "r", "b", "a"))), ("a/a.reqif", File(s_types + RelationType("r", "satisfies"), Item("a", "A-1"))), ("files/p.png", "xxxx"));
        Assert.Empty(read.Findings);
        Assert.Equal(["A-1", "B-1"], read.Items.Select(i => i.Id));
        Assert.Equal("in.reqifz/a/a.reqif", read.Items[0].Place.Path);
        Assert.Equal(["A-1"], read.Items[1].Targets(LinkRole.Satisfies));
        var loss = Assert.Single(read.Losses);
        Assert.Equal(("in.reqifz/files/p.png", "attachment of 4 bytes"), (loss.Subject, loss.What));
    }

    // @verifies CFY-LLR-370 robustness
    [Fact]
    public void Paths_out_of_the_archive_bombs_and_broken_archives_are_refused()
    {
        Assert.Equal("TRC-019 TRC-019 TRC-019 TRC-016", string.Join(' ', ReadZip(("../a.reqif", "x"), ("/b.reqif", "x"), ("c:\\d.reqif", "x")).Findings.OrderByDescending(f => f.Code, StringComparer.Ordinal).Select(f => f.Code)));
        Assert.Contains("TRC-019", Codes(ReadZip(("bomb.reqif", new string(' ', 20 << 20)))));
        Assert.Contains("TRC-016", Codes(ReadZip(("readme.txt", "x"))));
        Assert.Contains("TRC-016", Codes(ReadBytes("PK\u0003\u0004 and nothing"u8.ToArray())));
        Assert.Contains("TRC-016", Codes(ReadZip(("a.reqif", File(s_types, Item("a", "A-1"))), ("a.reqif", File(s_types, Item("b", "A-2"))))));
    }

    // @verifies CFY-LLR-370 robustness
    [Fact]
    public void A_cut_archive_gives_a_finding()
    {
        var whole = Zip(("a.reqif", File(s_types, Item("a", "A-1"))));
        for (var i = 0; i < 50; i++) Assert.NotEmpty(ReadBytes(whole[..(whole.Length * i / 50)]).Findings);
        Assert.Empty(ReadBytes(whole).Findings);
    }

    private static ReadOutcome ReadZip(params (string Name, string Text)[] entries) => ReadBytes(Zip(entries));

    private static ReadOutcome ReadBytes(byte[] bytes) => new ReqIfReader("reqifz").Read([new InputFile("in.reqifz", bytes)], ReadOptions.Default);

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(text);
            }
        }
        return stream.ToArray();
    }
}
