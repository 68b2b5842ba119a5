using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Certify.Analyzers.ControlFlow;

/// <summary>
/// Finds decisions of more than one condition and reads them: the largest expressions over &amp;&amp;, ||, ! and, within those or
/// where a Boolean controls the flow, ?: of Booleans; and patterns over 'and', 'or' and 'not'. Constants are no condition.
/// </summary>
internal sealed class DecisionReading(SemanticModel model, CancellationToken cancellation)
{
    /// <summary>The kinds of nodes at which a decision can begin.</summary>
    public static readonly SyntaxKind[] Kinds =
    [
        SyntaxKind.LogicalAndExpression, SyntaxKind.LogicalOrExpression, SyntaxKind.ConditionalExpression,
        SyntaxKind.AndPattern, SyntaxKind.OrPattern,
    ];

    /// <summary>The decision that begins at this node, or null when the node is none or only a part of one.</summary>
    public Formula? At(SyntaxNode node) => node switch
    {
        PatternSyntax pattern => IsPart(pattern.Parent) || IsTested(pattern) ? null : Read(pattern),
        ExpressionSyntax expression when !IsOperand(expression) && IsConnective(expression) && Root(expression) == expression => Read(expression),
        _ => null,
    };

    /// <summary>Reads an expression as a decision.</summary>
    public Formula Read(ExpressionSyntax node)
    {
        if (model.GetConstantValue(node, cancellation) is { HasValue: true, Value: bool known })
        {
            return new Formula(known ? Connective.True : Connective.False, node);
        }

        return node switch
        {
            ParenthesizedExpressionSyntax inner => Read(inner.Expression),
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not =>
                new Formula(Connective.Not, node, Read(not.Operand)),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } and =>
                new Formula(Connective.And, node, Read(and.Left), Read(and.Right)),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } or =>
                new Formula(Connective.Or, node, Read(or.Left), Read(or.Right)),
            ConditionalExpressionSyntax choice when IsBool(choice) =>
                new Formula(Connective.Choice, node, Read(choice.Condition), Read(choice.WhenTrue), Read(choice.WhenFalse)),
            IsPatternExpressionSyntax { Pattern: BinaryPatternSyntax or UnaryPatternSyntax or ParenthesizedPatternSyntax } test => Read(test.Pattern),
            _ => new Formula(Connective.Condition, node),
        };
    }

    private static Formula Read(PatternSyntax node) => node switch
    {
        ParenthesizedPatternSyntax inner => Read(inner.Pattern),
        UnaryPatternSyntax not => new Formula(Connective.Not, node, Read(not.Pattern)),
        BinaryPatternSyntax binary => new Formula(
            binary.IsKind(SyntaxKind.AndPattern) ? Connective.And : Connective.Or, node, Read(binary.Left), Read(binary.Right)),
        _ => new Formula(Connective.Condition, node),
    };

    // Parts of larger patterns.
    private static bool IsPart(SyntaxNode? parent) => parent switch
    {
        BinaryPatternSyntax => true,
        ParenthesizedPatternSyntax or UnaryPatternSyntax => IsPart(parent.Parent),
        _ => false,
    };

    // A pattern behind 'is' that is an operand of a larger decision is read with that one.
    private bool IsTested(SyntaxNode pattern)
    {
        var node = pattern.Parent;
        while (node is ParenthesizedPatternSyntax or UnaryPatternSyntax) node = node.Parent;
        return node is IsPatternExpressionSyntax test && Root(test) is { } root && root != test;
    }

    // Operands of && and || are parts for certain; asking for the root at each of them would take the square of a chain's length.
    private bool IsOperand(SyntaxNode node)
    {
        var parent = node.Parent;
        while (parent is ParenthesizedExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression }) parent = parent.Parent;
        return parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } connective
            && IsBool(connective);
    }

    // The largest connective around an expression. A choice counts when something decides by its value; null when nothing does.
    private ExpressionSyntax? Root(ExpressionSyntax node)
    {
        var root = node is ConditionalExpressionSyntax ? null : node;
        var open = node;
        SyntaxNode inner = node;
        for (var parent = node.Parent; parent is not null; inner = parent, parent = parent.Parent)
        {
            switch (parent)
            {
                case ParenthesizedExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression }:
                    break;
                case ConditionalExpressionSyntax choice when choice.Condition == inner && !IsBool(choice):
                    return open;
                case ConditionalExpressionSyntax choice when IsBool(choice):
                    if (choice.Condition == inner) root ??= open;
                    open = choice;
                    break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } connective
                    when IsBool(connective):
                    root = open = connective;
                    break;
                case IfStatementSyntax or WhileStatementSyntax or DoStatementSyntax or WhenClauseSyntax or CatchFilterClauseSyntax:
                    return open;
                case ForStatementSyntax loop when loop.Condition == inner:
                    return open;
                default:
                    return root;
            }
        }

        return root;
    }

    private bool IsConnective(ExpressionSyntax node) =>
        (node is BinaryExpressionSyntax or ConditionalExpressionSyntax) && IsBool(node);

    private bool IsBool(ExpressionSyntax node) =>
        model.GetTypeInfo(node, cancellation).Type?.SpecialType == SpecialType.System_Boolean;
}
