using System.Collections.Generic;
using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.ControlFlow;

/// <summary>CFY1103: control can come to every statement, constants folded and calls that never return taken into account.</summary>
// @llr CFY-LLR-130
public sealed class UnreachableRule() : CertifyRule(
    RuleIds.Unreachable,
    "Control never comes to '{0}'. Remove it, or the constant or jump that cuts it off.",
    "A statement that cannot run implements no requirement and no test can cover it.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope) =>
        context.RegisterOperationBlockAction(c => Check(c, scope));

    private static void Check(OperationBlockAnalysisContext context, RuleScope scope)
    {
        foreach (var block in context.OperationBlocks)
        {
            if (block is not IBlockOperation || !scope.Covers(block.Syntax.SyntaxTree)) continue;
            var graph = context.GetControlFlowGraph(block);
            if (StatementReach.IsWhole(block, graph)) continue;
            var reach = new StatementReach();
            reach.Walk(graph);
            foreach (var statement in reach.Unreached().Where(statement => !IsClosingJump(statement, reach)))
            {
                scope.Report(context.ReportDiagnostic, statement.GetLocation(), FirstLine(statement));
            }
        }
    }

    // The language does not know which calls never return, and demands a jump behind them where a value or an end is due.
    private static bool IsClosingJump(StatementSyntax statement, StatementReach reach)
    {
        if (statement is not (ReturnStatementSyntax or ThrowStatementSyntax)) return false;
        if (Siblings.Before(statement) is not ExpressionStatementSyntax call || !reach.EndsAt(call)) return false;
        return statement is ThrowStatementSyntax || !statement.DescendantNodes().OfType<InvocationExpressionSyntax>().Any();
    }

    private static string FirstLine(StatementSyntax statement) => statement.ToString().Split('\n')[0].Trim();
}
