using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.ObjectOrientation;

/// <summary>CFY1410: no finalizer, no type to be disposed of, no using.</summary>
// @llr CFY-LLR-148
public sealed class FinalizerRule() : CertifyRule(
    RuleIds.Finalizer,
    "'{0}' relies on clean-up that the compiler or a collector would run. Give the resource to its owner for good, or call a method by its own name.",
    "No collector runs finalizers, and using becomes try and finally.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterSymbolAction(c => CheckType(c, scope), SymbolKind.NamedType);
        context.RegisterSymbolAction(c => CheckMethod(c, scope), SymbolKind.Method);
        context.RegisterSyntaxNodeAction(c => CheckUsing(c, scope), SyntaxKind.UsingStatement, SyntaxKind.LocalDeclarationStatement);
    }

    private static void CheckType(SymbolAnalysisContext context, RuleScope scope)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.Interfaces.FirstOrDefault(IsDisposable) is not { } protocol || Hierarchies.Place(type) is not { } place) return;
        scope.Report(context.ReportDiagnostic, place, $"{type.Shown()} : {protocol.Name}");
    }

    private static void CheckMethod(SymbolAnalysisContext context, RuleScope scope)
    {
        var method = (IMethodSymbol)context.Symbol;
        var isPattern = method is { Name: "Dispose" or "DisposeAsync", Parameters.IsEmpty: true, IsStatic: false }
            && !(method.ContainingType is { } type && type.AllInterfaces.Any(IsDisposable));
        if (method.MethodKind != MethodKind.Destructor && !isPattern) return;
        if (Hierarchies.Place(method) is { } place) scope.Report(context.ReportDiagnostic, place, method.Shown());
    }

    private static void CheckUsing(SyntaxNodeAnalysisContext context, RuleScope scope)
    {
        var keyword = context.Node switch
        {
            UsingStatementSyntax statement => statement.UsingKeyword,
            LocalDeclarationStatementSyntax declaration => declaration.UsingKeyword,
            _ => default,
        };
        if (keyword.IsKind(SyntaxKind.UsingKeyword)) scope.Report(context.ReportDiagnostic, keyword.GetLocation(), "using");
    }

    private static bool IsDisposable(INamedTypeSymbol type) =>
        type is { Name: "IDisposable" or "IAsyncDisposable", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
}
