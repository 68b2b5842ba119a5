using Certify.Trace.Model;

namespace Certify.Trace.Audit;

/// <summary>Rules on the records beside the requirements: design, procedures, hazards, assumptions, and what the project needs (TRC-216 to 220).</summary>
// @llr CFY-LLR-335
internal static class NeedRules
{
    public static void Check(AuditContext context)
    {
        var procedures = false;
        for (var i = 0; i < context.Set.Count && !procedures; i++) procedures = context.Set[i].Tier == ItemTier.TestProcedure && context.Counts(i);
        for (var i = 0; i < context.Set.Count; i++)
        {
            var item = context.Set[i];
            if (!context.Counts(i) || AuditContext.IsBroken(item, Reading.ItemFields.Tier)) continue;
            if (context.Inputs.Settings.Needs.TryGetValue(item.Tier, out var needs)) Needs(context, i, item, needs);
            Record(context, i, item, procedures);
        }
    }

    private static void Needs(AuditContext context, int i, TraceItem item, IReadOnlyList<ItemTier> needs)
    {
        foreach (var tier in needs)
        {
            if (!IsLinkedFrom(context, i, tier))
                context.Findings.Add("TRC-216", item.Id, item.Place, $"no {TierName.Of(tier)} is linked to {item.Id}; hint: write one, or link the one there is", item.Level);
        }
    }

    private static void Record(AuditContext context, int i, TraceItem item, bool procedures)
    {
        switch (item.Tier)
        {
            case ItemTier.TestCase when procedures && item.Origin != ItemOrigin.Scanned && context.FirstFrom(i, LinkRole.Executes) < 0:
                context.Findings.Add("TRC-217", item.Id, item.Place, $"no procedure runs {item.Id}; hint: link one with 'executes: {item.Id}'", item.Level);
                break;
            case ItemTier.TestProcedure when !item.Targets(LinkRole.Executes).Any():
                context.Findings.Add("TRC-217", item.Id, item.Place, $"the procedure {item.Id} runs no test case; hint: link its cases with 'executes'", item.Level);
                break;
            case ItemTier.Hazard when context.FirstFrom(i, LinkRole.Mitigates) < 0:
                context.Findings.Add("TRC-218", item.Id, item.Place, $"nothing mitigates the hazard {item.Id}; hint: link the requirement that does with 'mitigates: {item.Id}'", item.Level);
                break;
            case ItemTier.Assumption when context.FirstFrom(i, LinkRole.Assumes) < 0:
                context.Findings.Add("TRC-219", item.Id, item.Place, $"nothing rests on the assumption {item.Id}; hint: link what does with 'assumes: {item.Id}', or remove it", item.Level);
                break;
            case ItemTier.Design when !item.Targets(LinkRole.Implements).Any() && !item.Targets(LinkRole.Satisfies).Any() && !AuditContext.IsBroken(item, LinkRole.Implements, Reading.ItemFields.Parents):
                context.Findings.Add("TRC-220", item.Id, item.Place, $"the design element {item.Id} realises no requirement; hint: link it with 'implements'", item.Level);
                break;
        }
    }

    private static bool IsLinkedFrom(AuditContext context, int i, ItemTier tier)
    {
        foreach (var link in context.Set.Incoming(i))
        {
            var owner = context.Set.Owner(link);
            if (owner != i && context.Counts(owner) && context.Set[owner].Tier == tier) return true;
        }
        return false;
    }
}
