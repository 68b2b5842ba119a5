using System.Collections.Generic;
using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Program;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.ControlFlow;

/// <summary>CFY1111: what runs only on a condition, the condition itself and a getter change nothing outside of them.</summary>
// @llr CFY-LLR-190
public sealed class ConditionSideEffectRule() : CertifyRule(
    RuleIds.ConditionSideEffect,
    "{0} changes {1}. Do it in a statement of its own{2}.",
    "Whether an effect inside a condition happens depends on operands that a reader takes for mere tests, and a getter reads like a variable.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope) =>
        context.RegisterCompilationEndAction(c => Check(c, scope));

    private static void Check(CompilationAnalysisContext context, RuleScope scope)
    {
        var program = ProgramFacts.Of(context.Compilation);
        foreach (var facts in program.Functions.Where(facts => facts.Place.SourceTree is { } tree && scope.Covers(tree)))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            CheckGetter(context, scope, program, facts);
            CheckConditions(context, scope, program, facts);
        }
    }

    private static void CheckGetter(CompilationAnalysisContext context, RuleScope scope, ProgramFacts program, FunctionFacts facts)
    {
        if (facts.Symbol is not IMethodSymbol { MethodKind: MethodKind.PropertyGet } getter) return;
        var effects = program.Effects.Of(getter);
        if (effects.IsNone) return;
        var place = (getter.AssociatedSymbol ?? getter).Locations.FirstOrDefault() ?? facts.Place;
        scope.Report(
            context.ReportDiagnostic, place, $"The getter of '{getter.AssociatedSymbol?.Shown()}'", effects.Shown(), ", or make the property a method");
    }

    private static void CheckConditions(CompilationAnalysisContext context, RuleScope scope, ProgramFacts program, FunctionFacts facts)
    {
        var places = new Places(facts);
        foreach (var call in facts.Calls)
        {
            if (call.Operation is IMethodReferenceOperation || Condition(call.Operation) is not { } part) continue;
            var effects = program.Effects.Of(call, facts);
            var outer = effects.IsNone && IsConditional(part) && WritesOuterLocal(call, part, program);
            if (effects.IsNone && !outer) continue;
            scope.Report(
                context.ReportDiagnostic, call.Operation.Syntax.GetLocation(), $"The call of '{call.Callee.Shown()}' in {Words(part)}",
                outer ? "a variable declared outside" : effects.Shown(), "");
        }

        foreach (var target in facts.Writes)
        {
            if (Condition(target) is not { } part) continue;
            var effects = places.Store(target);
            if (effects.IsNone && !(IsConditional(part) && IsOuter(target, part))) continue;
            scope.Report(
                context.ReportDiagnostic, target.Parent!.Syntax.GetLocation(), $"The store in {Words(part)}",
                effects.IsNone ? "a variable declared outside" : effects.Shown(), "");
        }
    }

    /// <summary>The part of a condition or conditional expression that the operation stands in, else null.</summary>
    private static IOperation? Condition(IOperation operation)
    {
        for (var below = operation; below.Parent is { } above; below = above)
        {
            switch (above)
            {
                case ILocalFunctionOperation or IAnonymousFunctionOperation:
                    return null;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both
                    when both.RightOperand == below:
                case IConditionalOperation choice when choice.Condition == below || choice.Type is not null:
                case ICoalesceOperation coalesce when coalesce.WhenNull == below:
                case ICoalesceAssignmentOperation assignment when assignment.Value == below:
                case ISwitchExpressionArmOperation:
                case IForLoopOperation loop when loop.Condition == below:
                case IWhileLoopOperation turn when turn.Condition == below:
                case ICaseClauseOperation:
                    return below;
                case IBlockOperation or IExpressionStatementOperation:
                    return null;
            }
        }

        return null;
    }

    // These run or do not run by the value of something else; a condition itself always runs.
    private static bool IsConditional(IOperation part) => part.Parent switch
    {
        IConditionalOperation choice => choice.Condition != part,
        ILoopOperation => false,
        _ => true,
    };

    private static bool WritesOuterLocal(CallSite call, IOperation part, ProgramFacts program)
    {
        var effects = program.Effects.Of(call.Callee);
        if ((effects.Kinds & EffectKinds.Captured) != 0) return true;
        if ((effects.Kinds & EffectKinds.This) != 0 && call.Receiver is { } receiver && IsOuter(receiver, part)) return true;
        return call.Arguments.Any(argument =>
            argument.Parameter is { } parameter && effects.Writes(parameter)
            && argument.Parameter.RefKind is RefKind.Ref or RefKind.Out && IsOuter(argument.Value, part));
    }

    private static bool IsOuter(IOperation target, IOperation part)
    {
        while (target is IFieldReferenceOperation { Instance: { } holder }) target = holder;
        return target switch
        {
            ILocalReferenceOperation local => local.Local.DeclaringSyntaxReferences.All(d => !part.Syntax.FullSpan.Contains(d.Span)),
            IParameterReferenceOperation => true,
            _ => false,
        };
    }

    private static string Words(IOperation part) => part.Parent switch
    {
        IBinaryOperation => "the right operand of '&&' or '||'",
        IConditionalOperation { Type: not null } choice when choice.Condition != part => "an operand of '?:'",
        ICoalesceOperation or ICoalesceAssignmentOperation => "the right operand of '??'",
        ISwitchExpressionArmOperation => "an arm of a switch expression",
        _ => "a condition",
    };
}
