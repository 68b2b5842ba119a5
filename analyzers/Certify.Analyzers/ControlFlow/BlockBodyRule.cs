using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.ControlFlow;

/// <summary>CFY1106: every body stands in braces and holds a statement; a method that is empty on purpose says so.</summary>
// @llr CFY-LLR-131
public sealed class BlockBodyRule() : CertifyRule(
    RuleIds.BlockBody,
    "{0}. {1}.",
    "A dangling statement or a stray semicolon makes code do something else than it looks like.")
{
    private const string Marker = "IntentionallyEmptyAttribute";

    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterSyntaxNodeAction(
            c => CheckBody(c, scope),
            SyntaxKind.IfStatement, SyntaxKind.ElseClause, SyntaxKind.WhileStatement, SyntaxKind.DoStatement, SyntaxKind.ForStatement,
            SyntaxKind.ForEachStatement, SyntaxKind.ForEachVariableStatement, SyntaxKind.FixedStatement, SyntaxKind.LockStatement,
            SyntaxKind.UsingStatement);
        context.RegisterSyntaxNodeAction(c => CheckEmptyStatement(c, scope), SyntaxKind.EmptyStatement);
        context.RegisterSyntaxNodeAction(c => CheckBlock(c, scope), SyntaxKind.Block);
    }

    private static void CheckBody(SyntaxNodeAnalysisContext context, RuleScope scope)
    {
        var (keyword, body) = context.Node switch
        {
            IfStatementSyntax node => (node.IfKeyword, node.Statement),
            ElseClauseSyntax node => (node.ElseKeyword, node.Statement),
            WhileStatementSyntax node => (node.WhileKeyword, node.Statement),
            DoStatementSyntax node => (node.DoKeyword, node.Statement),
            ForStatementSyntax node => (node.ForKeyword, node.Statement),
            CommonForEachStatementSyntax node => (node.ForEachKeyword, node.Statement),
            FixedStatementSyntax node => (node.FixedKeyword, node.Statement),
            LockStatementSyntax node => (node.LockKeyword, node.Statement),
            UsingStatementSyntax node => (node.UsingKeyword, node.Statement),
            _ => default,
        };

        // An empty statement is a finding of its own; else-if is one construct, and so are stacked fixed and using statements.
        if (body is null or BlockSyntax or EmptyStatementSyntax) return;
        if (context.Node is ElseClauseSyntax && body is IfStatementSyntax) return;
        if (context.Node is FixedStatementSyntax && body is FixedStatementSyntax) return;
        if (context.Node is UsingStatementSyntax && body is UsingStatementSyntax) return;
        scope.Report(
            context.ReportDiagnostic, keyword.GetLocation(), $"The body of this '{keyword.ValueText}' is no block", "Put braces around it");
    }

    private static void CheckEmptyStatement(SyntaxNodeAnalysisContext context, RuleScope scope) =>
        scope.Report(context.ReportDiagnostic, context.Node.GetLocation(), "This statement does nothing", "Remove the semicolon, or write what is missing");

    private static void CheckBlock(SyntaxNodeAnalysisContext context, RuleScope scope)
    {
        var block = (BlockSyntax)context.Node;
        if (block.Statements.Count > 0 || IsDeclaredEmpty(block, context)) return;
        var remedy = block.Parent is StatementSyntax and not LocalFunctionStatementSyntax || block.Parent is ElseClauseSyntax or CatchClauseSyntax
            ? "Write what is missing, or turn the condition round"
            : "Write what is missing, or declare it with '[IntentionallyEmpty(\"reason\")]'";
        scope.Report(context.ReportDiagnostic, block.GetLocation(), "This body is empty", remedy);
    }

    // A constructor that hands on to another one has its work there.
    private static bool IsDeclaredEmpty(BlockSyntax block, SyntaxNodeAnalysisContext context)
    {
        if (block.Parent is ConstructorDeclarationSyntax { Initializer: not null }) return true;
        var symbol = block.Parent switch
        {
            BaseMethodDeclarationSyntax member => context.SemanticModel.GetDeclaredSymbol(member, context.CancellationToken),
            AccessorDeclarationSyntax accessor => context.SemanticModel.GetDeclaredSymbol(accessor, context.CancellationToken),
            LocalFunctionStatementSyntax function => context.SemanticModel.GetDeclaredSymbol(function, context.CancellationToken),
            _ => null,
        };
        if (symbol is null) return false;
        return IsMarked(symbol) || (symbol is IMethodSymbol { AssociatedSymbol: { } property } && IsMarked(property));
    }

    private static bool IsMarked(ISymbol symbol) =>
        Annotations.Find(symbol, Marker) is { } marker && Annotations.HasText(marker, 0);
}
