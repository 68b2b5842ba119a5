using System.Text;
using System.Text.Json;
using Certify.Trace.Formats.Csv;
using Certify.Trace.Formats.Fret;
using Certify.Trace.Formats.Xlsx;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Tests.Fret;

public sealed class FretTests
{
    private const string Sample = """
        {
            "requirements": [
                { "reqid": "A-1", "parent_reqid": "", "project": "p", "rationale": "", "comments": "why\r\nnot", "fulltext": "A shall always satisfy x",
                  "status": "", "semantics": { "type": "nasa", "scope": { "type": "null" }, "condition": "null", "variables": ["x", "y"], "component": "A", "componentTextRange": [0, 1.50],
                  "empty": "", "odd#json": "text", "none": null }, "_id": "1" },
                { "reqid": "A-2", "parent_reqid": "A-1", "fulltext": "two\r\nlines", "semantics": {}, "status": "in progress", "new": { "b": [ "a  b\"\\" ] } },
                { "reqid": "B-3", "fulltext": "shall", "semantics": { "component": "B" } }
            ],
            "version": { "fret": 3 },
            "variables": [ { "component_name": "B", "variable_name": "z", "reqs": ["B-3"] }, { "component_name": "?" }, { "component_name": "A", "width": 1 } ]
        }
        """;

    private static ReadOutcome Read(string text) => new FretReader().Read([InputFile.FromText("a.json", text)], ReadOptions.Default);

    private static string Codes(ReadOutcome read) => string.Join(' ', read.Findings.Select(f => $"{f.Code}:{f.Place.Line}"));

    private static void AssertSameJson(ReadOnlyMemory<byte> one, ReadOnlyMemory<byte> other)
    {
        using var a = JsonDocument.Parse(one);
        using var b = JsonDocument.Parse(other);
        Assert.True(JsonElement.DeepEquals(a.RootElement, b.RootElement), Encoding.UTF8.GetString(other.Span[..Math.Min(3000, other.Length)]));
    }

    // @verifies CFY-LLR-358
    [Fact]
    public void Gives_fields_links_and_semantics()
    {
        var read = Read(Sample);
        Assert.Empty(read.Findings);
        Assert.Empty(read.Losses);
        var item = read.Items[0];
        Assert.Equal(("A-1", "A shall always satisfy x", "A", null, null), (item.Id, item.Text, item.Component, item.Rationale, item.Status));
        Assert.Equal("null", item.Attribute("fret.semantics.condition"));
        Assert.Equal("[\"x\",\"y\"]", item.Attribute("fret.semantics.variables#json"));
        Assert.Equal("null", item.Attribute("fret.semantics.none#json"));
        Assert.Equal(["A-1"], read.Items[1].Targets(LinkRole.Satisfies));
        Assert.Equal("two\nlines", read.Items[1].Text);
        Assert.Equal([3, 6, 7], read.Items.Select(i => i.Place.Line));
        Assert.Contains("\"variable_name\":\"z\"", read.Items[2].Attribute("fret.variables"), StringComparison.Ordinal);
    }

    // @verifies CFY-LLR-359
    [Fact]
    public void Writes_JSON_equal_to_what_was_read()
    {
        var written = new FretWriter().Write(Read(Sample).Items, "a");
        Assert.Empty(written.Losses);
        AssertSameJson(Encoding.UTF8.GetBytes(Sample), written.Files[0].Bytes);
    }

    // @verifies CFY-LLR-359
    [Theory]
    [InlineData("""[{"reqid":"A","fulltext":"x"}]""")]
    [InlineData("""{"requirements":[{"reqid":7,"parent_reqid":null,"fulltext":"x","rationale":["a"],"semantics":null}],"variables":[]}""")]
    public void Odd_forms_are_written_as_they_were(string text) =>
        AssertSameJson(Encoding.UTF8.GetBytes(text), new FretWriter().Write(Read(text).Items, "a").Files[0].Bytes);

