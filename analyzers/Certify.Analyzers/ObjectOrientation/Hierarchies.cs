using System.Linq;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.ObjectOrientation;

/// <summary>Questions about where a type stands in a hierarchy.</summary>
internal static class Hierarchies
{
    /// <summary>True for an abstract class that is listed, with a reason, as the root of a hierarchy.</summary>
    public static bool IsListedRoot(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class, IsAbstract: true, IsStatic: false }
        && Annotations.Find(type.OriginalDefinition, "ClassHierarchyAttribute") is { } root && Annotations.HasText(root, 0);

    /// <summary>True for System.Attribute: attributes are data that never run.</summary>
    public static bool IsAttribute(INamedTypeSymbol type) =>
        type is { Name: "Attribute", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>Where the type is declared, if the compiler did not write it.</summary>
    public static Location? Place(ISymbol symbol) =>
        symbol.IsImplicitlyDeclared ? null : symbol.Locations.FirstOrDefault(location => location.IsInSource);
}
