using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.ObjectOrientation;

/// <summary>CFY1401: no class is open to be derived from, except the abstract roots that are listed.</summary>
// @llr CFY-LLR-140
public sealed class ClosedTypeRule() : CertifyRule(
    RuleIds.ClosedType,
    "Any class can derive from '{0}'. {1}.",
    "An open class has an unknown set of overrides, each of which needs its own evidence.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope) =>
        context.RegisterSymbolAction(c => Check(c, scope), SymbolKind.NamedType);

    private static void Check(SymbolAnalysisContext context, RuleScope scope)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type is not { TypeKind: TypeKind.Class, IsStatic: false, IsSealed: false } || Hierarchies.IsListedRoot(type)) return;
        if (Hierarchies.Place(type) is not { } place || !IsWritten(type)) return;
        scope.Report(
            context.ReportDiagnostic, place, type.Shown(),
            type.IsAbstract
                ? "Make it static, or list it as a root with '[ClassHierarchy(\"reason\")]'"
                : "Make it sealed, static, or a struct");
    }

    // Statements at the top of a file make a class that no declaration shows.
    private static bool IsWritten(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax);
}
