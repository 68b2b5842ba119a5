using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Program;

/// <summary>Reads the functions of one source file: every body, initialiser, local function and lambda.</summary>
internal static class FunctionCollector
{
    /// <summary>Adds the facts of every function in the file.</summary>
    public static void Collect(SemanticModel model, ConcurrentBag<FunctionFacts> found)
    {
        foreach (var node in model.SyntaxTree.GetRoot().DescendantNodesAndSelf(MayHoldMembers))
        {
            foreach (var (owner, code) in Code(node, model))
            {
                if (owner is not null && BoundBodies.Of(code, model) is { } body) Walk(owner, body, found);
            }
        }
    }

    private static bool MayHoldMembers(SyntaxNode node) =>
        node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax or ExtensionBlockDeclarationSyntax
            or BasePropertyDeclarationSyntax or AccessorListSyntax or BaseFieldDeclarationSyntax or VariableDeclarationSyntax;

    private static IEnumerable<(ISymbol? Owner, SyntaxNode Code)> Code(SyntaxNode node, SemanticModel model)
    {
        switch (node)
        {
            case BaseMethodDeclarationSyntax method when method.Body is not null || method.ExpressionBody is not null:
            case AccessorDeclarationSyntax accessor when accessor.Body is not null || accessor.ExpressionBody is not null:
            case CompilationUnitSyntax unit when unit.Members.Any(SyntaxKind.GlobalStatement):
                yield return (model.GetDeclaredSymbol(node), node);
                break;
            case TypeDeclarationSyntax { ParameterList: not null } type:
                if (model.GetDeclaredSymbol(type) is INamedTypeSymbol declared
                    && declared.InstanceConstructors.FirstOrDefault(c => c.DeclaringSyntaxReferences.Any(r => r.Span == type.Span && r.SyntaxTree == type.SyntaxTree)) is { } primary)
                {
                    yield return (primary, type);
                }

                break;
            case PropertyDeclarationSyntax property:
                var symbol = model.GetDeclaredSymbol(property);
                if (property.ExpressionBody is { } arrow) yield return (symbol?.GetMethod, arrow);
                if (property.Initializer is { } initial) yield return (symbol, initial);
                break;
            case IndexerDeclarationSyntax { ExpressionBody: { } body } indexer:
                yield return (model.GetDeclaredSymbol(indexer)?.GetMethod, body);
                break;
            case VariableDeclaratorSyntax { Initializer: { } value, Parent.Parent: FieldDeclarationSyntax } field:
                if (model.GetDeclaredSymbol(field) is IFieldSymbol { IsConst: false } variable) yield return (variable, value);
                break;
        }
    }

    private static void Walk(ISymbol owner, IOperation body, ConcurrentBag<FunctionFacts> found)
    {
        var whole = new FunctionFacts(ProgramFacts.Node(owner), body.Syntax.GetLocation());
        whole.AddBody(body);
        found.Add(whole);
        var pending = new Stack<(IOperation Operation, FunctionFacts Facts)>();
        pending.Push((body, whole));
        while (pending.Count > 0)
        {
            var (operation, facts) = pending.Pop();
            if (operation is INameOfOperation) continue;
            var inner = Function(operation) is { } function ? Begin(function, operation, facts, found) : facts;
            if (ReferenceEquals(inner, facts)) OperationReader.Read(operation, facts);
            foreach (var child in operation.ChildOperations.Reverse()) pending.Push((child, inner));
        }
    }

    private static ISymbol? Function(IOperation operation) => operation switch
    {
        ILocalFunctionOperation local => local.Symbol,
        IAnonymousFunctionOperation lambda => lambda.Symbol,
        _ => null,
    };

    private static FunctionFacts Begin(ISymbol function, IOperation code, FunctionFacts around, ConcurrentBag<FunctionFacts> found)
    {
        var facts = new FunctionFacts(ProgramFacts.Node(function), code.Syntax.GetLocation());
        facts.AddBody(code);
        around.AddInner(facts.Symbol);
        found.Add(facts);
        return facts;
    }
}
