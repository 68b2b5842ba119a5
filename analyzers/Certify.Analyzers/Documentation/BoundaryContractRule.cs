using System.Collections.Generic;
using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Documentation;

/// <summary>
/// CFY2008: a number from outside is compared before it serves as index, length, divisor or loop bound. Which comparison
/// is enough the proof rules decide.
/// </summary>
// @llr CFY-LLR-232
public sealed class BoundaryContractRule() : CertifyRule(
    RuleIds.BoundaryContract,
    "'{0}' comes from outside and serves as {1} before any check. Compare it first, or give the parameter a '[Range]'.",
    "Proofs start from declared ranges, and nothing declares what a device, a message or an unknown caller delivers.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        var values = new ExternalValues(context.Compilation);
        context.RegisterOperationBlockAction(c => CheckBlocks(c, scope, values));
    }

    private static void CheckBlocks(OperationBlockAnalysisContext context, RuleScope scope, ExternalValues values)
    {
        if (!scope.Covers(context.FilterTree)) return;
        foreach (var block in context.OperationBlocks)
        {
            ValueChecks? checks = null;
            foreach (var operation in Descent.Of(block))
            {
                if (!MayBeSink(operation.Kind)) continue;
                foreach (var (value, use) in Sinks(operation))
                {
                    checks ??= new ValueChecks(block, values);
                    if (checks.FirstUnchecked(value, operation) is not { } leaf) continue;
                    scope.Report(context.ReportDiagnostic, leaf.Syntax.GetLocation(), leaf.Syntax.ToString(), use);
                }
            }
        }
    }

    private static bool MayBeSink(OperationKind kind) => kind is
        OperationKind.ArrayElementReference or OperationKind.PropertyReference or OperationKind.InlineArrayAccess or OperationKind.ImplicitIndexerReference
        or OperationKind.Invocation or OperationKind.ArrayCreation or OperationKind.Binary or OperationKind.CompoundAssignment or OperationKind.Loop;

    private static IEnumerable<(IOperation Value, string Use)> Sinks(IOperation operation)
    {
        switch (operation)
        {
            case IArrayElementReferenceOperation element:
                foreach (var index in element.Indices) yield return (index, "index");
                break;
            case IPropertyReferenceOperation { Property.IsIndexer: true } indexer:
                foreach (var argument in indexer.Arguments) yield return (argument.Value, "index");
                break;
            case IInlineArrayAccessOperation access:
                yield return (access.Argument, "index");
                break;
            case IImplicitIndexerReferenceOperation indexer:
                yield return (indexer.Argument, "index");
                break;
            case IInvocationOperation { TargetMethod: { Name: "Slice" or "AsSpan" or "Substring" } } slice:
                foreach (var argument in slice.Arguments) yield return (argument.Value, "length");
                break;
            case IArrayCreationOperation creation:
                foreach (var size in creation.DimensionSizes) yield return (size, "length");
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder } division when IsInteger(division.Type):
                yield return (division.RightOperand, "divisor");
                break;
            case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder } division when IsInteger(division.Type):
                yield return (division.Value, "divisor");
                break;
            case ILoopOperation loop:
                foreach (var bound in Bounds(loop)) yield return (bound, "loop bound");
                break;
        }
    }

    // What a loop's condition compares with; a comparison with a constant limits the value itself.
    private static IEnumerable<IOperation> Bounds(ILoopOperation loop)
    {
        var condition = loop switch
        {
            IForLoopOperation counted => counted.Condition,
            IWhileLoopOperation counted => counted.Condition,
            _ => null,
        };
        return condition is null
            ? []
            : condition.DescendantsAndSelf().OfType<IBinaryOperation>().Where(ValueChecks.IsComparison)
                .Where(comparison => !comparison.LeftOperand.ConstantValue.HasValue && !comparison.RightOperand.ConstantValue.HasValue)
                .SelectMany(comparison => new[] { comparison.LeftOperand, comparison.RightOperand });
    }

    private static bool IsInteger(ITypeSymbol? type) =>
        ExternalValues.IsNumber(type) && type!.SpecialType is not (SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal);
}
