using System.Linq;
using Certify.Analyzers.DynamicCode;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Certify.Analyzers.Flow;

/// <summary>Lengths that types and declarations fix.</summary>
internal static class FixedSpan
{
    public static bool IsSpan(ITypeSymbol? type) => FixedLength.IsSpan(type);

    /// <summary>True for what has a Length that no one can change: an array, a string, a span.</summary>
    public static bool HasLength(ITypeSymbol? type) =>
        type is IArrayTypeSymbol { Rank: 1 } or { SpecialType: SpecialType.System_String } || IsSpan(type);

    /// <summary>The length in the InlineArray attribute of the type, else null.</summary>
    public static int? InlineLength(ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol { IsValueType: true } named) return null;
        foreach (var attribute in named.OriginalDefinition.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "InlineArrayAttribute" } found
                && found.ContainingNamespace.IsNamed("System.Runtime.CompilerServices")
                && attribute.ConstructorArguments.Length == 1
                && attribute.ConstructorArguments[0].Value is int length)
            {
                return length;
            }
        }

        return null;
    }

    /// <summary>The number of elements that an initialiser gives a stackalloc, else null.</summary>
    public static int? StackLength(SyntaxNode node) => node switch
    {
        StackAllocArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions.Count,
        ImplicitStackAllocArrayCreationExpressionSyntax creation => creation.Initializer.Expressions.Count,
        _ => null,
    };

    /// <summary>The number of elements of a read-only static array or a property that is a constant collection, else null.</summary>
    public static int? TableLength(ISymbol symbol)
    {
        if (symbol is not (IFieldSymbol { IsStatic: true, IsReadOnly: true } or IPropertySymbol { IsStatic: true, SetMethod: null })) return null;
        if (symbol.DeclaringSyntaxReferences.Length != 1) return null;
        var value = symbol.DeclaringSyntaxReferences[0].GetSyntax() switch
        {
            VariableDeclaratorSyntax declarator => declarator.Initializer?.Value,
            PropertyDeclarationSyntax property => property.ExpressionBody?.Expression ?? property.Initializer?.Value,
            _ => null,
        };
        return value switch
        {
            InitializerExpressionSyntax initializer => initializer.Expressions.Count,
            ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions.Count,
            ImplicitArrayCreationExpressionSyntax creation => creation.Initializer.Expressions.Count,
            CollectionExpressionSyntax collection when collection.Elements.All(e => e is ExpressionElementSyntax) => collection.Elements.Count,
            _ => null,
        };
    }
}
