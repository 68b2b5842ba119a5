using System.Collections.Generic;
using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.ControlFlow;

/// <summary>CFY1113: methods and decisions stay within <see cref="ComplexityLimits"/>; local functions and lambdas count on their own.</summary>
// @llr CFY-LLR-139
public sealed class ComplexityRule() : CertifyRule(
    RuleIds.Complexity,
    "'{0}' has {1}. Split it: each part with a name, a requirement and tests of its own.",
    "What is too large to see at once is reviewed and tested badly; MC/DC grows with every condition.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterSyntaxNodeAction(
            c => CheckMember(c, scope),
            SyntaxKind.MethodDeclaration, SyntaxKind.ConstructorDeclaration, SyntaxKind.DestructorDeclaration, SyntaxKind.OperatorDeclaration,
            SyntaxKind.ConversionOperatorDeclaration, SyntaxKind.PropertyDeclaration, SyntaxKind.IndexerDeclaration,
            SyntaxKind.GetAccessorDeclaration, SyntaxKind.SetAccessorDeclaration, SyntaxKind.InitAccessorDeclaration,
            SyntaxKind.AddAccessorDeclaration, SyntaxKind.RemoveAccessorDeclaration, SyntaxKind.LocalFunctionStatement,
            SyntaxKind.SimpleLambdaExpression, SyntaxKind.ParenthesizedLambdaExpression, SyntaxKind.AnonymousMethodExpression,
            SyntaxKind.ClassDeclaration, SyntaxKind.StructDeclaration, SyntaxKind.DelegateDeclaration);
        context.RegisterSyntaxNodeAction(c => CheckDecision(c, scope), DecisionReading.Kinds);
    }

    private static void CheckMember(SyntaxNodeAnalysisContext context, RuleScope scope)
    {
        var member = context.Node;
        if (!scope.Covers(member.SyntaxTree)) return;
        var faults = Faults(member).ToList();
        if (faults.Count == 0) return;
        var name = Name(member);
        scope.Report(context.ReportDiagnostic, name.GetLocation(), name.ValueText, string.Join(" and ", faults));
    }

    private static IEnumerable<string> Faults(SyntaxNode member)
    {
        if (Parameters(member) is { } list && list.Parameters.Count > ComplexityLimits.Parameters)
        {
            yield return Over(list.Parameters.Count, "parameters", ComplexityLimits.Parameters);
        }

        if (member is TypeDeclarationSyntax or DelegateDeclarationSyntax) yield break;
        var own = member.DescendantNodes(node => node == member || !MethodSize.IsMeasuredAlone(node)).ToList();
        var paths = 1 + own.Sum(MethodSize.Paths);
        if (paths > ComplexityLimits.Paths) yield return Over(paths, "independent paths", ComplexityLimits.Paths);
        var nesting = own.Where(MethodSize.Nests).Select(node => MethodSize.Depth(node, member)).DefaultIfEmpty(0).Max();
        if (nesting > ComplexityLimits.Nesting) yield return Over(nesting, "levels of nesting", ComplexityLimits.Nesting);
        var lines = MethodSize.Lines(member, Name(member));
        if (lines > ComplexityLimits.Lines) yield return Over(lines, "lines", ComplexityLimits.Lines);
    }

    private static void CheckDecision(SyntaxNodeAnalysisContext context, RuleScope scope)
    {
        if (!scope.Covers(context.Node.SyntaxTree)) return;
        if (new DecisionReading(context.SemanticModel, context.CancellationToken).At(context.Node) is not { } decision) return;
        var conditions = decision.Conditions.Count();
        if (conditions <= ComplexityLimits.Conditions) return;
        scope.Report(
            context.ReportDiagnostic, context.Node.GetLocation(), context.Node.ToString(), Over(conditions, "conditions", ComplexityLimits.Conditions));
    }

    private static string Over(int count, string what, int limit) => $"{count} {what}, more than {limit}";

    private static BaseParameterListSyntax? Parameters(SyntaxNode member) => member switch
    {
        BaseMethodDeclarationSyntax method => method.ParameterList,
        IndexerDeclarationSyntax indexer => indexer.ParameterList,
        LocalFunctionStatementSyntax function => function.ParameterList,
        ParenthesizedLambdaExpressionSyntax lambda => lambda.ParameterList,
        TypeDeclarationSyntax type => type.ParameterList,
        DelegateDeclarationSyntax type => type.ParameterList,
        _ => null,
    };

    private static SyntaxToken Name(SyntaxNode member) => member switch
    {
        MethodDeclarationSyntax node => node.Identifier,
        ConstructorDeclarationSyntax node => node.Identifier,
        DestructorDeclarationSyntax node => node.Identifier,
        OperatorDeclarationSyntax node => node.OperatorToken,
        ConversionOperatorDeclarationSyntax node => node.OperatorKeyword,
        PropertyDeclarationSyntax node => node.Identifier,
        IndexerDeclarationSyntax node => node.ThisKeyword,
        AccessorDeclarationSyntax node => node.Keyword,
        LocalFunctionStatementSyntax node => node.Identifier,
        LambdaExpressionSyntax node => node.ArrowToken,
        AnonymousMethodExpressionSyntax node => node.DelegateKeyword,
        TypeDeclarationSyntax node => node.Identifier,
        DelegateDeclarationSyntax node => node.Identifier,
        _ => member.GetFirstToken(),
    };
}
