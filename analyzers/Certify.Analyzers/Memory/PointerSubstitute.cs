using Certify.Analyzers.DynamicCode;
using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.Memory;

/// <summary>Library types whose members do a pointer's work in safe syntax.</summary>
internal static class PointerSubstitute
{
    /// <summary>True for such a type.</summary>
    public static bool Is(ITypeSymbol? type) => type?.OriginalDefinition is INamedTypeSymbol { ContainingType: null, ContainingNamespace.Name: "CompilerServices" or "InteropServices" } named
        && named.Name switch
        {
            "Unsafe" => named.ContainingNamespace.IsNamed("System.Runtime.CompilerServices"),
            "MemoryMarshal" or "Marshal" or "NativeMemory" or "GCHandle" or "PinnedGCHandle" or "WeakGCHandle" or "CollectionsMarshal"
                or "ImmutableCollectionsMarshal" or "SequenceMarshal" => named.ContainingNamespace.IsNamed("System.Runtime.InteropServices"),
            _ => false,
        };

    /// <summary>True for such a type's members, except the one that only asks for the size of a type.</summary>
    public static bool Has(ISymbol member) =>
        Is(member.ContainingType) && !(member.Name == "SizeOf" && member.ContainingType.Name == "Unsafe");
}
