using System.Collections.Generic;
using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Program;
using Certify.Analyzers.Resources;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Concurrency;

/// <summary>CFY1505: whatever an interrupt handler reaches is declared safe for it, never waits and has counted loops only.</summary>
// @llr CFY-LLR-198
public sealed class InterruptHandlerRule() : CertifyRule(
    RuleIds.InterruptHandler,
    "The interrupt handler '{0}' {1}: {2}. Store what happened, and let a task do the work.",
    "The time of a handler adds to the response time of every task, and a handler that waits stops them all.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope) =>
        context.RegisterCompilationEndAction(c => Check(c, scope));

    private static void Check(CompilationAnalysisContext context, RuleScope scope)
    {
        var program = ProgramFacts.Of(context.Compilation);
        foreach (var handler in program.Entries.Handlers)
        {
            if (!handler.IsStatic || !handler.ReturnsVoid || handler.IsAsync)
            {
                Report(context, scope, handler.Locations.FirstOrDefault(), handler, "is not a static method without result", handler.Shown());
            }

            if (Marks.Priority(handler) is < 1 or > StaticTaskRule.PriorityMax)
            {
                Report(context, scope, handler.Locations.FirstOrDefault(), handler, $"has a priority that is not 1 to {StaticTaskRule.PriorityMax}", handler.Shown());
            }

            var reached = program.Calls.Reach([handler]);
            foreach (var facts in program.Functions.Where(facts => reached.ContainsKey(facts.Symbol))) Check(context, scope, program, handler, facts, reached);
        }
    }

    private static void Check(
        CompilationAnalysisContext context, RuleScope scope, ProgramFacts program, IMethodSymbol handler, FunctionFacts facts,
        Dictionary<ISymbol, ISymbol?> reached)
    {
        var path = CallGraph.Path(reached, facts.Symbol);
        foreach (var loop in facts.Loops.Where(loop => !IsCounted(loop)))
        {
            Report(context, scope, loop.Syntax.GetFirstToken().GetLocation(), handler, "reaches a loop that does not count", path);
        }

        foreach (var call in facts.Calls)
        {
            var place = call.Operation.Syntax.GetLocation();
            if (Marks.Waits(call.Callee)) Report(context, scope, place, handler, $"can wait in '{call.Callee.Shown()}'", path);
            else if (!IsSafe(call.Callee, program, scope)) Report(context, scope, place, handler, $"calls '{call.Callee.Shown()}', which has no '[IsrSafe]'", path);
        }
    }

    private static bool IsCounted(ILoopOperation loop) => loop switch
    {
        IForLoopOperation counted => CountedLoop.WhyNot(counted) is null,
        IForEachLoopOperation each => each.Collection.WithoutConversions().Type is { } type && FixedLength.Is(type),
        _ => false,
    };

    // The core library's own code is judged by its loops and calls; of other code somebody has to vouch for the time.
    private static bool IsSafe(IMethodSymbol callee, ProgramFacts program, RuleScope scope)
    {
        if (Marks.IsIsrSafe(callee.OriginalDefinition) || Outside.NeverReturns(callee) || IsAutomatic(callee)) return true;
        if (callee.MethodKind is MethodKind.LocalFunction) return true; // Part of the function around it.
        if (!program.IsOwn(callee)) return Outside.Of(callee).IsNone && !callee.IsExtern;
        var tree = callee.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree;
        return tree is null || scope.ProfileOf(tree) == Profile.Core;
    }

    private static bool IsAutomatic(IMethodSymbol callee) =>
        callee.IsImplicitlyDeclared
        || callee is { AssociatedSymbol: IPropertySymbol property }
            && callee.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    private static void Report(
        CompilationAnalysisContext context, RuleScope scope, Location? place, IMethodSymbol handler, string fault, string path) =>
        scope.Report(context.ReportDiagnostic, place ?? Location.None, handler.Shown(), fault, path);
}
