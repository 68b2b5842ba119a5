using Certify.Trace.Model;

namespace Certify.Trace.Audit;

/// <summary>Rules on what a link may join: parents of the tier above, code to LLR, tests to requirements.</summary>
// @llr CFY-LLR-011
internal static class TierRules
{
    /// <summary>Checks a link whose target exists.</summary>
    /// <param name="context">The set.</param>
    /// <param name="owner">Number of the item that holds the link.</param>
    /// <param name="link">The link.</param>
    /// <param name="target">Number of the item it leads to.</param>
    /// <param name="inCircle">True when the link is part of a circle of parents, which is reported already.</param>
    public static void Check(AuditContext context, int owner, TraceLink link, int target, bool inCircle)
    {
        var (from, to) = (context.Set[owner], context.Set[target]);
        if (inCircle || AuditContext.TierInDoubt(from) || AuditContext.TierInDoubt(to)) return;
        var place = LinkRules.Place(from, link);
        if (link.Role == LinkRole.Satisfies && TierName.IsRequirement(from.Tier))
        {
            if (to.Tier == Above(from.Tier)) return;
            var wanted = Above(from.Tier) is { } tier ? $"the parent of {Words.Article(from.Tier)} is {Words.Article(tier)}" : "a system item has no parents here";
            context.Findings.Add("TRC-106", from.Id, place,
                $"{from.Id} ({TierName.Of(from.Tier)}) has the parent {to.Id} ({TierName.Of(to.Tier)}); hint: {wanted}");
        }
        else if (link.Role == LinkRole.Implements && from.Tier == ItemTier.Code && to.Tier != ItemTier.Llr)
        {
            context.Findings.Add("TRC-108", to.Id, place,
                $"{from.Id} is tagged with {to.Id}, which is {Words.Article(to.Tier)}; hint: tag it with the LLR it implements");
        }
        else if (link.Role == LinkRole.Verifies && to.Tier == ItemTier.System)
        {
            context.Findings.Add("TRC-109", to.Id, place,
                $"{from.Id} verifies the system item {to.Id}; hint: link it to the HLR that came from it");
        }
    }

    private static ItemTier? Above(ItemTier tier) => tier switch { ItemTier.Llr => ItemTier.Hlr, ItemTier.Hlr => ItemTier.System, _ => null };
}
