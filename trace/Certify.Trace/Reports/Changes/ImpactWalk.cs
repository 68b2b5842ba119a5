using Certify.Trace.Model;
using Certify.Trace.Reports.Threads;

namespace Certify.Trace.Reports.Changes;

/// <summary>An item that has to be looked at again because something that it rests on moved.</summary>
/// <param name="Item">The item.</param>
/// <param name="Cause">Id of the nearest item that changed or went.</param>
/// <param name="Removed">True where the cause is gone.</param>
/// <param name="Via">Ids between the cause and the item, from the cause down; empty where it names the cause itself.</param>
public sealed record Suspect(TraceItem Item, string Cause, bool Removed, IReadOnlyList<string> Via);

/// <summary>Follows changes down the threads: to children, code, tests, results and reviews, each by its shortest way.</summary>
// @llr CFY-LLR-385
internal static class ImpactWalk
{
    /// <summary>Everything below what changed or went that did not change itself.</summary>
    public static IReadOnlyList<Suspect> From(
        IReadOnlyList<ItemChange> changed, IReadOnlyList<ItemState> removed, IEnumerable<ItemState> before, TraceGraph now)
    {
        var reached = new Dictionary<int, (int From, string Cause, bool Removed)>();
        var wave = new Queue<int>();
        foreach (var change in changed)
        {
            var item = now.IndexOf(change.Now.Id);
            if (reached.TryAdd(item, (-1, change.Now.Id, false))) wave.Enqueue(item);
        }

        var causes = reached.Keys.ToHashSet();
        foreach (var (item, gone) in ChildrenOf(removed, before, now))
        {
            if (reached.TryAdd(item, (-2, gone, true))) wave.Enqueue(item);
        }

        var found = new List<Suspect>();
        while (wave.TryDequeue(out var at))
        {
            if (!causes.Contains(at)) found.Add(Suspect(at, reached, now));
            foreach (var edge in now.Down(at))
            {
                if (reached.TryAdd(edge.Item, (at, reached[at].Cause, reached[at].Removed))) wave.Enqueue(edge.Item);
            }
        }

        return [.. found.OrderBy(s => s.Via.Count).ThenBy(s => s.Item.Tier).ThenBy(s => s.Item.Id, StringComparer.Ordinal)];
    }

    /// <summary>Items that hung, or still hang, on one that is gone.</summary>
    private static IEnumerable<(int Item, string Gone)> ChildrenOf(IReadOnlyList<ItemState> removed, IEnumerable<ItemState> before, TraceGraph now)
    {
        if (removed.Count == 0) yield break;
        var gone = removed.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        var pairs = before.SelectMany(s => s.Links, (s, l) => (s.Id, Link: l))
            .Concat(now.Items.SelectMany(i => i.Links, (i, l) => (i.Id, Link: new ItemLink(l.Role, l.Target))));
        foreach (var (id, link) in pairs)
        {
            if (!gone.Contains(link.Target) || !TraceGraph.IsThread(link.Role)) continue;
            var item = now.IndexOf(id);
            if (item >= 0) yield return (item, link.Target);
        }
    }

    private static Suspect Suspect(int item, Dictionary<int, (int From, string Cause, bool Removed)> reached, TraceGraph now)
    {
        var via = new List<string>();
        var (from, cause, removed) = reached[item];
        while (from >= 0 && reached[from].From != -1)
        {
            via.Add(now.Items[from].Id);
            from = reached[from].From;
        }
        via.Reverse();
        return new Suspect(now.Items[item], cause, removed, via);
    }
}
