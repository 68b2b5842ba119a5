using System.Globalization;
using Certify.Trace.Model;

namespace Certify.Trace.Reports.Threads;

/// <summary>
/// Picks threads as an auditor does in a review of the development: some from the top down, some from the bottom up. The seed alone decides;
/// equal items in any order give the same threads.
/// </summary>
// @llr CFY-LLR-382
public static class ThreadSampler
{
    /// <summary>Picks threads. Starting points differ as long as there are enough, and prefer parts (components) not seen yet.</summary>
    /// <param name="graph">The set; holds at least one item.</param>
    /// <param name="seed">Any number; the same one gives the same threads.</param>
    /// <param name="count">Threads from each end, at least 1.</param>
    public static IReadOnlyList<TraceThread> Pick(TraceGraph graph, ulong seed, int count)
    {
        var random = new SplitMix(seed);
        var threads = new List<TraceThread>();
        foreach (var start in Starts(graph, Tops(graph), count, random))
            threads.Add(ThreadTree.Of(graph, Down(graph, start, random), Title("top-down", graph.Items[start])));
        foreach (var start in Starts(graph, Bottoms(graph), count, random))
            threads.Add(ThreadTree.Of(graph, Up(graph, start, random), Title("bottom-up", graph.Items[start])));
        return threads;
    }

    private static string Title(string way, TraceItem item) => string.Create(CultureInfo.InvariantCulture, $"{way} from {item.Id}");

    private static bool IsRequirement(ItemTier tier) => tier is ItemTier.System or ItemTier.Hlr or ItemTier.Llr;

    /// <summary>Requirements of the highest tier there is.</summary>
    private static List<int> Tops(TraceGraph graph)
    {
        for (var tier = ItemTier.System; tier <= ItemTier.Llr; tier++)
        {
            var found = OfTier(graph, t => t == tier);
            if (found.Count > 0) return found;
        }
        return OfTier(graph, _ => true);
    }

    /// <summary>Code and tests; without any, the requirements of the lowest tier there is.</summary>
    private static List<int> Bottoms(TraceGraph graph)
    {
        var found = OfTier(graph, t => t is ItemTier.Code or ItemTier.TestCase or ItemTier.TestProcedure);
        for (var tier = ItemTier.Llr; found.Count == 0 && tier >= ItemTier.System; tier--) found = OfTier(graph, t => t == tier);
        return found.Count > 0 ? found : OfTier(graph, _ => true);
    }

    private static List<int> OfTier(TraceGraph graph, Func<ItemTier, bool> wanted)
    {
        var found = new List<int>();
        for (var i = 0; i < graph.Items.Count; i++)
        {
            if (wanted(graph.Items[i].Tier)) found.Add(i);
        }
        return found;
    }

    private static List<int> Starts(TraceGraph graph, List<int> from, int count, SplitMix random)
    {
        var starts = new List<int>();
        var parts = new HashSet<string>(StringComparer.Ordinal);
        while (starts.Count < count && from.Count > 0)
        {
            var fresh = from.FindAll(i => !parts.Contains(graph.Items[i].Component));
            var among = fresh.Count > 0 ? fresh : from;
            var chosen = among[random.Below(among.Count)];
            starts.Add(chosen);
            parts.Add(graph.Items[chosen].Component);
            from.Remove(chosen);
        }
        return starts;
    }

    /// <summary>One way down: a child of each tier at random, and all that is no requirement at each step.</summary>
    private static List<int> Down(TraceGraph graph, int start, SplitMix random)
    {
        var path = new List<int>();
        var seen = new HashSet<int>();
        for (var at = start; at >= 0 && seen.Add(at);)
        {
            path.Add(at);
            Evidence(graph, at, seen, path);
            var children = new List<int>();
            foreach (var edge in graph.Down(at))
            {
                if (IsRequirement(graph.Items[edge.Item].Tier) && !seen.Contains(edge.Item)) children.Add(edge.Item);
            }
            at = children.Count == 0 ? -1 : children[random.Below(children.Count)];
        }
        return path;
    }

    /// <summary>One way up: a parent at random at each step, with results and reviews of each.</summary>
    private static List<int> Up(TraceGraph graph, int start, SplitMix random)
    {
        var path = new List<int>();
        var seen = new HashSet<int>();
        for (var at = start; at >= 0 && seen.Add(at);)
        {
            path.Add(at);
            Records(graph, at, seen, path);
            var parents = new List<int>();
            foreach (var edge in graph.Up(at))
            {
                if (!seen.Contains(edge.Item)) parents.Add(edge.Item);
            }
            at = parents.Count == 0 ? -1 : parents[random.Below(parents.Count)];
        }
        return path;
    }

    private static void Evidence(TraceGraph graph, int item, HashSet<int> seen, List<int> path) =>
        Gather(graph, item, seen, path, tier => !IsRequirement(tier));

    private static void Records(TraceGraph graph, int item, HashSet<int> seen, List<int> path) =>
        Gather(graph, item, seen, path, tier => tier is ItemTier.Result or ItemTier.Review);

    private static void Gather(TraceGraph graph, int item, HashSet<int> seen, List<int> path, Func<ItemTier, bool> wanted)
    {
        var open = new Stack<int>([item]);
        while (open.TryPop(out var at))
        {
            foreach (var edge in graph.Down(at))
            {
                if (!wanted(graph.Items[edge.Item].Tier) || !seen.Add(edge.Item)) continue;
                path.Add(edge.Item);
                open.Push(edge.Item);
            }
        }
    }
}
