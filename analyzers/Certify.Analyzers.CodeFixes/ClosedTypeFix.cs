using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Certify.Analyzers.CodeFixes;

/// <summary>CFY1401: a class of static members becomes static, another one sealed, where nothing derives from it.</summary>
// @llr CFY-LLR-243
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ClosedTypeFix() : CertifyFix("CFY1401", "Make the class static or sealed")
{
    /// <inheritdoc/>
    public override bool ReachesOtherCode => true;

    private protected override ImmutableArray<TextChange> Edits(FixSite site)
    {
        if (site.Node is not TypeDeclarationSyntax declaration || declaration.Identifier.Span != site.Span) return [];
        if (site.Model.GetDeclaredSymbol(declaration, site.Cancellation) is not INamedTypeSymbol { TypeKind: TypeKind.Class, IsAbstract: false } type) return [];
        var word = HoldsStaticsOnly(type) ? "static " : "sealed ";
        if (word == "sealed " && type.GetMembers().Any(IsOpen)) return [];
        var before = declaration.Modifiers.FirstOrDefault(modifier => modifier.IsKind(SyntaxKind.PartialKeyword));
        return [FixSite.Insert(before.IsKind(SyntaxKind.None) ? declaration.Keyword.SpanStart : before.SpanStart, word)];
    }

    private static bool HoldsStaticsOnly(INamedTypeSymbol type)
    {
        var written = type.GetMembers().Where(member => !member.IsImplicitlyDeclared).ToList();
        return written.Count > 0 && written.All(member => member.IsStatic || member is INamedTypeSymbol) && !type.IsRecord
            && type.Interfaces.IsEmpty && type.BaseType?.SpecialType == SpecialType.System_Object;
    }

    // Members for derived classes say that the class is meant to be open.
    private static bool IsOpen(ISymbol member) =>
        !member.IsImplicitlyDeclared && !member.IsOverride
        && (member.IsVirtual || member.DeclaredAccessibility is Accessibility.Protected or Accessibility.ProtectedOrInternal or Accessibility.ProtectedAndInternal);
}
