using Certify.Coverage.Decisions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Certify.Coverage.Instrumentation;

/// <summary>
/// Splits <c>x is A or B</c> into the conditions <c>x is A</c> and <c>x is B</c> where that cannot change the meaning: x is a local,
/// parameter or field chain of a number, char, bool or enum type, and every part is a constant or a comparison.
/// Any other pattern stays one condition.
/// </summary>
internal sealed class PatternSplitter(SemanticModel model)
{
    /// <summary>Says whether the node is a pattern test that is split.</summary>
    public bool CanSplit(ExpressionSyntax node) =>
        node is IsPatternExpressionSyntax { Expression: var input, Pattern: var pattern }
        && HasCombinator(pattern) && IsSimpleType(model.GetTypeInfo(input).Type) && IsStable(input) && IsSimple(pattern);

    /// <summary>Reads the conditions of a pattern test that <see cref="CanSplit"/> accepts.</summary>
    public BooleanShape Split(IsPatternExpressionSyntax node, ReadDecision result)
    {
        result.Replacements.Add((node.Expression.Span, ""));
        result.Replacements.Add((node.IsKeyword.Span, ""));
        return Shape(node.Pattern, node.Expression.ToString() + " is ", result);
    }

    private static BooleanShape Shape(PatternSyntax pattern, string prefix, ReadDecision result)
    {
        switch (pattern)
        {
            case ParenthesizedPatternSyntax p:
                return Shape(p.Pattern, prefix, result);
            case UnaryPatternSyntax u:
                result.Replacements.Add((u.OperatorToken.Span, "!"));
                return new BooleanShape.Not(Shape(u.Pattern, prefix, result));
            case BinaryPatternSyntax b:
                var and = b.IsKind(SyntaxKind.AndPattern);
                result.Replacements.Add((b.OperatorToken.Span, and ? "&&" : "||"));
                var left = Shape(b.Left, prefix, result);
                var right = Shape(b.Right, prefix, result);
                return and ? new BooleanShape.And(left, right) : new BooleanShape.Or(left, right);
            default:
                var leaf = new BooleanShape.Condition(result.Leaves.Count);
                result.Leaves.Add(new DecisionLeaf(
                    pattern.Span, SourceForms.Collapse(prefix + pattern), "(" + SourceForms.Collapse(prefix), ")", null));
                return leaf;
        }
    }

    private static bool HasCombinator(PatternSyntax pattern) => pattern switch
    {
        BinaryPatternSyntax => true,
        ParenthesizedPatternSyntax p => HasCombinator(p.Pattern),
        UnaryPatternSyntax u => HasCombinator(u.Pattern),
        _ => false,
    };

    private bool IsSimple(PatternSyntax pattern) => pattern switch
    {
        BinaryPatternSyntax b => IsSimple(b.Left) && IsSimple(b.Right),
        ParenthesizedPatternSyntax p => IsSimple(p.Pattern),
        UnaryPatternSyntax u => IsSimple(u.Pattern),
        RelationalPatternSyntax => true,
        ConstantPatternSyntax c => model.GetConstantValue(c.Expression).HasValue,
        _ => false,
    };

    private static bool IsSimpleType(ITypeSymbol? type) =>
        type is { TypeKind: TypeKind.Enum }
        || type is { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_Double and not SpecialType.System_Decimal };

    private bool IsStable(ExpressionSyntax node) => node switch
    {
        ThisExpressionSyntax => true,
        IdentifierNameSyntax or MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression }
            => model.GetSymbolInfo(node).Symbol switch
            {
                ILocalSymbol or IParameterSymbol => true,
                IFieldSymbol { IsVolatile: false } field
                    => field.IsStatic || node is not MemberAccessExpressionSyntax access || IsStable(access.Expression),
                _ => false,
            },
        _ => false,
    };
}
