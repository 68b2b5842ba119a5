using Certify.Facts;
using Certify.Trace.Formats.Reqtraq;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Tests.Reqtraq;

public sealed class ReqtraqTests
{
    private const string Sample = """
        # Software requirements

        Prose.

        ### REQ-TEST-SWH-1 Stops

        It SHALL stop:
        - at once
        - for good

        #### Note

        Deeper headings belong to the body.

        #### Attributes:
        - Parents: REQ-TEST-SYS-1, ASM-TEST-SYS-2
        - Rationale:
        - Verification: Test
        - Safety Impact: None

        ### REQ-TEST-SWH-2 Starts
        It SHALL start.
        #### Attributes:
        - Parents:
        - Rationale: Needed to
        be of use.
        - Verification: Unit Test

        ### REQ-TEST-SWH-3 DELETED

        ### ASM-TEST-SWH-1 Power

        There is power.

        #### Attributes:
        - Validation: By review

        ## Table

        | ID | Title | Body | Parents | Verification |
        | --- | --- | --- | --- | --- |
        | REQ-TEST-SWL-1 | Row | It SHALL \| hold. | REQ-TEST-SWH-1 | Test |
        | REQ-TEST-SWL-2 | DELETED | | | |
        | nothing | | | | |
        """;

    private static ReadOutcome Read(string text) => new ReqtraqReader().Read([InputFile.FromText("a.md", text)], ReadOptions.Default);

    // @verifies CFY-LLR-374
    [Fact]
    public void Requirements_come_from_headings_and_tables()
    {
        var read = Read(Sample);
        Assert.Equal(["REQ-TEST-SWH-1", "REQ-TEST-SWH-2", "REQ-TEST-SWH-3", "ASM-TEST-SWH-1", "REQ-TEST-SWL-1", "REQ-TEST-SWL-2"], read.Items.Select(i => i.Id));
        var item = read.Items[0];
        Assert.Equal((ItemTier.Hlr, "Stops", false), (item.Tier, item.Title, item.Derived));
        Assert.Equal("It SHALL stop:\n- at once\n- for good\n\n#### Note\n\nDeeper headings belong to the body.", item.Text);
        Assert.Equal(["satisfies REQ-TEST-SYS-1", "assumes ASM-TEST-SYS-2"], item.Links.Select(l => $"{l.Role} {l.Target}"));
        Assert.Equal("None", item.Attribute("Safety Impact"));
        Assert.Equal(VerificationMethod.Test, Assert.Single(item.Verification));
        Assert.Equal("It SHALL | hold.", read.Items[4].Text);
        Assert.Equal(["REQ-TEST-SWH-1"], read.Items[4].Targets(LinkRole.Satisfies));
    }

    // @verifies CFY-LLR-374
    [Fact]
    public void A_rationale_without_parents_means_derived_and_deleted_is_a_status()
    {
        var items = Read(Sample).Items;
        Assert.Equal((true, "Needed to\nbe of use."), (items[1].Derived, items[1].Rationale));
        Assert.Equal(("deleted", "deleted"), (items[2].Status, items[5].Status));
        Assert.Equal((ItemTier.Assumption, "By review"), (items[3].Tier, items[3].Attribute("Validation")));
    }

    // @verifies CFY-LLR-374
    [Fact]
    public void What_cannot_be_taken_over_is_reported()
    {
        var read = Read(Sample);
        Assert.Equal("TRC-018", Assert.Single(read.Findings).Code);
        Assert.Contains(read.Losses, l => l.What == "prose outside of requirements");
        Assert.Equal("TRC-016", Assert.Single(Read("## REQ-A-SWH-1 T\n\n##REQ-A-SWH-2 U\n").Findings).Code);
        Assert.Equal("TRC-016 TRC-012", string.Join(' ', Read("## REQ-lower-1 T\n").Findings.OrderByDescending(f => f.Code, StringComparer.Ordinal).Select(f => f.Code)));
    }

    // @verifies CFY-LLR-374 robustness
    [Fact]
    public void Damaged_files_are_read() => FormatLaws.A_cut_file_is_read(new ReqtraqReader(), "a.md", Sample);

    // @verifies CFY-LLR-374
    [Theory]
    [InlineData("### REQ-A-SWH-1 T", true)]
    [InlineData("| ID | Body |\n|---|---|\n| REQ-A-SWH-1 | x |", true)]
    [InlineData("## REQ-A-SWH-1 T\n\n- tier: HLR\n", false)]
    [InlineData("see REQ-A-SWH-1", false)]
    public void Only_its_own_files_are_claimed(string text, bool claimed) =>
        Assert.Equal(claimed, new ReqtraqReader().Recognises("a.md", System.Text.Encoding.UTF8.GetBytes(text)));

    // @verifies CFY-LLR-375
    [Fact]
    public void Whatever_changes_is_listed() => FormatLaws.Whatever_changes_is_listed(new ReqtraqWriter(), new ReqtraqReader());

    // @verifies CFY-LLR-375
    [Fact]
    public void What_fits_reads_back() => FormatLaws.What_fits_reads_back(new ReqtraqWriter(), new ReqtraqReader(), (i, n) => new TraceItem
    {
        Id = $"REQ-X-{(n % 2 == 0 ? "SWH" : "SWL")}-{n}", Tier = i.Tier, Place = i.Place, Title = FormatLaws.Line(i.Title), Text = FormatLaws.Block(i.Text), Derived = i.Derived,
        Rationale = Block(i.Rationale), SafetyFeedback = Block(i.SafetyFeedback), Source = Block(i.Source), Level = i.Level, Component = i.Component.Length > 0 ? FormatLaws.Block(i.Component) : "",
        Verification = i.Verification, TestKind = i.TestKind, Status = Block(i.Status), Revision = Block(i.Revision), Owner = Block(i.Owner), Author = Block(i.Author),
        Reviewer = Block(i.Reviewer), Outcome = i.Outcome,
        Links = [.. i.Links.Select((l, m) => new TraceLink(l.Role, $"REQ-X-SYS-{m}"))],
        Attributes = [.. i.Attributes.Where(a => a.Name != "title").Select(a => new ItemAttribute(a.Name, FormatLaws.Block(a.Value)))],
    });

    private static string? Block(string? text) => text is null ? null : FormatLaws.Block(text);
}
