using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Certify.Analyzers.CodeFixes;

/// <summary>CFY1007: <c>params T[]</c> becomes <c>params ReadOnlySpan&lt;T&gt;</c>, where the body only reads elements and length.</summary>
// @llr CFY-LLR-247
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ParamsSpanFix() : CertifyFix("CFY1007", "Take the arguments in a span")
{
    /// <inheritdoc/>
    public override bool ReachesOtherCode => true;

    private protected override ImmutableArray<TextChange> Edits(FixSite site)
    {
        if (site.Node is not ParameterSyntax { Type: ArrayTypeSyntax { RankSpecifiers: { Count: 1 } ranks } array, Parent.Parent: { } member } parameter) return [];
        if (ranks[0].Rank != 1 || !parameter.Modifiers.Any(SyntaxKind.ParamsKeyword) || parameter.Identifier.Span != site.Span) return [];
        if (member is not (MethodDeclarationSyntax or LocalFunctionStatementSyntax or ConstructorDeclarationSyntax)) return [];
        if (site.Model.GetDeclaredSymbol(parameter, site.Cancellation) is not { } symbol || IsContract(symbol.ContainingSymbol)) return [];
        var uses = member.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => SymbolEqualityComparer.Default.Equals(site.Model.GetSymbolInfo(name, site.Cancellation).Symbol, symbol));
        if (!uses.All(IsRead)) return [];
        var isShort = site.Model.LookupNamespacesAndTypes(array.SpanStart, name: "ReadOnlySpan").Any(type => type.ContainingNamespace?.Name == "System");
        return [new TextChange(array.Span, $"{(isShort ? "" : "System.")}ReadOnlySpan<{array.ElementType}>")];
    }

    // Bases, overrides and interfaces share the signature.
    private static bool IsContract(ISymbol member) =>
        member.IsVirtual || member.IsAbstract || member.IsOverride
        || member.ContainingType.AllInterfaces.SelectMany(one => one.GetMembers()).Any(one =>
            SymbolEqualityComparer.Default.Equals(member.ContainingType.FindImplementationForInterfaceMember(one), member));

    private static bool IsRead(IdentifierNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" } access => access.Expression == name,
        ForEachStatementSyntax loop => loop.Expression == name && loop.Type is not RefTypeSyntax,
        ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } index } element => index[0].Expression is not RangeExpressionSyntax && IsValue(element),
        _ => false,
    };

    // Not written, and no reference to it taken.
    private static bool IsValue(ElementAccessExpressionSyntax element) => element.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left != element,
        ArgumentSyntax argument => argument.RefKindKeyword.IsKind(SyntaxKind.None),
        PostfixUnaryExpressionSyntax or RefExpressionSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax => false,
        PrefixUnaryExpressionSyntax step => step.OperatorToken.Kind() is SyntaxKind.MinusToken or SyntaxKind.ExclamationToken or SyntaxKind.TildeToken,
        _ => true,
    };
}
