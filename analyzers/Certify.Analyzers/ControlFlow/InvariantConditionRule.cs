using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Flow;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.ControlFlow;

/// <summary>CFY1105: no condition is a constant or proved to have one value in every run.</summary>
// @llr CFY-LLR-174
public sealed class InvariantConditionRule() : CertifyRule(
    RuleIds.InvariantCondition,
    "'{0}' is {1} in every run that gets here. Remove the condition, or correct what it tests.",
    "A condition with one value has an outcome that no test can show, and is often a slip of the pen.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope) =>
        FlowFindings.Register(context, scope, [ObligationKind.Condition], (block, obligation) =>
        {
            if (obligation.Verdict is not (Verdict.Proved or Verdict.Refuted)) return;
            if (IsLoopWithoutEnd(obligation.Operation) || IsSwitchOfProduct(obligation.Operation, scope) || !IsWritten(obligation.Operation)) return;
            scope.Report(
                block.ReportDiagnostic, obligation.Operation.Syntax.GetLocation(), obligation.Expression,
                obligation.Verdict == Verdict.Proved ? "true" : "false");
        });

    // while (true), for (;; ) and do … while (false) say what they mean.
    private static bool IsLoopWithoutEnd(IOperation condition) =>
        condition.Syntax is LiteralExpressionSyntax { Parent: WhileStatementSyntax or ForStatementSyntax or DoStatementSyntax };

    // On stock .NET, a named constant that is tested is a switch of the build.
    private static bool IsSwitchOfProduct(IOperation condition, RuleScope scope) =>
        condition.ConstantValue.HasValue && scope.ProfileOf(condition.Syntax.SyntaxTree) == Profile.Host;

    // Patterns and cases that the compiler splits are judged by the compiler.
    private static bool IsWritten(IOperation condition)
    {
        if (condition.Syntax is not ExpressionSyntax expression) return false;
        for (SyntaxNode? node = expression; node is not null and not StatementSyntax; node = node.Parent)
        {
            if (node is SwitchExpressionArmSyntax or ForEachStatementSyntax) return node is SwitchExpressionArmSyntax { WhenClause: { } when } && when.Contains(expression);
            if (node is SwitchLabelSyntax and not CasePatternSwitchLabelSyntax) return false;
        }

        return true;
    }
}
