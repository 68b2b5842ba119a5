using System.Collections.Immutable;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Memory;

/// <summary>CFY1001: nothing creates an object on a heap, written out or hidden behind a short form.</summary>
// @llr CFY-LLR-021
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HeapObjectRule() : CertifyRule(
    RuleIds.HeapObject,
    "Creating {0} needs a heap, and there is none. {1}.",
    "The image has no allocator: all memory is laid out at build time.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        var spans = new SpanSupport(context.Compilation);
        context.RegisterOperationAction(
            c => CheckCreation(c, scope),
            OperationKind.ObjectCreation, OperationKind.TypeParameterObjectCreation,
            OperationKind.AnonymousObjectCreation, OperationKind.With);
        context.RegisterOperationAction(c => CheckArray(c, spans, scope), OperationKind.ArrayCreation);
        context.RegisterOperationAction(c => CheckCollection(c, spans, scope), OperationKind.CollectionExpression);
        context.RegisterOperationAction(
            c => CheckString(c, scope), OperationKind.Binary, OperationKind.CompoundAssignment, OperationKind.InterpolatedString);
        context.RegisterOperationAction(
            c => CheckSlice(c, scope),
            OperationKind.ArrayElementReference, OperationKind.ImplicitIndexerReference, OperationKind.SlicePattern);
        context.RegisterOperationAction(
            c => CheckStateMachine(c, scope), OperationKind.YieldReturn, OperationKind.YieldBreak, OperationKind.Await);
    }

    private static void CheckCreation(OperationAnalysisContext context, RuleScope scope)
    {
        if (context.Operation.Type is not { } type || context.Operation.IsInAttribute()) return;
        switch (context.Operation)
        {
            case ITypeParameterObjectCreationOperation:
                context.Report(scope, $"a '{type.Shown()}' by 'new()'", $"Write 'default({type.Shown()})' or pass the value in");
                break;
            case IAnonymousObjectCreationOperation:
                context.Report(scope, "an anonymous object", "Declare a struct with these fields");
                break;
            case IWithOperation when type.IsReferenceType:
                context.Report(scope, $"a copy of record '{type.Shown()}'", "Make the type a struct");
                break;
            case IObjectCreationOperation when type.IsReferenceType:
                context.Report(scope, $"an object of class '{type.Shown()}'", "Make the type a struct, or keep its state in the task's state struct");
                break;
        }
    }

    private static void CheckArray(OperationAnalysisContext context, SpanSupport spans, RuleScope scope)
    {
        var array = (IArrayCreationOperation)context.Operation;
        if (array.IsInAttribute() || array.Parent is ICollectionExpressionOperation) return;
        if (ConstantTable.IsTable(array) || spans.IsConstantSpan(array)) return;
        if (array is { IsImplicit: true, Parent: IArgumentOperation { ArgumentKind: ArgumentKind.ParamArray } argument })
        {
            context.Report(
                scope, $"an array for the 'params' of '{argument.Parameter?.ContainingSymbol.Name}'",
                "Declare the parameter as 'params ReadOnlySpan<T>' or pass a span");
            return;
        }

        context.Report(
            scope, $"an array of '{(array.Type as IArrayTypeSymbol)?.ElementType.Shown()}'",
            "Use an inline array, 'stackalloc' into a span, or a 'static readonly' array of constants");
    }

    private static void CheckCollection(OperationAnalysisContext context, SpanSupport spans, RuleScope scope)
    {
        var collection = (ICollectionExpressionOperation)context.Operation;
        if (collection.Type is null or IErrorTypeSymbol || collection.IsInAttribute()) return;
        if (ConstantTable.IsTable(collection)) return;
        if (spans.IsFreeOfAllocation(collection)) return;
        context.Report(
            scope, $"the collection behind this '{collection.Type.Shown()}' expression",
            "Use a span of listed elements without '..', or an inline array");
    }

    private static void CheckString(OperationAnalysisContext context, RuleScope scope)
    {
        var operation = context.Operation;
        if (operation.Type?.SpecialType != SpecialType.System_String || operation.ConstantValue.HasValue) return;
        if (operation is IBinaryOperation { OperatorKind: not BinaryOperatorKind.Add }) return;
        if (operation.Parent is IBinaryOperation { Type.SpecialType: SpecialType.System_String }) return;
        if (operation.Parent is IInterpolatedStringHandlerCreationOperation { Type: { IsValueType: true } handler }
            && handler.Name != "DefaultInterpolatedStringHandler")
        {
            return;
        }

        var how = operation is IInterpolatedStringOperation ? "by interpolation" : "by '+'";
        context.Report(scope, $"a string {how}", "Use constant strings, and write the parts one after another into a span");
    }

    private static void CheckSlice(OperationAnalysisContext context, RuleScope scope)
    {
        var copies = context.Operation switch
        {
            IArrayElementReferenceOperation element => element.Type is IArrayTypeSymbol
                && element.Indices.Length == 1 && element.Indices[0].Type?.Name == "Range",
            IImplicitIndexerReferenceOperation indexer => indexer.Type is { IsReferenceType: true },
            ISlicePatternOperation slice => slice is { Pattern: not null, InputType.IsReferenceType: true },
            _ => false,
        };
        if (copies) context.Report(scope, "the copy that this range takes", "Take the range of a span");
    }

    private static void CheckStateMachine(OperationAnalysisContext context, RuleScope scope)
    {
        var word = context.Operation is IAwaitOperation ? "await" : "yield";
        context.Report(scope, $"the state machine behind '{word}'", "Keep the progress in a state struct and take one step per call");
    }
}
