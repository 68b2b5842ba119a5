using Certify.Facts;
using Certify.Trace.Formats.Doorstop;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Tests.Doorstop;

public sealed class DoorstopTests
{
    private const string Item = """
        active: true
        derived: true
        header: |
          Stop
        level: 2.10
        links:
        - SYS001: avwblqPimDJ2OgTrRCXxRPN8FQhUBWqPIXm7kSR95C4=
        - SYS002
        - SYS003: null
        normative: true
        ref: 'a.c'
        references:
        - path: tests/a.cpp
          type: file
          keyword: REQ1
          sha: 12
        reviewed: 9TcFUzsQWUHhoh5wsqnhL7VRtSqMaIhrCXg7mfIkxKM=
        invented-by: jane@example.com
        verification-method: Test or Analysis
        tags: [a, b]
        text: |
          It **shall** stop.

          Always.
        """;

    private static ReadOutcome Read(params (string Path, string Text)[] files) =>
        new DoorstopReader().Read([.. files.Select(f => InputFile.FromText(f.Path, f.Text))], ReadOptions.Default);

    // @verifies CFY-LLR-379
    [Fact]
    public void An_item_has_its_files_name_and_links_with_stamps()
    {
        var read = Read(("req/.doorstop.yml", "settings:\n  digits: 3\n  prefix: REQ\n  sep: ''\n"), ("req/REQ001.yml", Item));
        Assert.Empty(read.Findings);
        var item = Assert.Single(read.Items);
        Assert.Equal(("REQ001", "Stop", "It **shall** stop.\n\nAlways.", true), (item.Id, item.Title, item.Text, item.Derived));
        Assert.Equal("9TcFUzsQWUHhoh5wsqnhL7VRtSqMaIhrCXg7mfIkxKM=", item.Revision);
        Assert.Equal(["SYS001 avwblqPimDJ2OgTrRCXxRPN8FQhUBWqPIXm7kSR95C4=", "SYS002 ", "SYS003 "], item.Links.Select(l => $"{l.Target} {l.TargetRevision}"));
        Assert.Equal(("2.10", "a.c", "tests/a.cpp (keyword REQ1)", "jane@example.com", "a\nb"),
            (item.Attribute("level"), item.Attribute("ref"), item.Attribute("references"), item.Attribute("invented-by"), item.Attribute("tags")));
        Assert.Equal(2, item.Verification.Count);
        Assert.Equal("'sha' of a reference", Assert.Single(read.Losses).What);
    }

    // @verifies CFY-LLR-379
    [Fact]
    public void Markdown_items_documents_and_inactive_items_are_known()
    {
        const string Front = "---\nactive: false\nderived: false\nlevel: 1.0\nlinks:\n- REQ001: null\nnormative: true\nreviewed: null\n---\n\n# Heading\n\nBody text.\n";
        var read = Read(("t/.doorstop.yml", "settings:\n  prefix: TST\n  parent: REQ\n"), ("t/TST002.md", Front), ("t/TST003.yml", "active: true\nlevel: 1.0\nnormative: false\ntext: Heading\n"));
        var item = Assert.Single(read.Items);
        Assert.Equal((ItemTier.TestCase, "Heading", "Body text.", "inactive"), (item.Tier, item.Title, item.Text, item.Status));
        Assert.Equal(["REQ001"], item.Targets(LinkRole.Verifies));
        Assert.Equal("TST003", Assert.Single(read.Losses).Subject);
        Assert.True(new DoorstopReader().Recognises("t/TST002.md", System.Text.Encoding.UTF8.GetBytes(Front)));
        Assert.True(new DoorstopReader().Recognises("t/REQ001.yml", System.Text.Encoding.UTF8.GetBytes(Item)));
        Assert.False(new DoorstopReader().Recognises("t/other.yml", "a: 1"u8));
    }

    // @verifies CFY-LLR-379 robustness
    [Theory]
    [InlineData("a: b: c", "TRC-016")]
    [InlineData("- a", "TRC-016")]
    [InlineData("", "TRC-016")]
    [InlineData("text: a\ntext: b", "TRC-016")]
    [InlineData("a: &x [1]\nb: [*x, *x]", "TRC-016")]
    [InlineData("a: [[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]", "TRC-016")]
    [InlineData("active: true\nlinks: REQ1", "TRC-016")]
    [InlineData("derived: perhaps", "TRC-008")]
    public void What_is_no_item_is_a_finding(string text, string code) => Assert.Contains(Read(("REQ1.yml", text)).Findings, f => f.Code == code);

