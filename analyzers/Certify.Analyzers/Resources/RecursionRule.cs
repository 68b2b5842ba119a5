using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Program;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.Resources;

/// <summary>CFY1902: no function reaches itself, directly or through others of the same compilation.</summary>
// @llr CFY-LLR-029
public sealed class RecursionRule() : CertifyRule(
    RuleIds.Recursion,
    "These calls form a cycle, so the stack has no bound: {0}. Write a loop with a bound, or keep the pending work in an array of fixed size.",
    "The worst-case stack can be computed only when no function can reach itself.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope) =>
        context.RegisterCompilationEndAction(c => Check(c, scope));

    private static void Check(CompilationAnalysisContext context, RuleScope scope)
    {
        var program = ProgramFacts.Of(context.Compilation);
        foreach (var facts in program.Functions)
        {
            foreach (var call in facts.Calls.Where(call => SymbolEqualityComparer.Default.Equals(ProgramFacts.Node(call.Callee), facts.Symbol)))
            {
                var name = CallGraph.Name(facts.Symbol);
                scope.Report(context.ReportDiagnostic, call.Operation.Syntax.GetLocation(), $"{name} -> {name}");
            }
        }

        foreach (var cycle in CallCycles.Find(program.Calls, context.CancellationToken))
        {
            scope.Report(context.ReportDiagnostic, cycle.Place, cycle.Path);
        }
    }
}
