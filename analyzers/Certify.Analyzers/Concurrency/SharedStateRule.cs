using System.Collections.Generic;
using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Program;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.Concurrency;

/// <summary>CFY1501: a static that two tasks or handlers reach, and one of them writes, stands in a protected type.</summary>
// @llr CFY-LLR-194
public sealed class SharedStateRule() : CertifyRule(
    RuleIds.SharedState,
    "'{0}' is written and {1}. Move it into a type with '[Protected(ceiling)]' as a private field, or give each task its own.",
    "Two flows of control that meet on one variable without protection leave it with a value that no program text explains.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope) =>
        context.RegisterCompilationEndAction(c => Check(c, scope));

    private static void Check(CompilationAnalysisContext context, RuleScope scope)
    {
        var program = ProgramFacts.Of(context.Compilation);
        var users = Users(program);
        var written = new HashSet<IFieldSymbol>(
            program.Functions.Where(facts => !IsStaticInitialiser(facts)).SelectMany(facts => facts.Fields)
                .Where(access => access.Field.IsStatic && access.Writes).Select(access => access.Field), SymbolEqualityComparer.Default);
        foreach (var field in program.Types.SelectMany(type => type.GetMembers()).OfType<IFieldSymbol>().Where(IsStaticVariable))
        {
            var isWritten = written.Contains(field) || WrittenThroughProperty(field, program);
            if (!isWritten && !IsOpenArray(field)) continue;
            var shared = Shared(field, users, program);
            if (shared is null || IsProtected(field)) continue;
            var place = (field.AssociatedSymbol ?? field).Locations.FirstOrDefault() ?? Location.None;
            scope.Report(context.ReportDiagnostic, place, (field.AssociatedSymbol ?? field).Shown(), shared);
        }
    }

    private static bool IsStaticVariable(IFieldSymbol field) =>
        field is { IsStatic: true, IsConst: false } && (!field.IsReadOnly || IsOpenArray(field)) && (!field.IsImplicitlyDeclared || field.AssociatedSymbol is IPropertySymbol);

    // The elements of an array that others see can be changed by them.
    private static bool IsOpenArray(IFieldSymbol field) =>
        field is { IsStatic: true, Type: IArrayTypeSymbol, DeclaredAccessibility: not Accessibility.Private };

    private static bool IsStaticInitialiser(FunctionFacts facts) =>
        facts.Symbol is not IMethodSymbol method || method.MethodKind == MethodKind.StaticConstructor;

    private static bool IsProtected(IFieldSymbol field) =>
        Marks.ProtectedType(field) is not null && field.DeclaredAccessibility == Accessibility.Private;

    // The flows of control: each task and handler, and the main program with the cycle it runs.
    private static List<(string Name, HashSet<ISymbol> Reached)> Users(ProgramFacts program)
    {
        var entries = program.Entries;
        var users = new List<(string, HashSet<ISymbol>)>();
        foreach (var flow in entries.Tasks.Concat(entries.Handlers)) users.Add((flow.Shown(), Reached(program, [flow])));
        var main = entries.Exports.Concat(entries.Cycle).ToList();
        if (main.Count > 0) users.Add((main[0].Shown(), Reached(program, main)));
        return users;
    }

    private static HashSet<ISymbol> Reached(ProgramFacts program, IEnumerable<IMethodSymbol> from) =>
        new(program.Calls.Reach(from).Keys, SymbolEqualityComparer.Default);

    private static string? Shared(IFieldSymbol field, List<(string Name, HashSet<ISymbol> Reached)> users, ProgramFacts program)
    {
        if (program.Entries.IsPart) return "the tasks of the program around this part are not known";
        if (IsOpenArray(field)) return "its elements are open to every task";
        var functions = program.Functions.Where(facts => !IsStaticInitialiser(facts) && Uses(facts, field)).Select(facts => facts.Symbol).ToList();
        var flows = users.Where(user => functions.Any(user.Reached.Contains)).Select(user => $"'{user.Name}'").ToList();
        return flows.Count > 1 ? "used by " + string.Join(" and ", flows) : null;
    }

    private static bool Uses(FunctionFacts facts, IFieldSymbol field) =>
        facts.Fields.Any(access => SymbolEqualityComparer.Default.Equals(access.Field, field))
        || (field.AssociatedSymbol is IPropertySymbol property
            && facts.Calls.Any(call => SymbolEqualityComparer.Default.Equals(call.Callee.AssociatedSymbol?.OriginalDefinition, property)));

    private static bool WrittenThroughProperty(IFieldSymbol field, ProgramFacts program) =>
        field.AssociatedSymbol is IPropertySymbol { SetMethod: { } setter }
        && program.Functions.SelectMany(facts => facts.Calls).Any(call => SymbolEqualityComparer.Default.Equals(call.Callee.OriginalDefinition, setter));
}
