using Certify.Facts;
using Certify.Trace.Audit;
using Certify.Trace.Model;

namespace Certify.Trace.Tests;

/// <summary>What the rules on records leave alone.</summary>
public class RecordRuleTests
{
    // @verifies CFY-LLR-333, CFY-LLR-334, CFY-LLR-335, CFY-LLR-336
    [Fact]
    public void Complete_records_give_no_finding()
    {
        var place = new SourcePlace("all.csv", 2);
        TraceItem Item(string id, ItemTier tier, params TraceLink[] links) => new() { Id = id, Tier = tier, Place = place, Links = links, Revision = "2", Owner = "Ada" };
        var print = TraceSet.Build([Item("D1", ItemTier.Design, new TraceLink(LinkRole.Implements, "AB-LLR-001"))])[0].Fingerprint;
        var sample = new Sample
        {
            Settings = new ProjectSettings { Attributes = [new AttributeSetting("owner", [ItemTier.Design], true, ["Ada"], null)], IdsWithoutGaps = ["AB-HLR", "AB-LLR"] },
            Logs = new HashSet<string> { "cc" },
            Image = "aa",
            Items =
            [
                Item("D1", ItemTier.Design, new TraceLink(LinkRole.Implements, "AB-LLR-001")),
                Item("P1", ItemTier.ProblemReport, new TraceLink(LinkRole.Affects, "D1", "2", print), new TraceLink("our own", "AB-HLR-001")),
                Item("H1", ItemTier.Hazard), Item("A1", ItemTier.Assumption),
                Item("D2", ItemTier.Design, new TraceLink(LinkRole.Implements, "AB-LLR-001"), new TraceLink(LinkRole.Mitigates, "H1"), new TraceLink(LinkRole.Assumes, "A1"), new TraceLink(LinkRole.DependsOn, "D1")),
                Item("T1", ItemTier.TestCase, new TraceLink(LinkRole.Verifies, "AB-HLR-001")),
                Item("TP1", ItemTier.TestProcedure, new TraceLink(LinkRole.Executes, "T1")),
                new TraceItem { Id = "R1", Tier = ItemTier.Result, Place = place, Links = [new TraceLink(LinkRole.ResultOf, "TP1")], Outcome = new ItemOutcome("passed", true, "AA", "cc") },
                new TraceItem { Id = "AB-LLR-004", Tier = ItemTier.Llr, Place = place, Status = "Deleted" },
            ],
        };
        Assert.Empty(sample.Found());
    }

    // @verifies CFY-LLR-337
    [Fact]
    public void Reviewed_set_is_clean_and_a_later_review_heals_an_older_one()
    {
        var sample = new Sample();
        sample.Review();
        Assert.Empty(sample.Found());
        var old = sample.Reviews!;
        sample.Llr = Defects.Replace(sample.Llr, "set the lamp bit", "set the red lamp bit");
        Assert.Equal(["TRC-502 AB-LLR-002"], sample.Found());
        sample.Reviews = null;
        sample.Review();
        sample.Reviews = [.. old.Select(f => InputFile.FromText("reviews/old.md", System.Text.Encoding.UTF8.GetString(f.Bytes.Span).Replace("REV-0", "REV-9", StringComparison.Ordinal))), .. sample.Reviews!];
        Assert.Empty(sample.Found());
    }

    // @verifies CFY-LLR-337
    [Fact]
    public void Level_decides_what_is_reviewed_and_by_whom()
    {
        var sample = new Sample { Reviews = [], Level = "D" };
        Assert.Equal(["AB-HLR-001", "AB-HLR-002", "AB-HLR-003"], sample.Audit().Findings.Where(f => f.Code == "TRC-501").Select(f => f.Subject));
        sample.Level = "E";
        Assert.Empty(sample.Found());
        sample = new Sample { Level = "C" };
        sample.Hlr = Defects.Replace(sample.Hlr, "- component: A", "- component: A\n- author: Grace");
        sample.Review();
        Assert.Empty(sample.Found());
    }

