using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.ObjectOrientation;

/// <summary>Follows the calls that a constructor makes on its own object.</summary>
internal sealed class SelfUseSearch(
    ConcurrentDictionary<IMethodSymbol, List<SelfUse>> uses,
    ConcurrentDictionary<ISymbol, bool> replaced,
    INamedTypeSymbol type,
    bool inHost)
{
    private readonly HashSet<ISymbol> _visited = new(SymbolEqualityComparer.Default);

    /// <summary>What is wrong with a use, as the end of "This constructor …"; null when nothing is.</summary>
    public string? Fault(SelfUse use)
    {
        if (use.Called is not { } called) return inHost ? null : "hands the object to other code";
        if (use.IsChosen && IsReplaceable(called)) return $"calls '{called.Shown()}', which a derived class can replace,";
        if (!_visited.Add(called.OriginalDefinition) || !uses.TryGetValue(called.OriginalDefinition, out var inner)) return null;
        return inner.Select(Fault).Any(fault => fault is not null)
            ? $"calls '{called.Shown()}', which uses the object in a way a constructor may not,"
            : null;
    }

    private bool IsReplaceable(IMethodSymbol method)
    {
        if (method.ContainingType.TypeKind == TypeKind.Interface) return true;
        if (type.IsSealed || method.IsSealed || !(method.IsVirtual || method.IsAbstract || method.IsOverride)) return false;
        return !inHost || method.IsAbstract || replaced.ContainsKey(method.OriginalDefinition) || IsPublic(type);
    }

    private static bool IsPublic(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType)
        {
            if (type.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal)) return false;
        }

        return true;
    }
}
