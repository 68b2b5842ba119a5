using System;
using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Program;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.ObjectOrientation;

/// <summary>CFY1403: no call of an application is dispatched at run time; the runtime's have few targets, all known.</summary>
// @llr CFY-LLR-191
public sealed class DispatchRule() : CertifyRule(
    RuleIds.Dispatch,
    "This call of '{0}' is dispatched at run time to {1}. Call the target by its own type, or pass the type as a generic argument that is a struct.",
    "Coverage and execution time of a dispatched call must be shown for each of its targets.")
{
    /// <summary>Targets that a dispatched call of the runtime may have: as many as a reviewer keeps in mind at once.</summary>
    public const int TargetsMax = 4;

    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope) =>
        context.RegisterCompilationEndAction(c => Check(c, scope));

    private static void Check(CompilationAnalysisContext context, RuleScope scope)
    {
        var program = ProgramFacts.Of(context.Compilation);
        foreach (var call in program.Functions.SelectMany(facts => facts.Calls).Where(call => call.IsDispatched))
        {
            var targets = program.Hierarchy.TargetsOf(call.Callee).Where(target => !target.IsAbstract).ToList();
            if (!call.Callee.IsAbstract && program.IsOwn(call.Callee)) targets.Add(call.Callee);
            var names = targets.Select(target => $"'{target.Shown()}'").Distinct().OrderBy(name => name, StringComparer.Ordinal).ToList();
            var open = IsOpen(call.Callee, program);
            var application = scope.ProfileOf(call.Operation.Syntax.SyntaxTree) == Profile.Application;
            if (!application && !open && names.Count <= TargetsMax) continue;
            var list = names.Count == 0 ? "no target that the program declares" : string.Join(", ", names);
            scope.Report(
                context.ReportDiagnostic, call.Operation.Syntax.GetLocation(), call.Callee.Shown(),
                open ? list + " or a body in another assembly" : list);
        }
    }

    // Another assembly can add a target to what it can see and derive from.
    private static bool IsOpen(IMethodSymbol callee, ProgramFacts program)
    {
        if (!program.IsOwn(callee)) return true;
        for (ISymbol? part = callee; part is not null and not INamespaceSymbol; part = part.ContainingSymbol)
        {
            if (part.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal)) return false;
        }

        return program.Entries.IsPart;
    }
}
