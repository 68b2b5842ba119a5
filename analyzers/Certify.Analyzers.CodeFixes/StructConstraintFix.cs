using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Certify.Analyzers.CodeFixes;

/// <summary>
/// CFY1304, one of its findings: a type parameter gets <c>struct</c>, where every use still compiles. Where <c>T?</c>
/// is written the constraint would change what that means, so nothing is offered.
/// </summary>
// @llr CFY-LLR-242
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class StructConstraintFix() : CertifyFix("CFY1304", "Add the constraint 'struct'")
{
    /// <inheritdoc/>
    public override bool ReachesOtherCode => true;

    private protected override ImmutableArray<TextChange> Edits(FixSite site)
    {
        if (site.Node is not TypeParameterSyntax { Parent: TypeParameterListSyntax { Parent: { } declaration } } parameter) return [];
        var name = parameter.Identifier.ValueText;
        if (declaration.DescendantNodes().OfType<NullableTypeSyntax>().Any(type => type.ElementType is IdentifierNameSyntax used && used.Identifier.ValueText == name)) return [];
        var (before, clauses) = declaration switch
        {
            TypeDeclarationSyntax type => (EndOfHead(type), type.ConstraintClauses),
            MethodDeclarationSyntax method => (method.ParameterList.Span.End, method.ConstraintClauses),
            LocalFunctionStatementSyntax function => (function.ParameterList.Span.End, function.ConstraintClauses),
            DelegateDeclarationSyntax type => (type.ParameterList.Span.End, type.ConstraintClauses),
            _ => (-1, default),
        };
        if (before < 0) return [];
        var own = clauses.FirstOrDefault(clause => clause.Name.Identifier.ValueText == name);
        if (own is not null) return [FixSite.Insert(own.Constraints[0].SpanStart, "struct, ")];
        var place = clauses.Count > 0 ? clauses.Last().Span.End : before;
        return [FixSite.Insert(place, $" where {parameter.Identifier.Text} : struct")];
    }

    private static int EndOfHead(TypeDeclarationSyntax type) =>
        type.BaseList?.Span.End ?? type.ParameterList?.Span.End ?? type.TypeParameterList?.Span.End ?? -1;
}
