using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.Resources;

/// <summary>Who calls whom in one compilation. Filled by many threads, read when they are done.</summary>
internal sealed class CallGraph(IAssemblySymbol own)
{
    private readonly ConcurrentDictionary<ISymbol, ConcurrentDictionary<ISymbol, Location>> _calls =
        new(SymbolEqualityComparer.Default);

    /// <summary>Every function with a call in it.</summary>
    public IEnumerable<ISymbol> Callers => _calls.Keys;

    /// <summary>The symbol that stands for all forms of a function: generic instances, partial parts, initialisers.</summary>
    public ISymbol Node(ISymbol symbol)
    {
        var definition = symbol.OriginalDefinition;
        return definition switch
        {
            IMethodSymbol { ReducedFrom: { } whole } => Node(whole),
            IMethodSymbol { PartialDefinitionPart: { } first } => first,
            IFieldSymbol { IsStatic: false } field => field.ContainingType,
            IPropertySymbol { IsStatic: false } property => property.ContainingType,
            _ => definition,
        };
    }

    /// <summary>Adds a call; of several between the same two functions the first in the source stays.</summary>
    public void Add(ISymbol caller, ISymbol callee, Location place)
    {
        var to = Node(callee);
        if (!SymbolEqualityComparer.Default.Equals(to.ContainingAssembly, own)) return;
        _calls
            .GetOrAdd(Node(caller), _ => new ConcurrentDictionary<ISymbol, Location>(SymbolEqualityComparer.Default))
            .AddOrUpdate(to, place, (_, other) => SourceOrder.Compare(place, other) < 0 ? place : other);
    }

    /// <summary>What a function calls, in the order of the source.</summary>
    public IReadOnlyList<KeyValuePair<ISymbol, Location>> From(ISymbol caller) =>
        _calls.TryGetValue(caller, out var calls)
            ? calls.OrderBy(call => call.Value, SourceOrder.Instance).ThenBy(call => Name(call.Key)).ToList()
            : [];

    /// <summary>A function's name in messages.</summary>
    public static string Name(ISymbol symbol) =>
        symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
}
