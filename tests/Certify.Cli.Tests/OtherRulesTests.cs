using Certify.Cli.Stages;
using Certify.Facts;
using Xunit;

namespace Certify.Cli.Tests;

public sealed class OtherRulesTests
{
    private static readonly FactHeader s_header = new("", "1", "test", "r", false, []);

    private static readonly ComplianceFacts s_open = new(s_header, [],
        [Rule("CFY1903", "image"), Rule("CFY1905", "image"), Rule("CFY2002", "trace"), Rule("CFY2106", "image"), Rule("CFY1101", "source") with { Level = ComplianceLevel.Violations }]);

    private static readonly ImageAnalysisFacts s_machine = new(
        s_header, "App", [], [new(ImageAnalysisFacts.UserStack, 0, 4096, [], 300, 300, [])], [], [], [], [], [new("App", ".bss", 16, true)], 0, 0, 0, [], null);

    private static readonly TraceFacts s_trace = new(s_header, "A",
        [new("A-LLR-1", Tier.Llr, "App", "t", "shall", null, [], false, null, VerificationMethod.Test, null, "", new("r.md", 1))], [], [], []);

    private static GuidelineFact Rule(string id, string decided) => new(id, "", "title", "Build", "mandatory", decided, ["application"], ComplianceLevel.NotDecided, "later", 0, "");

    private static ComplianceLevel Level(ComplianceFacts facts, string id) => facts.Guidelines.Single(g => g.Id == id).Level;

    // @verifies CFY-LLR-326
    [Fact]
    public void Clean_stages_make_their_rules_compliant_and_leave_others_alone()
    {
        var decided = OtherRules.Decide(s_open, s_machine, s_trace, hasStaticBudget: true);

        Assert.Equal(4, decided.Count(ComplianceLevel.Compliant));
        Assert.Equal(ComplianceLevel.Violations, Level(decided, "CFY1101"));
        Assert.Contains("300 of 4096", decided.Guidelines[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Stage_that_did_not_run_decides_nothing() =>
        Assert.Equal(4, OtherRules.Decide(s_open, null, null, true).Count(ComplianceLevel.NotDecided));

    [Theory]
    [InlineData("CFY1903")]
    [InlineData("CFY1905")]
    [InlineData("CFY2106")]
    public void Finding_in_the_image_is_a_violation_of_its_rule(string id)
    {
        var decided = OtherRules.Decide(s_open, s_machine with { Findings = [new(id, "x", "wrong", null)] }, s_trace, true);

        Assert.Equal(ComplianceLevel.Violations, Level(decided, id));
        Assert.Equal(3, decided.Count(ComplianceLevel.Compliant));
    }

    [Fact]
    public void Unknown_stack_and_missing_budget_leave_their_rules_undecided()
    {
        var decided = OtherRules.Decide(s_open, s_machine with { Stacks = [] }, s_trace, hasStaticBudget: false);

        Assert.Equal(ComplianceLevel.NotDecided, Level(decided, "CFY1903"));
        Assert.Equal(ComplianceLevel.NotDecided, Level(decided, "CFY1905"));
    }

    [Fact]
    public void Trace_without_requirements_decides_nothing_and_a_missing_test_is_a_violation()
    {
        Assert.Equal(ComplianceLevel.NotDecided, Level(OtherRules.Decide(s_open, null, s_trace with { Requirements = [] }, true), "CFY2002"));
        var broken = s_trace with { Findings = [new("TRC-206", FindingSeverity.Error, "A-LLR-1", "no test", new("r.md", 1))] };
        Assert.Equal(ComplianceLevel.Violations, Level(OtherRules.Decide(s_open, null, broken, true), "CFY2002"));
    }
}
