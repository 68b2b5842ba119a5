using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.ControlFlow;

/// <summary>CFY1101: no goto, goto case or goto default, and no label.</summary>
// @llr CFY-LLR-025
public sealed class GotoRule() : CertifyRule(
    RuleIds.Goto,
    "'{0}' cuts across the structure of the code. Use a loop, a condition, a return or a method of its own.",
    "A jump can form a loop without a bound and a path that no structure shows.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterOperationAction(c => CheckJump(c, scope), OperationKind.Branch);
        context.RegisterOperationAction(c => CheckLabel(c, scope), OperationKind.Labeled);
    }

    private static void CheckJump(OperationAnalysisContext context, RuleScope scope)
    {
        if (context.Operation is not IBranchOperation { BranchKind: BranchKind.GoTo } jump) return;
        context.Report(scope, jump.Syntax.ToString().TrimEnd(';'));
    }

    private static void CheckLabel(OperationAnalysisContext context, RuleScope scope)
    {
        if (context.Operation.Syntax is not LabeledStatementSyntax label) return;
        scope.Report(context.ReportDiagnostic, label.Identifier.GetLocation(), label.Identifier.ValueText + ":");
    }
}
