using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Flow;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.Numeric;

/// <summary>CFY1204: an index or a part lies inside its elements; pointer offsets, which nothing checks, stand in hardware types.</summary>
// @llr CFY-LLR-165
public sealed class IndexRule() : CertifyRule(
    RuleIds.Index,
    "'{0}' reaches outside its elements: {1}. Compare the index with the length before, or count up to the length.",
    "An index outside its bounds is a trap, and through a pointer it is silent corruption.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        FlowFindings.Register(context, scope, [ObligationKind.Index], (block, obligation) =>
            FlowFindings.Report(block, scope, obligation, "index"));
        context.RegisterSyntaxNodeAction(c => CheckPointer(c, scope), SyntaxKind.ElementAccessExpression);
    }

    private static void CheckPointer(SyntaxNodeAnalysisContext context, RuleScope scope)
    {
        var access = (ElementAccessExpressionSyntax)context.Node;
        if (!scope.Covers(access.SyntaxTree)) return;
        var type = context.SemanticModel.GetTypeInfo(access.Expression, context.CancellationToken).Type;
        if (type is not IPointerTypeSymbol || Annotations.IsHardware(context.ContainingSymbol?.ContainingType)) return;
        if (Annotations.IsHardware(context.ContainingSymbol as INamedTypeSymbol)) return;
        scope.Report(context.ReportDiagnostic, access.GetLocation(), access.ToString(), "nothing checks the offset of a pointer");
    }
}
