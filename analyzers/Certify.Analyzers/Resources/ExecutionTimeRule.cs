using System.Collections.Generic;
using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Program;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Resources;

/// <summary>
/// CFY1904: a constant bounds the turns of every loop, found in the function, in its callers' arguments, or stated.
/// </summary>
// @llr CFY-LLR-205
public sealed class ExecutionTimeRule() : CertifyRule(
    RuleIds.ExecutionTime,
    "How often {0} turns depends on '{1}', for which no greatest value is known. Limit it with 'Math.Min' and a constant, or state the bound with '[LoopBound(turns, \"reason\")]' on the function with the loop.",
    "The worst-case execution time of a frame is a number only when every loop in it has a greatest number of turns.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope) =>
        context.RegisterCompilationEndAction(c => Check(c, scope));

    private static void Check(CompilationAnalysisContext context, RuleScope scope)
    {
        var program = ProgramFacts.Of(context.Compilation);
        var needs = new Dictionary<ISymbol, HashSet<int>>(SymbolEqualityComparer.Default);
        for (var again = true; again;)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            again = false;
            foreach (var facts in EffectTable.BottomUp(program)) again |= Learn(facts, program, needs);
        }

        foreach (var facts in program.Functions)
        {
            foreach (var (place, what, on) in Unknown(facts, program, needs)) scope.Report(context.ReportDiagnostic, place, what, on);
        }

        if (program.Entries.IsPart) return; // Callers that are not known here give the arguments.
        foreach (var entry in program.Entries.All)
        {
            if (!needs.TryGetValue(ProgramFacts.Node(entry), out var open)) continue;
            foreach (var ordinal in open.Where(ordinal => ordinal >= 0).OrderBy(ordinal => ordinal))
            {
                var parameter = entry.Parameters[ordinal];
                scope.Report(context.ReportDiagnostic, parameter.Locations.FirstOrDefault() ?? Location.None, $"a loop below '{entry.Shown()}'", parameter.Name);
            }
        }
    }

    // Which of its parameters a function's loops depend on, its callees' loops included.
    private static bool Learn(FunctionFacts facts, ProgramFacts program, Dictionary<ISymbol, HashSet<int>> needs)
    {
        var bounds = new UpperBounds(facts, program);
        var found = new HashSet<int>();
        foreach (var (_, bound, _) in Loops(facts, bounds)) found.UnionWith(bound.Needs);
        foreach (var (_, bound, _) in Arguments(facts, bounds, program, needs)) found.UnionWith(bound.Needs);
        if (found.Count == 0) return false;
        if (!needs.TryGetValue(facts.Symbol, out var known)) needs[facts.Symbol] = known = [];
        var before = known.Count;
        known.UnionWith(found);
        return known.Count > before;
    }

    private static IEnumerable<(Location Place, string What, string On)> Unknown(
        FunctionFacts facts, ProgramFacts program, Dictionary<ISymbol, HashSet<int>> needs)
    {
        var bounds = new UpperBounds(facts, program);
        foreach (var (place, bound, on) in Loops(facts, bounds).Where(loop => loop.Bound.IsUnknown)) yield return (place, "this loop", on);
        foreach (var (call, bound, on) in Arguments(facts, bounds, program, needs).Where(argument => argument.Bound.IsUnknown))
        {
            yield return (call.Operation.Syntax.GetLocation(), $"a loop below '{call.Callee.Shown()}'", on);
        }
    }

    private static IEnumerable<(Location Place, UpperBound Bound, string On)> Loops(FunctionFacts facts, UpperBounds bounds)
    {
        if (Annotations.HasLoopBound(facts.Symbol)) yield break;
        foreach (var loop in facts.Loops)
        {
            var place = loop.Syntax.GetFirstToken().GetLocation();
            switch (loop)
            {
                case IForLoopOperation counted when CountedLoop.WhyNot(counted) is null && counted.Condition is { } condition:
                    var (bound, on) = bounds.Turns(counted, condition);
                    yield return (place, bound, on);
                    break;
                case IForEachLoopOperation each when each.Collection.WithoutConversions() is { Type: { } type } collection && FixedLength.Is(type):
                    yield return (place, bounds.Length(collection), collection.Syntax.ToString());
                    break;
            }
        }
    }

    // Loops of the function called turn as often as the caller's arguments say.
    private static IEnumerable<(CallSite Call, UpperBound Bound, string On)> Arguments(
        FunctionFacts facts, UpperBounds bounds, ProgramFacts program, Dictionary<ISymbol, HashSet<int>> needs)
    {
        if (Annotations.HasLoopBound(facts.Symbol)) yield break;
        foreach (var call in facts.Calls)
        {
            var open = new SortedSet<int>();
            foreach (var target in program.Hierarchy.TargetsOf(call.Callee).Append(call.Callee))
            {
                if (needs.TryGetValue(ProgramFacts.Node(target), out var own)) open.UnionWith(own);
            }

            foreach (var ordinal in open)
            {
                var value = ordinal == UpperBound.Receiver
                    ? call.Receiver
                    : call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal)?.Value;
                if (value is null) yield return (call, UpperBound.Unknown, call.Operation.Syntax.ToString());
                else yield return (call, UpperBounds.HasLength(value) ? bounds.Length(value) : bounds.Of(value), value.Syntax.ToString());
            }
        }
    }
}
