using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Certify.Analyzers.CodeFixes;

/// <summary>CFY1209, one of its findings: an enum says the type that it has.</summary>
// @llr CFY-LLR-241
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class EnumTypeFix() : CertifyFix("CFY1209", "Write the underlying type")
{
    private protected override ImmutableArray<TextChange> Edits(FixSite site) =>
        site.Node is EnumDeclarationSyntax { BaseList: null } declaration && declaration.Identifier.Span == site.Span
            ? [FixSite.Insert(site.Span.End, " : int")]
            : [];
}
