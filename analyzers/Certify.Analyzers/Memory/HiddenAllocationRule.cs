using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Memory;

/// <summary>CFY1008: no short form stands where the compiler puts an allocation: collection expressions, ranges, slice patterns.</summary>
// @llr CFY-LLR-104
public sealed class HiddenAllocationRule() : CertifyRule(
    RuleIds.HiddenAllocation,
    "{0} allocates, although no 'new' shows it. {1}.",
    "Brackets and dots look the same whether they name memory or make it.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        var spans = new SpanSupport(context.Compilation);
        context.RegisterOperationAction(c => CheckCollection(c, spans, scope), OperationKind.CollectionExpression);
        context.RegisterOperationAction(
            c => CheckSlice(c, scope),
            OperationKind.ArrayElementReference, OperationKind.ImplicitIndexerReference, OperationKind.SlicePattern);
    }

    private static void CheckCollection(OperationAnalysisContext context, SpanSupport spans, RuleScope scope)
    {
        var collection = (ICollectionExpressionOperation)context.Operation;
        if (collection.Type is null or IErrorTypeSymbol || collection.IsInAttribute()) return;
        if (IsParams(collection) || ConstantTable.IsTable(collection) || spans.IsFreeOfAllocation(collection)) return;
        context.Report(
            scope, $"This '{collection.Type.Shown()}' expression", "Use a span of listed elements without '..', or an inline array");
    }

    private static void CheckSlice(OperationAnalysisContext context, RuleScope scope)
    {
        var copies = context.Operation switch
        {
            IArrayElementReferenceOperation element => element.Indices.Length == 1 && IsRange(element.Indices[0].Type),
            IImplicitIndexerReferenceOperation indexer => indexer.Type is { IsReferenceType: true } && IsRange(indexer.Argument.Type),
            ISlicePatternOperation slice => slice is { Pattern: not null, InputType.IsReferenceType: true },
            _ => false,
        };
        if (copies) context.Report(scope, "This range copies what it selects and", "Take the range of a span");
    }

    private static bool IsRange(ITypeSymbol? type) =>
        type is { Name: "Range", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static bool IsParams(IOperation operation)
    {
        var parent = operation.Parent;
        while (parent is IConversionOperation { IsImplicit: true }) parent = parent.Parent;
        return parent is IArgumentOperation { ArgumentKind: ArgumentKind.ParamCollection };
    }
}
