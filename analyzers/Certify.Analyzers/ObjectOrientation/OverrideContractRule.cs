using System.Collections.Generic;
using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.ObjectOrientation;

/// <summary>CFY1407: a member that stands for another one promises as much, demands no more, and names its requirements.</summary>
// @llr CFY-LLR-145
public sealed class OverrideContractRule() : CertifyRule(
    RuleIds.OverrideContract,
    "'{0}' stands for '{1}' but {2}. Keep the contract of the member it stands for.",
    "A caller knows the contract of the member it names; what runs must keep it.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope) =>
        context.RegisterSymbolAction(c => Check(c, scope), SymbolKind.NamedType);

    private static void Check(SymbolAnalysisContext context, RuleScope scope)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct)) return;
        foreach (var (member, original) in Overrides(type).Concat(Implementations(type)))
        {
            if (Hierarchies.Place(member) is not { } place) continue;
            if (MemberContract.Broken(member, original) is not { } broken) continue;
            scope.Report(context.ReportDiagnostic, place, member.Shown(), original.Shown(), broken);
        }
    }

    private static IEnumerable<(ISymbol Member, ISymbol Original)> Overrides(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            var original = member switch
            {
                IMethodSymbol { AssociatedSymbol: null } method => method.OverriddenMethod,
                IPropertySymbol property => property.OverriddenProperty,
                _ => (ISymbol?)null,
            };
            if (original is not null) yield return (member, original);
        }
    }

    private static IEnumerable<(ISymbol Member, ISymbol Original)> Implementations(INamedTypeSymbol type)
    {
        foreach (var original in type.AllInterfaces.SelectMany(declared => declared.GetMembers()))
        {
            if (original is IMethodSymbol { AssociatedSymbol: not null } || original is not (IMethodSymbol or IPropertySymbol)) continue;
            var member = type.FindImplementationForInterfaceMember(original);
            if (member is not null && SymbolEqualityComparer.Default.Equals(member.ContainingType, type)) yield return (member, original);
        }
    }
}
