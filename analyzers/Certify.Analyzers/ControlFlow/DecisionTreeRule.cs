using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.ControlFlow;

/// <summary>CFY1115: no condition of a decision can be reached in two ways, so that taking every branch is MC/DC.</summary>
// @llr CFY-LLR-138
public sealed class DecisionTreeRule() : CertifyRule(
    RuleIds.DecisionTree,
    "Two paths of this decision lead to '{0}', so branch coverage of it is less than MC/DC. {1}.",
    "Where the diagram of a decision is a tree, covering the branches of the object code shows MC/DC.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope) =>
        context.RegisterSyntaxNodeAction(c => Check(c, scope), DecisionReading.Kinds);

    private static void Check(SyntaxNodeAnalysisContext context, RuleScope scope)
    {
        if (!scope.Covers(context.Node.SyntaxTree)) return;
        if (new DecisionReading(context.SemanticModel, context.CancellationToken).At(context.Node) is not { } decision) return;
        if (new DecisionDiagram(decision).Joined() is not { } joined) return;
        scope.Report(context.ReportDiagnostic, context.Node.GetLocation(), joined.Syntax.ToString(), TreeForm.Hint(decision));
    }
}
