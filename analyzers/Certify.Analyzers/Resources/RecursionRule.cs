using System.Collections.Immutable;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.Resources;

/// <summary>CFY1902: no function reaches itself, directly or through others of the same compilation.</summary>
// @llr CFY-LLR-029
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RecursionRule() : CertifyRule(
    RuleIds.Recursion,
    "These calls form a cycle, so the stack has no bound: {0}. Write a loop with a bound, or keep the pending work in an array of fixed size.",
    "The worst-case stack can be computed only when no function can reach itself.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        var graph = new CallGraph(context.Compilation.Assembly);
        context.RegisterOperationAction(
            c => Collect(c, graph, scope),
            OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.PropertyReference,
            OperationKind.MethodReference, OperationKind.ImplicitIndexerReference, OperationKind.Loop,
            OperationKind.Binary, OperationKind.Unary, OperationKind.Increment, OperationKind.Decrement,
            OperationKind.CompoundAssignment, OperationKind.Conversion);
        context.RegisterSymbolAction(
            c => Dispatch.Collect((INamedTypeSymbol)c.Symbol, graph), SymbolKind.NamedType);
        context.RegisterCompilationEndAction(c => ReportCycles(c, graph, scope));
    }

    private static void Collect(OperationAnalysisContext context, CallGraph graph, RuleScope scope)
    {
        var operation = context.Operation;
        foreach (var callee in Callees.Of(operation))
        {
            if (!graph.IsOwn(callee)) continue;
            if (operation.IsInNameOf() || operation.IsInAttribute()) return;
            var caller = graph.Node(context.EnclosingFunction());
            var target = graph.Node(callee);
            if (!SymbolEqualityComparer.Default.Equals(caller, target))
            {
                graph.Add(caller, target, operation.Syntax.GetLocation());
                continue;
            }

            var name = CallGraph.Name(caller);
            context.Report(scope, $"{name} -> {name}");
        }
    }

    private static void ReportCycles(CompilationAnalysisContext context, CallGraph graph, RuleScope scope)
    {
        foreach (var cycle in CallCycles.Find(graph, context.CancellationToken))
        {
            scope.Report(context.ReportDiagnostic, cycle.Place, cycle.Path);
        }
    }
}
