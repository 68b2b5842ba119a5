using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.Types;

/// <summary>
/// Counts the instances of generic types in a program whose instances are finitely many: those that are named with known
/// types, and those that follow when a generic type or method around the name is itself an instance.
/// </summary>
internal sealed class GenericInstances
{
    private const int InstancesMax = 10_000;
    private readonly Dictionary<ISymbol, List<string[]>> _instances = new(SymbolEqualityComparer.Default);
    private readonly HashSet<(string Definition, string Arguments)> _seen = [];

    public GenericInstances(GenericUses uses, CancellationToken cancellation)
    {
        // Uses by the definition whose instances decide them; those that name known types only need none.
        var waiting = new Dictionary<ISymbol, List<GenericUse>>(SymbolEqualityComparer.Default);
        var pending = new Queue<(ISymbol Definition, string[] Arguments)>();
        foreach (var use in uses.All())
        {
            if (Context(use) is { } around)
            {
                if (!waiting.TryGetValue(around, out var list)) waiting[around] = list = [];
                list.Add(use);
            }
            else
            {
                Add(use.Definition, [.. use.Arguments.Select(argument => Name(argument, null))], pending);
            }
        }

        while (pending.Count > 0 && _seen.Count < InstancesMax)
        {
            cancellation.ThrowIfCancellationRequested();
            var (definition, arguments) = pending.Dequeue();
            if (!waiting.TryGetValue(definition, out var list)) continue;
            var parameters = GenericUses.ParametersOf(definition);
            var map = new Dictionary<ISymbol, string>(SymbolEqualityComparer.Default);
            for (var i = 0; i < parameters.Length && i < arguments.Length; i++) map[parameters[i]] = arguments[i];
            foreach (var use in list) Add(use.Definition, [.. use.Arguments.Select(argument => Name(argument, map))], pending);
        }
    }

    /// <summary>How many instances of the type the program has.</summary>
    public int Count(INamedTypeSymbol type) =>
        _instances.TryGetValue(type.OriginalDefinition, out var list) ? list.Count : 0;

    private void Add(ISymbol definition, string[] arguments, Queue<(ISymbol, string[])> pending)
    {
        if (!_seen.Add((definition.GetDocumentationCommentId() ?? definition.ToDisplayString(), string.Join(";", arguments)))) return;
        if (!_instances.TryGetValue(definition, out var list)) _instances[definition] = list = [];
        list.Add(arguments);
        pending.Enqueue((definition, arguments));
    }

    // A method's parameter decides more than its type's, and an inner function's more than an outer one's.
    private static ISymbol? Context(GenericUse use)
    {
        ISymbol? deepest = null;
        var most = 0;
        foreach (var parameter in use.Arguments.SelectMany(Parameters))
        {
            var owner = parameter.ContainingSymbol.OriginalDefinition;
            var count = GenericUses.ParametersOf(owner).Length;
            if (count <= most) continue;
            most = count;
            deepest = owner;
        }

        return deepest;
    }

    private static IEnumerable<ITypeParameterSymbol> Parameters(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol parameter => [parameter],
        IArrayTypeSymbol array => Parameters(array.ElementType),
        IPointerTypeSymbol pointer => Parameters(pointer.PointedAtType),
        INamedTypeSymbol { ContainingType: { } around } named => Parameters(around).Concat(named.TypeArguments.SelectMany(Parameters)),
        INamedTypeSymbol named => named.TypeArguments.SelectMany(Parameters),
        _ => [],
    };

    private static string Name(ITypeSymbol type, Dictionary<ISymbol, string>? map)
    {
        switch (type)
        {
            case ITypeParameterSymbol parameter:
                return map is not null && map.TryGetValue(parameter.OriginalDefinition, out var known) ? known : "?" + parameter.Name;
            case IArrayTypeSymbol array:
                return Name(array.ElementType, map) + "[" + array.Rank + "]";
            case IPointerTypeSymbol pointer:
                return Name(pointer.PointedAtType, map) + "*";
            case INamedTypeSymbol { ContainingType: null, TypeArguments.IsEmpty: true } plain:
                return plain.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
            case INamedTypeSymbol named:
                var around = named.ContainingType is { } outer ? Name(outer, map) : named.ContainingNamespace.ToDisplayString();
                return $"{around}.{named.MetadataName}<{string.Join(",", named.TypeArguments.Select(argument => Name(argument, map)))}>";
            default:
                return type.ToDisplayString();
        }
    }
}
