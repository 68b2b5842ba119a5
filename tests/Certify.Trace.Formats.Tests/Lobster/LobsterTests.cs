using Certify.Facts;
using Certify.Trace.Formats.Lobster;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Tests.Lobster;

public sealed class LobsterTests
{
    private static ReadOutcome Read(string text, string name = "a.lobster") => new LobsterReader().Read([InputFile.FromText(name, text)], ReadOptions.Default);

    private static string File(string schema, string data) => $"{{\"data\":[{data}],\"generator\":\"g\",\"schema\":\"{schema}\",\"version\":4}}";

    private static string Codes(ReadOutcome read) => string.Join(' ', read.Findings.Select(f => $"{f.Code}:{f.Place.Line}"));

    private const string Requirement = """
        {"tag":"req x.one@3","location":{"kind":"file","file":"x.trlc","line":7,"column":4},"name":"x.one","messages":[],"just_up":["approved"],"just_down":[],"just_global":[],
         "refs":["req y.two@2"],"framework":"TRLC","kind":"x.Requirement","text":"It shall.","status":"valid"}
        """;

    // @verifies CFY-LLR-362
    [Fact]
    public void Reads_tags_versions_justifications_and_text()
    {
        var item = Assert.Single(Read(File("lobster-req-trace", Requirement)).Items);
        Assert.Equal(("x.one", "3", "It shall.", "valid", ItemTier.Hlr, ""), (item.Id, item.Revision, item.Text, item.Status, item.Tier, item.Title));
        Assert.Equal(new TraceLink(LinkRole.Satisfies, "y.two", "2"), Assert.Single(item.Links));
        Assert.Equal("[\"approved\"]", item.Attribute("lobster.just_up"));
        Assert.Equal("x.Requirement", item.Attribute("lobster.kind"));
        Assert.Contains("\"x.trlc\"", item.Attribute("lobster.location"), StringComparison.Ordinal);
    }

    // @verifies CFY-LLR-362
    [Fact]
    public void Activities_give_tests_and_their_results()
    {
        var read = Read(File("lobster-act-trace", """{"tag":"gtest a:B","refs":["req x.one"],"kind":"test","framework":"GoogleTest","status":"ok"},{"tag":"gtest a:C","refs":[],"status":"fail"},{"tag":"gtest a:D","refs":["cpp f"],"status":null}"""));
        Assert.Equal(["gtest a:B TestCase", "gtest a:B result Result", "gtest a:C TestCase", "gtest a:C result Result", "gtest a:D TestCase"], read.Items.Select(i => $"{i.Id} {i.Tier}"));
        Assert.Equal([true, false], read.Items.Where(i => i.Outcome is not null).Select(i => i.Outcome!.Passed));
        Assert.Equal(new TraceLink(LinkRole.Verifies, "x.one"), read.Items[0].Links[0]);
        Assert.Equal(new TraceLink(LinkRole.ResultOf, "gtest a:B"), read.Items[1].Links[0]);
        Assert.Equal("cpp f", read.Items[4].Links[0].Target);
    }

    // @verifies CFY-LLR-362
    [Fact]
    public void What_was_read_is_written_again()
    {
        InputFile[] files =
        [
            InputFile.FromText("r.lobster", File("lobster-req-trace", Requirement)),
            InputFile.FromText("i.lobster", File("lobster-imp-trace", """{"tag":"cpp f","refs":["req x.one"],"language":"C/C++","kind":"function","name":"f","location":{"kind":"github","gh_root":"u","commit":"c","file":"f","line":1}}""")),
            InputFile.FromText("t.lobster", File("lobster-act-trace", """{"tag":"gtest a:B@2","refs":["req x.one","cpp f"],"kind":"Test","framework":"GoogleTest","status":"fail","name":"B"}""")),
        ];
        var items = new LobsterReader().Read(files, ReadOptions.Default).Items;
        var written = new LobsterWriter().Write(items, "set");
        Assert.Empty(written.Losses);
        Assert.Equal(["set-req.lobster", "set-imp.lobster", "set-act.lobster"], written.Files.Select(f => f.Path));
        var back = new LobsterReader().Read(written.Files, ReadOptions.Default);
        Assert.Empty(back.Findings);
        Assert.Equal(items.Select(ItemForm.Of).Order(StringComparer.Ordinal), back.Items.Where(i => true).Select(i => ItemForm.Of(i).Replace("\n  'lobster.location' = '{\"kind\":\"void\"}'", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    // @verifies CFY-LLR-362
    [Fact]
    public void Read_after_Write_gives_the_same_items_but_for_what_is_listed() => ItemGen.ForAll(items =>
    {
        items = [.. items.DistinctBy(i => i.Id)];
        var written = new LobsterWriter().Write(items, "set");
        var read = new LobsterReader().Read(written.Files, ReadOptions.Default);
        Assert.Empty(read.Findings);
        var back = read.Items.ToLookup(i => i.Id);
        foreach (var item in items)
        {
            if (written.Losses.Any(l => l.Subject == item.Id)) continue;
            Assert.Contains(ItemForm.Of(item), back[item.Id].Select(b => ItemForm.Of(b).Replace("\n  'lobster.location' = '{\"kind\":\"void\"}'", "", StringComparison.Ordinal)));
        }
    });

    // @verifies CFY-LLR-362 robustness
    [Theory]
    [InlineData("", "TRC-016:0 TRC-016:1")]
    [InlineData("{\"data\":[],\"schema\":\"lobster-report\"}", "TRC-016:0")]
    [InlineData("{\"data\":[],\"schema\":\"lobster-req-trace\"}", "TRC-016:0")]
    [InlineData("{\"data\":[7,{\"tag\":\"req a\"}],\"schema\":\"lobster-req-trace\"}", "TRC-016:1")]
    [InlineData("{\"data\":[{\"name\":\"a\"}],\"schema\":\"lobster-req-trace\"}", "TRC-016:0 TRC-018:1")]
    [InlineData("{\"data\":[{\"tag\":\"req a\",\n\"tag\":\"req b\"}],\"schema\":\"lobster-req-trace\"}", "TRC-016:2")]
    public void Reports_what_is_broken(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Read(text).Findings.DistinctBy(f => (f.Code, f.Place)).Select(f => $"{f.Code}:{f.Place.Line}")));

    // @verifies CFY-LLR-362
    [Fact]
    public void What_a_tag_cannot_say_is_listed()
    {
        TraceItem[] items = [new() { Id = "a@b", Tier = ItemTier.Llr, Place = new SourcePlace("x", 1), Rationale = "r", Component = "c", Links = [new TraceLink(LinkRole.Mitigates, "H")] }];
        Assert.Equal(4, new LobsterWriter().Write(items, "s").Losses.Count);
    }
}
