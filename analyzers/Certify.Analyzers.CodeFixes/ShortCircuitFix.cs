using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Certify.Analyzers.CodeFixes;

/// <summary>
/// CFY1114: <c>&amp;</c> becomes <c>&amp;&amp;</c>, <c>|</c> becomes <c>||</c>, <c>^</c> becomes <c>!=</c>, where the
/// right side has no effect that would then be missed.
/// </summary>
// @llr CFY-LLR-237
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ShortCircuitFix() : CertifyFix("CFY1114", "Use the short-circuit operator")
{
    private protected override ImmutableArray<TextChange> Edits(FixSite site) => site.Node switch
    {
        BinaryExpressionSyntax binary => OfExpression(site, binary),
        AssignmentExpressionSyntax assignment => OfAssignment(site, assignment),
        _ => [],
    };

    private static ImmutableArray<TextChange> OfExpression(FixSite site, BinaryExpressionSyntax binary)
    {
        if (Replacement(binary.OperatorToken) is not { } sign || !IsBool(site, binary.Left) || !IsBool(site, binary.Right)) return [];
        var isUnequal = sign == "!=";
        if (!isUnequal && !Effects.None(site, binary.Right)) return [];
        var edits = ImmutableArray.CreateBuilder<TextChange>();
        var isOuter = NeedsParentheses(binary);
        if (isOuter) edits.Add(FixSite.Insert(binary.SpanStart, "("));
        var isLeft = isUnequal && binary.Left is BinaryExpressionSyntax;
        var isRight = isUnequal && binary.Right is BinaryExpressionSyntax;
        if (isLeft) edits.Add(FixSite.Insert(binary.Left.SpanStart, "("));
        if (isLeft) edits.Add(FixSite.Insert(binary.Left.Span.End, ")"));
        edits.Add(new TextChange(binary.OperatorToken.Span, sign));
        if (isRight) edits.Add(FixSite.Insert(binary.Right.SpanStart, "("));
        if (isRight) edits.Add(FixSite.Insert(binary.Right.Span.End, ")"));
        if (isOuter) edits.Add(FixSite.Insert(binary.Span.End, ")"));
        return edits.ToImmutable();
    }

    private static ImmutableArray<TextChange> OfAssignment(FixSite site, AssignmentExpressionSyntax assignment)
    {
        if (Replacement(assignment.OperatorToken) is not { } sign || assignment.Parent is not ExpressionStatementSyntax) return [];
        if (!IsBool(site, assignment.Left) || !IsBool(site, assignment.Right) || Effects.PlainVariable(site, assignment.Left) is null) return [];
        if (sign != "!=" && !Effects.None(site, assignment.Right)) return [];
        var isWhole = assignment.Right is IdentifierNameSyntax or LiteralExpressionSyntax or MemberAccessExpressionSyntax
            or ParenthesizedExpressionSyntax or InvocationExpressionSyntax or PrefixUnaryExpressionSyntax;
        var edits = ImmutableArray.Create(new TextChange(assignment.OperatorToken.Span, $"= {assignment.Left} {sign}"));
        return isWhole ? edits : edits.AddRange(
            FixSite.Insert(assignment.Right.SpanStart, "("), FixSite.Insert(assignment.Right.Span.End, ")"));
    }

    // The new operators bind looser, so an operand of another operator needs parentheses to stay one.
    private static bool NeedsParentheses(BinaryExpressionSyntax binary) => binary.Parent is BinaryExpressionSyntax parent && (binary.Kind(), parent.Kind()) switch
    {
        (SyntaxKind.BitwiseAndExpression, SyntaxKind.LogicalAndExpression) => false,
        (SyntaxKind.BitwiseOrExpression, SyntaxKind.LogicalOrExpression) => false,
        (SyntaxKind.ExclusiveOrExpression, SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression) => false,
        _ => true,
    };

    private static string? Replacement(SyntaxToken sign) => sign.Kind() switch
    {
        SyntaxKind.AmpersandToken or SyntaxKind.AmpersandEqualsToken => "&&",
        SyntaxKind.BarToken or SyntaxKind.BarEqualsToken => "||",
        SyntaxKind.CaretToken or SyntaxKind.CaretEqualsToken => "!=",
        _ => null,
    };

    // bool? has no short-circuit operators.
    private static bool IsBool(FixSite site, ExpressionSyntax operand) =>
        site.Model.GetTypeInfo(operand, site.Cancellation).Type is { SpecialType: SpecialType.System_Boolean };
}
