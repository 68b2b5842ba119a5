using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Certify.Analyzers.ObjectOrientation;

/// <summary>Tells accessors that only show or set a value from those that do something.</summary>
internal static class PropertyLogic
{
    /// <summary>True when the getter is more than one expression, or its expression decides, calls or writes.</summary>
    public static bool InGetter(AccessorDeclarationSyntax getter) =>
        getter.ExpressionBody is { } arrow ? InGetter(arrow.Expression)
        : getter.Body is { } body && !(body.Statements.Count == 1 && body.Statements[0] is ReturnStatementSyntax { Expression: { } value } && !InGetter(value));

    /// <summary>True when the expression decides, calls or writes.</summary>
    public static bool InGetter(ExpressionSyntax value) => value.DescendantNodesAndSelf().Any(IsLogic);

    /// <summary>True when the setter does more than to put its value into one variable.</summary>
    public static bool InSetter(AccessorDeclarationSyntax setter)
    {
        if (setter.ExpressionBody is { } arrow) return !IsPlainStore(arrow.Expression);
        return setter.Body is { } body
            && !(body.Statements.Count == 1 && body.Statements[0] is ExpressionStatementSyntax { Expression: { } only } && IsPlainStore(only));
    }

    private static bool IsPlainStore(ExpressionSyntax expression) =>
        expression is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } store && !InGetter(store.Left) && !InGetter(store.Right);

    // nameof and sizeof are written like calls but run nothing.
    private static bool IsLogic(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } => false,
        InvocationExpressionSyntax or ConditionalExpressionSyntax or SwitchExpressionSyntax or AssignmentExpressionSyntax => true,
        BaseObjectCreationExpressionSyntax or ThrowExpressionSyntax or AnonymousFunctionExpressionSyntax or AwaitExpressionSyntax => true,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } => true,
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } => true,
        _ => false,
    };
}
