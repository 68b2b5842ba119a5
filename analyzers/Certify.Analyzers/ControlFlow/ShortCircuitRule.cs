using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.ControlFlow;

/// <summary>
/// CFY1114: truth values are combined by operators whose operands are conditions of their own. On the host, where
/// coverage is not measured per condition, accumulating with <c>|=</c> and comparing with <c>^</c> stay allowed.
/// </summary>
// @llr CFY-LLR-134
public sealed class ShortCircuitRule() : CertifyRule(
    RuleIds.ShortCircuit,
    "'{0}' evaluates both truth values and counts as one condition. Use '{1}'.",
    "MC/DC looks at conditions; operands of an operator that always evaluates both sides are none.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterOperationAction(c => CheckBinary(c, scope), OperationKind.Binary);
        context.RegisterOperationAction(c => CheckCompound(c, scope), OperationKind.CompoundAssignment);
    }

    private static void CheckBinary(OperationAnalysisContext context, RuleScope scope)
    {
        var operation = (IBinaryOperation)context.Operation;
        if (Remedy(operation.OperatorKind) is not { } remedy || !IsTruth(operation.Type) || operation.IsInAttribute()) return;
        if (operation.OperatorKind == BinaryOperatorKind.ExclusiveOr && IsHost(operation, scope)) return;
        context.Report(scope, Sign(operation.OperatorKind), remedy);
    }

    private static void CheckCompound(OperationAnalysisContext context, RuleScope scope)
    {
        var operation = (ICompoundAssignmentOperation)context.Operation;
        if (Remedy(operation.OperatorKind) is not { } remedy || !IsTruth(operation.Type) || IsHost(operation, scope)) return;
        context.Report(scope, Sign(operation.OperatorKind) + "=", $"= … {remedy} …");
    }

    private static bool IsHost(IOperation operation, RuleScope scope) => scope.ProfileOf(operation.Syntax.SyntaxTree) == Profile.Host;

    private static string? Remedy(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.And => "&&",
        BinaryOperatorKind.Or => "||",
        BinaryOperatorKind.ExclusiveOr => "!=",
        _ => null,
    };

    private static string Sign(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.And => "&",
        BinaryOperatorKind.Or => "|",
        _ => "^",
    };

    // bool, bool?, and types that say themselves when they are true.
    private static bool IsTruth(ITypeSymbol? type) => type switch
    {
        null => false,
        { SpecialType: SpecialType.System_Boolean } => true,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => IsTruth(nullable.TypeArguments[0]),
        _ => type.GetMembers(WellKnownMemberNames.TrueOperatorName).Any(),
    };
}
