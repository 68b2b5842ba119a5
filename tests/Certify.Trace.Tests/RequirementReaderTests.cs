using System.Text;
using Certify.Facts;
using Certify.Trace.Model;
using Certify.Trace.Reading;

namespace Certify.Trace.Tests;

public class RequirementReaderTests
{
    private const string Item = """
        # Title

        ## AB-HLR-001 Height  is kept

        - tier: HLR
        - component: Height keeper
        - parents: SYS-A-002,
          SYS-A-001
        - derived: no
        - verification: analysis

        The monitor shall hold
        the height:

        - one,
        - two
          and more.

        ```
        ## Not-an-item 1
        - tier: none
        ```

        **Rationale:** because
        it is so.

        **Safety feedback:** none.
        """;

    // @verifies CFY-LLR-003
    [Fact]
    public void Every_field_is_read()
    {
        var result = RequirementReader.Read([InputFile.FromText("r.md", Item)]);
        Assert.Empty(result.Findings);
        var item = Assert.Single(result.Items);
        Assert.Equal(("AB-HLR-001", Tier.Hlr, "Height keeper", "Height  is kept"), (item.Id, item.Tier, item.Component, item.Title));
        Assert.Equal("The monitor shall hold the height:\n\n- one,\n- two and more.\n\n```\n## Not-an-item 1\n- tier: none\n```", item.Text);
        Assert.Equal(["SYS-A-001", "SYS-A-002"], item.Parents);
        Assert.Equal(("because it is so.", "none.", false, VerificationMethod.Analysis), (item.Rationale, item.SafetyFeedback, item.Derived, item.Verification));
        Assert.Equal("r.md:3", item.Place.ToString());
    }

    // @verifies CFY-LLR-002
    [Fact]
    public void Mark_and_line_ends_make_no_difference()
    {
        var plain = RequirementReader.Read([InputFile.FromText("r.md", Item)]);
        var windows = RequirementReader.Read([InputFile.FromText("r.md", "\uFEFF" + Item.Replace("\n", "\r\n", StringComparison.Ordinal))]);
        Assert.Equal(FactJson.Write(plain), FactJson.Write(windows));
    }

    // @verifies CFY-HLR-011, CFY-LLR-001
    [Fact]
    public void All_problems_of_a_file_are_found_in_one_run()
    {
        var result = RequirementReader.Read([InputFile.FromText("r.md", """
            # Title

            ## ab-1 lower case

            ## AB-HLR-001 One

            - tier: hlr
            - tier: HLR
            - colour: red

            ## AB-HLR-002

            - tier: LLR
            - component:
            - parents: none, X

            Text
            <!-- no -->

            **Rationale:**
            """)]);
        Assert.Equal(
            [
                "r.md:3 TRC-015", "r.md:5 TRC-007", "r.md:5 TRC-007", "r.md:5 TRC-007", "r.md:5 TRC-007", "r.md:5 TRC-010", "r.md:7 TRC-008",
                "r.md:8 TRC-006", "r.md:9 TRC-005", "r.md:11 TRC-007", "r.md:11 TRC-007", "r.md:11 TRC-007", "r.md:14 TRC-008",
                "r.md:15 TRC-008", "r.md:15 TRC-008", "r.md:18 TRC-011", "r.md:20 TRC-008",
            ],
            result.Findings.Select(f => $"{f.Place} {f.Code}"));
        Assert.All(result.Findings, f => Assert.Contains("hint: ", f.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("FM-HLR-001", true)]
    [InlineData("SYS-NLG-002&3", true)]
    [InlineData("SYS-FSM-001v2", true)]
    [InlineData("A2-1", true)]
    [InlineData("fm-HLR-001", false)]
    [InlineData("FM", false)]
    [InlineData("FM-", false)]
    [InlineData("-1", false)]
    [InlineData("FM--1", false)]
    [InlineData("FM-HLR", false)]
    [InlineData("FM-HLR-001,", false)]
    [InlineData("FM-HLR-\u0661", false)]
    public void Ids_have_a_form(string id, bool holds) => Assert.Equal(holds, ItemId.IsWellFormed(id));

    // @verifies CFY-LLR-004
    [Fact]
    public void Fingerprint_covers_the_normative_fields_and_only_them()
    {
        var before = Print(Item);
        foreach (var (old, with) in ((string, string)[])
            [("because", "since"), ("none.", "told."), ("Height  is kept", "Other title"), ("hold\nthe", "hold the"), ("SYS-A-002,\n  SYS-A-001", "SYS-A-001, SYS-A-002")])
        {
            Assert.Equal(before, Print(Defects.Replace(Item, old, with)));
        }

        foreach (var (old, with) in ((string, string)[])
            [("AB-HLR-001", "AB-HLR-002"), ("tier: HLR", "tier: LLR"), ("keeper", "holder"), ("shall hold", "shall not hold"), ("SYS-A-002", "SYS-A-003"), ("derived: no", "derived: yes"), ("analysis", "review")])
        {
            Assert.NotEqual(before, Print(Defects.Replace(Item, old, with)));
        }
    }

    // @verifies CFY-LLR-004
    [Fact]
    public void Fingerprint_is_fixed_for_good() =>
        Assert.Equal(
            "38615ec10d5eaf52f73660a4bee82e178fb0844e827f97b7547b83af46e0c819",
            Fingerprint.Of("AB-HLR-001", Tier.Hlr, "A", "It shall.", ["SYS-A-002", "SYS-A-001"], false, VerificationMethod.Test));

    private static string Print(string text) => Assert.Single(RequirementReader.Read([InputFile.FromText("r.md", text)]).Items).Fingerprint;

    [Fact]
    public void Problem_reports_are_read()
    {
        var result = ProblemReportReader.Read([InputFile.FromText("p.md", "# P\n\n## AB-PR-001 Lamp\n\n- status: open\n- safety-impact: none yet\n\nIt\nflickers.\n")]);
        Assert.Empty(result.Findings);
        Assert.Equal(new ProblemReportFact("AB-PR-001", "Lamp", "It flickers.", "open", "none yet", new SourcePlace("p.md", 3)), Assert.Single(result.Items));
        Assert.Empty(ProblemReportReader.Read([]).Items);
    }
}
