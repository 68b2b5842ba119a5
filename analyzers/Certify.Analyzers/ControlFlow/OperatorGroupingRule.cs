using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.ControlFlow;

/// <summary>
/// CFY1112, advisory: where two kinds of operators meet, parentheses say which comes first. Products within sums and
/// comparisons within &amp;&amp; and || need none: everybody reads them right.
/// </summary>
// @llr CFY-LLR-136
public sealed class OperatorGroupingRule() : CertifyRule(
    RuleIds.OperatorGrouping,
    "'{0}' stands beside '{1}' without parentheses. Put parentheses around '{2}'.",
    "A reader who does not know all precedences by heart groups mixed operators wrongly.")
{
    private enum Group
    {
        None,
        Product,
        Sum,
        Shift,
        Relation,
        Equality,
        Bits,
        And,
        Or,
        Coalesce,
        Choice,
        PatternAnd,
        PatternOr,
    }

    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope) =>
        context.RegisterSyntaxNodeAction(
            c => Check(c, scope),
            SyntaxKind.MultiplyExpression, SyntaxKind.DivideExpression, SyntaxKind.ModuloExpression, SyntaxKind.AddExpression,
            SyntaxKind.SubtractExpression, SyntaxKind.LeftShiftExpression, SyntaxKind.RightShiftExpression,
            SyntaxKind.UnsignedRightShiftExpression, SyntaxKind.LessThanExpression, SyntaxKind.LessThanOrEqualExpression,
            SyntaxKind.GreaterThanExpression, SyntaxKind.GreaterThanOrEqualExpression, SyntaxKind.EqualsExpression,
            SyntaxKind.NotEqualsExpression, SyntaxKind.BitwiseAndExpression, SyntaxKind.BitwiseOrExpression,
            SyntaxKind.ExclusiveOrExpression, SyntaxKind.LogicalAndExpression, SyntaxKind.CoalesceExpression,
            SyntaxKind.ConditionalExpression, SyntaxKind.AndPattern);

    private static void Check(SyntaxNodeAnalysisContext context, RuleScope scope)
    {
        if (context.Node.Parent is not { } parent || !NeedsParentheses(context.Node, parent)) return;
        scope.Report(context.ReportDiagnostic, context.Node.GetLocation(), Sign(context.Node), Sign(parent), context.Node.ToString());
    }

    private static bool NeedsParentheses(SyntaxNode inner, SyntaxNode outer) => (Of(inner), Of(outer)) switch
    {
        (_, Group.None) => false,
        (Group.Choice, Group.Choice) => true,
        (_, Group.Choice) => false,
        (Group.Product, Group.Product) => inner.RawKind != outer.RawKind || !inner.IsKind(SyntaxKind.MultiplyExpression),
        (Group.Product or Group.Sum, Group.Sum) => false,
        (Group.Product or Group.Sum, Group.Relation or Group.Equality) => false,
        (Group.Relation or Group.Equality, Group.And or Group.Or) => false,
        (Group.Bits, Group.Bits) => inner.RawKind != outer.RawKind,
        (Group.Coalesce, Group.Coalesce) => false,
        (Group.And, Group.And) or (Group.PatternAnd, Group.PatternAnd) => false,
        _ => true,
    };

    private static Group Of(SyntaxNode node) => node.Kind() switch
    {
        SyntaxKind.MultiplyExpression or SyntaxKind.DivideExpression or SyntaxKind.ModuloExpression => Group.Product,
        SyntaxKind.AddExpression or SyntaxKind.SubtractExpression => Group.Sum,
        SyntaxKind.LeftShiftExpression or SyntaxKind.RightShiftExpression or SyntaxKind.UnsignedRightShiftExpression => Group.Shift,
        SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression => Group.Relation,
        SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression => Group.Relation,
        SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression => Group.Equality,
        SyntaxKind.BitwiseAndExpression or SyntaxKind.BitwiseOrExpression or SyntaxKind.ExclusiveOrExpression => Group.Bits,
        SyntaxKind.LogicalAndExpression => Group.And,
        SyntaxKind.LogicalOrExpression => Group.Or,
        SyntaxKind.CoalesceExpression => Group.Coalesce,
        SyntaxKind.ConditionalExpression => Group.Choice,
        SyntaxKind.AndPattern => Group.PatternAnd,
        SyntaxKind.OrPattern => Group.PatternOr,
        _ => Group.None,
    };

    private static string Sign(SyntaxNode node) => node switch
    {
        BinaryExpressionSyntax binary => binary.OperatorToken.ValueText,
        BinaryPatternSyntax pattern => pattern.OperatorToken.ValueText,
        _ => "?:",
    };
}
