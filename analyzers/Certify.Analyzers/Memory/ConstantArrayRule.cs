using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Memory;

/// <summary>CFY1002: the only arrays are tables of constants that lie in the image, and nothing writes to them.</summary>
// @llr CFY-LLR-100
public sealed class ConstantArrayRule() : CertifyRule(
    RuleIds.ConstantArray,
    "{0}. {1}.",
    "An array is a heap object, except for a table of constants that the build places into the image; a written table is hidden state.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        var spans = new SpanSupport(context.Compilation);
        context.RegisterOperationAction(c => CheckCreation(c, spans, scope), OperationKind.ArrayCreation);
        context.RegisterOperationAction(c => CheckElement(c, scope), OperationKind.ArrayElementReference);
        context.RegisterOperationAction(c => CheckSpan(c, scope), OperationKind.Conversion, OperationKind.ObjectCreation);
    }

    private static void CheckCreation(OperationAnalysisContext context, SpanSupport spans, RuleScope scope)
    {
        var array = (IArrayCreationOperation)context.Operation;
        if (array.IsInAttribute() || array.Parent is ICollectionExpressionOperation) return;
        if (array is { IsImplicit: true, Parent: IArgumentOperation { ArgumentKind: ArgumentKind.ParamArray } }) return;
        if (ConstantTable.IsTable(array) || spans.IsConstantSpan(array)) return;
        context.Report(
            scope, $"This array of '{(array.Type as IArrayTypeSymbol)?.ElementType.Shown()}' is no table of constants and needs a heap",
            "Use an inline array, 'stackalloc' into a span, or a 'static readonly' array of constants");
    }

    private static void CheckElement(OperationAnalysisContext context, RuleScope scope)
    {
        if (!Place.IsWritten(context.Operation)) return;
        context.Report(
            scope, "This element of an array is written, and an array is a table of constants",
            "Keep what changes in an inline array or in the task's state struct");
    }

    private static void CheckSpan(OperationAnalysisContext context, RuleScope scope)
    {
        if (!FixedLength.IsSpan(context.Operation.Type) || context.Operation.Type?.Name != "Span") return;
        if (FixedLength.IsSpan(context.ContainingSymbol.ContainingType)) return; // The span's own source; its users are checked.
        var source = context.Operation switch
        {
            IConversionOperation conversion => conversion.Operand,
            IObjectCreationOperation { Arguments.IsEmpty: false } creation => creation.Arguments[0].Value,
            _ => null,
        };
        if (source?.WithoutConversions() is not { Type: IArrayTypeSymbol } or IArrayCreationOperation) return;
        context.Report(
            scope, "This span can write to an array, and an array is a table of constants",
            "Take a 'ReadOnlySpan<T>' over the table");
    }
}
