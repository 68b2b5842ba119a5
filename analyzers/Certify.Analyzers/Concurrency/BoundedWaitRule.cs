using System;
using System.Collections.Generic;
using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Program;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Concurrency;

/// <summary>CFY1506: a wait outside of a task's release has a constant limit, and no loop polls without a counter.</summary>
// @llr CFY-LLR-199
public sealed class BoundedWaitRule() : CertifyRule(
    RuleIds.BoundedWait,
    "{0}. {1}.",
    "A wait without limit is an endless loop that no source text shows.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterOperationAction(c => CheckWait(c, scope), OperationKind.Invocation);
        context.RegisterOperationAction(c => CheckPolling(c, scope), OperationKind.Loop);
    }

    private static void CheckWait(OperationAnalysisContext context, RuleScope scope)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!Marks.Waits(call.TargetMethod) || call.IsInNameOf()) return;
        if (Annotations.Find(context.ContainingSymbol, "TaskAttribute") is not null && !call.TargetMethod.Parameters.Any(IsLimit)) return; // Its release.
        if (Annotations.Find(context.ContainingSymbol, "WaitsAttribute") is not null && PassesOwnLimit(call)) return;
        if (call.Arguments.Any(argument => argument.Parameter is { } parameter && IsLimit(parameter) && IsFinite(argument.Value))) return;
        context.Report(
            scope, $"The call of '{call.TargetMethod.Shown()}' waits without a limit",
            "Give it a constant time or number of tries greater than 0, in a parameter named 'timeout...' or 'limit...'");
    }

    private static bool IsLimit(IParameterSymbol parameter) =>
        new[] { "timeout", "limit", "milliseconds", "millisecondstimeout", "tries" }.Any(word => parameter.Name.StartsWith(word, StringComparison.OrdinalIgnoreCase))
        && (parameter.Type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64);

    private static bool IsFinite(IOperation value) =>
        value.ConstantValue is { HasValue: true, Value: { } number } && Convert.ToDecimal(number) > 0;

    // A method that itself waits may hand its caller's limit on.
    private static bool PassesOwnLimit(IInvocationOperation call) => call.Arguments.Any(argument =>
        argument.Parameter is { } parameter && IsLimit(parameter)
        && argument.Value.WithoutConversions() is IParameterReferenceOperation { Parameter: { } own } && IsLimit(own));

    private static void CheckPolling(OperationAnalysisContext context, RuleScope scope)
    {
        var (condition, body) = context.Operation switch
        {
            IWhileLoopOperation loop => (loop.Condition, loop.Body),
            IForLoopOperation { AtLoopBottom.IsEmpty: true } loop => (loop.Condition, loop.Body),
            _ => (null, null),
        };
        if (condition is null || body is null) return;
        if (Annotations.Find(context.ContainingSymbol, "TaskLoopAttribute") is not null && condition.ConstantValue.HasValue) return;
        if (!ReadsOutside(condition, body) || Progresses(condition, body)) return;
        scope.Report(
            context.ReportDiagnostic, context.Operation.Syntax.GetFirstToken().GetLocation(),
            "This loop polls: no turn changes a variable of its condition", "Count the tries in the loop's header and handle the case that none succeeds");
    }

    // Something that only others change: memory, a register, the answer of a call.
    private static bool ReadsOutside(IOperation condition, IOperation body)
    {
        if (condition.ConstantValue is { HasValue: true, Value: true }) return IsIdle(body);
        return condition.DescendantsAndSelf().Any(part =>
            part is IFieldReferenceOperation { Field.IsConst: false } or IPropertyReferenceOperation or IInvocationOperation or { Kind: OperationKind.None });
    }

    private static bool IsIdle(IOperation body) => body.DescendantsAndSelf().All(part => part is IBlockOperation or IEmptyOperation);

    private static bool Progresses(IOperation condition, IOperation body)
    {
        var read = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var part in condition.DescendantsAndSelf())
        {
            if (Variable(part) is { } variable) read.Add(variable);
            if (IsStore(part)) return true; // The condition counts by itself.
        }

        return body.DescendantsAndSelf().Any(part => Written(part).Any(read.Contains) || part is IBranchOperation { BranchKind: not BranchKind.Continue } or IReturnOperation
            || part is IInvocationOperation { Instance: IInstanceReferenceOperation } && condition.DescendantsAndSelf().Any(test => test is IInstanceReferenceOperation)
            || part is IInvocationOperation { TargetMethod.IsStatic: true } && condition.DescendantsAndSelf().Any(IsOwnStatic));
    }

    private static bool IsOwnStatic(IOperation test) =>
        test is IFieldReferenceOperation { Instance: null, Field: { IsConst: false, IsVolatile: false } };

    private static bool IsStore(IOperation operation) =>
        operation is IIncrementOrDecrementOperation or IAssignmentOperation
        || operation is IInvocationOperation { Instance: ILocalReferenceOperation or IParameterReferenceOperation } call && !call.TargetMethod.IsReadOnly
        || operation is IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out };

    private static IEnumerable<ISymbol> Written(IOperation operation)
    {
        var targets = operation switch
        {
            IAssignmentOperation assignment => [assignment.Target],
            IIncrementOrDecrementOperation step => [step.Target],
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => [argument.Value],
            IInvocationOperation { Instance: { } instance } => [instance],
            _ => System.Array.Empty<IOperation>(),
        };
        foreach (var part in targets.SelectMany(target => target.DescendantsAndSelf()))
        {
            if (Variable(part) is { } variable) yield return variable;
        }
    }

    private static ISymbol? Variable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation { Field.IsVolatile: false } field => field.Field,
        IPropertyReferenceOperation property => property.Property,
        _ => null,
    };
}