    // @verifies CFY-LLR-337, CFY-LLR-004
    [Fact]
    public void Review_sees_the_attributes_that_the_project_calls_normative()
    {
        foreach (var normative in (bool[])[true, false])
        {
            var sample = new Sample { Settings = new ProjectSettings { Attributes = [new AttributeSetting("unit", [], false, [], null, normative)] } };
            sample.Llr = Defects.Replace(sample.Llr, "- component: A", "- component: A\n- unit: m");
            sample.Review();
            Assert.Empty(sample.Found());
            sample.Llr = Defects.Replace(sample.Llr, "- unit: m", "- unit: ft");
            Assert.Equal(normative ? ["TRC-502 AB-LLR-001"] : [], sample.Found());
        }
    }

    // @verifies CFY-LLR-339
    [Fact]
    public void Justified_finding_is_listed_and_fails_nothing()
    {
        var sample = new Sample { Justifications = "justifications:\n- {id: J-1, rule: TRC-305, items: [AB-HLR-001], rationale: r, approver: a, expires: 2026-06-01}\n" };
        sample.Hlr = Defects.Replace(sample.Hlr, "within 10 m", "within about 10 m");
        var report = TraceAudit.Audit(sample.Inputs());
        Assert.Empty(report.Findings);
        Assert.Equal(("TRC-305", "J-1"), Assert.Single(report.Justified) is var justified ? (justified.Finding.Code, justified.Justification.Id) : default);
        Assert.Throws<TraceInputException>(() => TraceAudit.Audit(sample.Inputs() with { Day = null }));
        var later = TraceAudit.Audit(sample.Inputs() with { Day = new DateOnly(2026, 6, 2) });
        Assert.Equal(["TRC-601", "TRC-305"], later.Findings.Select(f => f.Code));
    }

    // @verifies CFY-LLR-338
    [Fact]
    public void Way_to_the_next_error_is_told()
    {
        var sample = new Sample();
        sample.Tests = Defects.Replace(sample.Tests, "    [Verifies(\"AB-LLR-001\")]\n    public static object Keeps()", "    public static object Keeps()");
        var report = TraceAudit.Audit(sample.Inputs());
        var top = report.Set.IndexOf("SYS-A-001");
        Assert.Equal("SYS-A-001 -> AB-HLR-001 -> AB-LLR-001", report.Deep.Show(top));
        Assert.True(!report.Deep.IsDeep(top) && !report.Deep.IsBroken(top) && report.Deep.IsBroken(report.Set.IndexOf("AB-LLR-001")));
        Assert.True(report.Deep.IsDeep(report.Set.IndexOf("SYS-A-002")));
        Assert.Empty(report.Deep.PathToBreak(report.Set.IndexOf("SYS-A-002")));
    }

    // @verifies CFY-LLR-012
    [Fact]
    public void Test_or_other_evidence_is_enough_where_the_item_says_so()
    {
        var sample = new Sample();
        sample.Hlr = Defects.Replace(sample.Hlr, "- verification: analysis", "- verification: test or analysis");
        Assert.Equal(["TRC-205 AB-HLR-003"], sample.Found());
        sample.Items = [new TraceItem { Id = "AN-1", Tier = ItemTier.Review, Place = new SourcePlace("x", 1), Author = "Ada", Outcome = new("passed", true), Attributes = [new("date", "2026-01-01")], Links = [new(LinkRole.Verifies, "AB-HLR-003")] }];
        Assert.DoesNotContain("TRC-205 AB-HLR-003", sample.Found());
    }

    // @verifies CFY-LLR-016
    [Fact]
    public void Level_of_an_item_decides_the_rules_for_it()
    {
        var sample = new Sample();
        sample.Hlr = Defects.Replace(sample.Hlr, "shall hold", "holds", "- component: A", "- component: A\n- level: E");
        Assert.DoesNotContain("TRC-301 AB-HLR-001", sample.Found());
    }
}
