using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.Program;

/// <summary>What is assumed of members whose code is not here: metadata and extern methods.</summary>
internal static class Outside
{
    // Value arithmetic and windows on memory: nothing but the result and the arguments by reference.
    private static readonly HashSet<string> s_quiet =
    [
        "System.Math", "System.MathF", "System.BitConverter", "System.HashCode", "System.Convert",
        "System.Runtime.CompilerServices.Unsafe", "System.Runtime.CompilerServices.RuntimeHelpers",
        "System.Runtime.InteropServices.MemoryMarshal", "System.Runtime.InteropServices.Marshal",
        "System.Numerics.BitOperations", "System.MemoryExtensions", "System.Nullable", "System.StringComparer",
    ];

    /// <summary>The effects of a member without code here.</summary>
    public static Effects Of(IMethodSymbol method)
    {
        if (NeverReturns(method)) return Effects.None;
        var written = 0UL;
        var isWindow = IsQuiet(method) && (method.RefKind != RefKind.None || method.ReturnType.IsRefLikeType);
        foreach (var parameter in method.Parameters)
        {
            if (isWindow) break; // It hands the reference on; who stores through it writes.
            if (parameter.RefKind is RefKind.Ref or RefKind.Out || IsWritableSpan(parameter.Type)) written |= Effects.Bit(parameter.Ordinal);
        }

        var kinds = EffectKinds.None;
        if (method.MethodKind is MethodKind.PropertySet && !method.IsStatic) kinds |= EffectKinds.This;
        else if (IsQuiet(method)) kinds |= ChangesReceiver(method) ? EffectKinds.This : EffectKinds.None;
        else kinds |= EffectKinds.External | (method.IsStatic ? EffectKinds.None : EffectKinds.This);
        return new Effects(kinds, written);
    }

    /// <summary>True for a member that ends in a trap.</summary>
    public static bool NeverReturns(IMethodSymbol method) => method.GetAttributes().Any(attribute =>
        attribute.AttributeClass is { Name: "DoesNotReturnAttribute", ContainingNamespace: { } space }
        && space.ToDisplayString() == "System.Diagnostics.CodeAnalysis");

    private static bool IsQuiet(IMethodSymbol method)
    {
        if (method.IsExtern && method.ContainingType.TypeKind != TypeKind.Interface) return IsPure(method) || IsQuietType(method.ContainingType);
        if (method.MethodKind is MethodKind.PropertyGet or MethodKind.UserDefinedOperator or MethodKind.Conversion or MethodKind.BuiltinOperator) return true;
        if (method.MethodKind == MethodKind.Constructor && (method.ContainingType.IsValueType || IsException(method.ContainingType))) return true;
        return IsPure(method) || IsQuietType(method.ContainingType);
    }

    private static bool IsQuietType(INamedTypeSymbol type) =>
        type.SpecialType is not SpecialType.None and not SpecialType.System_Object
        || type.TypeKind == TypeKind.Enum
        || s_quiet.Contains(type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat))
        || (type.IsReadOnly && type.IsValueType);

    private static bool IsException(INamedTypeSymbol type)
    {
        for (var above = type; above is not null; above = above.BaseType)
        {
            if (above is { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }) return true;
        }

        return false;
    }

    private static bool IsPure(IMethodSymbol method) => method.GetAttributes().Any(attribute =>
        attribute.AttributeClass is { Name: "PureAttribute" } type && type.ToDisplayString() == "System.Diagnostics.Contracts.PureAttribute");

    private static bool ChangesReceiver(IMethodSymbol method) =>
        !method.IsStatic && method.MethodKind == MethodKind.Ordinary && !method.IsReadOnly && !method.ContainingType.IsReadOnly
        && method.ContainingType is { IsValueType: true, SpecialType: SpecialType.None };

    private static bool IsWritableSpan(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Span", Arity: 1, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
}
