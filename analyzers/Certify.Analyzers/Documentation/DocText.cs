using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Certify.Analyzers.Documentation;

/// <summary>
/// The documentation comments of a symbol as they stand in the source. The compiler hands out parsed ones only when
/// the build writes a documentation file, so they are read as text.
/// </summary>
internal static class DocText
{
    /// <summary>The text of all declarations of the symbol, without comment marks; empty if there is none.</summary>
    public static string Of(ISymbol symbol, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        foreach (var reference in References(symbol))
        {
            var node = reference.GetSyntax(cancellation);
            var declaration = node as MemberDeclarationSyntax ?? node.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? node;
            foreach (var trivia in declaration.GetLeadingTrivia()) Append(trivia, text);
        }

        return text.ToString();
    }

    /// <summary>True when the text has a summary that says something, or takes one over from elsewhere.</summary>
    public static bool HasSummary(string text) =>
        IsInherited(text) || Element(text, "<summary>", "</summary>").Trim().Length > 0;

    /// <summary>True when the text stands in another place.</summary>
    public static bool IsInherited(string text) =>
        text.IndexOf("<inheritdoc", StringComparison.Ordinal) >= 0 || text.IndexOf("<include ", StringComparison.Ordinal) >= 0;

    /// <summary>What the text says of one parameter: its own element, or everything where it has none.</summary>
    public static string Parameter(string text, string name)
    {
        var own = Element(text, $"<param name=\"{name}\">", "</param>");
        if (own.Length > 0) return own;
        var others = text.IndexOf("<param ", StringComparison.Ordinal);
        return others < 0 ? text : text.Substring(0, others);
    }

    private static string Element(string text, string open, string close)
    {
        var start = text.IndexOf(open, StringComparison.Ordinal);
        if (start < 0) return "";
        start += open.Length;
        var end = text.IndexOf(close, start, StringComparison.Ordinal);
        return end < 0 ? "" : text.Substring(start, end - start);
    }

    private static IEnumerable<SyntaxReference> References(ISymbol symbol)
    {
        var other = symbol switch
        {
            IMethodSymbol method => (ISymbol?)method.PartialImplementationPart ?? method.PartialDefinitionPart,
            IPropertySymbol property => (ISymbol?)property.PartialImplementationPart ?? property.PartialDefinitionPart,
            _ => null,
        };
        return other is null ? symbol.DeclaringSyntaxReferences : symbol.DeclaringSyntaxReferences.Concat(other.DeclaringSyntaxReferences);
    }

    private static void Append(SyntaxTrivia trivia, StringBuilder text)
    {
        if (!IsComment(trivia)) return;
        var raw = trivia.ToFullString();
        var isDocumentation = raw.StartsWith("///", StringComparison.Ordinal) || raw.StartsWith("/**", StringComparison.Ordinal);
        if (!isDocumentation) return;
        foreach (var line in raw.Split('\n')) text.Append(line.Trim().TrimStart('/', '*')).Append(' ');
    }

    private static bool IsComment(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)
        || trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineDocumentationCommentTrivia);
}
