using Certify.Facts;
using static Certify.Packaging.Objectives.CheckResult;

namespace Certify.Packaging.Objectives;

/// <summary>Checks on requirements and their links.</summary>
internal static class TraceChecks
{
    private static readonly string[] s_linkCodes =
        ["TRC-101", "TRC-102", "TRC-103", "TRC-104", "TRC-105", "TRC-106", "TRC-107", "TRC-108", "TRC-109"];

    /// <summary>Every system item has an HLR, every HLR a parent unless derived.</summary>
    public static CheckResult HlrDeveloped(EvidenceSet facts)
    {
        if (facts.Trace is not { } trace) return Missing("trace facts");
        RequirementFact[] system = Of(trace, Tier.System), hlr = Of(trace, Tier.Hlr);
        if (system.Length == 0) return Missing("system requirements");
        if (hlr.Length == 0) return Missing("high-level requirements");
        string[] gaps = [.. Errors(trace, ["TRC-201", "TRC-202", .. s_linkCodes]),
            .. Gap("system requirement", "without a high-level requirement", Childless(system, hlr)),
            .. Gap("high-level requirement", "without a parent that are not derived", Parentless(hlr, system))];
        return CheckResult.Of(gaps, $"{Count(system.Length, "system requirement")}, {Count(hlr.Length, "high-level requirement")}.");
    }

    /// <summary>Every HLR has an LLR, every LLR a parent unless derived, every component of the image LLRs.</summary>
    public static CheckResult LlrDeveloped(EvidenceSet facts)
    {
        if (facts.Trace is not { } trace) return Missing("trace facts");
        if (facts.Image is not { } image) return Missing("image facts, so that not all code in the image is known");
        RequirementFact[] hlr = Of(trace, Tier.Hlr), llr = Of(trace, Tier.Llr);
        if (hlr.Length == 0) return Missing("high-level requirements");
        if (llr.Length == 0) return Missing("low-level requirements");
        string[] gaps = [.. Errors(trace, ["TRC-201", "TRC-203", .. s_linkCodes]),
            .. Gap("high-level requirement", "without a low-level requirement", Childless(hlr, llr)),
            .. Gap("low-level requirement", "without a parent that are not derived", Parentless(llr, hlr)),
            .. new ImageScope(image).Untagged(trace, withoutSource: false)];
        return CheckResult.Of(gaps, $"{Count(hlr.Length, "high-level requirement")}, {Count(llr.Length, "low-level requirement")}.");
    }

    /// <summary>Every LLR has code, every code symbol an LLR, every function of the image a tagged file.</summary>
    public static CheckResult CodeFromLlr(EvidenceSet facts)
    {
        if (facts.Trace is not { } trace) return Missing("trace facts");
        if (facts.Image is not { } image) return Missing("image facts, so that not all code in the image is known");
        RequirementFact[] llr = Of(trace, Tier.Llr);
        if (llr.Length == 0) return Missing("low-level requirements");
        if (trace.Code.Count == 0) return Missing("code symbols");
        var coded = trace.Code.SelectMany(c => c.Requirements).ToHashSet(StringComparer.Ordinal);
        string[] gaps = [.. Errors(trace, ["TRC-204", "TRC-209", .. s_linkCodes]),
            .. Gap("low-level requirement", "without code", llr.Where(r => !coded.Contains(r.Id)).Select(r => r.Id)),
            // What needs a tag at all (a type whose members all carry one does not) is the audit's to say: TRC-209 above.
            .. Gap("code member", "without a requirement", trace.Code.Where(c => c.Requirements.Count == 0 && IsMember(c.Symbol)).Select(c => c.Symbol)),
            .. new ImageScope(image).Untagged(trace, withoutSource: true)];
        return CheckResult.Of(gaps, $"{Count(llr.Length, "low-level requirement")}, {Count(trace.Code.Count, "code symbol")}.");
    }

    /// <summary>Derived requirements of a tier carry a reason and what safety is told.</summary>
    public static CheckResult Derived(EvidenceSet facts, Tier tier)
    {
        if (facts.Trace is not { } trace) return Missing("trace facts");
        RequirementFact[] all = Of(trace, tier);
        if (all.Length == 0) return Missing($"{Name(tier)} requirements");
        RequirementFact[] derived = [.. all.Where(r => r.Derived)];
        string[] gaps = [.. Errors(trace, ["TRC-213"]),
            .. Gap("derived requirement", "without a reason", derived.Where(r => string.IsNullOrWhiteSpace(r.Rationale)).Select(r => r.Id)),
            .. Gap("derived requirement", "without feedback to safety", derived.Where(r => string.IsNullOrWhiteSpace(r.SafetyFeedback)).Select(r => r.Id))];
        return CheckResult.Of(gaps, $"{Number(derived.Length)} of {Number(all.Length)} {Name(tier)} requirements derived.");
    }

