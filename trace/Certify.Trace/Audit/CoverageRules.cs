using Certify.Facts;
using Certify.Trace.Model;
using Certify.Trace.Reading;

namespace Certify.Trace.Audit;

/// <summary>Rules on what is missing: parents, children, code, tests, reasons (TRC-2xx).</summary>
// @llr CFY-LLR-012
internal static class CoverageRules
{
    public static void Check(AuditContext context)
    {
        for (var i = 0; i < context.Set.Count; i++)
        {
            var item = context.Set[i];
            if (!context.Counts(i) || AuditContext.IsBroken(item, ItemFields.Tier)) continue;
            if (item.Tier == ItemTier.System) SystemItem(context, i, item);
            else if (item.Tier is ItemTier.Hlr or ItemTier.Llr) Requirement(context, i, item);
            else if (item.Origin != ItemOrigin.Scanned) CodeOrTest(context, item);
        }
        UntaggedCode.Check(context.Scan, context.Findings);
        foreach (var test in context.Scan.Tests.Values)
        {
            if (test is { NeedsTag: true, Tags.Count: 0 }) TestWithout(context, test.Fact.Id, test.Fact.Place);
        }
    }

    private static void SystemItem(AuditContext context, int i, TraceItem item)
    {
        if (context.FirstFrom(i, LinkRole.Satisfies) < 0)
            context.Findings.Add("TRC-202", item.Id, item.Place, $"system item {item.Id} has no HLR; hint: write one with the parent '{item.Id}'", item.Level);
        if (string.IsNullOrEmpty(item.Source) && !AuditContext.IsBroken(item, "Source"))
            context.Findings.Add("TRC-214", item.Id, item.Place, $"system item {item.Id} has no source; hint: add '**Source:**' with document and id", item.Level);
    }

    private static void Requirement(AuditContext context, int i, TraceItem item)
    {
        Derivation(context, item);
        if (item.Tier == ItemTier.Hlr && context.FirstFrom(i, LinkRole.Satisfies) < 0)
            context.Findings.Add("TRC-203", item.Id, item.Place, $"{item.Id} has no LLR; hint: write one with the parent '{item.Id}'", item.Level);
        if (item.Tier == ItemTier.Llr && context.FirstFrom(i, LinkRole.Implements, ItemTier.Code) < 0)
            context.Findings.Add("TRC-204", item.Id, item.Place, $"{item.Id} has no code; hint: tag the code with [Requirement(\"{item.Id}\")], or remove the requirement", item.Level);
        if (!AuditContext.IsBroken(item, ItemFields.Verification)) TestRules.Check(context, i, item);
    }

    private static void Derivation(AuditContext context, TraceItem item)
    {
        var parents = 0;
        SourcePlace? at = null;
        foreach (var link in item.Links)
        {
            if (link.Role != LinkRole.Satisfies) continue;
            parents++;
            at ??= link.Place;
        }

        if (!item.Derived)
        {
            if (parents == 0 && !AuditContext.IsBroken(item, ItemFields.Parents, ItemFields.Derived))
                context.Findings.Add("TRC-201", item.Id, item.Place, $"{item.Id} has no parent and is not derived; hint: name its parents, or mark it derived with its reasons", item.Level);
            return;
        }

        if (parents > 0)
            context.Findings.Add("TRC-213", item.Id, at ?? item.Place, $"{item.Id} is derived and names {Words.Count(parents, "parent")}; hint: it is one or the other", item.Level);
        if (string.IsNullOrEmpty(item.Rationale) && !AuditContext.IsBroken(item, "Rationale"))
            context.Findings.Add("TRC-211", item.Id, item.Place, $"derived requirement {item.Id} has no rationale; hint: add '**Rationale:**'", item.Level);
        if (string.IsNullOrEmpty(item.SafetyFeedback) && !AuditContext.IsBroken(item, "Safety feedback"))
            context.Findings.Add("TRC-212", item.Id, item.Place, $"derived requirement {item.Id} has no safety feedback; hint: add '**Safety feedback:**' with what the safety process is told", item.Level);
    }

    private static void CodeOrTest(AuditContext context, TraceItem item)
    {
        if (item.Links.Count > 0 || AuditContext.IsBroken(item, [.. item.Broken])) return;
        if (item.Tier == ItemTier.Code)
            context.Findings.Add("TRC-209", item.Id, item.Place, $"{item.Id} has no requirement; hint: tag it with the LLR it implements, or delete it", item.Level);
        else if (item.Tier == ItemTier.TestCase)
            TestWithout(context, item.Id, item.Place);
    }

    private static void TestWithout(AuditContext context, string id, SourcePlace place) =>
        context.Findings.Add("TRC-210", id, place, $"{id} verifies no requirement; hint: name the one it verifies");
}
