using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Certify.Trace.Linking;

/// <summary>
/// Refuses sources that Roslyn's parser would overflow the stack on or take hours over: it guards statements and
/// most expressions, but not nested types, patterns and interpolations (found by trial with Roslyn 5.0).
/// </summary>
internal static class SourceGuard
{
    /// <summary>Deepest nesting of brackets taken. People stay under 30.</summary>
    public const int DepthMax = 200;

    /// <summary>Most '&lt;', and most interpolated strings, between two of ';', '{' and '}'.</summary>
    public const int RunMax = 500;

    /// <summary>Longest line of a directive.</summary>
    public const int LineMax = 1_000;

    /// <summary>Most tokens between two of ',', ';', '{' and '}'.</summary>
    public const int TokensMax = 5_000;

    /// <summary>Gives the reason to refuse a source and the position, or null when it can be parsed.</summary>
    public static (string Reason, int Position)? Check(string text, CSharpParseOptions options)
    {
        // First what overflows the lexer already, then what overflows the parser.
        if (Interpolations(text) is { } at) return ($"interpolated strings nested deeper than {DepthMax}", at);
        if (Directives(text) is { } directive) return ($"directives nested deeper than {DepthMax} or longer than {LineMax} characters", directive);
        int depth = 0, angles = 0, nots = 0, tokens = 0;
        foreach (var token in SyntaxFactory.ParseTokens(text, options: options))
        {
            depth += Step(token);
            angles = Ends(token) ? 0 : token.IsKind(SyntaxKind.LessThanToken) ? angles + 1 : angles;
            tokens = Ends(token) || token.IsKind(SyntaxKind.CommaToken) ? 0 : tokens + 1;
            nots = token.Text == "not" ? nots + 1 : 0;
            if (depth > DepthMax || InnerDepth(token) > DepthMax) return ($"brackets nested deeper than {DepthMax}", token.SpanStart);
            if (angles > RunMax) return ($"more than {RunMax} '<' in one statement", token.SpanStart);
            if (nots > DepthMax || tokens > TokensMax) return ($"an expression of more than {TokensMax} tokens", token.SpanStart);
        }
        return null;
    }

    private static int Step(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken or SyntaxKind.OpenBraceToken => 1,
        SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken or SyntaxKind.CloseBraceToken => -1,
        _ => 0,
    };

    private static bool Ends(SyntaxToken token) =>
        token.Kind() is SyntaxKind.SemicolonToken or SyntaxKind.OpenBraceToken or SyntaxKind.CloseBraceToken;

    // Brackets inside an interpolated string, which is one token here; brackets of its text are counted too.
    private static int InnerDepth(SyntaxToken token)
    {
        if (!token.Text.StartsWith('$') && !token.Text.StartsWith("@$", StringComparison.Ordinal)) return 0;
        int depth = 0, deepest = 0;
        foreach (var c in token.Text)
        {
            depth += c switch { '(' or '[' or '{' or '<' => 1, ')' or ']' or '}' or '>' => -1, _ => 0 };
            deepest = Math.Max(deepest, depth);
        }
        return deepest;
    }

    private static int? Interpolations(string text)
    {
        int run = 0, depth = 0;
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] == ';') (run, depth) = (0, 0);
            else if (text[i] == '$' && text[i + 1] is '"' or '@' && ++run > RunMax) return i;
            else if (run > 0 && (depth += Step(text[i])) > DepthMax) return i;
        }
        return null;
    }

    private static int Step(char c) => c switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };

    private static int? Directives(string text)
    {
        var depth = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range).TrimStart();
            if (!line.StartsWith("#", StringComparison.Ordinal)) continue;
            var word = line[1..].TrimStart();
            if (word.StartsWith("if", StringComparison.Ordinal)) depth++;
            if (word.StartsWith("endif", StringComparison.Ordinal)) depth--;
            if (depth > DepthMax || line.Length > LineMax) return range.Start.Value;
        }
        return null;
    }
}
