using System.Security.Cryptography;
using System.Text;
using Certify.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Certify.Coverage.Instrumentation;

/// <summary>How source text is shown and identified.</summary>
internal static class SourceForms
{
    /// <summary>Runs of white space become one space, so that a text can be quoted on one line.</summary>
    public static string Collapse(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c)) result.Append(c);
            else if (result.Length > 0 && result[^1] != ' ') result.Append(' ');
        }
        return result.ToString();
    }

    /// <summary>The part of a statement that is its own: all of a simple one, the head of a compound one.</summary>
    public static TextSpan HeadOf(StatementSyntax statement)
    {
        SyntaxToken? end = statement switch
        {
            IfStatementSyntax s => s.CloseParenToken,
            WhileStatementSyntax s => s.CloseParenToken,
            ForStatementSyntax s => s.CloseParenToken,
            CommonForEachStatementSyntax s => s.CloseParenToken,
            UsingStatementSyntax s => s.CloseParenToken,
            LockStatementSyntax s => s.CloseParenToken,
            FixedStatementSyntax s => s.CloseParenToken,
            DoStatementSyntax s => s.DoKeyword,
            SwitchStatementSyntax s => s.CloseParenToken.IsKind(Microsoft.CodeAnalysis.CSharp.SyntaxKind.None)
                ? s.Expression.GetLastToken() : s.CloseParenToken,
            _ => null,
        };
        return end is null ? statement.Span : TextSpan.FromBounds(statement.SpanStart, end.Value.Span.End);
    }

    /// <summary>1-based place of a position.</summary>
    public static SourcePlace PlaceOf(SourceText text, int position, string path)
    {
        var line = text.Lines.GetLinePosition(position);
        return new SourcePlace(path, line.Line + 1, line.Character + 1);
    }

    /// <summary>SHA-256 of the UTF-8 form, lower-case hex.</summary>
    public static string Sha256(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
