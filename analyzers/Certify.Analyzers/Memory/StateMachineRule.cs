using Certify.Analyzers.Catalogue;
using Certify.Analyzers.DynamicCode;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Memory;

/// <summary>CFY1005: nothing makes the compiler write a state machine, and no type of the task library is declared.</summary>
// @llr CFY-LLR-101
public sealed class StateMachineRule() : CertifyRule(
    RuleIds.StateMachine,
    "{0} needs a state machine on a heap. Keep the progress in a state struct and take one step per call.",
    "An iterator or async method runs in pieces, on an object and in an order that the source does not show.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterOperationAction(
            c => c.Report(scope, "'yield'"), OperationKind.YieldReturn, OperationKind.YieldBreak);
        context.RegisterSyntaxNodeAction(
            c => CheckWord(c, scope),
            SyntaxKind.AwaitExpression, SyntaxKind.ForEachStatement, SyntaxKind.ForEachVariableStatement,
            SyntaxKind.UsingStatement, SyntaxKind.LocalDeclarationStatement,
            SyntaxKind.MethodDeclaration, SyntaxKind.LocalFunctionStatement, SyntaxKind.ParenthesizedLambdaExpression,
            SyntaxKind.SimpleLambdaExpression, SyntaxKind.AnonymousMethodExpression);
        DeclaredTypes.Register(context, (declaration, sink) =>
        {
            if (declaration.Symbol is IMethodSymbol { IsAsync: true } || !IsTask(declaration.Type)) return;
            scope.Report(sink, declaration.Place, $"Type '{declaration.Type.Shown()}'");
        });
    }

    private static void CheckWord(SyntaxNodeAnalysisContext context, RuleScope scope)
    {
        var word = context.Node switch
        {
            AwaitExpressionSyntax await => await.AwaitKeyword,
            CommonForEachStatementSyntax loop => loop.AwaitKeyword,
            UsingStatementSyntax block => block.AwaitKeyword,
            LocalDeclarationStatementSyntax local => local.AwaitKeyword,
            AnonymousFunctionExpressionSyntax function => function.AsyncKeyword,
            MethodDeclarationSyntax method => Async(method.Modifiers),
            LocalFunctionStatementSyntax function => Async(function.Modifiers),
            _ => default,
        };
        if (!word.IsKind(SyntaxKind.AwaitKeyword) && !word.IsKind(SyntaxKind.AsyncKeyword)) return;
        scope.Report(context.ReportDiagnostic, word.GetLocation(), $"'{word.Text}'");
    }

    private static SyntaxToken Async(SyntaxTokenList modifiers)
    {
        var index = modifiers.IndexOf(SyntaxKind.AsyncKeyword);
        return index < 0 ? default : modifiers[index];
    }

    private static bool IsTask(ITypeSymbol type) => type is INamedTypeSymbol { ContainingNamespace: { } space } && type.Name switch
    {
        "Task" or "ValueTask" or "TaskCompletionSource" => space.IsNamed("System.Threading.Tasks"),
        "IAsyncEnumerable" or "IAsyncEnumerator" => space.IsNamed("System.Collections.Generic"),
        "IAsyncDisposable" => space.IsNamed("System"),
        _ => false,
    };
}