    // @verifies CFY-LLR-379 robustness
    [Fact]
    public void Damaged_files_are_read() => FormatLaws.A_cut_file_is_read(new DoorstopReader(), "REQ1.yml", Item);

    // @verifies CFY-LLR-379
    [Fact]
    public void Documents_hang_below_the_one_that_their_items_name_most()
    {
        TraceItem Make(string id, params string[] parents) => new()
        {
            Id = id, Tier = ItemTier.Hlr, Place = new SourcePlace("x", 1), Text = "It shall.", Links = [.. parents.Select(p => new TraceLink(LinkRole.Satisfies, p))],
        };
        var files = new DoorstopWriter().Write([Make("SYS-1"), Make("HLR-1", "SYS-1"), Make("LLR-1", "HLR-1"), Make("X-1")], "out").Files;
        string Settings(string prefix) => System.Text.Encoding.UTF8.GetString(files.Single(f => f.Path == $"out/{prefix}/.doorstop.yml").Bytes.Span);
        Assert.Equal("settings:\n  digits: 3\n  prefix: \"SYS\"\n  sep: \"-\"\n", Settings("SYS"));
        Assert.Contains("parent: \"SYS\"", Settings("HLR"), StringComparison.Ordinal);
        Assert.Contains("parent: \"HLR\"", Settings("LLR"), StringComparison.Ordinal);
        Assert.Contains("parent: \"SYS\"", Settings("X"), StringComparison.Ordinal);
    }

    // @verifies CFY-LLR-379
    [Fact]
    public void Whatever_changes_is_listed() => ItemGen.ForAll(items =>
    {
        var written = new DoorstopWriter().Write(items, "set");
        var read = new DoorstopReader().Read(written.Files, ReadOptions.Default);
        Assert.Empty(read.Findings);
        var changed = written.Losses.Select(l => l.Subject).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(items.Select(i => i.Id).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal), read.Items.Select(i => i.Id).Order(StringComparer.Ordinal));
        foreach (var item in items.Where(i => !changed.Contains(i.Id))) Assert.Equal(ItemForm.Of(item), ItemForm.Of(read.Items.Single(i => i.Id == item.Id)));
    }, sets: 100);

    // @verifies CFY-LLR-379
    [Fact]
    public void What_fits_reads_back() => ItemGen.ForAll(items =>
    {
        TraceItem[] fitting = [.. items.Select((i, n) => new TraceItem
        {
            Id = $"REQ{n:D3}", Tier = i.Tier, Place = i.Place, Title = Text(i.Title), Text = Text(i.Text), Rationale = Null(i.Rationale), Derived = i.Derived,
            SafetyFeedback = Null(i.SafetyFeedback), Source = Null(i.Source), Level = i.Level, Component = Text(i.Component), Verification = i.Verification,
            TestKind = i.TestKind, Status = Null(i.Status), Revision = Null(i.Revision), Owner = Null(i.Owner), Author = Null(i.Author), Reviewer = Null(i.Reviewer),
            Outcome = i.Outcome, Links = i.Links, Attributes = [.. i.Attributes.Select(a => new ItemAttribute(a.Name, Text(a.Value))), new("references", "a b\nc (keyword d)")],
        })];
        var written = new DoorstopWriter().Write(fitting, "set");
        Assert.Empty(written.Losses);
        var read = new DoorstopReader().Read([.. written.Files.Reverse()], ReadOptions.Default);
        Assert.Empty(read.Findings);
        Assert.Equal(ItemForm.Of(fitting), ItemForm.Of(read.Items));
        Assert.All(written.Files, f => Assert.True(new DoorstopReader().Recognises(f.Path, f.Bytes.Span), f.Path));
    }, sets: 100);

    private static string Text(string text) => text.TrimEnd('\n');

    private static string? Null(string? text) => text?.TrimEnd('\n') is { Length: > 0 } some ? some : null;
}
