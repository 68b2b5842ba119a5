using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Program;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Certify.Analyzers.Initialisation;

/// <summary>CFY1604: every value stored in a local, parameter or private field is read, and every parameter is used.</summary>
// @llr CFY-LLR-203
public sealed class DeadStoreRule() : CertifyRule(
    RuleIds.DeadStore,
    "{0}. {1}.",
    "A value that nobody reads is code without purpose or the trace of a use that was forgotten.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterOperationBlockAction(c => CheckStores(c, scope));
        context.RegisterCompilationEndAction(c => CheckMembers(c, scope));
    }

    private static void CheckStores(OperationBlockAnalysisContext context, RuleScope scope)
    {
        foreach (var block in context.OperationBlocks.Where(block => block.Kind == OperationKind.Block))
        {
            if (!scope.Covers(block.Syntax.SyntaxTree) || block.Syntax.ContainsDirectives) continue;
            var tracked = TrackedLocals.In(block);
            if (!tracked.IsEmpty && tracked.HasStores) CheckGraph(context, scope, context.GetControlFlowGraph(block), tracked);
        }
    }

    private static void CheckGraph(OperationBlockAnalysisContext context, RuleScope scope, ControlFlowGraph graph, TrackedLocals tracked)
    {
        foreach (var local in tracked.NeverRead)
        {
            scope.Report(
                context.ReportDiagnostic, local.Locations.First(), $"The value of '{local.Name}' is never read", "Remove the variable, or use its value");
        }

        CheckPaths(context, scope, graph, tracked);
        foreach (var function in graph.LocalFunctions)
        {
            CheckPaths(context, scope, graph.GetLocalFunctionControlFlowGraph(function, context.CancellationToken), tracked);
        }
    }

    private static void CheckPaths(OperationBlockAnalysisContext context, RuleScope scope, ControlFlowGraph graph, TrackedLocals tracked)
    {
        if (Liveness.HasTry(graph)) return;
        foreach (var store in Liveness.DeadStores(graph, tracked, context.CancellationToken))
        {
            scope.Report(
                context.ReportDiagnostic, store.Place, $"The value stored in '{store.Variable.Name}' is never read",
                "Remove the store, or declare the variable where its value is known");
        }
    }

    private static void CheckMembers(CompilationAnalysisContext context, RuleScope scope)
    {
        var program = ProgramFacts.Of(context.Compilation);
        foreach (var (place, what, remedy) in UnusedParameters.Find(program, scope).Concat(UnusedFields.Find(program, scope)))
        {
            scope.Report(context.ReportDiagnostic, place, what, remedy);
        }
    }
}
