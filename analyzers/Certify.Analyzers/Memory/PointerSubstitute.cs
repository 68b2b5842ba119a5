using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.Memory;

/// <summary>Library types whose members do a pointer's work in safe syntax.</summary>
internal static class PointerSubstitute
{
    /// <summary>True for such a type.</summary>
    public static bool Is(ITypeSymbol? type) => type?.OriginalDefinition is INamedTypeSymbol { ContainingType: null, ContainingNamespace.Name: "CompilerServices" or "InteropServices" } named
        && named.ContainingNamespace.ToDisplayString() switch
        {
            "System.Runtime.CompilerServices" => named.Name == "Unsafe",
            "System.Runtime.InteropServices" => named.Name is "MemoryMarshal" or "Marshal" or "NativeMemory" or "GCHandle"
                or "PinnedGCHandle" or "WeakGCHandle" or "CollectionsMarshal" or "ImmutableCollectionsMarshal" or "SequenceMarshal",
            _ => false,
        };

    /// <summary>True for such a type's members, except the one that only asks for the size of a type.</summary>
    public static bool Has(ISymbol member) =>
        Is(member.ContainingType) && !(member.Name == "SizeOf" && member.ContainingType.Name == "Unsafe");
}
