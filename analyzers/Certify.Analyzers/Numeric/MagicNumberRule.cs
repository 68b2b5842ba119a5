using System.Numerics;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Flow;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.Numeric;

/// <summary>CFY1211: a number other than -1, 0, 1 and 2 has a name (advisory).</summary>
// @llr CFY-LLR-172
public sealed class MagicNumberRule() : CertifyRule(
    RuleIds.MagicNumber,
    "'{0}' has no name. Declare a constant that says what it is, its unit and its requirement.",
    "A named number can be traced to the requirement that gives it, and is changed in one place.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope) =>
        context.RegisterSyntaxNodeAction(c => Check(c, scope), SyntaxKind.NumericLiteralExpression);

    private static void Check(SyntaxNodeAnalysisContext context, RuleScope scope)
    {
        var literal = (LiteralExpressionSyntax)context.Node;
        if (!scope.Covers(literal.SyntaxTree) || literal.Token.Value is not { } value) return;
        if (IsPlain(value) || HasName(literal) || IsBitPosition(literal, value)) return;
        scope.Report(context.ReportDiagnostic, literal.GetLocation(), literal.Token.Text);
    }

    private static bool IsPlain(object value) => value switch
    {
        float number => IsPlain((double)number),
        double number => number is >= 0 and <= 2 && System.Math.Abs((number * 2) - System.Math.Truncate(number * 2)) < double.Epsilon,
        _ => FlowConstants.Integer(value) is { } integer && integer >= 0 && integer <= 2,
    };

    // A declaration around the literal names it: constants, tables, enum members, defaults, attributes.
    private static bool HasName(LiteralExpressionSyntax literal)
    {
        for (SyntaxNode? node = literal; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case AttributeSyntax or EnumMemberDeclarationSyntax or ParameterSyntax:
                    return true;
                case BaseFieldDeclarationSyntax field:
                    return field.Modifiers.Any(SyntaxKind.ConstKeyword) || field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword)
                        || field.Modifiers.Any(SyntaxKind.FixedKeyword);
                case LocalDeclarationStatementSyntax local when local.IsConst:
                    return true;
                case PropertyDeclarationSyntax { ExpressionBody: { Expression: var body } } property:
                    return property.Modifiers.Any(SyntaxKind.StaticKeyword) && body is LiteralExpressionSyntax or CollectionExpressionSyntax;
                case MemberDeclarationSyntax:
                    return false;
            }
        }

        return false;
    }

    // The count of a shift, or one bit or a run of low bits as a mask.
    private static bool IsBitPosition(LiteralExpressionSyntax literal, object value)
    {
        var node = (SyntaxNode)literal;
        while (node.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax or PrefixUnaryExpressionSyntax) node = node.Parent;
        if (FlowConstants.Integer(value) is not { } number) return false;
        return node.Parent?.Kind() switch
        {
            SyntaxKind.LeftShiftExpression or SyntaxKind.RightShiftExpression or SyntaxKind.UnsignedRightShiftExpression
                or SyntaxKind.LeftShiftAssignmentExpression or SyntaxKind.RightShiftAssignmentExpression => true,
            SyntaxKind.BitwiseAndExpression or SyntaxKind.BitwiseOrExpression or SyntaxKind.ExclusiveOrExpression
                or SyntaxKind.AndAssignmentExpression or SyntaxKind.OrAssignmentExpression or SyntaxKind.ExclusiveOrAssignmentExpression =>
                number.IsPowerOfTwo || (number + BigInteger.One).IsPowerOfTwo,
            _ => false,
        };
    }
}
