using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.ObjectOrientation;

/// <summary>
/// CFY1405: one name means one thing. Variables have no name of a field or property or of a variable outside their
/// function, members none of a base type's member, type parameters none of an outer one, aliases none of a type.
/// </summary>
// @llr CFY-LLR-143
public sealed class HidingRule() : CertifyRule(
    RuleIds.Hiding,
    "'{0}' hides {1}. Give it a name of its own.",
    "Two things with one name are taken for each other by readers and, after an edit, by the compiler.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterSyntaxNodeAction(
            c => CheckVariable(c, scope),
            SyntaxKind.VariableDeclarator, SyntaxKind.SingleVariableDesignation, SyntaxKind.ForEachStatement, SyntaxKind.CatchDeclaration,
            SyntaxKind.Parameter, SyntaxKind.LocalFunctionStatement);
        context.RegisterSyntaxNodeAction(c => CheckTypeParameter(c, scope), SyntaxKind.TypeParameter);
        context.RegisterSyntaxNodeAction(c => CheckAlias(c, scope), SyntaxKind.UsingDirective);
        context.RegisterSymbolAction(
            c => CheckMember(c, scope), SymbolKind.Method, SymbolKind.Property, SymbolKind.Field, SymbolKind.Event, SymbolKind.NamedType);
    }

    private static void CheckVariable(SyntaxNodeAnalysisContext context, RuleScope scope)
    {
        var tree = context.Node.SyntaxTree;
        if (!scope.Covers(tree)) return;
        var symbol = context.SemanticModel.GetDeclaredSymbol(context.Node, context.CancellationToken);
        if (symbol is not (ILocalSymbol or IParameterSymbol or IMethodSymbol) || symbol.Name.Length == 0 || symbol.Name == "_") return;
        var hidden = scope.ProfileOf(tree) == Profile.Host ? HiddenNames.FieldOnHost(symbol) : HiddenNames.FieldOrProperty(symbol);
        hidden ??= HiddenNames.OuterVariable(symbol, context.Node, context.SemanticModel);
        if (hidden is null || symbol.Locations.FirstOrDefault(place => place.SourceTree == tree) is not { } found) return;
        scope.Report(context.ReportDiagnostic, found, symbol.Name, hidden);
    }

    private static void CheckTypeParameter(SyntaxNodeAnalysisContext context, RuleScope scope)
    {
        if (context.SemanticModel.GetDeclaredSymbol(context.Node, context.CancellationToken) is not ITypeParameterSymbol parameter) return;
        for (var outer = parameter.ContainingSymbol?.ContainingSymbol; outer is not (null or INamespaceSymbol); outer = outer.ContainingSymbol)
        {
            var names = outer switch
            {
                INamedTypeSymbol type => type.TypeParameters,
                IMethodSymbol method => method.TypeParameters,
                _ => [],
            };
            if (!names.Any(name => name.Name == parameter.Name)) continue;
            scope.Report(context.ReportDiagnostic, context.Node.GetLocation(), parameter.Name, $"the type parameter of '{outer.Shown()}'");
            return;
        }
    }

    private static void CheckAlias(SyntaxNodeAnalysisContext context, RuleScope scope)
    {
        var tree = context.Node.SyntaxTree;
        if (context.Node is not UsingDirectiveSyntax { Alias: { } alias } || !scope.Covers(tree) || scope.ProfileOf(tree) == Profile.Host) return;
        var name = alias.Name.Identifier.ValueText;
        var target = (context.SemanticModel.GetDeclaredSymbol(context.Node, context.CancellationToken) as IAliasSymbol)?.Target;
        var twin = context.Compilation.GetSymbolsWithName(name, SymbolFilter.Type, context.CancellationToken)
            .FirstOrDefault(type => !SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, target?.OriginalDefinition));
        if (twin is not null) scope.Report(context.ReportDiagnostic, alias.Name.GetLocation(), name, $"the type '{twin.ToDisplayString()}'");
    }

    private static void CheckMember(SymbolAnalysisContext context, RuleScope scope)
    {
        if (Hierarchies.Place(context.Symbol) is not { } place) return;
        var isNestedOnHost = context.Symbol is INamedTypeSymbol && place.SourceTree is { } tree && scope.ProfileOf(tree) == Profile.Host;
        var hidden = (isNestedOnHost ? null : HiddenNames.InheritedMember(context.Symbol))
            ?? (context.Symbol is INamedTypeSymbol type ? HiddenNames.Reimplemented(type) : null);
        if (hidden is not null) scope.Report(context.ReportDiagnostic, place, context.Symbol.Shown(), hidden);
    }
}
