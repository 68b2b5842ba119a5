using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Certify.Coverage.Instrumentation;

/// <summary>From the syntax of a member with code to its symbol and documentation id.</summary>
internal static class MemberSymbols
{
    /// <summary>The symbol that the code belongs to.</summary>
    public static ISymbol? Of(SyntaxNode node, SemanticModel model) => node switch
    {
        EqualsValueClauseSyntax e => model.GetDeclaredSymbol(e.Parent!),
        ArrowExpressionClauseSyntax a => (model.GetDeclaredSymbol(a.Parent!) as IPropertySymbol)?.GetMethod,
        PrimaryConstructorBaseTypeSyntax { Parent.Parent: TypeDeclarationSyntax type } =>
            model.GetDeclaredSymbol(type)?.InstanceConstructors.FirstOrDefault(
                c => c.DeclaringSyntaxReferences.Any(r => r.GetSyntax() == type)),
        GlobalStatementSyntax => model.GetEnclosingSymbol(node.SpanStart),
        _ => model.GetDeclaredSymbol(node),
    };

    /// <summary>Documentation id.</summary>
    public static string IdOf(ISymbol symbol) => symbol.GetDocumentationCommentId() ?? "!:" + symbol.ToDisplayString();
}
