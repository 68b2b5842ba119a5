using Certify.Analyzers.Catalogue;
using Certify.Facts;
using Certify.Projects.Reporting;

namespace Certify.Projects.Tests;

public class ComplianceSummaryTests
{
    private static readonly AnalysisFacts s_facts = SampleAnalysis.Facts;

    private static GuidelineFact Of(string id, AnalysisFacts? facts = null, params string[] failures) =>
        ComplianceSummary.Of(facts ?? s_facts, failures).Guidelines.Single(g => g.Id == id);

    private static AnalysisFacts With(RuleFact rule) => s_facts with { Rules = [.. s_facts.Rules.Where(r => r.Id != rule.Id), rule] };

    // @verifies CFY-LLR-281
    [Fact]
    public void Every_rule_of_the_catalogue_has_one_line()
    {
        var compliance = ComplianceSummary.Of(s_facts, []);
        Assert.Equal(RuleCatalogue.All.Select(rule => rule.Id), compliance.Guidelines.Select(g => g.Id));
        Assert.Equal(ComplianceFacts.Schema, compliance.Header.Schema);
        Assert.Equal(s_facts.Header.Inputs, compliance.Header.Inputs);
    }

    // @verifies CFY-LLR-281
    [Fact]
    public void Level_follows_from_what_the_rule_found()
    {
        Assert.Equal((ComplianceLevel.Compliant, "nothing found"), (Of("CFY1001").Level, Of("CFY1001").Reason));
        Assert.Equal((ComplianceLevel.Violations, "3 findings"), (Of("CFY1101").Level, Of("CFY1101").Reason));
        Assert.Equal((ComplianceLevel.Violations, "1 suggestion of an advisory rule"), (Of("CFY1211").Level, Of("CFY1211").Reason));
        Assert.Equal((ComplianceLevel.Compliant, "1 place with a check at run time", 1), (Of("CFY1204").Level, Of("CFY1204").Reason, Of("CFY1204").CheckedAtRunTime));
        var deviated = With(s_facts.Rules[1] with { Violations = 0, Deviated = 2 });
        Assert.Equal((ComplianceLevel.Deviations, "2 findings under a deviation record"), (Of("CFY1101", deviated).Level, Of("CFY1101", deviated).Reason));
    }

    // @verifies CFY-LLR-281
    [Fact]
    public void Rule_that_nothing_decided_is_never_compliant()
    {
        Assert.Equal("no analyzer of it ran", Of("CFY1002").Reason);
        Assert.Equal("the analysis of the linked image decides it", Of("CFY1903").Reason);
        Assert.Equal("the trace audit decides it", Of("CFY2002").Reason);
        Assert.All(new[] { "CFY1002", "CFY1903", "CFY2002" }, id => Assert.Equal(ComplianceLevel.NotDecided, Of(id).Level));
        Assert.Equal((ComplianceLevel.NotDecided, "the analysis does not count"), (Of("CFY1001", s_facts, "broken").Level, Of("CFY1001", s_facts, "broken").Reason));
        Assert.Equal(ComplianceLevel.Violations, Of("CFY1101", s_facts, "broken").Level);
        var without = s_facts with { Compilations = [s_facts.Compilations[0] with { Sources = [] }] };
        Assert.Equal(ComplianceLevel.NotDecided, Of("CFY1001", without).Level);
        Assert.DoesNotContain(ComplianceSummary.Of(s_facts with { Compilations = [] }, []).Guidelines, g => g.Level == ComplianceLevel.Compliant);
    }

    // @verifies CFY-LLR-281
    [Fact]
    public void Rule_for_no_profile_of_the_run_is_disapplied()
    {
        var host = s_facts with { Compilations = [s_facts.Compilations[0] with { Profile = "host" }], Findings = [], Rules = [.. s_facts.Rules.Select(r => r with { Violations = 0, Deviated = 0, Advisories = 0 })] };
        Assert.Equal(ComplianceLevel.Disapplied, Of("CFY1001", host).Level);
        Assert.Equal(ComplianceLevel.Compliant, Of("CFY1101", host).Level);
        var core = With(s_facts.Rules[0]) with { Compilations = [s_facts.Compilations[0] with { Name = "target", Profile = "host" }] };
        Assert.Equal(ComplianceLevel.Compliant, Of("CFY1001", core).Level);
    }

    [Fact]
    public void Limits_come_from_the_page_of_the_rule()
    {
        Assert.StartsWith("It does not judge whether the default", Of("CFY1102").Misses, StringComparison.Ordinal);
        Assert.DoesNotContain("##", Of("CFY1102").Misses, StringComparison.Ordinal);
        Assert.All(RulePageText.Ids, id => Assert.NotEmpty(RulePageText.Section(id, "What it misses")));
        Assert.Equal("", RulePageText.Section("CFY1102", "No such section"));
        Assert.Equal("", RulePageText.Section("CFY9999", "Why"));
        Assert.Contains(RulePageHtml.All(), page => page is { Id: "CFY1102" } && page.Html.Contains("<h2>What it misses</h2>", StringComparison.Ordinal));
    }
}
