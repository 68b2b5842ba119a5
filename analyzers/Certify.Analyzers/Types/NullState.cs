using System.Collections.Generic;
using System.Linq;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Types;

/// <summary>What the compiler's flow analysis and the declarations say about null.</summary>
internal static class NullState
{
    /// <summary>True for <c>T?</c> over a value type.</summary>
    public static bool IsNullableValue(ITypeSymbol? type) =>
        type is { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };

    /// <summary>True when the value can be null here.</summary>
    public static bool MayBeNull(IOperation value)
    {
        value = value.WithoutConversions();
        if (IsForgiven(value.Syntax)) return false; // The '!' itself is a finding.
        if (value.ConstantValue.HasValue) return value.ConstantValue.Value is null && value.Type is not { IsValueType: true };
        if (value.Type is { IsValueType: true } type && !IsNullableValue(type)) return false;
        return value.Syntax is ExpressionSyntax syntax && value.SemanticModel is { } model
            && model.GetTypeInfo(syntax).Nullability.FlowState == NullableFlowState.MaybeNull;
    }

    /// <summary>The values that an operation puts somewhere, with the declared place.</summary>
    public static IEnumerable<(ISymbol Target, IOperation Value)> Transfers(IOperation operation)
    {
        switch (operation)
        {
            case IAssignmentOperation assignment and (ISimpleAssignmentOperation or ICoalesceAssignmentOperation):
                if (Declared(assignment.Target) is { } target) yield return (target, assignment.Value);
                break;
            case IVariableDeclaratorOperation { Initializer: { } initializer } declarator:
                yield return (declarator.Symbol, initializer.Value);
                break;
            case IFieldInitializerOperation initializer:
                foreach (var field in initializer.InitializedFields) yield return (field, initializer.Value);
                break;
            case IPropertyInitializerOperation initializer:
                foreach (var property in initializer.InitializedProperties) yield return (property, initializer.Value);
                break;
            case IParameterInitializerOperation initializer:
                yield return (initializer.Parameter, initializer.Value);
                break;
            case IArgumentOperation { Parameter: { RefKind: RefKind.None or RefKind.In or RefKind.RefReadOnlyParameter } parameter } argument:
                if (argument.ArgumentKind == ArgumentKind.Explicit && !argument.IsInAttribute()) yield return (parameter, argument.Value);
                break;
            case IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value }
                when operation.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart) is IMethodSymbol method:
                yield return (method, value);
                break;
        }
    }

    /// <summary>True when the declaration of a variable or result says that it is never null.</summary>
    public static bool ForbidsNull(ISymbol target) => target switch
    {
        ILocalSymbol local => IsNotNull(local.Type, local.NullableAnnotation),
        IParameterSymbol parameter => IsNotNull(parameter.Type, parameter.NullableAnnotation) && !Has(parameter, "AllowNullAttribute"),
        IFieldSymbol field => IsNotNull(field.Type, field.NullableAnnotation) && !Has(field, "AllowNullAttribute"),
        IPropertySymbol property => IsNotNull(property.Type, property.NullableAnnotation) && !Has(property, "AllowNullAttribute"),
        IMethodSymbol { IsAsync: false } method => IsNotNull(method.ReturnType, method.ReturnNullableAnnotation)
            && !method.GetReturnTypeAttributes().Any(attribute => attribute.AttributeClass?.Name is "MaybeNullAttribute" or "NotNullIfNotNullAttribute"),
        _ => false,
    };

    private static bool IsForgiven(SyntaxNode syntax)
    {
        while (syntax.Parent is ParenthesizedExpressionSyntax outer) syntax = outer;
        return syntax.Parent.IsKind(SyntaxKind.SuppressNullableWarningExpression);
    }

    private static bool IsNotNull(ITypeSymbol type, NullableAnnotation annotation) =>
        type.IsReferenceType && annotation == NullableAnnotation.NotAnnotated;

    private static bool Has(ISymbol symbol, string attribute) =>
        symbol.GetAttributes().Any(data => data.AttributeClass?.Name == attribute);

    private static ISymbol? Declared(IOperation target) => target switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation member => member.Member,
        _ => null,
    };
}
