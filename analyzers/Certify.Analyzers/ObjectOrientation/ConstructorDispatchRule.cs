using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Resources;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.ObjectOrientation;

/// <summary>
/// CFY1404: a constructor, and what it calls on its own object, runs no method that a derived class can replace and
/// hands the object to nobody. On the host only calls that some class replaces or can replace are reported.
/// </summary>
// @llr CFY-LLR-142
public sealed class ConstructorDispatchRule() : CertifyRule(
    RuleIds.ConstructorDispatch,
    "This constructor {0} before the object is complete. Do it in a method that is called after construction.",
    "The derived part of the object does not exist yet, and its fields are zero.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        var uses = new ConcurrentDictionary<IMethodSymbol, List<SelfUse>>(SymbolEqualityComparer.Default);
        var replaced = new ConcurrentDictionary<ISymbol, bool>(SymbolEqualityComparer.Default);
        context.RegisterOperationBlockAction(c => Collect(c, uses));
        context.RegisterSymbolAction(c => CollectOverride((IMethodSymbol)c.Symbol, replaced), SymbolKind.Method);
        context.RegisterCompilationEndAction(c => Report(c, scope, uses, replaced));
    }

    private static void Collect(OperationBlockAnalysisContext context, ConcurrentDictionary<IMethodSymbol, List<SelfUse>> uses)
    {
        if (context.OwningSymbol is not IMethodSymbol { IsStatic: false, ContainingType.TypeKind: TypeKind.Class } method) return;
        var found = context.OperationBlocks.SelectMany(SelfUse.In).ToList();
        if (found.Count > 0) uses[method.OriginalDefinition] = found;
    }

    private static void CollectOverride(IMethodSymbol method, ConcurrentDictionary<ISymbol, bool> replaced)
    {
        for (var original = method.OverriddenMethod; original is not null; original = original.OverriddenMethod)
        {
            replaced[original.OriginalDefinition] = true;
        }
    }

    private static void Report(
        CompilationAnalysisContext context,
        RuleScope scope,
        ConcurrentDictionary<IMethodSymbol, List<SelfUse>> uses,
        ConcurrentDictionary<ISymbol, bool> replaced)
    {
        foreach (var constructor in uses.Where(pair => pair.Key.MethodKind == MethodKind.Constructor))
        {
            foreach (var use in constructor.Value.OrderBy(use => use.Place, SourceOrder.Instance))
            {
                if (use.Place.SourceTree is not { } tree || !scope.Covers(tree)) continue;
                var search = new SelfUseSearch(uses, replaced, constructor.Key.ContainingType, scope.ProfileOf(tree) == Profile.Host);
                if (search.Fault(use) is { } fault) scope.Report(context.ReportDiagnostic, use.Place, fault);
            }
        }
    }
}
