using System.Collections.Generic;
using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Resources;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.ControlFlow;

/// <summary>
/// CFY1109: a for loop declares one integer, compares it with a bound, steps it by a constant towards that bound and
/// leaves both alone otherwise. Whether the bound is ever passed is CFY1901's subject; this is about form.
/// </summary>
// @llr CFY-LLR-137
public sealed class CountedLoopRule() : CertifyRule(
    RuleIds.CountedLoop,
    "This 'for' does not count: {0}. Count one local integer up or down by a constant, or use 'while' with a stated bound.",
    "A reader takes a for header as the whole truth about the number of turns.")
{
    private const int BreaksMax = 1;

    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope) =>
        context.RegisterOperationAction(c => Check(c, scope), OperationKind.Loop);

    private static void Check(OperationAnalysisContext context, RuleScope scope)
    {
        if (context.Operation is not IForLoopOperation { Syntax: ForStatementSyntax syntax } loop) return;
        if (WhyNot(loop) is not { } why) return;
        scope.Report(context.ReportDiagnostic, syntax.ForKeyword.GetLocation(), why);
    }

    private static string? WhyNot(IForLoopOperation loop)
    {
        var declared = loop.Before.OfType<IVariableDeclarationGroupOperation>()
            .SelectMany(group => group.Declarations).SelectMany(declaration => declaration.Declarators).ToList();
        if (declared.Count != 1 || loop.Before.Length != 1) return "its header does not declare exactly one counter";
        var counter = declared[0].Symbol;
        if (counter.IsRef || !IsIntegral(counter.Type)) return $"'{counter.Name}' is no integer";
        if (declared[0].GetVariableInitializer() is null) return $"'{counter.Name}' has no first value";
        if (loop.Condition is not { } condition) return "it has no condition";
        if (loop.AtLoopBottom.Length != 1 || Step(loop.AtLoopBottom[0], counter) is not { } up)
        {
            return $"its header does not step '{counter.Name}' by a constant";
        }

        var tests = Conjuncts(condition).Select(test => Bound(test, counter, up)).Where(bound => bound is not null).ToList();
        if (tests.Count == 0) return $"its condition does not compare '{counter.Name}' with a bound that lies in the direction of the step";
        var inside = LoopWrites.In(loop.Body, condition);
        if (inside.IsWritten(counter)) return $"'{counter.Name}' is changed inside the loop";
        if (!tests.Any(bound => inside.LeavesAlone(bound!))) return $"'{tests[0]!.Syntax}' can change while the loop runs";
        return Breaks(loop) > BreaksMax ? "more than one 'break' leaves it" : null;
    }

    private static bool IsIntegral(ITypeSymbol type) => type.SpecialType
        is SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16
        or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64
        or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;

    // True for a step up, false for one down, null for anything else.
    private static bool? Step(IOperation bottom, ILocalSymbol counter)
    {
        var step = bottom is IExpressionStatementOperation statement ? statement.Operation : bottom;
        return step switch
        {
            IIncrementOrDecrementOperation { OperatorMethod: null } one when IsCounter(one.Target, counter) => one.Kind == OperationKind.Increment,
            ICompoundAssignmentOperation { OperatorMethod: null } more when IsCounter(more.Target, counter) && Sign(more.Value) is { } sign =>
                more.OperatorKind switch
                {
                    BinaryOperatorKind.Add => sign > 0,
                    BinaryOperatorKind.Subtract => sign < 0,
                    _ => null,
                },
            _ => null,
        };
    }

    // The sign of an integer constant that is not zero.
    private static int? Sign(IOperation value) =>
        IntegerRange.Constant(value) is { } constant && constant != 0 ? constant > 0 ? 1 : -1 : null;

    private static IOperation? Bound(IOperation test, ILocalSymbol counter, bool up)
    {
        if (test is not IBinaryOperation { OperatorMethod: null } comparison) return null;
        var below = comparison.OperatorKind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual;
        var above = comparison.OperatorKind is BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual;
        if (IsCounter(comparison.LeftOperand, counter)) return (up ? below : above) ? comparison.RightOperand : null;
        if (IsCounter(comparison.RightOperand, counter)) return (up ? above : below) ? comparison.LeftOperand : null;
        return null;
    }

    private static bool IsCounter(IOperation operand, ILocalSymbol counter) =>
        operand.WithoutConversions() is ILocalReferenceOperation local && SymbolEqualityComparer.Default.Equals(local.Local, counter);

    private static IEnumerable<IOperation> Conjuncts(IOperation condition) =>
        condition is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both
            ? Conjuncts(both.LeftOperand).Concat(Conjuncts(both.RightOperand))
            : [condition];

    private static int Breaks(IForLoopOperation loop) =>
        loop.Body.Descendants().OfType<IBranchOperation>().Count(branch =>
            branch.BranchKind == BranchKind.Break && SymbolEqualityComparer.Default.Equals(branch.Target, loop.ExitLabel));
}
