using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Flow;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.Numeric;

/// <summary>CFY1212: the project checks arithmetic, and unchecked stands in declared modular members only.</summary>
// @llr CFY-LLR-173
public sealed class ArithmeticContextRule() : CertifyRule(
    RuleIds.ArithmeticContext,
    "{0}. {1}.",
    "The same line means two things with and without checking; a reviewer must not have to guess.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterSyntaxNodeAction(
            c => Check(c, scope), SyntaxKind.UncheckedExpression, SyntaxKind.UncheckedStatement);
        if (context.Compilation.Options is not CSharpCompilationOptions { CheckOverflow: false }) return;
        context.RegisterCompilationEndAction(c => scope.Report(
            c.ReportDiagnostic, Location.None,
            "The project does not check integer arithmetic", "Set '<CheckForOverflowUnderflow>true</CheckForOverflowUnderflow>'"));
    }

    private static void Check(SyntaxNodeAnalysisContext context, RuleScope scope)
    {
        if (!scope.Covers(context.Node.SyntaxTree) || Modular.Covers(context.ContainingSymbol)) return;
        var keyword = context.Node switch
        {
            CheckedExpressionSyntax expression => expression.Keyword,
            CheckedStatementSyntax statement => statement.Keyword,
            _ => context.Node.GetFirstToken(),
        };
        scope.Report(
            context.ReportDiagnostic, keyword.GetLocation(),
            "'unchecked' stands in a member that is not declared modular",
            "Let the arithmetic be checked, or declare the member '[Modular(\"reason\")]'");
    }
}
