using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Certify.Analyzers.ControlFlow;

/// <summary>Counts that make up the size of a method.</summary>
internal static class MethodSize
{
    /// <summary>True for code that is measured apart from what it stands in.</summary>
    public static bool IsMeasuredAlone(SyntaxNode node) =>
        node is LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or AccessorDeclarationSyntax or AttributeListSyntax;

    /// <summary>How many further paths a node opens.</summary>
    public static int Paths(SyntaxNode node) => node.Kind() switch
    {
        SyntaxKind.IfStatement or SyntaxKind.WhileStatement or SyntaxKind.DoStatement or SyntaxKind.ForStatement => 1,
        SyntaxKind.ForEachStatement or SyntaxKind.ForEachVariableStatement or SyntaxKind.CatchClause or SyntaxKind.WhenClause => 1,
        SyntaxKind.ConditionalExpression or SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression => 1,
        SyntaxKind.CoalesceExpression or SyntaxKind.CoalesceAssignmentExpression or SyntaxKind.ConditionalAccessExpression => 1,
        SyntaxKind.AndPattern or SyntaxKind.OrPattern or SyntaxKind.CaseSwitchLabel or SyntaxKind.CasePatternSwitchLabel => 1,
        SyntaxKind.SwitchExpressionArm => ((SwitchExpressionArmSyntax)node).Pattern is DiscardPatternSyntax ? 0 : 1,
        _ => 0,
    };

    /// <summary>True for a statement that puts others a level deeper; an else-if stays on the level of its chain.</summary>
    public static bool Nests(SyntaxNode node) => node switch
    {
        IfStatementSyntax chained => chained.Parent is not ElseClauseSyntax,
        WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax => true,
        SwitchStatementSyntax or TryStatementSyntax or LockStatementSyntax or UsingStatementSyntax or FixedStatementSyntax => true,
        _ => false,
    };

    /// <summary>The level of a statement below the member, counted from 1.</summary>
    public static int Depth(SyntaxNode node, SyntaxNode member) =>
        node.AncestorsAndSelf().TakeWhile(outer => outer != member).Count(Nests);

    /// <summary>The lines of a member from its name to its end; attributes and comments before it do not count.</summary>
    public static int Lines(SyntaxNode member, SyntaxToken name)
    {
        var from = name.GetLocation().GetLineSpan().StartLinePosition.Line;
        var to = member.GetLocation().GetLineSpan().EndLinePosition.Line;
        return to - from + 1;
    }
}
