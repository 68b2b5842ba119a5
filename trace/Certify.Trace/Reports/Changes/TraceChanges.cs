using Certify.Trace.Model;
using Certify.Trace.Reports.Threads;

namespace Certify.Trace.Reports.Changes;

/// <summary>What changed from an older state of a set to the present one, and what that makes suspect.</summary>
/// <param name="Added">Items that are new, by id.</param>
/// <param name="Removed">Items that are gone, by id.</param>
/// <param name="Changed">Items whose fingerprint or links moved, by id.</param>
/// <param name="Suspects">Items that rest on one that changed or went, nearest first, then by id.</param>
// @llr CFY-LLR-385
public sealed record TraceChanges(
    IReadOnlyList<ItemState> Added, IReadOnlyList<ItemState> Removed, IReadOnlyList<ItemChange> Changed, IReadOnlyList<Suspect> Suspects)
{
    /// <summary>True when nothing moved.</summary>
    public bool None => Added.Count + Removed.Count + Changed.Count == 0;

    /// <summary>Compares. Tiers that the older state holds no item of are left out, as code is where only requirements were recorded.</summary>
    /// <param name="before">The older state.</param>
    /// <param name="now">The present set.</param>
    public static TraceChanges Between(IReadOnlyCollection<ItemState> before, TraceGraph now)
    {
        var old = new Dictionary<string, ItemState>(before.Count, StringComparer.Ordinal);
        var tiers = new HashSet<ItemTier>();
        foreach (var state in before)
        {
            old.TryAdd(state.Id, state);
            tiers.Add(state.Tier);
        }

        var added = new List<ItemState>();
        var changed = new List<ItemChange>();
        for (var i = 0; i < now.Items.Count; i++)
        {
            var item = now.Items[i];
            if (now.IndexOf(item.Id) != i) continue; // a second item of one id
            if (old.TryGetValue(item.Id, out var was))
            {
                if (ItemChange.Of(was, ItemState.Of(item)) is { } change) changed.Add(change);
            }
            else if (tiers.Contains(item.Tier))
            {
                added.Add(ItemState.Of(item));
            }
        }

        List<ItemState> removed = [.. old.Values.Where(s => now.IndexOf(s.Id) < 0).OrderBy(s => s.Id, StringComparer.Ordinal)];
        return new TraceChanges(added, removed, changed, ImpactWalk.From(changed, removed, old.Values, now));
    }
}

/// <summary>An item that moved.</summary>
/// <param name="Before">How it stood.</param>
/// <param name="Now">How it stands.</param>
/// <param name="LinksAdded">Links that came, in ordinal order.</param>
/// <param name="LinksRemoved">Links that went, in ordinal order.</param>
public sealed record ItemChange(ItemState Before, ItemState Now, IReadOnlyList<ItemLink> LinksAdded, IReadOnlyList<ItemLink> LinksRemoved)
{
    /// <summary>True when the normative text moved and both texts are known.</summary>
    public bool TextMoved => Before.Text is { } old && Now.Text is { } text && !Fingerprinted(old).Equals(Fingerprinted(text), StringComparison.Ordinal);

    /// <summary>True when the item became one of another tier.</summary>
    public bool TierMoved => Before.Tier != Now.Tier;

    /// <summary>The change between two states of an item, or null where it demands the same.</summary>
    public static ItemChange? Of(ItemState before, ItemState now)
    {
        if (before.Fingerprint == now.Fingerprint && before.Tier == now.Tier && before.Links.SequenceEqual(now.Links)) return null;
        var added = Beyond(now.Links, before.Links);
        var removed = Beyond(before.Links, now.Links);
        return before.Fingerprint == now.Fingerprint && before.Tier == now.Tier && added.Count + removed.Count == 0
            ? null : new ItemChange(before, now, added, removed);
    }

    private static IReadOnlyList<ItemLink> Beyond(IReadOnlyList<ItemLink> links, IReadOnlyList<ItemLink> others) =>
        [.. links.Except(others).OrderBy(l => l.ToString(), StringComparer.Ordinal)];

    private static string Fingerprinted(string text) => Fingerprint.CollapseWhitespace(text);
}
