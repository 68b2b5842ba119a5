using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.ControlFlow;

/// <summary>
/// CFY1108, advisory: a body returns in its last statement, and before only from guards at its beginning: conditions
/// without else whose block ends with the return, among declarations and other guards.
/// </summary>
// @llr CFY-LLR-133
public sealed class SingleExitRule() : CertifyRule(
    RuleIds.SingleExit,
    "This 'return' is a further exit. Keep the result in a local and return it at the end, or move the check to the beginning.",
    "With one exit, what holds at the end of a method is seen in one place.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope) =>
        context.RegisterSyntaxNodeAction(c => Check(c, scope), SyntaxKind.ReturnStatement);

    private static void Check(SyntaxNodeAnalysisContext context, RuleScope scope)
    {
        var exit = (ReturnStatementSyntax)context.Node;
        if (IsLast(exit) || IsGuard(exit)) return;
        scope.Report(context.ReportDiagnostic, exit.ReturnKeyword.GetLocation());
    }

    private static bool IsLast(ReturnStatementSyntax exit) =>
        exit.Parent is GlobalStatementSyntax
        || (exit.Parent is BlockSyntax block && IsBody(block) && block.Statements.Last(s => s is not LocalFunctionStatementSyntax) == exit);

    private static bool IsGuard(ReturnStatementSyntax exit)
    {
        StatementSyntax then = exit;
        if (exit.Parent is BlockSyntax block && block.Statements.Last() == exit) then = block;
        if (then.Parent is not IfStatementSyntax { Else: null } guard || guard.Statement != then) return false;
        return guard.Parent is BlockSyntax body && IsBody(body)
            && body.Statements.TakeWhile(statement => statement != guard).All(IsDeclarationOrGuard);
    }

    private static bool IsDeclarationOrGuard(StatementSyntax statement) => statement switch
    {
        LocalDeclarationStatementSyntax or LocalFunctionStatementSyntax => true,
        IfStatementSyntax { Else: null, Statement: ReturnStatementSyntax } => true,
        IfStatementSyntax { Else: null, Statement: BlockSyntax block } => block.Statements.LastOrDefault() is ReturnStatementSyntax,
        _ => false,
    };

    // The block of a method, accessor, local function or lambda.
    private static bool IsBody(BlockSyntax block) =>
        block.Parent is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax;
}
