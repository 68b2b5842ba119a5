using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.Program;

/// <summary>Which bodies can run when a virtual, abstract or interface member is called: every one the program declares.</summary>
internal sealed class Hierarchy
{
    private readonly Dictionary<ISymbol, List<IMethodSymbol>> _targets = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _required = new(SymbolEqualityComparer.Default);

    public Hierarchy(IEnumerable<INamedTypeSymbol> types)
    {
        foreach (var type in types.Where(type => type.TypeKind is TypeKind.Class or TypeKind.Struct)) Look(type);
    }

    /// <summary>The overrides and implementations that the program has of a member, direct and indirect.</summary>
    public IReadOnlyList<IMethodSymbol> TargetsOf(ISymbol member) =>
        _targets.TryGetValue(ProgramFacts.Node(member), out var list) ? list : [];

    /// <summary>True when an interface or a base class asks for the member, so that its signature is not its own.</summary>
    public bool IsRequired(IMethodSymbol method) => method.IsOverride || _required.Contains(ProgramFacts.Node(method));

    private void Look(INamedTypeSymbol type)
    {
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
        {
            for (var above = method.OverriddenMethod; above is not null; above = above.OverriddenMethod) Add(above, method);
        }

        foreach (var member in type.AllInterfaces.SelectMany(face => face.GetMembers()).OfType<IMethodSymbol>())
        {
            if (type.FindImplementationForInterfaceMember(member) is not IMethodSymbol body) continue;
            Add(member, body);
            _required.Add(ProgramFacts.Node(body));
        }
    }

    private void Add(ISymbol member, IMethodSymbol body)
    {
        var key = ProgramFacts.Node(member);
        var target = (IMethodSymbol)ProgramFacts.Node(body);
        if (SymbolEqualityComparer.Default.Equals(key, target)) return;
        if (!_targets.TryGetValue(key, out var list)) _targets[key] = list = [];
        if (!list.Contains(target, SymbolEqualityComparer.Default)) list.Add(target);
    }
}
