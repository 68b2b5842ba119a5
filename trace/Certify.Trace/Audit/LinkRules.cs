using System.Globalization;
using Certify.Facts;
using Certify.Trace.Model;
using Certify.Trace.Reading;

namespace Certify.Trace.Audit;

/// <summary>Rules on ids and links: doubled, leading nowhere, to the wrong place, or round in circles (TRC-1xx).</summary>
// @llr CFY-LLR-011
internal static class LinkRules
{
    private const int FewLinks = 12;

    public static void Check(AuditContext context)
    {
        GapRule.Check(context);
        var circles = CycleRule.Check(context);
        for (var i = 0; i < context.Set.Count; i++)
        {
            if (!context.Counts(i)) continue;
            IdFitsTier(context, context.Set[i]);
            if (context.Set[i].Links.Count > 0) Links(context, i, circles);
        }
    }

    /// <summary>
    /// Reports items of one id and takes all but the first out of the other rules. Of different revisions they are versions; two of the same revision
    /// are one too many.
    /// </summary>
    public static void Duplicates(AuditContext context)
    {
        var set = context.Set;
        for (var first = 0; first < set.Count; first++)
        {
            if (set.NextWithSameId(first) < 0 || !set.IsFirst(first)) continue;
            var seen = new Dictionary<string, int>(StringComparer.Ordinal) { [set[first].Revision ?? ""] = first };
            for (var i = set.NextWithSameId(first); i >= 0; i = set.NextWithSameId(i))
            {
                if (seen.TryAdd(set[i].Revision ?? "", i)) continue;
                context.Leave(i);
                context.Findings.Add("TRC-101", set[i].Id, set[i].Place,
                    $"id '{set[i].Id}' is also at {set[seen[set[i].Revision ?? ""]].Place}; hint: give one of them a new id");
            }
        }
    }

    private static void IdFitsTier(AuditContext context, TraceItem item)
    {
        if (item.Origin != ItemOrigin.Native || !TierName.IsRequirement(item.Tier) || AuditContext.IsBroken(item, ItemFields.Tier)) return;
        var said = RequirementReader.TierOfId(item.Id);
        if (said is null || said == item.Tier) return;
        context.Findings.Add("TRC-107", item.Id, item.Place,
            $"{item.Id} says {TierName.Of(said.Value)} in its id and {TierName.Of(item.Tier)} in its tier; hint: correct one of them");
    }

    private static void Links(AuditContext context, int i, int[] circles)
    {
        var set = context.Set;
        var item = set[i];
        var many = item.Links.Count > FewLinks ? new HashSet<(string, string)>() : null;
        for (var k = 0; k < item.Links.Count; k++)
        {
            var link = item.Links[k];
            var target = set.Targets(i)[k];
            if (item.Origin != ItemOrigin.Scanned && IsRepeated(item, k, many))
                context.Findings.Add("TRC-117", item.Id, Place(item, link), $"{item.Id} names {ItemId.Quote(link.Target)} twice as '{link.Role}'; hint: remove one", item.Level);
            else if (target < 0)
                Dangling(context, item, link);
            else if (target == i)
                context.Findings.Add("TRC-118", item.Id, Place(item, link), $"{item.Id} links to itself ('{link.Role}'); hint: remove the link, or name the item that is meant");
            else if (context.IsGone(target))
                context.Findings.Add("TRC-110", item.Id, Place(item, link), $"{item.Id} links to {link.Target}, which is {set[target].Status}; hint: link to what replaces it, or remove the link");
            else if ((circles[i] < 0 || circles[i] != circles[target] || link.Role != LinkRole.Satisfies) && TierRules.Check(context, i, link, target))
                RevisionRules.Check(context, i, link, target);
        }
    }

    private static bool IsRepeated(TraceItem item, int k, HashSet<(string, string)>? many)
    {
        var link = item.Links[k];
        if (many is not null) return !many.Add((link.Role, link.Target + "@" + link.TargetRevision));
        for (var j = 0; j < k; j++)
        {
            var other = item.Links[j];
            if (other.Target == link.Target && other.Role == link.Role && other.TargetRevision == link.TargetRevision) return true;
        }
        return false;
    }

    private static void Dangling(AuditContext context, TraceItem item, TraceLink link)
    {
        var place = Place(item, link);
        var target = ItemId.Quote(link.Target);
        if (item.Tier == ItemTier.Code && link.Role == LinkRole.Implements)
            context.Findings.Add("TRC-103", link.Target, place, $"{item.Id} is tagged with {target}, which is no requirement; hint: correct the tag, or restore the requirement");
        else if (item.Tier is ItemTier.TestCase or ItemTier.TestProcedure && link.Role == LinkRole.Verifies)
            context.Findings.Add("TRC-104", link.Target, place, $"{item.Id} verifies {target}, which is no requirement; hint: correct the tag, or restore the requirement");
        else if (item.Tier == ItemTier.Result && link.Role == LinkRole.ResultOf && context.ManyTests.TryGetValue(link.Target, out var tests))
            context.Findings.Add("TRC-112", item.Id, place, $"the result {item.Id} can be of {tests[0]} or of {tests[^1]}; hint: give overloads of a test names of their own", item.Level);
        else if (item.Tier == ItemTier.Result && link.Role == LinkRole.ResultOf)
            context.Findings.Add("TRC-403", link.Target, place, $"the result {item.Id} is of {target}, which is no test in the set; hint: run the tests again");
        else if (link.Role == LinkRole.Satisfies)
            context.Findings.Add("TRC-102", item.Id, place, $"parent {target} of {item.Id} does not exist; hint: correct the id, or restore the parent");
        else
            context.Findings.Add("TRC-102", item.Id, place, $"{item.Id} links to {target} ('{link.Role}'), which does not exist; hint: correct the id, or restore the item");
    }

    internal static SourcePlace Place(TraceItem item, TraceLink link) => link.Place ?? item.Place;
}
