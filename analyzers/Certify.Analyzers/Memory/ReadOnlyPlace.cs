using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Memory;

/// <summary>Places that the language does not let a call change, so that the compiler copies the struct in them first.</summary>
internal static class ReadOnlyPlace
{
    /// <summary>True when a call of a member that may change its struct gets a copy of what is here.</summary>
    public static bool Is(IOperation place, ISymbol around) => place switch
    {
        IParameterReferenceOperation { Parameter.RefKind: RefKind.In or RefKind.RefReadOnlyParameter } => true,
        ILocalReferenceOperation { Local: var local } =>
            local.RefKind == RefKind.RefReadOnly || (local.RefKind == RefKind.None && (local.IsForEach || local.IsUsing)),
        IFieldReferenceOperation field => IsField(field, around),
        IPropertyReferenceOperation { Property.RefKind: RefKind.RefReadOnly } => true,
        IInvocationOperation { TargetMethod.RefKind: RefKind.RefReadOnly } => true,
        IInlineArrayAccessOperation element => Is(element.Instance, around),
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance, Type.IsValueType: true } =>
            around is IMethodSymbol { IsReadOnly: true },
        _ => false,
    };

    private static bool IsField(IFieldReferenceOperation field, ISymbol around)
    {
        if (field.Field.RefKind == RefKind.RefReadOnly) return true;
        if (field.Field.RefKind == RefKind.Ref) return false;
        if (field.Field.IsReadOnly && !IsConstructorOf(field, around)) return true;

        // A field of a struct is as fixed as the struct around it.
        return field.Instance is { Type.IsValueType: true } instance && Is(instance, around);
    }

    private static bool IsConstructorOf(IFieldReferenceOperation field, ISymbol around) =>
        around is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } constructor
        && constructor.IsStatic == field.Field.IsStatic
        && SymbolEqualityComparer.Default.Equals(constructor.ContainingType, field.Field.ContainingType);
}
