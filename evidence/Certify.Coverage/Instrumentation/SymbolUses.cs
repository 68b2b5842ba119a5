using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Certify.Coverage.Instrumentation;

/// <summary>The methods that a piece of code names or calls, also where no name shows it (operators, conversions, foreach, using).</summary>
internal static class SymbolUses
{
    /// <summary>Gives them, each as its original definition; may repeat.</summary>
    /// <param name="node">The code.</param>
    /// <param name="model">The model of its file.</param>
    /// <param name="addresses">True to count a method whose address is taken as used.</param>
    public static IEnumerable<IMethodSymbol> In(SyntaxNode node, SemanticModel model, bool addresses)
    {
        foreach (var part in node.DescendantNodesAndSelf(n => n is not AttributeListSyntax))
        {
            if (!addresses && part.Parent is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression }) continue;
            foreach (var symbol in Of(part, model))
            {
                foreach (var method in Methods(symbol)) yield return method;
            }
        }
    }

    private static IEnumerable<ISymbol?> Of(SyntaxNode part, SemanticModel model)
    {
        switch (part)
        {
            case ConstructorInitializerSyntax initializer:
                yield return model.GetSymbolInfo(initializer).Symbol;
                break;
            case PrimaryConstructorBaseTypeSyntax primary:
                yield return model.GetSymbolInfo(primary).Symbol;
                break;
            case CommonForEachStatementSyntax loop:
                var info = model.GetForEachStatementInfo(loop);
                yield return info.GetEnumeratorMethod;
                yield return info.MoveNextMethod;
                yield return info.CurrentProperty;
                yield return info.DisposeMethod;
                yield return info.ElementConversion.MethodSymbol;
                break;
            case UsingStatementSyntax { Expression: { } resource }:
                yield return Dispose(model.GetTypeInfo(resource).Type);
                break;
            case VariableDeclarationSyntax { Parent: UsingStatementSyntax or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 } } declared:
                yield return Dispose(model.GetTypeInfo(declared.Type).Type);
                break;
            case ExpressionSyntax expression:
                yield return model.GetSymbolInfo(expression).Symbol;
                yield return model.GetConversion(expression).MethodSymbol;
                break;
        }
    }

    private static ISymbol? Dispose(ITypeSymbol? type) =>
        type?.GetMembers("Dispose").OfType<IMethodSymbol>().FirstOrDefault(m => m.Parameters.Length == 0);

    private static IEnumerable<IMethodSymbol> Methods(ISymbol? symbol)
    {
        switch (symbol?.OriginalDefinition)
        {
            case IPropertySymbol property:
                if (property.GetMethod is { } getter) yield return getter;
                if (property.SetMethod is { } setter) yield return setter;
                break;
            case IMethodSymbol { MethodKind: not (MethodKind.LocalFunction or MethodKind.BuiltinOperator) } method:
                var whole = (method.ReducedFrom ?? method).OriginalDefinition;
                yield return whole.PartialImplementationPart ?? whole;
                break;
        }
    }
}
