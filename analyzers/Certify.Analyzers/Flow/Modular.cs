using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Certify.Analyzers.Flow;

/// <summary>Code whose arithmetic wraps on purpose: <c>[Modular("reason")]</c> on the member or a type around it.</summary>
internal static class Modular
{
    /// <summary>True when the symbol, the property it belongs to or a type around it is declared modular with a reason.</summary>
    public static bool Covers(ISymbol? symbol)
    {
        for (; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (IsDeclared(symbol)) return true;
            if (symbol is IMethodSymbol { AssociatedSymbol: { } property } && IsDeclared(property)) return true;
        }

        return false;
    }

    /// <summary>True inside <c>unchecked</c>, as far as no <c>checked</c> stands nearer.</summary>
    public static bool IsUnchecked(SyntaxNode node)
    {
        for (SyntaxNode? at = node; at is not null; at = at.Parent)
        {
            if (at.IsKind(SyntaxKind.UncheckedExpression) || at.IsKind(SyntaxKind.UncheckedStatement)) return true;
            if (at.IsKind(SyntaxKind.CheckedExpression) || at.IsKind(SyntaxKind.CheckedStatement)) return false;
        }

        return false;
    }

    private static bool IsDeclared(ISymbol symbol) =>
        Annotations.Find(symbol, "ModularAttribute") is { } attribute && Annotations.HasText(attribute, 0);
}
