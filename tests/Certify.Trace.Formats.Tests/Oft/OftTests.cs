using Certify.Trace.Formats.Oft;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Tests.Oft;

public sealed class OftTests
{
    private const string Sample = """
        # Portable hole

        ## Requirements
        Some prose here.

        ### Opens on demand
        `req~opens-on-demand~2`

        The hole opens when asked,
        * within a second.

        ```
        `req~not-an-item~1`
        Needs: nothing
        ```

        Rationale:

        Waiting is dull.

        Comment: None.

        Status: draft

        Covers:

        * [Holes](#feat~holes~1)
        - `feat~more~3`

        Depends: req~other~1

        Tags: Door, Space
        Needs: dsn ,utest

        ### Other
        **`utest~opens~1`** <a id="utest~opens~1"></a>
        Opens in the test.
        Covers:
        * req~opens-on-demand~1

        arch --> dsn, impl : req~opens-on-demand~2
        """;

    private static ReadOutcome Read(string text) => new OftReader().Read([InputFile.FromText("a.md", text)], ReadOptions.Default);

    // @verifies CFY-LLR-372
    [Fact]
    public void Items_have_title_text_fields_and_links_with_revisions()
    {
        var read = Read(Sample);
        Assert.Empty(read.Findings);
        Assert.Equal(["req~opens-on-demand", "utest~opens", "arch~opens-on-demand"], read.Items.Select(i => i.Id));
        var item = read.Items[0];
        Assert.Equal((ItemTier.Hlr, "2", "Opens on demand", "Waiting is dull.", "draft"), (item.Tier, item.Revision, item.Title, item.Rationale, item.Status));
        Assert.Equal("The hole opens when asked,\n* within a second.\n\n```\n`req~not-an-item~1`\nNeeds: nothing\n```", item.Text);
        Assert.Equal(("None.", "Door, Space", "dsn, utest"), (item.Attribute("Comment"), item.Attribute("Tags"), item.Attribute("Needs")));
        Assert.Equal(["satisfies feat~holes 1", "satisfies feat~more 3", "depends-on req~other 1"], item.Links.Select(l => $"{l.Role} {l.Target} {l.TargetRevision}"));
        Assert.Equal(7, item.Place.Line);
    }

    // @verifies CFY-LLR-372
    [Fact]
    public void An_outdated_link_keeps_the_revision_that_it_names()
    {
        var test = Read(Sample).Items[1];
        Assert.Equal((ItemTier.TestCase, "Other", "Opens in the test."), (test.Tier, test.Title, test.Text));
        Assert.Equal(new TraceLink(LinkRole.Verifies, "req~opens-on-demand", "1"), Assert.Single(test.Links) with { Place = null });
    }

    // @verifies CFY-LLR-372
    [Fact]
    public void A_forwarding_is_an_item_that_covers_and_needs()
    {
        var forward = Read(Sample).Items[2];
        Assert.Equal((ItemTier.Design, "2", "dsn, impl"), (forward.Tier, forward.Revision, forward.Attribute("Needs")));
        Assert.Equal("req~opens-on-demand", Assert.Single(forward.Links).Target);
    }

    // @verifies CFY-LLR-372
    [Fact]
    public void Prose_is_a_loss_and_an_entry_that_is_no_id_a_finding()
    {
        Assert.Equal(("prose outside of items", 4), (Assert.Single(Read(Sample).Losses).What, Read(Sample).Losses[0].Place.Line));
        Assert.Equal("TRC-016", Assert.Single(Read("`req~a~1`\nCovers:\n* nothing\n").Findings).Code);
        Assert.Equal("TRC-012", Assert.Single(Read("# Nothing\n").Findings).Code);
    }

    // @verifies CFY-LLR-372 robustness
    [Fact]
    public void Damaged_files_are_read()
    {
        FormatLaws.A_cut_file_is_read(new OftReader(), "a.md", Sample);
        Assert.Equal("TRC-002", Assert.Single(new OftReader().Read([new InputFile("a.md", new byte[] { 0x80, 0x41 })], ReadOptions.Default).Findings).Code);
        Assert.Equal(2, Read("`req~a~1`\n`req~a~1`\n").Items.Count);
    }

    // @verifies CFY-LLR-372
    [Theory]
    [InlineData("a.md", "x\n`req~a~1`\n", true)]
    [InlineData("a.md", "arch-->dsn:req~a~1", true)]
    [InlineData("a.md", "## A-1 T\n\n- tier: HLR\n\n`req~a~1`\n", false)]
    [InlineData("a.md", "text with `req~a~1` in it", false)]
    [InlineData("a.txt", "`req~a~1`\n", false)]
    public void Only_its_own_files_are_claimed(string path, string text, bool claimed) =>
        Assert.Equal(claimed, new OftReader().Recognises(path, System.Text.Encoding.UTF8.GetBytes(text)));

    // @verifies CFY-LLR-373
    [Fact]
    public void Whatever_changes_is_listed() => FormatLaws.Whatever_changes_is_listed(new OftWriter(), new OftReader());

    // @verifies CFY-LLR-373
    [Fact]
    public void What_fits_reads_back() => FormatLaws.What_fits_reads_back(new OftWriter(), new OftReader(), (i, n) => new TraceItem
    {
        Id = $"{OftTypes.TypeOf(i.Tier)}~n.{n}", Tier = i.Tier, Place = i.Place, Title = FormatLaws.Line(i.Title), Text = FormatLaws.Block(i.Text), Revision = $"{n + 3}",
        Rationale = i.Rationale is null ? null : FormatLaws.Block(i.Rationale), Status = i.Status is null ? null : "draft",
        Links = [.. i.Links.Select((l, m) => new TraceLink(m % 2 == 0 ? OftTypes.RoleOf(i.Tier) : LinkRole.DependsOn, $"req~{m}", $"{m}"))],
        Attributes = i.Derived ? [new("Comment", FormatLaws.Block(i.Text)), new("Tags", "a, b"), new("Needs", "dsn")] : [],
    });
}
