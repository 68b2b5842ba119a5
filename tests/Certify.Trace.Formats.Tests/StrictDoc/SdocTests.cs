using Certify.Facts;
using Certify.Trace.Formats.StrictDoc;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Tests.StrictDoc;

public sealed class SdocTests
{
    private const string Sample = """
        [DOCUMENT]
        TITLE: Brakes
        UID: DOC-1
        OPTIONS:
          ENABLE_MID: True

        [GRAMMAR]
        ELEMENTS:
        - TAG: REQUIREMENT
          FIELDS:
          - TITLE: UID

        [[SECTION]]
        MID: 1
        TITLE: Stopping

        [TEXT]
        STATEMENT: >>>
        About stopping.
        <<<

        [REQUIREMENT]
        MID: 75a5
        UID: BRK-1
        STATUS: Active
        TAGS: a, b
        VERIFICATION: Test, Inspection
        TITLE: Stop
        STATEMENT: >>>
        It shall stop.

        [NOT A NODE]
        <<<
        RATIONALE: Safety.
        COMMENT: One.
        COMMENT: >>>
        Two
        lines.
        <<<
        RELATIONS:
        - TYPE: Parent
          VALUE: SYS-1
        - TYPE: Parent
          VALUE: SYS-2
          ROLE: Refines
        - TYPE: File
          VALUE: src/a.c
        - TYPE: Child
          VALUE: BRK-3

        [[/SECTION]]

        [SECTION]
        TITLE: Rest

        [COMPOSITE_REQUIREMENT]
        UID: BRK-2
        STATEMENT: Whole.

        [LOW_LEVEL_REQUIREMENT]
        UID: BRK-3
        STATEMENT: Part.

        [/COMPOSITE_REQUIREMENT]

        [/SECTION]

        [TEST_CASE]
        UID: TST-1
        REFS:
        - TYPE: Parent
          VALUE: BRK-1
        """;

    private static ReadOutcome Read(string text) => new SdocReader().Read([InputFile.FromText("a.sdoc", text)], ReadOptions.Default);

    // @verifies CFY-LLR-378
    [Fact]
    public void Nodes_have_fields_relations_and_the_sections_around_them()
    {
        var read = Read(Sample);
        Assert.Empty(read.Findings);
        Assert.Equal(["BRK-1", "BRK-2", "BRK-3", "TST-1"], read.Items.Select(i => i.Id));
        var item = read.Items[0];
        Assert.Equal(("Stop", "Active", "Safety.", "Stopping", "One.\nTwo\nlines."), (item.Title, item.Status, item.Rationale, item.Attribute("Chapter"), item.Attribute("COMMENT")));
        Assert.Equal("It shall stop.\n\n[NOT A NODE]", item.Text);
        Assert.Equal([VerificationMethod.Test, VerificationMethod.Review], item.Verification);
        Assert.Equal(["satisfies SYS-1", "satisfies SYS-2"], item.Links.Select(l => $"{l.Role} {l.Target}"));
        Assert.Equal(("src/a.c", "75a5", 22), (item.Attribute("File"), item.Attribute("MID"), item.Place.Line));
    }

    // @verifies CFY-LLR-378
    [Fact]
    public void A_child_relation_is_a_link_of_the_other_end()
    {
        var items = Read(Sample).Items;
        Assert.Equal((ItemTier.Llr, "Rest / BRK-2"), (items[2].Tier, items[2].Attribute("Chapter")));
        Assert.Equal(["BRK-1"], items[2].Targets(LinkRole.Satisfies));
        Assert.Equal(["BRK-1"], items[3].Targets(LinkRole.Verifies));
    }

    // @verifies CFY-LLR-378
    [Fact]
    public void What_is_no_item_is_listed_and_what_is_no_document_reported()
    {
        Assert.Equal(
            ["declarations of [GRAMMAR]", "field 'MID' of [SECTION]", "field 'UID' of [DOCUMENT]", "options of the document", "prose ([FREETEXT], [TEXT])"],
            Read(Sample).Losses.Select(l => l.What).Order(StringComparer.Ordinal));
        string Codes(string text) => string.Join(' ', Read(text).Findings.Select(f => f.Code).Order(StringComparer.Ordinal));
        Assert.Equal("TRC-012 TRC-016 TRC-016", Codes("text\n"));
        Assert.Equal("TRC-012 TRC-018", Codes("[DOCUMENT]\nTITLE: x\n\n[REQUIREMENT]\nSTATEMENT: y\n"));
        Assert.Equal("TRC-016 TRC-016", Codes("[DOCUMENT]\n\n[[SECTION]]\nTITLE: a\n\n[REQUIREMENT]\nUID: A\nSTATEMENT: >>>\nopen\n"));
        Assert.Equal("TRC-016 TRC-016", Codes("[DOCUMENT]\n\n[/SECTION]\n\n[REQUIREMENT]\nUID: A\nRELATIONS:\n- TYPE: Child\n  VALUE: gone\n"));
    }

    // @verifies CFY-LLR-378 robustness
    [Fact]
    public void Damaged_files_and_deep_sections_are_read()
    {
        FormatLaws.A_cut_file_is_read(new SdocReader(), "a.sdoc", Sample);
        var deep = "[DOCUMENT]\nTITLE: x\n\n" + string.Concat(Enumerable.Range(0, 150).Select(i => $"[[SECTION]]\nTITLE: {i}\n\n")) + "[REQUIREMENT]\nUID: A\n\n" + string.Concat(Enumerable.Repeat("[[/SECTION]]\n\n", 150));
        var read = Read(deep);
        Assert.Empty(read.Findings);
        Assert.EndsWith("148 / 149", Assert.Single(read.Items).Attribute("Chapter"), StringComparison.Ordinal);
    }

    // @verifies CFY-LLR-378
    [Fact]
    public void Whatever_changes_is_listed() => FormatLaws.Whatever_changes_is_listed(new SdocWriter(), new SdocReader());

    // @verifies CFY-LLR-378
    [Fact]
    public void What_fits_reads_back() => FormatLaws.What_fits_reads_back(new SdocWriter(), new SdocReader(), (i, n) => new TraceItem
    {
        Id = i.Id, Tier = i.Tier, Place = i.Place, Title = Line(i.Title) ?? "", Text = Text(i.Text) ?? "", Rationale = Text(i.Rationale), Derived = i.Derived,
        SafetyFeedback = Text(i.SafetyFeedback), Source = Text(i.Source), Level = i.Level, Component = Text(i.Component) ?? "", Verification = i.Verification,
        TestKind = i.TestKind, Status = Line(i.Status), Revision = Text(i.Revision), Owner = Text(i.Owner), Author = Text(i.Author), Reviewer = Text(i.Reviewer),
        Outcome = i.Outcome, Links = [.. i.Links.Select(l => new TraceLink(l.Role, l.Target))],
        Attributes = i.Attributes.Count == 0 ? [] : [new("Chapter", Text(i.Attributes[0].Value) ?? "x"), new("X_1", "v")],
    });

    private static string? Line(string? text) => text?.ReplaceLineEndings(" ").Trim() is { Length: > 0 } line ? line : null;

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
