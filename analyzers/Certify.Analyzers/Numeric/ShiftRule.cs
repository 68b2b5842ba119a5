using System.Numerics;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Flow;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Numeric;

/// <summary>CFY1205: a shift count is proved to lie inside the width, and the operand has no sign.</summary>
// @llr CFY-LLR-166
public sealed class ShiftRule() : CertifyRule(
    RuleIds.Shift,
    "'{0}' does not shift as it is written: {1}. Shift an unsigned value by a count that is below its width.",
    "C# takes the count modulo the width, so a shift by 33 is one by 1, and a right shift of a signed value copies the sign.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        FlowFindings.Register(context, scope, [ObligationKind.Shift], (block, obligation) => CheckCount(block, scope, obligation));
        context.RegisterOperationAction(c => CheckForm(c, scope), OperationKind.Binary, OperationKind.CompoundAssignment);
    }

    private static void CheckCount(OperationBlockAnalysisContext block, RuleScope scope, Obligation obligation)
    {
        if (obligation.Verdict == Verdict.Proved || Count(obligation.Operation) is { ConstantValue.HasValue: true }) return;
        if (obligation.Verdict != Verdict.Refuted && scope.ProfileOf(obligation.Operation.Syntax.SyntaxTree) == Profile.Host) return;
        scope.Report(block.ReportDiagnostic, obligation.Operation.Syntax.GetLocation(), obligation.Expression, obligation.Fact);
    }

    private static void CheckForm(OperationAnalysisContext context, RuleScope scope)
    {
        var (kind, left, right, method) = context.Operation switch
        {
            IBinaryOperation binary => (binary.OperatorKind, binary.LeftOperand, binary.RightOperand, binary.OperatorMethod),
            ICompoundAssignmentOperation compound => (compound.OperatorKind, compound.Target, compound.Value, compound.OperatorMethod),
            _ => default,
        };
        if (kind is not (BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift)) return;
        if (TypeRange.OfInteger(left.Type) is not { } range || (method is not null && TypeRange.Width(left.Type) < 64)) return;
        var width = System.Math.Max(32, TypeRange.Width(left.Type));
        var text = context.Operation.Syntax.ToString();
        if (right.ConstantValue is { HasValue: true, Value: { } value } && FlowConstants.Integer(value) is { } count
            && (count < 0 || count >= new BigInteger(width)))
        {
            context.Report(scope, text, $"the count is {count} and the width {width}");
        }
        else if (range.Min < 0 && !context.Operation.ConstantValue.HasValue && scope.ProfileOf(context.Operation.Syntax.SyntaxTree) != Profile.Host)
        {
            context.Report(scope, text, $"'{left.Type.Shown()}' has a sign");
        }
    }

    private static IOperation? Count(IOperation operation) => operation switch
    {
        IBinaryOperation binary => binary.RightOperand,
        ICompoundAssignmentOperation compound => compound.Value,
        _ => null,
    };
}
