using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Certify.Coverage.Reports;

/// <summary>Source text as HTML lines with keywords, literals and comments marked.</summary>
internal static class SourceColours
{
    /// <summary>Gives one HTML fragment per line of the text.</summary>
    public static IReadOnlyList<string> Lines(string text, IReadOnlyList<string> symbols)
    {
        var root = CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.CSharp14, preprocessorSymbols: symbols)).GetRoot();
        var lines = new List<StringBuilder> { new() };
        foreach (var token in root.DescendantTokens(descendIntoTrivia: false))
        {
            foreach (var trivia in token.LeadingTrivia) Append(lines, trivia.ToFullString(), ClassOf(trivia));
            Append(lines, token.Text, ClassOf(token));
            foreach (var trivia in token.TrailingTrivia) Append(lines, trivia.ToFullString(), ClassOf(trivia));
        }
        if (lines is [.., { Length: 0 }]) lines.RemoveAt(lines.Count - 1);
        return [.. lines.Select(l => l.ToString())];
    }

    private static void Append(List<StringBuilder> lines, string text, string? style)
    {
        var parts = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0) lines.Add(new StringBuilder());
            if (parts[i].Length == 0) continue;
            if (style is null) lines[^1].Append(Page.Encode(parts[i]));
            else lines[^1].Append("<span class=\"").Append(style).Append("\">").Append(Page.Encode(parts[i])).Append("</span>");
        }
    }

    private static string? ClassOf(SyntaxToken token)
    {
        if (token.IsKeyword() || SyntaxFacts.IsContextualKeyword(token.Kind())) return "k";
        return token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.NumericLiteralToken
            or SyntaxKind.Utf8StringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken
            ? "v" : null;
    }

    private static string? ClassOf(SyntaxTrivia trivia) => trivia.Kind() switch
    {
        SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia => null,
        SyntaxKind.DisabledTextTrivia => "x",
        _ when trivia.IsDirective => "d",
        _ => "c",
    };
}
