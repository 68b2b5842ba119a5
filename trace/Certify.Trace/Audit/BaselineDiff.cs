using Certify.Trace.Model;

namespace Certify.Trace.Audit;

/// <summary>What has changed since a baseline, and what that reaches.</summary>
/// <param name="Added">Numbers of items that the baseline does not hold, by id.</param>
/// <param name="Removed">Items of the baseline that are not there any more, by id.</param>
/// <param name="Changed">Numbers of items with another fingerprint, by id.</param>
/// <param name="Suspect">Items that did not change and depend on one that did, or that is gone, by id.</param>
// @llr CFY-LLR-342
public sealed record BaselineDiff(
    IReadOnlyList<int> Added, IReadOnlyList<BaselineItem> Removed, IReadOnlyList<int> Changed, IReadOnlyList<SuspectItem> Suspect)
{
    /// <summary>True when nothing has changed.</summary>
    public bool IsEmpty => Added.Count + Removed.Count + Changed.Count == 0;

    /// <summary>Compares a set with a baseline, in linear time.</summary>
    public static BaselineDiff Of(Baseline before, TraceSet now)
    {
        var then = before.Items.ToDictionary(i => i.Id, StringComparer.Ordinal);
        List<int> added = [], changed = [];
        var next = new int[now.Count];
        Array.Fill(next, None);
        var queue = new Queue<int>();
        for (var i = 0; i < now.Count; i++)
        {
            if (!Baseline.IsKept(now, i)) continue;
            if (!then.Remove(now[i].Id, out var old)) added.Add(i);
            else if (old.Fingerprint != Baseline.Print(now, i)) changed.Add(i);
            else continue;
            next[i] = Itself;
        }
        foreach (var i in changed) queue.Enqueue(i);
        FromRemoved(now, then, next, queue);
        Spread(now, next, queue);
        int[] suspect = [.. Enumerable.Range(0, now.Count).Where(i => next[i] >= 0 || next[i] == Removal)];
        return new BaselineDiff(
            ById(now, added),
            [.. then.Values.OrderBy(i => i.Id, StringComparer.Ordinal)],
            ById(now, changed),
            [.. ById(now, suspect).Select(i => new SuspectItem(i, Because(now, next, then, i)))]);
    }

    private const int None = -1;
    private const int Itself = -2;
    private const int Removal = -3;

    private static void FromRemoved(TraceSet now, Dictionary<string, BaselineItem> removed, int[] next, Queue<int> queue)
    {
        if (removed.Count == 0) return;
        for (var link = 0; link < now.LinkCount; link++)
        {
            var owner = now.Owner(link);
            if (next[owner] != None || !removed.ContainsKey(now.Link(link).Target) || ItemStatus.IsGone(now[owner].Status)) continue;
            next[owner] = Removal;
            queue.Enqueue(owner);
        }
    }

    // From each changed item to those that link to it, level by level, so that the way noted is a shortest one.
    private static void Spread(TraceSet now, int[] next, Queue<int> queue)
    {
        while (queue.TryDequeue(out var item))
        {
            foreach (var link in now.Incoming(item))
            {
                var owner = now.Owner(link);
                if (next[owner] != None || ItemStatus.IsGone(now[owner].Status)) continue;
                next[owner] = item;
                queue.Enqueue(owner);
            }
        }
    }

    private static List<string> Because(TraceSet now, int[] next, Dictionary<string, BaselineItem> removed, int item)
    {
        var way = new List<string>();
        var at = item;
        for (; next[at] >= 0; at = next[at]) way.Add(now[next[at]].Id);
        if (next[at] == Removal) way.Add(now[at].Links.First(l => removed.ContainsKey(l.Target)).Target);
        return way;
    }

    private static int[] ById(TraceSet now, IEnumerable<int> items) => [.. items.OrderBy(i => now[i].Id, StringComparer.Ordinal).ThenBy(i => i)];
}

/// <summary>An item that depends on something that changed.</summary>
/// <param name="Item">Number of the item.</param>
/// <param name="Because">Ids on the way from the item's own link to what changed or is gone, that one last.</param>
public readonly record struct SuspectItem(int Item, IReadOnlyList<string> Because);
