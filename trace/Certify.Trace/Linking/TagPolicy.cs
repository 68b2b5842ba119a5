using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Certify.Trace.Linking;

/// <summary>Decides what must be explained by a requirement: whatever puts code or data into the image.</summary>
// @llr CFY-LLR-008
internal static class TagPolicy
{
    /// <summary>
    /// True for classes, structs and enums, and for methods, properties and events with a body. Fields follow their
    /// type. Attributes, delegates, interfaces and members without a body put nothing into the image.
    /// </summary>
    public static bool NeedsTag(ISymbol symbol, SyntaxNode declaration) => symbol switch
    {
        INamedTypeSymbol type => type.TypeKind is TypeKind.Class or TypeKind.Struct or TypeKind.Enum && !IsAttribute(type),
        IMethodSymbol method => !IsAttribute(method.ContainingType) && (HasBody(declaration) || method.IsExtern),
        IPropertySymbol or IEventSymbol => !IsAttribute(symbol.ContainingType) && HasBody(declaration),
        _ => false,
    };

    private static bool IsAttribute(INamedTypeSymbol? type)
    {
        for (var at = type?.BaseType; at is not null; at = at.BaseType)
        {
            if (at.Name == "Attribute" && (at.TypeKind == TypeKind.Error || at.ContainingNamespace?.ToDisplayString() == "System")) return true;
        }
        return false;
    }

    private static bool HasBody(SyntaxNode declaration) => declaration switch
    {
        BaseMethodDeclarationSyntax method => method.Body is not null || method.ExpressionBody is not null,
        PropertyDeclarationSyntax { ExpressionBody: not null } => true,
        IndexerDeclarationSyntax { ExpressionBody: not null } => true,
        BasePropertyDeclarationSyntax { AccessorList: { } list } property =>
            list.Accessors.Any(a => a.Body is not null || a.ExpressionBody is not null)
            || (property.Parent is not InterfaceDeclarationSyntax && !property.Modifiers.Any(m => m.ValueText is "abstract" or "extern")),
        _ => false,
    };
}