    /// <summary>The audit found nothing wrong with the wording.</summary>
    public static CheckResult Wording(EvidenceSet facts, Tier tier)
    {
        if (facts.Trace is not { } trace) return Missing("trace facts");
        RequirementFact[] all = Of(trace, tier);
        if (all.Length == 0) return Missing($"{Name(tier)} requirements");
        var ids = all.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        string[] gaps = [.. Gap("finding", "on the wording", trace.Findings
            .Where(f => f.Code.StartsWith("TRC-3", StringComparison.Ordinal) && ids.Contains(f.Subject))
            .Select(f => $"{f.Subject} ({f.Code})"))];
        return CheckResult.Of(gaps, $"The audit read {Count(all.Length, Name(tier) + " requirement")} for wording.");
    }

    /// <summary>Every requirement of a tier says how it is verified.</summary>
    public static CheckResult Verifiable(EvidenceSet facts, Tier tier)
    {
        if (facts.Trace is not { } trace) return Missing("trace facts");
        RequirementFact[] all = Of(trace, tier);
        if (all.Length == 0) return Missing($"{Name(tier)} requirements");
        string[] gaps = [.. Gap("requirement", "without a verification method", all.Where(r => r.Verification is null).Select(r => r.Id))];
        return CheckResult.Of(gaps, $"{Count(all.Length, Name(tier) + " requirement")}, each with a verification method.");
    }

    /// <summary>Components are described and every requirement is allocated to one.</summary>
    public static CheckResult Architecture(EvidenceSet facts)
    {
        if (facts.Project is not { } project) return Missing("project facts");
        if (facts.Trace is not { } trace) return Missing("trace facts");
        if (project.Components.Count == 0) return Missing("components described");
        RequirementFact[] allocated = [.. trace.Requirements.Where(r => r.Tier != Tier.System)];
        if (allocated.Length == 0) return Missing("requirements allocated to components");
        var described = project.Components.Where(c => !string.IsNullOrWhiteSpace(c.Text)).Select(c => c.Name)
            .ToHashSet(StringComparer.Ordinal);
        string[] gaps = [.. Gap("component", "with requirements but no description",
            allocated.Where(r => !described.Contains(r.Component)).Select(r => r.Component))];
        return CheckResult.Of(gaps, $"{Count(described.Count, "component")} described, {Count(allocated.Length, "requirement")} allocated.");
    }

    internal static RequirementFact[] Of(TraceFacts trace, Tier tier) => [.. trace.Requirements.Where(r => r.Tier == tier)];

    internal static string Name(Tier tier) => tier switch
    {
        Tier.Hlr => "high-level",
        Tier.Llr => "low-level",
        _ => "system",
    };

    /// <summary>Gaps from the audit: what stops reading (TRC-0) counts everywhere.</summary>
    internal static IEnumerable<string> Errors(TraceFacts trace, IReadOnlyList<string> codes) => Gap(
        "error", "of the trace audit",
        trace.Findings
            .Where(f => f.Severity == FindingSeverity.Error
                && (f.Code.StartsWith("TRC-0", StringComparison.Ordinal) || codes.Contains(f.Code)))
            .Select(f => $"{f.Code} {f.Subject}"));

    private static IEnumerable<string> Childless(RequirementFact[] parents, RequirementFact[] children)
    {
        var used = children.SelectMany(c => c.Parents).ToHashSet(StringComparer.Ordinal);
        return parents.Where(p => !used.Contains(p.Id)).Select(p => p.Id);
    }

    private static IEnumerable<string> Parentless(RequirementFact[] children, RequirementFact[] parents)
    {
        var known = parents.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        return children.Where(c => !c.Derived && !c.Parents.Any(known.Contains)).Select(c => c.Id);
    }

    private static bool IsMember(string symbol) =>
        symbol.StartsWith("M:", StringComparison.Ordinal) || symbol.StartsWith("P:", StringComparison.Ordinal);
}
