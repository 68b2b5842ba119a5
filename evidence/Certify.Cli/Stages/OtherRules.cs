using Certify.Facts;

namespace Certify.Cli.Stages;

/// <summary>Compliance with the rules that the image and the trace decide, once these stages have run.</summary>
// @llr CFY-LLR-326
internal static class OtherRules
{
    private const string Stack = "CFY1903", Memory = "CFY1905", Trace = "CFY2002";
    private static readonly string[] s_traceCodes = ["TRC-203", "TRC-204", "TRC-205", "TRC-206", "TRC-207", "TRC-208"];

    /// <summary>The compliance with what the later stages found; a rule whose stage said nothing stays undecided.</summary>
    public static ComplianceFacts Decide(ComplianceFacts compliance, ImageAnalysisFacts? machine, TraceFacts? trace, bool hasStaticBudget) => compliance with
    {
        Guidelines = [.. compliance.Guidelines.Select(g => g.Level != ComplianceLevel.NotDecided ? g : g.Decided switch
        {
            "image" when machine is not null => Image(g, machine, hasStaticBudget),
            "trace" when trace is not null && g.Id == Trace => OfTrace(g, trace),
            _ => g,
        })],
    };

    private static GuidelineFact Image(GuidelineFact rule, ImageAnalysisFacts machine, bool hasStaticBudget)
    {
        var found = machine.Findings.Count(f => f.RuleId == rule.Id);
        if (found > 0) return Violated(rule, found);
        return rule.Id switch
        {
            Stack => machine.User is { ComputedBytes: { } computed } user
                ? Complies(rule, $"{computed} of {user.Bytes} bytes on the deepest path")
                : rule with { Reason = "the deepest path of the application's stack is not known" },
            Memory when !hasStaticBudget => rule with { Reason = "certify.yaml has no budget with the measure static-bytes" },
            Memory => Complies(rule, $"{ImageAnalysisStage.StaticBytes(machine)} bytes that can be written, within the budget"),
            _ => Complies(rule, $"nothing found in {machine.Functions.Count} functions"),
        };
    }

    private static GuidelineFact OfTrace(GuidelineFact rule, TraceFacts trace)
    {
        if (trace.Requirements.Count == 0) return rule with { Reason = "there is no requirement" };
        var found = trace.Findings.Count(f => f.Severity == FindingSeverity.Error && s_traceCodes.Contains(f.Code));
        return found > 0 ? Violated(rule, found) : Complies(rule, $"nothing found in {trace.Requirements.Count} requirements");
    }

    private static GuidelineFact Violated(GuidelineFact rule, int found) =>
        rule with { Level = ComplianceLevel.Violations, Reason = found == 1 ? "1 finding" : $"{found} findings" };

    private static GuidelineFact Complies(GuidelineFact rule, string reason) =>
        rule with { Level = ComplianceLevel.Compliant, Reason = reason };
}
