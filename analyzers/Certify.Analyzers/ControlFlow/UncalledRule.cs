using System.Collections.Generic;
using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Program;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.ControlFlow;

/// <summary>CFY1104: every function is reached from an entry of the program, or declared deactivated with a record.</summary>
// @llr CFY-LLR-192
public sealed class UncalledRule() : CertifyRule(
    RuleIds.Uncalled,
    "'{0}' is not reached from {1}. Remove it, or declare it with '[Deactivated(\"id\")]' and the record of what keeps it from running.",
    "Code that no entry reaches implements no requirement, is covered by no test and stays in the image.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope) =>
        context.RegisterCompilationEndAction(c => Check(c, scope));

    private static void Check(CompilationAnalysisContext context, RuleScope scope)
    {
        var program = ProgramFacts.Of(context.Compilation);
        var reached = program.Calls.Reach(program.Entries.All);
        var entries = program.Entries.IsPart ? "any member that is not private" : "an entry of the program";
        foreach (var facts in program.Functions)
        {
            if (facts.Symbol is not IMethodSymbol method || !IsCode(method)) continue;
            if (reached.ContainsKey(method) || reached.ContainsKey(method.ContainingType) && method.MethodKind == MethodKind.StaticConstructor) continue;
            if (IsRequiredFromOutside(method, program) || Marks.IsDeactivated(method)) continue;
            if (IsInner(method) && !reached.ContainsKey(Around(method))) continue; // The function around it is the finding.
            Report(context, scope, method, entries);
        }
    }

    private static void Report(CompilationAnalysisContext context, RuleScope scope, IMethodSymbol method, string entries)
    {
        var place = method.Locations.FirstOrDefault(location => location.IsInSource) ?? Location.None;
        scope.Report(context.ReportDiagnostic, place, method.Shown(), entries);
    }

    private static bool IsCode(IMethodSymbol method) =>
        method.MethodKind is not (MethodKind.AnonymousFunction or MethodKind.DelegateInvoke or MethodKind.Destructor)
        && !IsAttribute(method.ContainingType)
        && method.ContainingType.TypeKind != TypeKind.Interface;

    // An override or implementation of a library's member is called by the library.
    private static bool IsRequiredFromOutside(IMethodSymbol method, ProgramFacts program)
    {
        for (var above = method.OverriddenMethod; above is not null; above = above.OverriddenMethod)
        {
            if (!program.IsOwn(above)) return true;
        }

        return method.ContainingType.AllInterfaces.Where(face => !program.IsOwn(face)).SelectMany(face => face.GetMembers())
            .Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));
    }

    private static bool IsInner(IMethodSymbol method) => method.MethodKind == MethodKind.LocalFunction;

    private static ISymbol Around(IMethodSymbol inner)
    {
        ISymbol around = inner;
        while (around is IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction }) around = around.ContainingSymbol;
        return ProgramFacts.Node(around);
    }

    private static bool IsAttribute(INamedTypeSymbol type)
    {
        for (var above = type.BaseType; above is not null; above = above.BaseType)
        {
            if (above is { Name: "Attribute", ContainingNamespace.Name: "System" }) return true;
        }

        return false;
    }
}
