using Certify.Facts;
using Certify.Trace.Audit;
using Certify.Trace.Model;
using Certify.Trace.Reading.Settings;

namespace Certify.Trace.Tests;

public class ProjectSettingsTests
{
    private static ProjectSettings Read(string yaml) => ProjectSettingsReader.Read(InputFile.FromText("trace.yaml", yaml));

    // @verifies CFY-HLR-036, CFY-LLR-340
    [Fact]
    public void Every_setting_is_read()
    {
        var settings = Read("""
            level: B
            parents:
              LLR: [HLR, design]
            needs:
              HLR: [design]
            attributes:
              - name: asil
                tiers: [HLR, LLR]
                required: true
                values: [A, B]
                pattern: "[AB]"
                normative: false
            rules:
              TRC-305: { severity: off, reason: "our words are defined in the glossary" }
              TRC-215: { severity: error, reason: "wanted" }
            verification: analysis
            ids-without-gaps: [FM-HLR]
            reviewed: { HLR: ABCD }
            independent: { HLR: A, test case: A }
            reviews: reviews
            baselines: lines
            justifications: justifications.yaml
            mapping:
              fields: { Key: id }
              tiers: { Epic: system }
              separators: ";"
            """);
        Assert.Equal(("B", VerificationMethod.Analysis, "reviews", "lines"), (settings.Level, settings.DefaultVerification, settings.Reviews, settings.Baselines));
        Assert.Equal([ItemTier.Hlr, ItemTier.Design], settings.Parents[ItemTier.Llr]);
        Assert.Equal([ItemTier.Design], settings.Needs[ItemTier.Hlr]);
        var asil = Assert.Single(settings.Attributes);
        Assert.Equal(("asil", true, false), (asil.Name, asil.Required, asil.Normative));
        Assert.True(asil.IsFor(ItemTier.Llr) && !asil.IsFor(ItemTier.System) && asil.Pattern!.IsMatch("A") && !asil.Pattern.IsMatch("AB"));
        Assert.Equal((null, FindingSeverity.Error), (settings.Rules["TRC-305"].Severity, settings.Rules["TRC-215"].Severity));
        Assert.Equal(["FM-HLR"], settings.IdsWithoutGaps);
        Assert.Equal(("ABCD", "A"), (settings.Reviewed[ItemTier.Hlr], settings.Independent[ItemTier.TestCase]));
        Assert.Equal(["justifications.yaml"], settings.Justifications);
        Assert.Equal(("id", "system", ";"), (settings.Mapping!.Fields["Key"], settings.Mapping.Tiers["Epic"], settings.Mapping.ListSeparators));
    }

    // @verifies CFY-LLR-340 robustness
    [Theory]
    [InlineData("", 1, "empty")]
    [InlineData("level: F", 1, "write A, B, C, D or E")]
    [InlineData("level: A\nlevels: B", 2, "unknown key 'levels'")]
    [InlineData("level: A\nlevel: B", 2, "")]
    [InlineData("level:", 1, "a value is missing")]
    [InlineData("level: [A]", 1, "no text")]
    [InlineData("- level", 1, "no map")]
    [InlineData("rules:\n  TRC-305: { severity: off }", 2, "needs a 'reason'")]
    [InlineData("rules:\n  TRC-305: { severity: no, reason: x }", 2, "needs 'severity: off'")]
    [InlineData("rules:\n  TRC-999: { severity: off, reason: x }", 2, "no rule that can be switched")]
    [InlineData("rules:\n  TRC-001: { severity: off, reason: x }", 2, "no rule that can be switched")]
    [InlineData("parents: { LLR: [Epic] }", 1, "no tier")]
    [InlineData("reviewed: { HLR: ABX }", 1, "levels such as")]
    [InlineData("attributes:\n  - tiers: [HLR]", 2, "no name")]
    [InlineData("attributes:\n  - name: tier", 2, "field that every item has")]
    [InlineData("attributes:\n  - name: a\n  - name: a", 3, "declared twice")]
    [InlineData("attributes:\n  - name: a\n    pattern: '('", 3, "pattern cannot be used")]
    [InlineData("a: &x [b]\nc: *x", 1, "anchors and aliases")]
    [InlineData("a: !!binary x", 1, "tags are not taken")]
    [InlineData("level: A\n---\nlevel: B", 2, "second document")]
    [InlineData("level: A\n  x: 1", 2, "")]
    public void Anything_wrong_stops_the_run_with_its_line(string yaml, int line, string says)
    {
        var stopped = Assert.Throws<TraceInputException>(() => Read(yaml));
        var finding = stopped.Findings[0];
        Assert.Equal(("TRC-016", "trace.yaml", line), (finding.Code, finding.Place.Path, finding.Place.Line));
        Assert.Contains(says, finding.Message, StringComparison.Ordinal);
    }

    // @verifies CFY-LLR-340 robustness
    [Fact]
    public void Nesting_and_size_have_limits()
    {
        Assert.Contains("deep", Assert.Throws<TraceInputException>(() => Read("a: " + new string('[', 5000))).Message, StringComparison.Ordinal);
        var many = "a: [" + string.Join(',', Enumerable.Repeat("x", 200_000)) + "]";
        Assert.Contains("more than", Assert.Throws<TraceInputException>(() => Read(many)).Message, StringComparison.Ordinal);
    }

    // @verifies CFY-HLR-036, CFY-LLR-340
    [Fact]
    public void Rule_switched_off_is_silent_and_one_made_a_warning_fails_nothing()
    {
        var sample = new Sample { Settings = Read("rules:\n  TRC-305: { severity: off, reason: x }\n  TRC-304: { severity: error, reason: x }\n  TRC-016: { severity: warning, reason: x }\n") };
        sample.Hlr = Defects.Replace(sample.Hlr, "within 10 m", "within about TBD m");
        sample.ReadFindings = [new AuditFinding("TRC-016", FindingSeverity.Error, "x", "x", new SourcePlace("x", 1))];
        Assert.Equal(["TRC-304 Error", "TRC-016 Warning"], sample.Audit().Findings.Select(f => $"{f.Code} {f.Severity}"));
    }
}
