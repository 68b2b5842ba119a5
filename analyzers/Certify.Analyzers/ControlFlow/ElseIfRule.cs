using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.ControlFlow;

/// <summary>CFY1107: a chain of else-if says what happens when none of its conditions holds.</summary>
// @llr CFY-LLR-132
public sealed class ElseIfRule() : CertifyRule(
    RuleIds.ElseIf,
    "This chain of conditions says nothing about the case that none holds. Add an 'else' that does what the requirement says of it.",
    "The default of a choice is a case to specify and to test like the others.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope) =>
        context.RegisterSyntaxNodeAction(c => Check(c, scope), SyntaxKind.IfStatement);

    private static void Check(SyntaxNodeAnalysisContext context, RuleScope scope)
    {
        if (context.Node is not IfStatementSyntax { Else: null, Parent: ElseClauseSyntax } last) return;
        scope.Report(context.ReportDiagnostic, last.IfKeyword.GetLocation());
    }
}
