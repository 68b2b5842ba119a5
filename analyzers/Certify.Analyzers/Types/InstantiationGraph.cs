using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.Types;

/// <summary>
/// Finds instances without end. An edge runs from a type parameter to each parameter that it, or a type made of it,
/// is given for; the edge grows when a type is made. The instances are finitely many exactly when no cycle has a growing
/// edge. Source: ECMA-335, II.9.2 (generics and recursive inheritance graphs).
/// </summary>
internal static class InstantiationGraph
{
    /// <summary>The uses on such cycles, in the order of the source, one for each parameter.</summary>
    public static IReadOnlyList<GenericUse> Growing(GenericUses uses, CancellationToken cancellation)
    {
        var edges = new Dictionary<ITypeParameterSymbol, HashSet<ITypeParameterSymbol>>(SymbolEqualityComparer.Default);
        var growing = new List<(ITypeParameterSymbol From, ITypeParameterSymbol To, GenericUse Use)>();
        foreach (var use in uses.All())
        {
            cancellation.ThrowIfCancellationRequested();
            var parameters = GenericUses.ParametersOf(use.Definition);
            for (var i = 0; i < parameters.Length && i < use.Arguments.Length; i++)
            {
                foreach (var from in ParametersIn(use.Arguments[i]).Select(parameter => parameter.OriginalDefinition))
                {
                    if (!edges.TryGetValue(from, out var targets)) edges[from] = targets = new(SymbolEqualityComparer.Default);
                    targets.Add(parameters[i]);
                    if (use.Arguments[i] is not ITypeParameterSymbol) growing.Add((from, parameters[i], use));
                }
            }
        }

        RemoveEnds(edges);
        var reported = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        return growing.Where(edge => Reaches(edge.To, edge.From, edges) && reported.Add(edge.To)).Select(edge => edge.Use).ToList();
    }

    // What leads to no cycle cannot be on one; in most programs nothing is left after this.
    private static void RemoveEnds(Dictionary<ITypeParameterSymbol, HashSet<ITypeParameterSymbol>> edges)
    {
        var sources = new Dictionary<ITypeParameterSymbol, List<ITypeParameterSymbol>>(SymbolEqualityComparer.Default);
        var open = edges.ToDictionary(edge => edge.Key, edge => edge.Value.Count, (IEqualityComparer<ITypeParameterSymbol>)SymbolEqualityComparer.Default);
        var ends = new Stack<ITypeParameterSymbol>();
        foreach (var edge in edges)
        {
            foreach (var target in edge.Value)
            {
                if (!sources.TryGetValue(target, out var list))
                {
                    sources[target] = list = [];
                    if (!edges.ContainsKey(target)) ends.Push(target);
                }

                list.Add(edge.Key);
            }
        }

        while (ends.Count > 0)
        {
            var end = ends.Pop();
            edges.Remove(end);
            if (!sources.TryGetValue(end, out var list)) continue;
            foreach (var source in list)
            {
                if (--open[source] == 0) ends.Push(source);
            }
        }
    }

    private static bool Reaches(
        ITypeParameterSymbol from, ITypeParameterSymbol to, Dictionary<ITypeParameterSymbol, HashSet<ITypeParameterSymbol>> edges)
    {
        var seen = new HashSet<ITypeParameterSymbol>(SymbolEqualityComparer.Default) { from };
        var pending = new Stack<ITypeParameterSymbol>();
        pending.Push(from);
        while (pending.Count > 0)
        {
            var node = pending.Pop();
            if (SymbolEqualityComparer.Default.Equals(node, to)) return edges.ContainsKey(to);
            if (!edges.TryGetValue(node, out var targets)) continue;
            foreach (var target in targets.Where(seen.Add)) pending.Push(target);
        }

        return false;
    }

    private static IEnumerable<ITypeParameterSymbol> ParametersIn(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol parameter => [parameter],
        IArrayTypeSymbol array => ParametersIn(array.ElementType),
        IPointerTypeSymbol pointer => ParametersIn(pointer.PointedAtType),
        INamedTypeSymbol { ContainingType: { } around } named => ParametersIn(around).Concat(named.TypeArguments.SelectMany(ParametersIn)),
        INamedTypeSymbol named => named.TypeArguments.SelectMany(ParametersIn),
        _ => [],
    };
}
