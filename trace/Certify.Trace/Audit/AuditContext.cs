using Certify.Trace.Linking;
using Certify.Trace.Model;
using Certify.Trace.Reading;

namespace Certify.Trace.Audit;

/// <summary>The joined set that the rules look at, and where their findings go.</summary>
internal sealed class AuditContext
{
    private readonly bool[] _out;
    private readonly bool[] _gone;

    public AuditContext(TraceSet set, CodeScan scan, TraceInputs inputs, FindingList findings)
    {
        (Set, Scan, Inputs, Findings) = (set, scan, inputs, findings);
        _out = new bool[set.Count];
        _gone = new bool[set.Count];
        for (var i = 0; i < set.Count; i++) _gone[i] = ItemStatus.IsGone(set[i].Status);
    }

    public TraceSet Set { get; }

    public CodeScan Scan { get; }

    public TraceInputs Inputs { get; }

    public FindingList Findings { get; }

    /// <summary>Names that results give and several tests have, with the tests' ids.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ManyTests { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Takes an item out of all further rules, because another one has its id.</summary>
    public void Leave(int item) => _out[item] = true;

    /// <summary>True for an item that counts: it is neither a duplicate nor deleted.</summary>
    public bool Counts(int item) => !_out[item] && !_gone[item];

    /// <summary>True for a duplicate.</summary>
    public bool IsOut(int item) => _out[item];

    /// <summary>True for a deleted or rejected item.</summary>
    public bool IsGone(int item) => _gone[item];

    /// <summary>Number of the first item that counts and links to an item in a role, from one of two tiers; or -1.</summary>
    public int FirstFrom(int item, string role, ItemTier? tier = null, ItemTier? or = null)
    {
        foreach (var link in Set.Incoming(item))
        {
            var owner = Set.Owner(link);
            if (!Counts(owner) || owner == item || Set.Link(link).Role != role) continue;
            if (tier is null || Set[owner].Tier == tier || Set[owner].Tier == or) return owner;
        }
        return -1;
    }

    /// <summary>True when reading has reported any of these fields, or all of them.</summary>
    public static bool IsBroken(TraceItem item, params ReadOnlySpan<string> fields)
    {
        if (item.Broken.Count == 0) return false;
        foreach (var field in fields)
        {
            if (item.Broken.Contains(field)) return true;
        }
        return item.Broken.Contains("fields");
    }

    /// <summary>True when an item's tier is not known for sure, so that rules on tiers would only repeat what is reported.</summary>
    public static bool TierInDoubt(TraceItem item) =>
        IsBroken(item, ItemFields.Tier)
        || (item.Origin == ItemOrigin.Native && TierName.IsRequirement(item.Tier) && RequirementReader.TierOfId(item.Id) is { } said && said != item.Tier);
}