    // @verifies CFY-LLR-359
    [Fact]
    public void A_changed_field_is_what_is_written()
    {
        var text = """{"requirements":[{"reqid":"A","fulltext":"a\r\nb"}]}""";
        var old = Read(text).Items[0];
        TraceItem changed = new() { Id = "A", Tier = old.Tier, Place = old.Place, Text = "new", Attributes = old.Attributes };
        AssertSameJson("""{"requirements":[{"reqid":"A","fulltext":"new"}]}"""u8.ToArray(), new FretWriter().Write([changed], "a").Files[0].Bytes);
    }

    // @verifies CFY-LLR-359
    [Fact]
    public void Items_of_other_tools_read_back_but_for_what_is_listed() => ItemGen.ForAll(items =>
    {
        var written = new FretWriter().Write(items, "set");
        var read = new FretReader().Read(written.Files, ReadOptions.Default);
        Assert.Empty(read.Findings);
        Assert.Equal(items.Select(i => (i.Id, i.Text, i.Rationale ?? "", i.Status)), read.Items.Select(i => (i.Id, i.Text, i.Rationale ?? "", i.Status)));
        foreach (var (item, back) in items.Zip(read.Items))
            Assert.True(ItemForm.Of(item) == ItemForm.Of(back) || written.Losses.Any(l => l.Subject == item.Id), ItemForm.Of(item));
    }, 60);

    // @verifies CFY-LLR-358 robustness
    [Theory]
    [InlineData("", "TRC-016:0 TRC-016:1")]
    [InlineData("{\"requirements\":[", "TRC-016:0 TRC-016:1")]
    [InlineData("{\"requirements\":[]}", "TRC-016:0")]
    [InlineData("{\"requirements\":[{\"reqid\":\"\",\"fulltext\":\"x\"}]}", "TRC-016:0 TRC-018:1")]
    [InlineData("{\"requirements\":[7,{\"reqid\":\"A\"}]}", "TRC-016:1")]
    [InlineData("{\"requirements\":[{\"reqid\":\"A\",\n\"reqid\":\"B\"}]}", "TRC-016:2")]
    [InlineData("{\"requirements\":[{\"reqid\":\"A\"}],\n\"x", "TRC-016:2")]
    [InlineData("{\"requirements\":[{\"reqid\":\"\\ud800\"}]}", "TRC-002:0 TRC-016:0")]
    public void Reports_what_is_broken(string text, string expected) => Assert.Equal(expected, Codes(Read(text)));

    // @verifies CFY-LLR-358 robustness
    [Fact]
    public void Nesting_is_read_to_a_hundred_levels_and_refused_without_end()
    {
        static string Deep(int levels) => $"{{\"requirements\":[{{\"reqid\":\"A\",\"x\":{new string('[', levels)}{new string(']', levels)}}}]}}";
        Assert.Empty(Read(Deep(100)).Findings);
        Assert.Contains(Read(Deep(100_000)).Findings, f => f.Code == "TRC-019");
    }

    // @verifies CFY-LLR-358, CFY-LLR-359, CFY-HLR-037
    [SharedDataFact(SharedData.Fret)]
    public void All_97_requirements_of_LMCPS_keep_their_semantics()
    {
        var file = SharedData.Read(SharedData.Fret);
        Assert.Equal("fret", FormatList.ReaderOf(file.Path, file.Bytes.Span[..(64 << 10)])?.Name);
        var read = new FretReader().Read([file], ReadOptions.Default);
        Assert.Empty(read.Findings);
        Assert.Empty(read.Losses);
        Assert.Equal(97, read.Items.Count);
        Assert.Equal("NN.R1", Assert.Single(read.Items, i => i.Links.Count > 0).Links[0].Target);
        AssertSameJson(file.Bytes, new FretWriter().Write(read.Items, "a").Files[0].Bytes);

        // The same by way of a table: semantics are attributes like any other.
        var sheet = new XlsxReader().Read(new XlsxWriter().Write(read.Items, "x").Files, ReadOptions.Default);
        AssertSameJson(file.Bytes, new FretWriter().Write(sheet.Items, "a").Files[0].Bytes);
        var csv = new CsvReader().Read(new CsvWriter().Write(read.Items, "x").Files, ReadOptions.Default);
        AssertSameJson(file.Bytes, new FretWriter().Write(csv.Items, "a").Files[0].Bytes);
    }
}
