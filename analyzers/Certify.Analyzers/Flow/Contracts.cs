using System.Linq;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Flow;

/// <summary>Ranges that declarations state: <c>[Range(min, max)]</c>.</summary>
// @llr CFY-LLR-161
internal static class Contracts
{
    /// <summary>The range stated on the symbol itself, else null.</summary>
    public static Interval? Of(ISymbol symbol) => Of(Annotations.Find(symbol, "RangeAttribute"));

    /// <summary>The range stated for what a method returns, else null.</summary>
    public static Interval? OfResult(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: { } property } && Of(property) is { } stated ? stated
        : method.GetReturnTypeAttributes().Select(Of).FirstOrDefault(range => range is not null);

    /// <summary>The value within the range stated on the symbol.</summary>
    public static AbstractValue Limit(ISymbol? symbol, AbstractValue value)
    {
        if (symbol is null or ILocalSymbol || value.Range is not { } range || Of(symbol) is not { } stated) return value;
        var both = range.Meet(stated);
        return both.IsEmpty ? value.WithRange(stated) : value.WithRange(both);
    }

    /// <summary>The value within the range stated on the field or parameter that is assigned.</summary>
    public static AbstractValue Limit(IOperation target, AbstractValue value) => Limit(Symbol(target), value);

    /// <summary>The declared thing that an assignment changes.</summary>
    public static ISymbol? Symbol(IOperation target) => target switch
    {
        IFieldReferenceOperation field => field.Field,
        IPropertyReferenceOperation property => property.Property,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    /// <summary>True when an accessor of the property has code of its own.</summary>
    public static bool HasBody(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is PropertyDeclarationSyntax syntax
            && (syntax.ExpressionBody is not null
                || syntax.AccessorList?.Accessors.Any(accessor => accessor.Body is not null || accessor.ExpressionBody is not null) == true));

    private static Interval? Of(AttributeData? attribute) =>
        attribute is { AttributeClass: { Name: "RangeAttribute", ContainingNamespace: { Name: "Certify", ContainingNamespace.IsGlobalNamespace: true } } }
        && attribute.ConstructorArguments.Length == 2
        && attribute.ConstructorArguments[0].Value is long min && attribute.ConstructorArguments[1].Value is long max && min <= max
            ? new Interval(min, max) : null;
}
