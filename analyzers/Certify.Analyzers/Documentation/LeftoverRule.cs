using System;
using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.DynamicCode;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Certify.Analyzers.Documentation;

/// <summary>CFY2005: no marks of unfinished work, no code in comments, no blocks for debugging.</summary>
// @llr CFY-LLR-229
public sealed class LeftoverRule() : CertifyRule(
    RuleIds.Leftover,
    "{0}. {1}.",
    "A baseline is finished work: what is still to be done stands in a problem report, what is gone in the history.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterSyntaxTreeAction(c => CheckTree(c, scope));
        context.RegisterOperationAction(c => CheckCreation(c, scope), OperationKind.ObjectCreation);
    }

    private static void CheckTree(SyntaxTreeAnalysisContext context, RuleScope scope)
    {
        if (!scope.Covers(context.Tree)) return;
        var root = context.Tree.GetRoot(context.CancellationToken);
        var text = context.Tree.GetText(context.CancellationToken);
        foreach (var comment in Comment.In(root, text))
        {
            foreach (var mark in comment.Marks())
            {
                scope.Report(context.ReportDiagnostic, Location.Create(context.Tree, mark),
                    $"'{text.ToString(mark)}' marks unfinished work", "Finish it, or write a problem report and remove the mark");
            }

            foreach (var code in CommentedCode.In(comment, text, root))
            {
                scope.Report(context.ReportDiagnostic, Location.Create(context.Tree, code),
                    "This comment is code", "Remove it: the history keeps it");
            }
        }

        if (!root.ContainsDirectives) return;
        foreach (var directive in root.DescendantTrivia().Where(trivia => trivia.IsDirective).Select(trivia => trivia.GetStructure()))
        {
            var condition = directive switch
            {
                IfDirectiveTriviaSyntax branch => branch.Condition,
                ElifDirectiveTriviaSyntax branch => branch.Condition,
                _ => null,
            };
            if (condition is null || !IsForDebugging(condition)) continue;
            scope.Report(context.ReportDiagnostic, condition.GetLocation(),
                $"'{condition}' keeps code that is not part of the delivered program", "Remove the block, or move it to a test");
        }
    }

    private static bool IsForDebugging(ExpressionSyntax condition) =>
        condition.IsKind(SyntaxKind.FalseLiteralExpression)
        || condition.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == "DEBUG");

    private static void CheckCreation(OperationAnalysisContext context, RuleScope scope)
    {
        if (!context.Operation.Type.Derives("System.NotImplementedException")) return;
        context.Report(scope, "'NotImplementedException' stands where code is missing", "Write the code, or remove the member");
    }
}
