using Certify.Facts;
using Certify.Trace.Linking;
using Certify.Trace.Reading;

namespace Certify.Trace.Audit;

/// <summary>Rules on what is missing: parents, children, code, tests, reasons (TRC-2xx).</summary>
// @llr CFY-LLR-012
internal static class CoverageRules
{
    public static void Check(TraceIndex index, FindingList findings)
    {
        foreach (var item in index.Items.Values)
        {
            if (item.IsBroken("tier")) continue;
            if (item.Fact.Tier == Tier.System) SystemItem(index, item, findings);
            else Requirement(index, item, findings);
        }
        UntaggedCode.Check(index.Scan, findings);
        foreach (var test in index.Scan.Tests.Values.Where(t => t is { NeedsTag: true, Tags.Count: 0 }))
            findings.Add("TRC-210", test.Fact.Id, test.Fact.Place, $"{test.Fact.Id} verifies no requirement; hint: name the one it verifies");
    }

    private static void SystemItem(TraceIndex index, RequirementItem item, FindingList findings)
    {
        var fact = item.Fact;
        if (!index.Children.ContainsKey(fact.Id))
            findings.Add("TRC-202", fact.Id, fact.Place, $"system item {fact.Id} has no HLR; hint: write one with the parent '{fact.Id}'");
        if (fact.Source is null && !item.IsBroken("Source"))
            findings.Add("TRC-214", fact.Id, fact.Place, $"system item {fact.Id} has no source; hint: add '**Source:**' with document and id");
    }

    private static void Requirement(TraceIndex index, RequirementItem item, FindingList findings)
    {
        var fact = item.Fact;
        Derivation(item, findings);
        if (fact.Tier == Tier.Hlr && !index.Children.ContainsKey(fact.Id))
            findings.Add("TRC-203", fact.Id, fact.Place, $"{fact.Id} has no LLR; hint: write one with the parent '{fact.Id}'");
        if (fact.Tier == Tier.Llr && !index.CodeOf.ContainsKey(fact.Id))
            findings.Add("TRC-204", fact.Id, fact.Place, $"{fact.Id} has no code; hint: tag the code with [Requirement(\"{fact.Id}\")], or remove the requirement");
        if (fact.Verification == VerificationMethod.Test) Tests(index, fact, findings);
    }

    private static void Derivation(RequirementItem item, FindingList findings)
    {
        var fact = item.Fact;
        if (!fact.Derived)
        {
            if (fact.Parents.Count == 0 && !item.IsBroken("parents", "derived"))
                findings.Add("TRC-201", fact.Id, fact.Place, $"{fact.Id} has no parent and is not derived; hint: name its parents, or mark it derived with its reasons");
            return;
        }

        if (fact.Parents.Count > 0)
            findings.Add("TRC-213", fact.Id, item.ParentPlaces, $"{fact.Id} is derived and names {Words.Count(fact.Parents.Count, "parent")}; hint: it is one or the other");
        if (fact.Rationale is null && !item.IsBroken("Rationale"))
            findings.Add("TRC-211", fact.Id, fact.Place, $"derived requirement {fact.Id} has no rationale; hint: add '**Rationale:**'");
        if (fact.SafetyFeedback is null && !item.IsBroken("Safety feedback"))
            findings.Add("TRC-212", fact.Id, fact.Place, $"derived requirement {fact.Id} has no safety feedback; hint: add '**Safety feedback:**' with what the safety process is told");
    }

    private static void Tests(TraceIndex index, RequirementFact fact, FindingList findings)
    {
        var hlr = fact.Tier == Tier.Hlr;
        if (!index.TestsOf.TryGetValue(fact.Id, out var tests))
        {
            findings.Add(hlr ? "TRC-205" : "TRC-206", fact.Id, fact.Place,
                $"{fact.Id} has no test; hint: write one that verifies it, or change its verification");
        }
        else if (tests.TrueForAll(t => t.Kind == TestKind.Robustness))
        {
            findings.Add(hlr ? "TRC-207" : "TRC-208", fact.Id, fact.Place,
                $"{fact.Id} has {Words.Count(tests.Count, "robustness test")} and none in normal range; hint: add one with normal inputs");
        }
    }
}
