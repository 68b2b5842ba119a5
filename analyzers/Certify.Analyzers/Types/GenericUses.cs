using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.Types;

/// <summary>One place that names an instance: which definition, and what stands for each of its type parameters.</summary>
internal sealed class GenericUse(ISymbol definition, ImmutableArray<ITypeSymbol> arguments, Location place)
{
    /// <summary>The generic type or method as declared.</summary>
    public ISymbol Definition { get; } = definition;

    /// <summary>Arguments of the definition's parameters, those of the types around it first.</summary>
    public ImmutableArray<ITypeSymbol> Arguments { get; } = arguments;

    /// <summary>Where it stands.</summary>
    public Location Place { get; } = place;
}

/// <summary>All instances that the source of a compilation names, written out or inferred. Filled by several threads.</summary>
internal sealed class GenericUses
{
    private readonly ConcurrentBag<GenericUse> _uses = [];

    /// <summary>The static fields of generic types.</summary>
    public ConcurrentBag<IFieldSymbol> Statics { get; } = [];

    /// <summary>All uses, in the order of the source.</summary>
    public IReadOnlyList<GenericUse> All() =>
        _uses.OrderBy(use => use.Place, Resources.SourceOrder.Instance)
            .ThenBy(use => use.Definition.ToDisplayString(), System.StringComparer.Ordinal).ToList();

    /// <summary>Notes a static field.</summary>
    public void AddStatic(IFieldSymbol field) => Statics.Add(field);

    /// <summary>Notes a type or method and every generic type among its arguments.</summary>
    public void Add(ISymbol symbol, Location place)
    {
        if (symbol is IArrayTypeSymbol array) Add(array.ElementType, place);
        if (symbol is IPointerTypeSymbol pointer) Add(pointer.PointedAtType, place);
        if (symbol is not (INamedTypeSymbol { IsUnboundGenericType: false } or IMethodSymbol)) return;
        if (symbol is IMethodSymbol { ReducedFrom: { } extension } reduced) symbol = extension.Construct([.. reduced.TypeArguments]);
        var arguments = ArgumentsOf(symbol);
        if (arguments.IsEmpty) return;
        _uses.Add(new GenericUse(symbol.OriginalDefinition, arguments, place));
        if (symbol is IMethodSymbol { ContainingType: { } around }) Add(around, place);
        foreach (var argument in arguments) Add(argument, place);
    }

    /// <summary>The parameters of a type or method, those of the types and functions around it first.</summary>
    public static ImmutableArray<ITypeParameterSymbol> ParametersOf(ISymbol definition) => definition switch
    {
        INamedTypeSymbol type => Around(type).AddRange(type.OriginalDefinition.TypeParameters),
        IMethodSymbol method => Around(method).AddRange(method.OriginalDefinition.TypeParameters),
        _ => [],
    };

    private static ImmutableArray<ITypeParameterSymbol> Around(ISymbol symbol) => symbol.ContainingSymbol switch
    {
        INamedTypeSymbol type => ParametersOf(type),
        IMethodSymbol method => ParametersOf(method),
        _ => [],
    };

    private static ImmutableArray<ITypeSymbol> ArgumentsOf(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol { ContainingType: { } around } type => ArgumentsOf(around).AddRange(type.TypeArguments),
        INamedTypeSymbol type => type.TypeArguments,
        IMethodSymbol { ContainingSymbol: { } around } method => ArgumentsOf(around).AddRange(method.TypeArguments),
        _ => [],
    };
}
