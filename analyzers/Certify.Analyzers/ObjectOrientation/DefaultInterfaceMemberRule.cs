using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.ObjectOrientation;

/// <summary>CFY1406: an interface declares; it runs nothing but plain static functions.</summary>
// @llr CFY-LLR-144
public sealed class DefaultInterfaceMemberRule() : CertifyRule(
    RuleIds.DefaultInterfaceMember,
    "'{0}' has a body in an interface. Declare it without one, and write the body in each type or in a static class.",
    "A default body is inherited from several sides, and calling it on a struct boxes without a trace in the code.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope) =>
        context.RegisterSymbolAction(c => Check(c, scope), SymbolKind.Method, SymbolKind.Property, SymbolKind.Event);

    private static void Check(SymbolAnalysisContext context, RuleScope scope)
    {
        var member = context.Symbol;
        if (member.ContainingType is not { TypeKind: TypeKind.Interface } || member.IsAbstract || member.IsExtern) return;
        if (member is IMethodSymbol { AssociatedSymbol: not null } or IMethodSymbol { MethodKind: MethodKind.StaticConstructor }) return;

        // A static member that no type can replace is called directly; an operator is one as well.
        var isReplacement = member is IMethodSymbol { ExplicitInterfaceImplementations.IsEmpty: false }
            or IPropertySymbol { ExplicitInterfaceImplementations.IsEmpty: false }
            or IEventSymbol { ExplicitInterfaceImplementations.IsEmpty: false };
        if (member is { IsStatic: true, IsVirtual: false } && !isReplacement) return;
        if (Hierarchies.Place(member) is not { } place) return;
        scope.Report(context.ReportDiagnostic, place, member.Shown());
    }
}
