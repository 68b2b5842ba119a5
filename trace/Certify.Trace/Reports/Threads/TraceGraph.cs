using Certify.Facts;
using Certify.Trace.Linking;
using Certify.Trace.Model;

namespace Certify.Trace.Reports.Threads;

/// <summary>
/// Items with the links that make a thread, walkable both ways, and the findings at each item. Items stand in ordinal order of id, so that
/// any order of files gives the same graph; of items with one id the first by place is the one that links lead to.
/// </summary>
// @llr CFY-LLR-380
public sealed class TraceGraph
{
    private readonly Dictionary<string, int> _index;
    private readonly int[] _upStart;
    private readonly ThreadEdge[] _up;
    private readonly int[] _downStart;
    private readonly ThreadEdge[] _down;
    private readonly Dictionary<string, List<AuditFinding>> _findings = new(StringComparer.Ordinal);

    /// <summary>Joins items and findings. Findings belong to the item that is their subject.</summary>
    public TraceGraph(IEnumerable<TraceItem> items, IEnumerable<AuditFinding> findings)
    {
        TraceItem[] sorted = [.. items];
        Array.Sort(sorted, Compare);
        Items = sorted;
        _index = new Dictionary<string, int>(sorted.Length, StringComparer.Ordinal);
        for (var i = 0; i < sorted.Length; i++) _index.TryAdd(sorted[i].Id, i);
        (_upStart, _up) = Upward(sorted);
        (_downStart, _down) = Downward(sorted.Length);
        foreach (var finding in findings)
        {
            if (!_findings.TryGetValue(finding.Subject, out var list)) _findings.Add(finding.Subject, list = []);
            list.Add(finding);
        }
    }

    /// <summary>All items in ordinal order of id, then place.</summary>
    public IReadOnlyList<TraceItem> Items { get; }

    /// <summary>Fingerprint of an item as reviews and baselines keep it, of scanned code the digest of its text (64 lower-case hex digits).</summary>
    public static string FingerprintOf(TraceItem item) =>
        item.Origin == ItemOrigin.Scanned && item.Attribute(ScannedItems.Digest) is { } digest ? digest : item.Fingerprint;

    /// <summary>Index of the item with an id, or -1.</summary>
    public int IndexOf(string id) => _index.TryGetValue(id, out var index) ? index : -1;

    /// <summary>Links from an item to what it depends on, in the order read: parents, the requirement tested, the test run.</summary>
    public ReadOnlySpan<ThreadEdge> Up(int item) => _up.AsSpan(_upStart[item].._upStart[item + 1]);

    /// <summary>Links from other items to this one: children, code, tests, results, reviews; by tier, then id.</summary>
    public ReadOnlySpan<ThreadEdge> Down(int item) => _down.AsSpan(_downStart[item].._downStart[item + 1]);

    /// <summary>What the audit found at an item, in the audit's order.</summary>
    public IReadOnlyList<AuditFinding> FindingsOf(string id) => _findings.TryGetValue(id, out var list) ? list : [];

    /// <summary>Whether a role makes a thread: it says what an item was made or run for, and a change goes along it.</summary>
    public static bool IsThread(string role) => role is LinkRole.Satisfies or LinkRole.Implements or LinkRole.Verifies or LinkRole.Executes
        or LinkRole.ResultOf or LinkRole.Reviews or LinkRole.Affects or LinkRole.Mitigates;

    private (int[] Start, ThreadEdge[] Edges) Upward(TraceItem[] items)
    {
        var start = new int[items.Length + 1];
        var edges = new List<ThreadEdge>(items.Length);
        for (var i = 0; i < items.Length; i++)
        {
            start[i] = edges.Count;
            foreach (var link in items[i].Links)
            {
                if (IsThread(link.Role) && _index.TryGetValue(link.Target, out var target)) edges.Add(new ThreadEdge(target, link.Role));
            }
        }

        start[^1] = edges.Count;
        return (start, [.. edges]);
    }

    private (int[] Start, ThreadEdge[] Edges) Downward(int count)
    {
        var start = new int[count + 1];
        foreach (var edge in _up) start[edge.Item + 1]++;
        for (var i = 0; i < count; i++) start[i + 1] += start[i];
        var next = start.AsSpan(0, count).ToArray();
        var edges = new ThreadEdge[_up.Length];
        for (var from = 0; from < count; from++)
        {
            foreach (var edge in Up(from)) edges[next[edge.Item]++] = new ThreadEdge(from, edge.Role);
        }

        for (var i = 0; i < count; i++) edges.AsSpan(start[i]..start[i + 1]).Sort(ByTier);
        return (start, edges);
    }

    private int ByTier(ThreadEdge left, ThreadEdge right)
    {
        var tiers = Items[left.Item].Tier.CompareTo(Items[right.Item].Tier);
        return tiers != 0 ? tiers : left.Item.CompareTo(right.Item);
    }

    private static int Compare(TraceItem left, TraceItem right)
    {
        var ids = string.CompareOrdinal(left.Id, right.Id);
        if (ids != 0) return ids;
        var paths = string.CompareOrdinal(left.Place.Path, right.Place.Path);
        return paths != 0 ? paths : left.Place.Line.CompareTo(right.Place.Line);
    }
}

/// <summary>One end of a link.</summary>
/// <param name="Item">Index of the other item.</param>
/// <param name="Role">Role of the link.</param>
public readonly record struct ThreadEdge(int Item, string Role);
