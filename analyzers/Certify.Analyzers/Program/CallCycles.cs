using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Certify.Analyzers.Resources;
using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.Program;

/// <summary>Finds the cycles of a call graph: one per strongly connected component, at its first call in the source.</summary>
internal static class CallCycles
{
    /// <summary>A cycle: where its first call stands, and the functions in order.</summary>
    internal sealed class Cycle(Location place, string path)
    {
        public Location Place { get; } = place;

        public string Path { get; } = path;
    }

    /// <summary>All cycles of two and more functions, in the order of the source.</summary>
    public static IEnumerable<Cycle> Find(CallGraph graph, CancellationToken cancellation)
    {
        // Code that sets a static's first value runs once, so a way back through it is no cycle.
        var edges = graph.Callers.ToDictionary(
            caller => caller, caller => Calls(graph, caller), (IEqualityComparer<ISymbol>)SymbolEqualityComparer.Default);
        return Components(edges, cancellation)
            .Where(component => component.Count > 1)
            .Select(component => Describe(component, edges))
            .OrderBy(cycle => cycle.Place, SourceOrder.Instance);
    }

    private static IReadOnlyList<KeyValuePair<ISymbol, Location>> Calls(CallGraph graph, ISymbol caller) =>
        graph.From(caller).Where(edge => edge.Kind != EdgeKind.StaticInitialiser)
            .OrderBy(edge => edge.Place, SourceOrder.Instance).ThenBy(edge => CallGraph.Name(edge.To), System.StringComparer.Ordinal)
            .Select(edge => new KeyValuePair<ISymbol, Location>(edge.To, edge.Place)).ToList();

    private static Cycle Describe(
        HashSet<ISymbol> component, Dictionary<ISymbol, IReadOnlyList<KeyValuePair<ISymbol, Location>>> edges)
    {
        var (start, first) = component
            .SelectMany(caller => edges[caller].Where(call => component.Contains(call.Key)).Select(call => (caller, call)))
            .OrderBy(edge => edge.call.Value, SourceOrder.Instance).First();
        var path = Shortest(first.Key, start, component, edges);
        return new Cycle(first.Value, string.Join(" -> ", path.Prepend(start).Select(CallGraph.Name)));
    }

    private static IEnumerable<ISymbol> Shortest(
        ISymbol from, ISymbol to, HashSet<ISymbol> component,
        Dictionary<ISymbol, IReadOnlyList<KeyValuePair<ISymbol, Location>>> edges)
    {
        var paths = new Queue<List<ISymbol>>();
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { from };
        paths.Enqueue([from]);
        while (paths.Count > 0)
        {
            var path = paths.Dequeue();
            var last = path[path.Count - 1];
            if (SymbolEqualityComparer.Default.Equals(last, to)) return path;
            foreach (var call in edges[last])
            {
                if (component.Contains(call.Key) && seen.Add(call.Key)) paths.Enqueue([.. path, call.Key]);
            }
        }

        return [from];
    }

    // Kosaraju's two passes with stacks of their own: a call chain can be longer than a thread's stack.
    private static IEnumerable<HashSet<ISymbol>> Components(
        Dictionary<ISymbol, IReadOnlyList<KeyValuePair<ISymbol, Location>>> edges, CancellationToken cancellation)
    {
        var order = FinishOrder(edges, cancellation);
        var callers = new Dictionary<ISymbol, List<ISymbol>>(SymbolEqualityComparer.Default);
        foreach (var pair in edges)
        {
            foreach (var call in pair.Value)
            {
                if (!callers.TryGetValue(call.Key, out var list)) callers[call.Key] = list = [];
                list.Add(pair.Key);
            }
        }

        var placed = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        for (var i = order.Count - 1; i >= 0; i--)
        {
            if (!placed.Add(order[i])) continue;
            var component = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
            var pending = new Stack<ISymbol>();
            pending.Push(order[i]);
            while (pending.Count > 0)
            {
                var node = pending.Pop();
                component.Add(node);
                if (!callers.TryGetValue(node, out var list)) continue;
                foreach (var caller in list.Where(placed.Add)) pending.Push(caller);
            }

            yield return component;
        }
    }

    private static List<ISymbol> FinishOrder(
        Dictionary<ISymbol, IReadOnlyList<KeyValuePair<ISymbol, Location>>> edges, CancellationToken cancellation)
    {
        var order = new List<ISymbol>();
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var stack = new Stack<(ISymbol Node, int Next)>();
        foreach (var root in edges.Keys)
        {
            if (seen.Add(root)) stack.Push((root, 0));
            while (stack.Count > 0)
            {
                cancellation.ThrowIfCancellationRequested();
                var (node, next) = stack.Pop();
                if (!edges.TryGetValue(node, out var calls) || next >= calls.Count)
                {
                    order.Add(node);
                    continue;
                }

                stack.Push((node, next + 1));
                if (seen.Add(calls[next].Key)) stack.Push((calls[next].Key, 0));
            }
        }

        return order;
    }
}
