using Certify.Trace.Audit;
using Certify.Trace.Model;
using Certify.Trace.Reports;

namespace Certify.Trace.Tests;

public class AuditRuleTests
{
    public static TheoryData<int, string> Cases()
    {
        var data = new TheoryData<int, string>();
        for (var i = 0; i < Defects.All.Count; i++) data.Add(i, Defects.All[i].Code);
        return data;
    }

    // @verifies CFY-HLR-012, CFY-LLR-001, CFY-LLR-002, CFY-LLR-003, CFY-LLR-006, CFY-LLR-008
    // @verifies CFY-LLR-011, CFY-LLR-012, CFY-LLR-013, CFY-LLR-014, CFY-LLR-015
    [Theory]
    [MemberData(nameof(Cases))]
    public void Defect_gives_its_finding_and_no_other(int index, string code)
    {
        var defect = Defects.All[index];
        var sample = new Sample();
        defect.Break(sample);
        Assert.Equal([$"{code} {defect.Subject}"], sample.Found());
    }

    // @verifies CFY-LLR-010
    [Fact]
    public void Every_rule_has_a_defect_that_shows_it() =>
        Assert.Equal(
            AuditRules.All.Select(r => r.Code),
            Defects.All.Select(d => d.Code).Append(AuditRules.NoRequirements).Distinct().Order(StringComparer.Ordinal));

    // @verifies CFY-LLR-010
    [Fact]
    public void Page_of_rules_is_the_table() =>
        Assert.Equal(RulesPage.Write(), File.ReadAllText(Repository.PathOf("trace/rules.md")).ReplaceLineEndings("\n"));

    // @verifies CFY-LLR-010
    [Fact]
    public void Level_D_asks_for_no_low_level_requirements_and_no_code_trace()
    {
        var sample = new Sample { Llr = "", Code = "", Assembler = "", Level = "D" };
        sample.Llr = "# No items\n";
        sample.Tests = Defects.Replace(sample.Tests, "[Verifies(\"AB-LLR-001\")]\n", "", "[Verifies(\"AB-LLR-001\")]", "[Verifies(\"AB-HLR-001\")]");
        Assert.Equal(["TRC-012 requirements/llr.md"], sample.Found());
        sample.Level = "C";
        Assert.Contains("TRC-203 AB-HLR-001", sample.Found());
    }

    // @verifies CFY-HLR-001, CFY-LLR-016
    [Fact]
    public void Empty_set_stops_the_run()
    {
        var sample = new Sample { System = "# Nothing\n", Hlr = "", Llr = "\uFEFF" };
        var stopped = Assert.Throws<TraceInputException>(() => sample.Audit());
        Assert.StartsWith("no requirements found in 3 files", stopped.Message, StringComparison.Ordinal);
        Assert.Equal(3, stopped.Findings.Count);
        Assert.Throws<TraceInputException>(() => TraceAudit.Run(sample.Inputs() with { Requirements = [] }));
    }

    // @verifies CFY-HLR-001, CFY-LLR-016
    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("F")]
    [InlineData("AB")]
    public void Unknown_level_stops_the_run(string level) =>
        Assert.Throws<TraceInputException>(() => new Sample { Level = level }.Audit());

    // @verifies CFY-LLR-016
    [Fact]
    public void File_given_twice_stops_the_run()
    {
        var inputs = new Sample().Inputs();
        Assert.Throws<TraceInputException>(() => TraceAudit.Run(inputs with { Requirements = [.. inputs.Requirements, inputs.Requirements[0]] }));
    }

    // @verifies CFY-HLR-012
    [Fact]
    public void Deleted_requirement_test_and_tag_are_each_named()
    {
        var sample = new Sample();
        sample.Llr = sample.Llr.Replace(Defects.Between(sample.Llr, "## AB-LLR-001", "## AB-LLR-002"), "", StringComparison.Ordinal);
        Assert.Equal(
            ["TRC-104 AB-LLR-001", "TRC-104 AB-LLR-001", "TRC-203 AB-HLR-001", "TRC-103 AB-LLR-001"],
            sample.Found());

        sample = new Sample();
        sample.Tests = sample.Tests.Replace(Defects.Between(sample.Tests, "    [Property(\"Height is kept\",", "    [Property(\"Height is kept at"), "", StringComparison.Ordinal);
        Assert.Equal(["TRC-205 AB-HLR-001", "TRC-208 AB-LLR-001"], sample.Found());

        sample = new Sample();
        sample.Code = Defects.Replace(sample.Code, "    [Requirement(\"AB-LLR-002\")]\n", "");
        Assert.Equal(["TRC-204 AB-LLR-002", "TRC-209 M:Sample.Monitor.Tell"], sample.Found());
    }

    [Fact]
    public void Cycle_is_printed()
    {
        var sample = new Sample();
        sample.Hlr = Defects.Replace(sample.Hlr, "- parents: SYS-A-001", "- parents: SYS-A-001, AB-LLR-001");
        var finding = Assert.Single(sample.Audit().Findings);
        Assert.Contains("AB-HLR-001 -> AB-LLR-001 -> AB-HLR-001", finding.Message, StringComparison.Ordinal);
        Assert.Equal("requirements/hlr.md:9", finding.Place.ToString());
    }

    [Fact]
    public void Passed_results_of_the_image_are_clean() =>
        Assert.Empty(new Sample
        {
            Results = Sample.Passed("M:Sample.Tests.Properties.Keeps", "M:Sample.Tests.Properties.Keeps_at_ends"),
            Image = "aa",
        }.Found());
}
