using Certify.Coverage.Decisions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Certify.Coverage.Instrumentation;

/// <summary>
/// Tells which expressions are decisions and reads their structure. A decision is every Boolean that controls flow
/// and every expression with &amp;&amp; or || (or a splittable pattern with and/or) anywhere. Conditions are what is left
/// when &amp;&amp;, ||, !, parentheses and, inside a decision, Boolean ?: are taken away. Constants are no condition.
/// </summary>
internal sealed class DecisionReader(SemanticModel model)
{
    private readonly PatternSplitter _patterns = new(model);

    /// <summary>Says whether an expression is the root of a decision, and of which kind.</summary>
    public string? KindOf(ExpressionSyntax node)
    {
        var kind = node.Parent switch
        {
            IfStatementSyntax p when p.Condition == node => "if",
            WhileStatementSyntax p when p.Condition == node => "while",
            DoStatementSyntax p when p.Condition == node => "do",
            ForStatementSyntax p when p.Condition == node => "for",
            ConditionalExpressionSyntax p when p.Condition == node => "conditional",
            WhenClauseSyntax p when p.Condition == node => "when",
            CatchFilterClauseSyntax p when p.FilterExpression == node => "when",
            _ when IsLogical(node) || _patterns.CanSplit(node) => "expression",
            _ => null,
        };
        return kind is null || model.GetConstantValue(node).HasValue ? null : kind;
    }

    /// <summary>Reads the structure of a decision.</summary>
    public ReadDecision Read(ExpressionSyntax root)
    {
        var result = new ReadDecision();
        result.Shape = Shape(root, result);
        return result;
    }

    private BooleanShape Shape(ExpressionSyntax node, ReadDecision result)
    {
        if (model.GetConstantValue(node) is { HasValue: true, Value: bool known }) return new BooleanShape.Constant(known);
        switch (node)
        {
            case ParenthesizedExpressionSyntax p:
                return Shape(p.Expression, result);
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } n when IsBuiltIn(n):
                return new BooleanShape.Not(Shape(n.Operand, result));
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } a when IsBuiltIn(a):
                var left = Shape(a.Left, result);
                return new BooleanShape.And(left, Shape(a.Right, result));
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } o when IsBuiltIn(o):
                var first = Shape(o.Left, result);
                return new BooleanShape.Or(first, Shape(o.Right, result));
            case ConditionalExpressionSyntax q when IsBooleanChoice(q):
                var predicate = Shape(q.Condition, result);
                var whenTrue = Shape(q.WhenTrue, result);
                return new BooleanShape.Choice(predicate, whenTrue, Shape(q.WhenFalse, result));
            case IsPatternExpressionSyntax split when _patterns.CanSplit(split):
                return _patterns.Split(split, result);
            default:
                return Leaf(node, result);
        }
    }

    private BooleanShape.Condition Leaf(ExpressionSyntax node, ReadDecision result)
    {
        var type = model.GetTypeInfo(node);
        var before = "(";
        if (type.Type?.SpecialType != SpecialType.System_Boolean)
        {
            if (type.ConvertedType?.SpecialType == SpecialType.System_Boolean) before = "((bool)(";
            else result.Limit ??= $"the operand '{SourceForms.Collapse(node.ToString())}' is no bool";
        }
        var condition = new BooleanShape.Condition(result.Leaves.Count);
        result.Leaves.Add(new DecisionLeaf(node.Span, SourceForms.Collapse(node.ToString()), before, before == "(" ? ")" : "))", node));
        return condition;
    }

    private bool IsLogical(ExpressionSyntax node) =>
        node is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } && IsBuiltIn(node);

    private bool IsBuiltIn(ExpressionSyntax node) =>
        model.GetTypeInfo(node).Type?.SpecialType == SpecialType.System_Boolean
        && model.GetSymbolInfo(node).Symbol is null or IMethodSymbol { MethodKind: MethodKind.BuiltinOperator };

    private bool IsBooleanChoice(ConditionalExpressionSyntax node) =>
        model.GetTypeInfo(node).Type?.SpecialType == SpecialType.System_Boolean
        && IsBoolean(node.WhenTrue) && IsBoolean(node.WhenFalse);

    private bool IsBoolean(ExpressionSyntax node) =>
        node is not (ThrowExpressionSyntax or RefExpressionSyntax)
        && model.GetTypeInfo(node).Type?.SpecialType == SpecialType.System_Boolean;
}

/// <summary>A decision as read: structure, conditions, and token replacements that its splitting needs.</summary>
internal sealed class ReadDecision
{
    public BooleanShape Shape { get; set; } = new BooleanShape.Constant(true);

    public List<DecisionLeaf> Leaves { get; } = [];

    public List<(TextSpan Span, string Text)> Replacements { get; } = [];

    public string? Limit { get; set; }
}

/// <summary>A condition in the text.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Text">As shown to people.</param>
/// <param name="Before">Text to put before it, so that it is a Boolean operand.</param>
/// <param name="After">Text to put after it.</param>
/// <param name="Inner">What to look into for nested decisions, or null.</param>
internal sealed record DecisionLeaf(TextSpan Span, string Text, string Before, string After, ExpressionSyntax? Inner);
