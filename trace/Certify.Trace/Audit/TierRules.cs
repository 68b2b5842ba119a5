using Certify.Trace.Model;

namespace Certify.Trace.Audit;

/// <summary>Rules on what a link may join: parents of the tier above, code to LLR, tests to requirements, and so on.</summary>
// @llr CFY-LLR-011
internal static class TierRules
{
    private static readonly ItemTier[] s_requirements = [ItemTier.Hlr, ItemTier.Llr];
    private static readonly ItemTier[] s_realised = [ItemTier.System, ItemTier.Hlr, ItemTier.Llr, ItemTier.Design];
    private static readonly ItemTier[] s_shown = [ItemTier.Hlr, ItemTier.Llr, ItemTier.Design, ItemTier.Hazard, ItemTier.Assumption];
    private static readonly ItemTier[] s_evidence = [ItemTier.TestCase, ItemTier.TestProcedure, ItemTier.Result, ItemTier.Review];
    private static readonly ItemTier[] s_tests = [ItemTier.TestCase, ItemTier.TestProcedure];
    private static readonly ItemTier[] s_cases = [ItemTier.TestCase];
    private static readonly ItemTier[] s_hazards = [ItemTier.Hazard];
    private static readonly ItemTier[] s_assumptions = [ItemTier.Assumption];

    /// <summary>Checks a link whose target exists; true when it joins what it may.</summary>
    /// <param name="context">The set.</param>
    /// <param name="owner">Number of the item that holds the link.</param>
    /// <param name="link">The link.</param>
    /// <param name="target">Number of the item it leads to.</param>
    public static bool Check(AuditContext context, int owner, TraceLink link, int target)
    {
        var (from, to) = (context.Set[owner], context.Set[target]);
        if (AuditContext.TierInDoubt(from) || AuditContext.TierInDoubt(to)) return true;
        if (link.Role == LinkRole.Satisfies && TierName.IsRequirement(from.Tier)) return Parent(context, from, link, to);
        if (link.Role == LinkRole.Implements && from.Tier == ItemTier.Code && to.Tier != ItemTier.Llr)
        {
            context.Findings.Add("TRC-108", to.Id, LinkRules.Place(from, link),
                $"{from.Id} is tagged with {to.Id}, which is {Words.Article(to.Tier)}; hint: tag it with the LLR it implements");
            return false;
        }
        if (link.Role == LinkRole.Verifies && to.Tier == ItemTier.System && s_evidence.Contains(from.Tier))
        {
            context.Findings.Add("TRC-109", to.Id, LinkRules.Place(from, link),
                $"{from.Id} verifies the system item {to.Id}; hint: link it to the HLR that came from it");
            return false;
        }
        if (IsWanted(link.Role, from.Tier, to.Tier)) return true;
        context.Findings.Add("TRC-111", from.Id, LinkRules.Place(from, link),
            $"{from.Id} ({TierName.Of(from.Tier)}) links to {to.Id} ({TierName.Of(to.Tier)}) as '{link.Role}'; hint: {Hint(link.Role)}", from.Level);
        return false;
    }

    /// <summary>Tiers that the parents of a requirement may have.</summary>
    public static IReadOnlyList<ItemTier> Above(AuditContext context, ItemTier tier)
    {
        if (context.Inputs.Settings.Parents.TryGetValue(tier, out var set)) return set;
        return tier switch { ItemTier.Llr => [ItemTier.Hlr], ItemTier.Hlr => [ItemTier.System], _ => [] };
    }

    private static bool Parent(AuditContext context, TraceItem from, TraceLink link, TraceItem to)
    {
        var above = Above(context, from.Tier);
        if (above.Contains(to.Tier)) return true;
        var wanted = above.Count > 0 ? $"the parent of {Words.Article(from.Tier)} is {string.Join(" or ", above.Select(Words.Article))}" : "a system item has no parents here";
        context.Findings.Add("TRC-106", from.Id, LinkRules.Place(from, link),
            $"{from.Id} ({TierName.Of(from.Tier)}) has the parent {to.Id} ({TierName.Of(to.Tier)}); hint: {wanted}", from.Level);
        return false;
    }

    // A role of the project's own joins what it likes.
    private static bool IsWanted(string role, ItemTier from, ItemTier to) => role switch
    {
        LinkRole.Satisfies => from is ItemTier.Design && s_realised.Contains(to),
        LinkRole.Implements => from is ItemTier.Code or ItemTier.Design && s_realised.Contains(to),
        LinkRole.Verifies => s_evidence.Contains(from) && s_shown.Contains(to),
        LinkRole.Executes => from is ItemTier.TestProcedure && s_cases.Contains(to),
        LinkRole.ResultOf => from is ItemTier.Result && s_tests.Contains(to),
        LinkRole.Reviews or LinkRole.Against => from is ItemTier.Review,
        LinkRole.Affects => from is ItemTier.ProblemReport,
        LinkRole.Mitigates => s_realised.Contains(from) && s_hazards.Contains(to),
        LinkRole.Assumes => s_assumptions.Contains(to),
        LinkRole.DependsOn => from == to || (s_requirements.Contains(from) && s_requirements.Contains(to)),
        _ => true,
    };

    private static string Hint(string role) => role switch
    {
        LinkRole.Satisfies => "only requirements and design have parents; use the role that is meant",
        LinkRole.Implements => "code implements LLRs, design implements requirements",
        LinkRole.Verifies => "test cases, procedures, results and reviews verify HLRs, LLRs, design, hazards and assumptions",
        LinkRole.Executes => "a test procedure executes test cases",
        LinkRole.ResultOf => "a result is that of a test case or procedure",
        LinkRole.Reviews or LinkRole.Against => "only reviews review",
        LinkRole.Affects => "only problem reports affect",
        LinkRole.Mitigates => "a requirement or design element mitigates a hazard",
        LinkRole.Assumes => "what is assumed is an assumption",
        _ => "an item depends on one of its own tier",
    };
}
