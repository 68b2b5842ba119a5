using System.Collections.Generic;
using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Program;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Concurrency;

/// <summary>CFY1503: a task is a static method with fixed priority and period, that never ends and waits at one place.</summary>
// @llr CFY-LLR-196
public sealed class StaticTaskRule() : CertifyRule(
    RuleIds.StaticTask,
    "The task '{0}' {1}. Write it as 'static void Name()' with '[TaskLoop]' and an endless loop that has one call of a method with '[Waits]'.",
    "Whether all deadlines are met can be shown only for a fixed set of tasks with one release event each.")
{
    /// <summary>The greatest priority.</summary>
    public const int PriorityMax = 255;

    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope) =>
        context.RegisterCompilationEndAction(c => Check(c, scope));

    private static void Check(CompilationAnalysisContext context, RuleScope scope)
    {
        var program = ProgramFacts.Of(context.Compilation);
        foreach (var task in program.Entries.Tasks)
        {
            if (Fault(task, program) is not { } fault) continue;
            scope.Report(context.ReportDiagnostic, task.Locations.FirstOrDefault() ?? Location.None, task.Shown(), fault);
        }

        foreach (var call in program.Functions.SelectMany(facts => facts.Calls))
        {
            if (Annotations.Find(call.Callee.OriginalDefinition, "TaskAttribute") is null) continue;
            scope.Report(context.ReportDiagnostic, call.Operation.Syntax.GetLocation(), call.Callee.Shown(), "is called by the program, which would make a second task of it");
        }
    }

    private static string? Fault(IMethodSymbol task, ProgramFacts program)
    {
        if (!task.IsStatic || !task.ReturnsVoid || !task.Parameters.IsEmpty || task.IsAsync) return "is not a static method without parameters and result";
        if (IsGeneric(task)) return "is generic, so that nobody can count its instances";
        var mark = Annotations.Find(task, "TaskAttribute")!;
        if (Marks.Number(mark, 0) is < 1 or > PriorityMax) return $"has the priority {Marks.Number(mark, 0)}, which is not 1 to {PriorityMax}";
        if (Marks.Number(mark, 1) < 1) return $"has the period {Marks.Number(mark, 1)} ms, which is less than 1";
        if (Annotations.Find(task, "TaskLoopAttribute") is null) return "has no '[TaskLoop]'";
        return program.Find(task) is { } facts ? Fault(facts) : "has no body here";
    }

    private static string? Fault(FunctionFacts facts)
    {
        var endless = facts.Loops.Where(IsEndless).ToList();
        if (endless.Count == 0) return "can return, because it has no endless loop";
        if (endless.Count > 1) return "has more than one endless loop";
        if (Leaves(endless[0])) return "can leave its endless loop";
        if (!IsLast(endless[0])) return "does not end with its endless loop";
        var waits = facts.Calls.Where(call => Marks.Waits(call.Callee)).ToList();
        if (waits.Count != 1) return $"waits at {waits.Count} places instead of one";
        return InLoop(waits[0].Operation) == endless[0] ? null : "waits outside of its endless loop's own statements";
    }

    private static bool IsEndless(ILoopOperation loop) => loop switch
    {
        IWhileLoopOperation turn => turn.Condition?.ConstantValue is { HasValue: true, Value: true },
        IForLoopOperation turn => turn.Condition is null or { ConstantValue: { HasValue: true, Value: true } },
        _ => false,
    };

    private static bool Leaves(ILoopOperation loop) => loop.Body.DescendantsAndSelf().Any(operation => operation switch
    {
        IReturnOperation or IThrowOperation => InFunction(operation, loop),
        IBranchOperation { BranchKind: BranchKind.GoTo } => true,
        IBranchOperation { BranchKind: BranchKind.Break } jump => SymbolEqualityComparer.Default.Equals(jump.Target, loop.ExitLabel),
        _ => false,
    });

    private static bool InFunction(IOperation operation, IOperation until)
    {
        for (var above = operation.Parent; above is not null && above != until; above = above.Parent)
        {
            if (above is ILocalFunctionOperation or IAnonymousFunctionOperation) return false;
        }

        return true;
    }

    private static bool IsLast(ILoopOperation loop) =>
        loop.Parent is IBlockOperation { Parent: IMethodBodyOperation } block
        && block.Operations.LastOrDefault(operation => operation is not (ILocalFunctionOperation or IReturnOperation { IsImplicit: true })) == loop;

    // The innermost loop or branch around a call: a wait inside an 'if' is a second way through the loop.
    private static IOperation? InLoop(IOperation operation)
    {
        for (var above = operation.Parent; above is not null; above = above.Parent)
        {
            if (above is ILoopOperation or IConditionalOperation or ISwitchOperation or ISwitchExpressionArmOperation or ITryOperation) return above;
            if (above is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr }) return above;
        }

        return null;
    }

    private static bool IsGeneric(IMethodSymbol method)
    {
        for (ISymbol? part = method; part is not null; part = part.ContainingType)
        {
            if (part is IMethodSymbol { IsGenericMethod: true } or INamedTypeSymbol { IsGenericType: true }) return true;
        }

        return false;
    }
}
