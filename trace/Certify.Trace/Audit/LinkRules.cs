using Certify.Facts;
using Certify.Trace.Linking;
using Certify.Trace.Reading;

namespace Certify.Trace.Audit;

/// <summary>Rules on links that lead nowhere, to the wrong place, or round in circles (TRC-1xx).</summary>
// @llr CFY-LLR-011
internal static class LinkRules
{
    public static void Check(TraceIndex index, FindingList findings)
    {
        Duplicates(index, findings);
        var cyclic = Cycles(index, findings);
        foreach (var item in index.Items.Values)
        {
            Tiers(item, findings);
            Parents(index, item, cyclic, findings);
        }

        foreach (var symbol in index.Scan.Symbols.Values)
        {
            foreach (var tag in symbol.Tags) CodeTag(index, symbol.Id, tag, findings);
        }
        foreach (var test in index.Scan.Tests.Values)
        {
            foreach (var tag in test.Tags) TestTag(index, test.Fact.Id, tag, findings);
        }
    }

    private static void Duplicates(TraceIndex index, FindingList findings)
    {
        foreach (var item in index.AllItems)
        {
            var first = index.Items[item.Fact.Id];
            if (ReferenceEquals(first, item)) continue;
            findings.Add("TRC-101", item.Fact.Id, item.Fact.Place,
                $"id '{item.Fact.Id}' is also at {first.Fact.Place}; hint: give one of them a new id");
        }
    }

    private static Dictionary<string, IReadOnlySet<string>> Cycles(TraceIndex index, FindingList findings)
    {
        IEnumerable<string> Next(string id) => index.Items[id].Fact.Parents.Where(index.Items.ContainsKey);
        var groups = CycleFinder.Find(index.Items.Keys, Next);
        var groupOf = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var path = CycleFinder.Path(group, Next);
            var shown = path.Count <= 20 ? path : [.. path.Take(19), "...", path[^1]];
            findings.Add("TRC-105", path[0], index.Items[path[0]].ParentPlaces,
                $"parents go in a circle: {string.Join(" -> ", shown)}; hint: remove one of these links");
            foreach (var id in group) groupOf.Add(id, group);
        }
        return groupOf;
    }

    private static void Tiers(RequirementItem item, FindingList findings)
    {
        if (item.IsBroken("tier")) return;
        var said = RequirementReader.TierOfId(item.Fact.Id);
        if (said is not null && said != item.Fact.Tier)
        {
            findings.Add("TRC-107", item.Fact.Id, item.Fact.Place,
                $"{item.Fact.Id} says {Words.Of(said.Value)} in its id and {Words.Of(item.Fact.Tier)} in its tier; hint: correct one of them");
        }
    }

    private static void Parents(
        TraceIndex index, RequirementItem item, Dictionary<string, IReadOnlySet<string>> cyclic, FindingList findings)
    {
        var fact = item.Fact;
        foreach (var id in fact.Parents)
        {
            if (!index.Items.TryGetValue(id, out var parent))
            {
                findings.Add("TRC-102", fact.Id, item.ParentPlaces,
                    $"parent '{id}' of {fact.Id} does not exist; hint: correct the id, or restore the parent");
                continue;
            }

            // One cause, one finding: a link that closes a circle, or a tier already in doubt, is not judged again.
            var inCircle = cyclic.TryGetValue(fact.Id, out var group) && group.Contains(id);
            if (inCircle || TierInDoubt(item) || TierInDoubt(parent) || parent.Fact.Tier == Above(fact.Tier)) continue;
            var wanted = Above(fact.Tier) is { } tier ? $"the parent of {Words.Article(fact.Tier)} is {Words.Article(tier)}" : "a system item has no parents here";
            findings.Add("TRC-106", fact.Id, item.ParentPlaces,
                $"{fact.Id} ({Words.Of(fact.Tier)}) has the parent {id} ({Words.Of(parent.Fact.Tier)}); hint: {wanted}");
        }
    }

    private static bool TierInDoubt(RequirementItem item) =>
        item.IsBroken("tier") || (RequirementReader.TierOfId(item.Fact.Id) is { } said && said != item.Fact.Tier);

    private static Tier? Above(Tier tier) => tier switch { Tier.Llr => Tier.Hlr, Tier.Hlr => Tier.System, _ => null };

    private static void CodeTag(TraceIndex index, string symbol, Tag tag, FindingList findings)
    {
        if (!index.Items.TryGetValue(tag.Id, out var item))
        {
            findings.Add("TRC-103", tag.Id, tag.Place,
                $"{symbol} is tagged with {ItemId.Quote(tag.Id)}, which is no requirement; hint: correct the tag, or restore the requirement");
        }
        else if (item.Fact.Tier != Tier.Llr && !TierInDoubt(item))
        {
            findings.Add("TRC-108", tag.Id, tag.Place,
                $"{symbol} is tagged with {tag.Id}, which is {Words.Article(item.Fact.Tier)}; hint: tag it with the LLR it implements");
        }
    }

    private static void TestTag(TraceIndex index, string test, Tag tag, FindingList findings)
    {
        if (!index.Items.TryGetValue(tag.Id, out var item))
        {
            findings.Add("TRC-104", tag.Id, tag.Place,
                $"{test} verifies {ItemId.Quote(tag.Id)}, which is no requirement; hint: correct the tag, or restore the requirement");
        }
        else if (item.Fact.Tier == Tier.System && !TierInDoubt(item))
        {
            findings.Add("TRC-109", tag.Id, tag.Place,
                $"{test} verifies the system item {tag.Id}; hint: link it to the HLR that came from it");
        }
    }
}
