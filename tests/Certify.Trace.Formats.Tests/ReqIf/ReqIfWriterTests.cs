using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Certify.Facts;
using Certify.Trace.Formats.Common;
using Certify.Trace.Formats.ReqIf;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Tests.ReqIf;

public sealed class ReqIfWriterTests
{
    private static readonly XNamespace s_ns = ReqIfNames.Namespace;

    // @verifies CFY-LLR-371
    [Fact]
    public void Read_after_Write_gives_the_same_items() => ItemGen.ForAll(items =>
    {
        var written = new ReqIfWriter().Write(items, "set");
        var read = new ReqIfReader("reqif").Read(written.Files, ReadOptions.Default);
        Assert.Empty(read.Findings);
        Assert.Empty(read.Losses);
        Assert.Equal(ItemForm.Of(ItemMap.All(items, XmlSafe.Text)), ItemForm.Of(read.Items));
    });

    // @verifies CFY-LLR-370, CFY-LLR-371
    [Fact]
    public void Read_after_Write_gives_the_same_items_from_an_archive() => ItemGen.ForAll(items =>
    {
        var written = new ReqIfzWriter().Write(items, "set");
        var read = new ReqIfReader("reqifz").Read(written.Files, ReadOptions.Default);
        Assert.Empty(read.Findings);
        Assert.Equal(ItemForm.Of(ItemMap.All(items, XmlSafe.Text)), ItemForm.Of(read.Items));
    }, sets: 30);

    // @verifies CFY-LLR-371
    [Fact]
    public void Equal_items_give_equal_bytes() => ItemGen.ForAll(items =>
    {
        Assert.True(new ReqIfWriter().Write(items, "set").Files[0].Bytes.Span.SequenceEqual(new ReqIfWriter().Write(items, "set").Files[0].Bytes.Span));
        Assert.True(new ReqIfzWriter().Write(items, "set").Files[0].Bytes.Span.SequenceEqual(new ReqIfzWriter().Write(items, "set").Files[0].Bytes.Span));
    }, sets: 20);

    // @verifies CFY-LLR-371
    [Fact]
    public void Identifiers_are_names_of_their_own_and_references_lead_to_them() => ItemGen.ForAll(items =>
    {
        var document = XDocument.Parse(Encoding.UTF8.GetString(new ReqIfWriter().Write(items, "my set").Files[0].Bytes.Span));
        var ids = document.Descendants().Attributes("IDENTIFIER").Select(a => a.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(ids, id => Assert.Equal(id, System.Xml.XmlConvert.VerifyNCName(id)));
        var known = ids.ToHashSet(StringComparer.Ordinal);
        Assert.All(document.Descendants().Where(e => e.Name.LocalName.EndsWith("-REF", StringComparison.Ordinal)), e => Assert.Contains(e.Value, known));
        Assert.All(document.Descendants().Attributes("LAST-CHANGE"), a => Assert.Equal(ReqIfWriter.Time, a.Value));
        Assert.Equal(items.Length, document.Descendants(s_ns + "SPEC-HIERARCHY").Count());
    }, sets: 40);

    // @verifies CFY-LLR-371
    [Fact]
    public void Characters_that_xml_cannot_hold_are_listed()
    {
        TraceItem[] items = [new() { Id = "A-1", Tier = ItemTier.Hlr, Place = new SourcePlace("x", 7), Text = "a\u0001b", Title = "\uD800" }];
        var written = new ReqIfWriter().Write(items, "set");
        var loss = Assert.Single(written.Losses);
        Assert.Equal(("A-1", 2, 7), (loss.Subject, loss.Count, loss.Place.Line));
        var read = Assert.Single(new ReqIfReader("reqif").Read(written.Files, ReadOptions.Default).Items);
        Assert.Equal(("a\uFFFDb", "\uFFFD"), (read.Text, read.Title));
    }

    // @verifies CFY-LLR-371
    [Fact]
    public void An_archive_has_one_entry_with_a_fixed_date()
    {
        using var archive = new ZipArchive(new MemoryStream(new ReqIfzWriter().Write([], "out/set").Files[0].Bytes.ToArray()));
        var entry = Assert.Single(archive.Entries);
        Assert.Equal(("set.reqif", 1980), (entry.FullName, entry.LastWriteTime.Year));
    }

    // @verifies CFY-LLR-371
    [Theory]
    [InlineData("Höhe 1", "H_he_1.reqif")]
    [InlineData("a:b\\c", "a_b_c.reqif")]
    public void An_entry_has_a_name_that_every_system_takes(string title, string name)
    {
        var written = new ReqIfzWriter().Write([new() { Id = "A-1", Tier = ItemTier.Hlr, Place = new SourcePlace("x", 7) }], title);
        using var archive = new ZipArchive(new MemoryStream(written.Files[0].Bytes.ToArray()));
        Assert.Equal(name, Assert.Single(archive.Entries).FullName);
        Assert.Single(new ReqIfReader("reqifz").Read(written.Files, ReadOptions.Default).Items);
    }
}
