using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.ControlFlow;

/// <summary>CFY1110: an assignment is a statement of its own, and a call that writes through 'out' is no operand.</summary>
// @llr CFY-LLR-135
public sealed class NestedAssignmentRule() : CertifyRule(
    RuleIds.NestedAssignment,
    "'{0}' writes a variable inside a larger expression. Make it a statement of its own.",
    "An expression that writes hides an effect, and '=' for '==' looks right.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterOperationAction(
            c => CheckWrite(c, scope),
            OperationKind.SimpleAssignment, OperationKind.CompoundAssignment, OperationKind.CoalesceAssignment,
            OperationKind.DeconstructionAssignment, OperationKind.Increment, OperationKind.Decrement);
        context.RegisterOperationAction(c => CheckOut(c, scope), OperationKind.Argument);
    }

    private static void CheckWrite(OperationAnalysisContext context, RuleScope scope)
    {
        var write = context.Operation;
        if (write.IsImplicit || write.Parent is null || write.IsInAttribute() || IsStatement(write)) return;
        if (write.Parent is IObjectOrCollectionInitializerOperation) return;
        context.Report(scope, write.Syntax.ToString());
    }

    private static void CheckOut(OperationAnalysisContext context, RuleScope scope)
    {
        if (context.Operation is not IArgumentOperation { Parameter.RefKind: RefKind.Out, IsImplicit: false } argument) return;
        if (argument.Parent is not { } call || IsWhole(call)) return;
        context.Report(scope, argument.Syntax.ToString());
    }

    // Its statement (a part of a for header is one), or behind '?.' the whole of it.
    private static bool IsStatement(IOperation operation) => operation.Parent switch
    {
        IExpressionStatementOperation => true,
        IConditionalAccessOperation access => access.WhenNotNull == operation && IsStatement(access),
        _ => false,
    };

    // A call is whole when its value goes nowhere, into one variable, out of the method, or decides a statement.
    private static bool IsWhole(IOperation call)
    {
        var whole = call;
        while (whole.Parent is IConversionOperation { IsImplicit: true } or IParenthesizedOperation or IAwaitOperation) whole = whole.Parent;
        return whole.Parent switch
        {
            IExpressionStatementOperation or IVariableInitializerOperation or IReturnOperation => true,
            IFieldInitializerOperation or IPropertyInitializerOperation => true,
            IConditionalAccessOperation access => IsWhole(access),
            ISimpleAssignmentOperation assignment => assignment.Value == whole && IsStatement(assignment),
            IConditionalOperation choice => choice.Condition == whole && choice.Type is null,
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } negation => negation.Parent is IConditionalOperation { Type: null },
            IWhileLoopOperation or IForLoopOperation or ISwitchOperation => true,
            _ => false,
        };
    }
}
