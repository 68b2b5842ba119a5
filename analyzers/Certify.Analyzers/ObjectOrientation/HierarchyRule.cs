using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.ObjectOrientation;

/// <summary>CFY1402: a class derives from nothing or from a listed root; an interface extends interfaces that extend none.</summary>
// @llr CFY-LLR-141
public sealed class HierarchyRule() : CertifyRule(
    RuleIds.Hierarchy,
    "'{0}' {1}. {2}.",
    "Each derived class needs evidence that it can stand for its base, and depth multiplies that.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope) =>
        context.RegisterSymbolAction(c => Check(c, scope), SymbolKind.NamedType);

    private static void Check(SymbolAnalysisContext context, RuleScope scope)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (Hierarchies.Place(type) is not { } place) return;
        switch (type.TypeKind)
        {
            case TypeKind.Class when type.BaseType is { TypeKind: TypeKind.Class } parent && !IsAllowed(parent):
                scope.Report(
                    context.ReportDiagnostic, place, type.Shown(), $"derives from '{parent.Shown()}', which is no listed root",
                    "Use a static class or a generic over a struct, or list an abstract root with '[ClassHierarchy(\"reason\")]'");
                break;
            case TypeKind.Interface when type.Interfaces.FirstOrDefault(parent => !parent.Interfaces.IsEmpty) is { } deep:
                scope.Report(
                    context.ReportDiagnostic, place, type.Shown(), $"extends '{deep.Shown()}', which extends another interface",
                    "Name the members it needs itself");
                break;
        }
    }

    // A root may stand directly below object only.
    private static bool IsAllowed(INamedTypeSymbol parent) =>
        parent.SpecialType == SpecialType.System_Object
        || Hierarchies.IsAttribute(parent)
        || (Hierarchies.IsListedRoot(parent) && parent.BaseType is { SpecialType: SpecialType.System_Object });
}
