using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Flow;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Numeric;

/// <summary>
/// CFY1208: where not-a-number or infinity can arise (a divisor that can be zero, a root of a negative number, a double
/// too great for float) the result is tested, and a floating-point value becomes an integer only where it is known to fit.
/// </summary>
// @llr CFY-LLR-169
public sealed class FloatRangeRule() : CertifyRule(
    RuleIds.FloatRange,
    "'{0}' can give what is no number in range: {1}. Compare the operands with their limits before, or test the result with 'float.IsFinite'.",
    "Not-a-number and infinity spread through every later result, and as an integer they are any value.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope) =>
        FlowFindings.Register(context, scope, [ObligationKind.FloatToInteger, ObligationKind.FloatResult], (block, obligation) =>
        {
            if (obligation.Kind == ObligationKind.FloatResult && obligation.Verdict != Verdict.Proved && IsTested(block, obligation.Operation)) return;
            FlowFindings.Report(block, scope, obligation, "conversion");
        });

    // The result goes into a variable that a comparison or a test for finite numbers looks at.
    private static bool IsTested(OperationBlockAnalysisContext context, IOperation place)
    {
        // The graph has copies without their surroundings; this is the original.
        var all = context.OperationBlocks.SelectMany(Descent.Of);
        if (all.FirstOrDefault(o => o.Syntax == place.Syntax && o.Kind == place.Kind) is not { } operation) return false;
        if (IsLookedAt(operation)) return true;
        var child = operation;
        var parent = operation.Parent;
        while (parent is IParenthesizedOperation or IConversionOperation) (child, parent) = (parent, parent.Parent);
        var symbol = operation is ICompoundAssignmentOperation compound ? Symbol(compound.Target) : parent switch
        {
            ISimpleAssignmentOperation assignment when assignment.Value == child => Symbol(assignment.Target),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            _ => null,
        };
        return symbol is not null && all.Any(use => SymbolEqualityComparer.Default.Equals(Symbol(use), symbol)
            && use.Syntax.SpanStart > operation.Syntax.SpanStart && IsLookedAt(use));
    }

    private static bool IsLookedAt(IOperation use)
    {
        var parent = use.Parent;
        while (parent is IParenthesizedOperation or IConversionOperation or IUnaryOperation) parent = parent.Parent;
        return (parent is IBinaryOperation comparison && FlowEvaluator.IsComparison(comparison.OperatorKind))
            || parent is IIsPatternOperation
            || (parent is IArgumentOperation { Parent: IInvocationOperation test } && IsTest(test));
    }

    private static bool IsTest(IInvocationOperation call) => call.TargetMethod.Name is "IsFinite" or "IsNaN" or "IsInfinity" or "IsNormal";

    private static ISymbol? Symbol(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field,
        _ => null,
    };
}
