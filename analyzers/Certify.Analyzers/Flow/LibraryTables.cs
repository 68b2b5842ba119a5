using System;
using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.Flow;

/// <summary>Facts about members of the core library.</summary>
internal static class LibraryTables
{
    /// <summary>True for a type of namespace System or below; own sources of these namespaces count too.</summary>
    public static bool IsSystem(ITypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false }) space = space.ContainingNamespace;
        return space is { Name: "System" };
    }

    /// <summary>Bytes that a member of BinaryPrimitives reads or writes; null for another member.</summary>
    public static int? AccessedBytes(string name)
    {
        if (!name.StartsWith("Read", StringComparison.Ordinal) && !name.StartsWith("Write", StringComparison.Ordinal)) return null;
        return name.Contains("128") ? 16
            : name.Contains("64") || name.Contains("Double") ? 8
            : name.Contains("32") || name.Contains("Single") ? 4
            : name.Contains("16") || name.Contains("Half") ? 2
            : null;
    }
}
