using System.Collections.Generic;
using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Program;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.Concurrency;

/// <summary>CFY1504: a ceiling is at least the priority of every caller, and protected calls go to higher ceilings only.</summary>
// @llr CFY-LLR-197
public sealed class CeilingRule() : CertifyRule(
    RuleIds.Ceiling,
    "{0}. Raise the ceiling, or reorder the calls so that each protected type calls only types of a higher ceiling.",
    "Below its ceiling no task can wait for another in a circle, and each waits at most once.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope) =>
        context.RegisterCompilationEndAction(c => Check(c, scope));

    private static void Check(CompilationAnalysisContext context, RuleScope scope)
    {
        var program = ProgramFacts.Of(context.Compilation);
        var types = program.Types.Where(type => Annotations.Find(type, "ProtectedAttribute") is not null).ToList();
        if (types.Count == 0) return;
        foreach (var type in types.Where(type => Marks.Ceiling(type) is not (>= 1 and <= StaticTaskRule.PriorityMax)))
        {
            Report(context, scope, type.Locations.FirstOrDefault(), $"The ceiling of '{type.Shown()}' is not 1 to {StaticTaskRule.PriorityMax}");
        }

        CheckCallers(context, scope, program, types);
        CheckNesting(context, scope, program, types);
    }

    private static void CheckCallers(
        CompilationAnalysisContext context, RuleScope scope, ProgramFacts program, List<INamedTypeSymbol> types)
    {
        var highest = new Dictionary<INamedTypeSymbol, IMethodSymbol>(SymbolEqualityComparer.Default);
        foreach (var flow in program.Entries.Tasks.Concat(program.Entries.Handlers).OrderByDescending(Marks.Priority).ThenBy(flow => flow.Shown()))
        {
            foreach (var reached in program.Calls.Reach([flow]).Keys)
            {
                if (Marks.ProtectedType(reached) is { } type && !highest.ContainsKey(type)) highest.Add(type, flow);
            }
        }

        foreach (var type in types)
        {
            if (!highest.TryGetValue(type, out var flow) || Marks.Priority(flow) <= Marks.Ceiling(type)) continue;
            Report(
                context, scope, type.Locations.FirstOrDefault(),
                $"'{type.Shown()}' has the ceiling {Marks.Ceiling(type)}, but '{flow.Shown()}' of priority {Marks.Priority(flow)} reaches it");
        }
    }

    private static void CheckNesting(
        CompilationAnalysisContext context, RuleScope scope, ProgramFacts program, List<INamedTypeSymbol> types)
    {
        foreach (var type in types)
        {
            var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
            foreach (var (inner, place) in CallsOut(program, type))
            {
                if (Marks.Ceiling(inner) > Marks.Ceiling(type) || !seen.Add(inner)) continue;
                Report(
                    context, scope, place,
                    $"'{type.Shown()}' with the ceiling {Marks.Ceiling(type)} calls '{inner.Shown()}' with the ceiling {Marks.Ceiling(inner)}");
            }
        }
    }

    // The protected types that a type's members lead to, each with the place where the way leaves the type.
    private static IEnumerable<(INamedTypeSymbol Inner, Location Place)> CallsOut(ProgramFacts program, INamedTypeSymbol type)
    {
        var own = program.Functions.Where(facts => SymbolEqualityComparer.Default.Equals(Marks.ProtectedType(facts.Symbol), type));
        foreach (var edge in own.SelectMany(facts => program.Calls.From(facts.Symbol)))
        {
            if (SymbolEqualityComparer.Default.Equals(Marks.ProtectedType(edge.To), type)) continue;
            foreach (var reached in Marks.ProtectedType(edge.To) is { } next ? [next] : Beyond(program, edge.To))
            {
                yield return (reached, edge.Place);
            }
        }
    }

    private static IEnumerable<INamedTypeSymbol> Beyond(ProgramFacts program, ISymbol function) =>
        program.Calls.Reach([function]).Keys.Select(Marks.ProtectedType).OfType<INamedTypeSymbol>()
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default).OrderBy(type => type.Shown(), System.StringComparer.Ordinal);

    private static void Report(CompilationAnalysisContext context, RuleScope scope, Location? place, string what) =>
        scope.Report(context.ReportDiagnostic, place ?? Location.None, what);
}
