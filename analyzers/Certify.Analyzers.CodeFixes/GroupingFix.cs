using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Certify.Analyzers.CodeFixes;

/// <summary>CFY1112: parentheses where the compiler reads them anyway.</summary>
// @llr CFY-LLR-240
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class GroupingFix() : CertifyFix("CFY1112", "Put parentheses around it")
{
    private protected override ImmutableArray<TextChange> Edits(FixSite site) =>
        site.Node.Span == site.Span && site.Node is BinaryExpressionSyntax or ConditionalExpressionSyntax or BinaryPatternSyntax
            ? [FixSite.Insert(site.Span.Start, "("), FixSite.Insert(site.Span.End, ")")]
            : [];
}
