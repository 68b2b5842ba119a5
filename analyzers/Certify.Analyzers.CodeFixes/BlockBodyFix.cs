using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Certify.Analyzers.CodeFixes;

/// <summary>CFY1106: braces around a body; a stray semicolon goes. An empty block stays: what is missing there no tool knows.</summary>
// @llr CFY-LLR-238
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class BlockBodyFix() : CertifyFix("CFY1106", "Put braces around the body, or remove the stray semicolon")
{
    private const string Step = "    ";

    private protected override ImmutableArray<TextChange> Edits(FixSite site)
    {
        if (site.Node is EmptyStatementSyntax { Parent: BlockSyntax { Statements.Count: > 1 } } empty) return Remove(site, empty);
        var keyword = site.Root.FindToken(site.Span.Start);
        var body = keyword.Parent switch
        {
            IfStatementSyntax node => node.Statement,
            ElseClauseSyntax node => node.Statement,
            WhileStatementSyntax node => node.Statement,
            DoStatementSyntax node => node.Statement,
            ForStatementSyntax node => node.Statement,
            CommonForEachStatementSyntax node => node.Statement,
            FixedStatementSyntax node => node.Statement,
            LockStatementSyntax node => node.Statement,
            UsingStatementSyntax node => node.Statement,
            _ => null,
        };
        return body is null or BlockSyntax or EmptyStatementSyntax || keyword.Span != site.Span || body.ContainsDirectives ? [] : Wrap(site, keyword, body);
    }

    private static ImmutableArray<TextChange> Remove(FixSite site, EmptyStatementSyntax empty) =>
        empty.ContainsDirectives ? [] : [new TextChange(site.HasLinesOfItsOwn(empty) ? site.LinesOf(empty) : empty.Span, "")];

    private static ImmutableArray<TextChange> Wrap(FixSite site, SyntaxToken keyword, StatementSyntax body)
    {
        var line = site.NewLine + site.IndentAt(keyword.SpanStart);
        var gap = TextSpan.FromBounds(body.GetFirstToken().GetPreviousToken().Span.End, body.SpanStart);
        var comment = site.Text.ToString(gap).Trim();
        var opening = (comment.Length == 0 ? "" : " " + comment) + line + "{" + line + Step;
        var end = body.Span.End;
        var next = body.GetLastToken().GetNextToken();
        var sameLine = next.IsKind(SyntaxKind.ElseKeyword) || (next.IsKind(SyntaxKind.WhileKeyword) && next.Parent is DoStatementSyntax);
        var rest = sameLine ? TextSpan.FromBounds(end, next.SpanStart) : default;
        var joins = sameLine && site.Text.ToString(rest).Trim(' ', '\t').Length == 0;
        return
        [
            new TextChange(gap, opening),
            joins ? new TextChange(rest, line + "}" + line) : FixSite.Insert(end, line + "}"),
        ];
    }
}
