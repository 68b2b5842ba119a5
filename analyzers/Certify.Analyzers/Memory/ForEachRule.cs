using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Memory;

/// <summary>CFY1009: foreach walks only what has a fixed length and needs no enumerator object, no disposal and no hidden calls.</summary>
// @llr CFY-LLR-105
public sealed class ForEachRule() : CertifyRule(
    RuleIds.ForEach,
    "This loop walks a '{0}' {1}. Walk an array, a span or an inline array, or count an index.",
    "An enumerator hides calls, may be a heap object, and may need a finally region.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope) =>
        context.RegisterOperationAction(c => CheckLoop(c, scope), OperationKind.Loop);

    private static void CheckLoop(OperationAnalysisContext context, RuleScope scope)
    {
        if (context.Operation is not IForEachLoopOperation { IsAsynchronous: false } loop) return;
        var collection = loop.Collection.WithoutConversions();
        if (collection.Type is not { } type || type is IErrorTypeSymbol || FixedLength.Is(type)) return;
        var place = ((CommonForEachStatementSyntax)loop.Syntax).ForEachKeyword.GetLocation();
        scope.Report(context.ReportDiagnostic, place, type.Shown(), How(loop));
    }

    private static string How(IForEachLoopOperation loop)
    {
        var info = loop.SemanticModel is { } model && loop.Syntax is CommonForEachStatementSyntax syntax
            ? model.GetForEachStatementInfo(syntax)
            : default;
        if (info.GetEnumeratorMethod is not { } method) return "by an enumerator";
        if (method.ReturnType.TypeKind == TypeKind.Interface) return "through an interface";
        if (method.ReturnType.IsReferenceType) return "by an enumerator object";
        return info.DisposeMethod is null ? "by calls to an enumerator" : "by an enumerator that is disposed of";
    }
}
