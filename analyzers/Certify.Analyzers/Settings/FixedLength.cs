using System.Linq;
using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.Settings;

/// <summary>
/// The collections that the compiler walks by index and whose length no one can change meanwhile:
/// arrays, strings, spans and inline arrays.
/// </summary>
internal static class FixedLength
{
    /// <summary>True for such a collection.</summary>
    public static bool Is(ITypeSymbol type) =>
        type is IArrayTypeSymbol or { SpecialType: SpecialType.System_String } || IsSpan(type) || IsInlineArray(type);

    /// <summary>True for Span and ReadOnlySpan.</summary>
    public static bool IsSpan(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Arity: 1, Name: "Span" or "ReadOnlySpan", ContainingType: null }
        && type.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };

    /// <summary>True for a struct that is a row of elements.</summary>
    public static bool IsInlineArray(ITypeSymbol? type) =>
        type is { IsValueType: true } && type.GetAttributes().Any(attribute =>
            attribute.AttributeClass is { Name: "InlineArrayAttribute" } found && found.ToDisplayString() == "System.Runtime.CompilerServices.InlineArrayAttribute");
}
