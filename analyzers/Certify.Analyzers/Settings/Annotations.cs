using System.Linq;
using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.Settings;

/// <summary>The attributes of namespace Certify, matched by full name because each program compiles its own copy.</summary>
internal static class Annotations
{
    /// <summary>True in or below a type declared to be a hardware boundary.</summary>
    public static bool IsHardware(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType)
        {
            if (type.GetAttributes().Any(a => Is(a, "HardwareTypeAttribute") && HasText(a, 0))) return true;
        }

        return false;
    }

    /// <summary>True when the symbol itself names a requirement.</summary>
    public static bool HasRequirement(ISymbol symbol) =>
        symbol.GetAttributes().Any(a => Is(a, "RequirementAttribute") && HasText(a, 0));

    /// <summary>True when the method, or the property it belongs to, states a bound for its loops with a reason.</summary>
    public static bool HasLoopBound(ISymbol symbol)
    {
        if (symbol.GetAttributes().Any(IsLoopBound)) return true;
        return symbol is IMethodSymbol { AssociatedSymbol: { } property }
            && property.GetAttributes().Any(IsLoopBound);
    }

    /// <summary>The attribute of namespace Certify with this class name (with "Attribute") on the symbol itself, else null.</summary>
    public static AttributeData? Find(ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(attribute => Is(attribute, name));

    /// <summary>True when the attribute's constructor argument at the index is text that is not blank.</summary>
    public static bool HasText(AttributeData attribute, int index) =>
        attribute.ConstructorArguments.Length > index
        && attribute.ConstructorArguments[index] is { Kind: TypedConstantKind.Primitive, Value: string text }
        && !string.IsNullOrWhiteSpace(text);

    private static bool IsLoopBound(AttributeData attribute)
    {
        if (Is(attribute, "TaskLoopAttribute")) return HasText(attribute, 0);
        return Is(attribute, "LoopBoundAttribute")
            && attribute.ConstructorArguments.Length == 2
            && attribute.ConstructorArguments[0].Value is >= 0
            && HasText(attribute, 1);
    }

    private static bool Is(AttributeData attribute, string name) =>
        attribute.AttributeClass is { ContainingType: null } type
        && type.Name == name
        && type.ContainingNamespace is { Name: "Certify", ContainingNamespace.IsGlobalNamespace: true };
}
