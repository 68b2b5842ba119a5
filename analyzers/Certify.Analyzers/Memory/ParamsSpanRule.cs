using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Memory;

/// <summary>CFY1007: a parameter list of variable length is a span, where it is declared and where it is called.</summary>
// @llr CFY-LLR-103
public sealed class ParamsSpanRule() : CertifyRule(
    RuleIds.ParamsSpan,
    "{0}. Declare the parameter as 'params ReadOnlySpan<T>', or pass a span.",
    "Listing arguments for a params array makes a new array at every call.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        var spans = new SpanSupport(context.Compilation);
        DeclaredTypes.Register(context, (declaration, sink) =>
        {
            if (declaration.Symbol is not IParameterSymbol { IsParams: true } parameter) return;
            if (FixedLength.IsSpan(parameter.Type) || IsOfAttribute(parameter)) return;
            scope.Report(
                sink, declaration.Place,
                $"Parameter '{parameter.Name}' takes its arguments in an object of type '{parameter.Type.Shown()}'");
        });
        context.RegisterOperationAction(c => CheckArgument(c, spans, scope), OperationKind.Argument);
    }

    private static void CheckArgument(OperationAnalysisContext context, SpanSupport spans, RuleScope scope)
    {
        var argument = (IArgumentOperation)context.Operation;
        if (argument.ArgumentKind is not (ArgumentKind.ParamArray or ArgumentKind.ParamCollection) || argument.IsInAttribute()) return;
        var value = argument.Value.WithoutConversions();
        if (value is ICollectionExpressionOperation collection && spans.IsFreeOfAllocation(collection)) return;
        scope.Report(
            context.ReportDiagnostic, value.Syntax.GetLocation(),
            $"This call makes an object for the 'params' of '{argument.Parameter?.ContainingSymbol.Name}'");
    }

    // An attribute's arguments are metadata and no code runs.
    private static bool IsOfAttribute(IParameterSymbol parameter)
    {
        for (var type = parameter.ContainingType; type is not null; type = type.BaseType)
        {
            if (type is { Name: "Attribute", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }) return true;
        }

        return false;
    }
}
