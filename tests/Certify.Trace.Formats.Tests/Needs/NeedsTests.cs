using System.Text.Json;
using Certify.Trace.Formats.Needs;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Tests.Needs;

public sealed class NeedsTests
{
    private const string Sample = """
        { "created": "2024", "current_version": "2.0", "project": "p", "versions": {
          "1.0": { "needs": { "OLD": { "id": "OLD" } } },
          "2.0": { "needs_amount": 3, "needs": {
            "R1": { "id": "R1", "title": "One", "content": "It shall.", "type": "req", "type_name": "Requirement", "status": "open", "tags": ["a", "b"], "links": ["S1"], "links_back": [], "checks_back": ["T1"],
                    "docname": "index", "lineno": 12, "is_need": true, "parts": {}, "sections": ["A", "B"], "effort": null, "safety_feedback": "none", "derived": "" },
            "S1": { "id": "S1", "title": "Sys", "description": "S", "type": "sys_req", "links": [], "links_back": ["R1", "GHOST"] },
            "T1": { "id": "T1", "title": "Test", "content": "", "type": "test", "links": [], "checks": ["R1"], "parts": { "x": { "id": "x" } } }
          } } } }
        """;

    private static ReadOutcome Read(string text, ReadOptions? options = null) => new NeedsReader().Read([InputFile.FromText("needs.json", text)], options ?? ReadOptions.Default);

    private static string Codes(ReadOutcome read) => string.Join(' ', read.Findings.Select(f => $"{f.Code}:{f.Place.Line}"));

    // @verifies CFY-LLR-360
    [Fact]
    public void Reads_the_current_version_with_types_links_and_further_fields()
    {
        var read = Read(Sample);
        Assert.Empty(read.Findings);
        Assert.Equal([ItemTier.Hlr, ItemTier.System, ItemTier.TestCase], read.Items.Select(i => i.Tier));
        Assert.Equal(["satisfies S1", "", "checks R1"], read.Items.Select(i => string.Join(',', i.Links.Select(l => $"{l.Role} {l.Target}"))));
        Assert.Equal("type=req|tags=a\nb|docname=index|lineno=12|sections=A\nB", string.Join('|', read.Items[0].Attributes.OrderBy(a => a.Name != "type").Select(a => $"{a.Name}={a.Value}")));
        Assert.Equal(("One", "It shall.", "open", "none", false), (read.Items[0].Title, read.Items[0].Text, read.Items[0].Status, read.Items[0].SafetyFeedback, read.Items[0].Derived));
        Assert.Equal("S", read.Items[1].Text);
        Assert.Equal("{\"x\":{\"id\":\"x\"}}", read.Items[2].Attribute("parts"));
        Assert.Equal([4, 6, 7], read.Items.Select(i => i.Place.Line));
        Assert.Equal(["'links_back' names 'GHOST', which has no such link", "version '1.0' of the needs"], read.Losses.Select(l => l.What).Order(StringComparer.Ordinal));
    }

    // @verifies CFY-LLR-360
    [Fact]
    public void Reads_a_list_and_a_mapping()
    {
        var mapping = new FieldMapping(new Dictionary<string, string> { ["checks"] = "links:verifies", ["asil"] = "level", ["x"] = "-" }, new Dictionary<string, string> { ["tc"] = "test case" });
        var read = Read("""{"versions":{"":{"needs":[{"id":"A","type":"tc","checks":["B"],"asil":"B","x":"y"},{"id":7,"type":"odd"}]}}}""", new ReadOptions { Mapping = mapping });
        Assert.Empty(read.Findings);
        Assert.Equal((ItemTier.TestCase, "B", "verifies B"), (read.Items[0].Tier, read.Items[0].Level, $"{read.Items[0].Links[0].Role} {read.Items[0].Links[0].Target}"));
        Assert.Null(read.Items[0].Attribute("x"));
        Assert.Equal("7", read.Items[1].Id);
        Assert.Contains("'odd'", Assert.Single(read.Losses).What, StringComparison.Ordinal);
    }

    // @verifies CFY-LLR-361
    [Fact]
    public void Read_after_Write_gives_the_same_items_but_for_what_is_listed() => ItemGen.ForAll(items =>
    {
        var written = new NeedsWriter().Write(items, "set");
        using (JsonDocument.Parse(written.Files[0].Bytes, new JsonDocumentOptions { AllowDuplicateProperties = false })) { }
        var read = new NeedsReader().Read(written.Files, ReadOptions.Default);
        Assert.Empty(read.Findings);
        var kept = items.DistinctBy(i => i.Id).ToList();
        Assert.Equal(kept.Count, read.Items.Count);
        foreach (var (item, back) in kept.Zip(read.Items))
        {
            if (written.Losses.All(l => l.Subject != item.Id)) Assert.Equal(ItemForm.Of(item), ItemForm.Of(back));
        }
        Assert.True(written.Losses.All(l => l.What.StartsWith("second item", StringComparison.Ordinal) || l.What.Contains("of the link to", StringComparison.Ordinal)), string.Join('\n', written.Losses));
    });

    // @verifies CFY-LLR-360 robustness
    [Theory]
    [InlineData("", "TRC-016:0 TRC-016:1")]
    [InlineData("[]", "TRC-016:0")]
    [InlineData("{\"versions\":{\"1\":{\"needs\":{}}}}", "TRC-016:0")]
    [InlineData("{\"versions\":{\"1\":{\"needs\":{\"\":{}}}}}", "TRC-016:0 TRC-018:1")]
    [InlineData("{\"versions\":{\"1\":{\"needs\":{\"A\":7,\"B\":{}}}}}", "TRC-016:1")]
    [InlineData("{\"versions\":{\"1\":{\"needs\":{\"A\":{},\n\"A\":{}}}}}", "TRC-016:2")]
    [InlineData("{\"versions\":{\"1\":{\"needs\":{\"A\":{\"title\":\"a\",\n\"title\":\"b\"}}}}}", "TRC-016:2")]
    [InlineData("{\"versions\":{\"1\":{\"needs\":{\"A\":{}", "TRC-016:0 TRC-016:1")]
    public void Reports_what_is_broken(string text, string expected) => Assert.Equal(expected, Codes(Read(text)));

    // @verifies CFY-LLR-360
    [Fact]
    public void Is_recognised_by_its_form()
    {
        Assert.Equal("needs", FormatList.ReaderOf("a/needs.json", System.Text.Encoding.UTF8.GetBytes(Sample))?.Name);
        Assert.Null(FormatList.ReaderOf("package.json", "{\"versions\":1}"u8));
    }
}
