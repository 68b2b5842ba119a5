using System;
using System.Linq;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.DynamicCode;

/// <summary>Asks for types and namespaces by their full names, without building strings.</summary>
internal static class SymbolNames
{
    /// <summary>True for the type or namespace with this full name; the number of type parameters does not count.</summary>
    public static bool IsNamed(this ISymbol? symbol, string fullName)
    {
        var end = fullName.Length;
        for (; symbol is { Name.Length: > 0 }; symbol = symbol.ContainingSymbol)
        {
            var start = end - symbol.Name.Length;
            if (start < 0 || string.CompareOrdinal(fullName, start, symbol.Name, 0, symbol.Name.Length) != 0) return false;
            if (start == 0) return symbol.ContainingNamespace is { IsGlobalNamespace: true } && symbol.ContainingType is null;
            if (fullName[start - 1] != '.') return false;
            end = start - 1;
        }

        return false;
    }

    /// <summary>True for a symbol declared in this namespace or in one below it.</summary>
    public static bool IsWithin(this ISymbol? symbol, string fullNamespace)
    {
        for (var space = symbol?.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (space.IsNamed(fullNamespace)) return true;
        }

        return false;
    }

    /// <summary>True when the type is the named one or derives from it.</summary>
    public static bool Derives(this ITypeSymbol? type, string fullName)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.IsNamed(fullName)) return true;
        }

        return false;
    }

    /// <summary>True when the symbol carries the attribute with this full name.</summary>
    public static bool HasAttribute(this ISymbol symbol, string fullName) =>
        symbol.GetAttributes().Any(attribute => attribute.AttributeClass.IsNamed(fullName));

    /// <summary>True in or below a type declared as the boundary to hardware or to code of another language.</summary>
    public static bool IsBoundary(INamedTypeSymbol? type)
    {
        if (Annotations.IsHardware(type)) return true;
        for (; type is not null; type = type.ContainingType)
        {
            if (Annotations.Find(type, "BoundaryAttribute") is { } boundary && Annotations.HasText(boundary, 0)) return true;
        }

        return false;
    }
}
