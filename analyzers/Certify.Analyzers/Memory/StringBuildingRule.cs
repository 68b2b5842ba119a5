using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Memory;

/// <summary>CFY1006: every string is a constant of the image; none is put together at run time.</summary>
// @llr CFY-LLR-102
public sealed class StringBuildingRule() : CertifyRule(
    RuleIds.StringBuilding,
    "{0} makes a string at run time, which needs a heap. Use constant strings, and write the parts one after another into a span.",
    "A string is a heap object, and the code that formats one is large and depends on data and culture.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterOperationAction(
            c => CheckExpression(c, scope), OperationKind.Binary, OperationKind.CompoundAssignment, OperationKind.InterpolatedString);
        context.RegisterOperationAction(c => CheckCall(c, scope), OperationKind.Invocation, OperationKind.ObjectCreation);
    }

    private static void CheckExpression(OperationAnalysisContext context, RuleScope scope)
    {
        var operation = context.Operation;
        if (operation.Type?.SpecialType != SpecialType.System_String || operation.ConstantValue.HasValue) return;
        if (operation is IBinaryOperation { OperatorKind: not BinaryOperatorKind.Add } || HasOwnOperator(operation)) return;
        if (operation.Parent is IBinaryOperation { Type.SpecialType: SpecialType.System_String }) return;
        if (operation.Parent is IInterpolatedStringHandlerCreationOperation { Type: { IsValueType: true } handler }
            && handler.Name != "DefaultInterpolatedStringHandler")
        {
            return;
        }

        context.Report(scope, operation is IInterpolatedStringOperation ? "Interpolation" : "'+'");
    }

    private static void CheckCall(OperationAnalysisContext context, RuleScope scope)
    {
        if (context.Operation.Type?.SpecialType != SpecialType.System_String || context.Operation.IsInAttribute()) return;
        switch (context.Operation)
        {
            case IObjectCreationOperation:
                context.Report(scope, "'new string'");
                break;
            case IInvocationOperation { TargetMethod: { } method } when IsBuilder(method):
                context.Report(scope, $"'{method.ContainingType.Shown()}.{method.Name}'");
                break;
        }
    }

    private static bool HasOwnOperator(IOperation operation) => operation switch
    {
        IBinaryOperation binary => binary.OperatorMethod is { ContainingType.SpecialType: not SpecialType.System_String },
        ICompoundAssignmentOperation assignment => assignment.OperatorMethod is { ContainingType.SpecialType: not SpecialType.System_String },
        _ => false,
    };

    // Members of string that return a string, and the texts of the built-in value types.
    private static bool IsBuilder(IMethodSymbol method) =>
        method.ContainingType.SpecialType == SpecialType.System_String
            ? method.Name is not ("ToString" or "IsInterned")
            : method.Name == "ToString" && IsBuiltIn(method.ContainingType);

    private static bool IsBuiltIn(INamedTypeSymbol type) =>
        type.OriginalDefinition.SpecialType is (>= SpecialType.System_Boolean and <= SpecialType.System_Double)
            or SpecialType.System_IntPtr or SpecialType.System_UIntPtr or SpecialType.System_DateTime or SpecialType.System_Nullable_T;
}
