using System.Linq;
using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.ObjectOrientation;

/// <summary>Structs that are messages: fields alone, nothing that refers to anything else, nothing that runs.</summary>
internal static class PlainData
{
    /// <summary>True for such a struct.</summary>
    public static bool Is(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Struct, IsUnmanagedType: true } && type.Interfaces.IsEmpty && !type.GetMembers().Any(Runs);

    private static bool Runs(ISymbol member) => member switch
    {
        { IsImplicitlyDeclared: true } => false,
        IMethodSymbol or IPropertySymbol or IEventSymbol => true,
        _ => false,
    };
}
