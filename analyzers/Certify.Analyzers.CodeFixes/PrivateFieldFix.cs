using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Certify.Analyzers.CodeFixes;

/// <summary>CFY1411, one of its findings: a field that only its own type uses becomes private, unless other assemblies can see it.</summary>
// @llr CFY-LLR-244
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class PrivateFieldFix() : CertifyFix("CFY1411", "Make the field private")
{
    /// <inheritdoc/>
    public override bool ReachesOtherCode => true;

    private protected override ImmutableArray<TextChange> Edits(FixSite site)
    {
        if (site.Node is not VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: FieldDeclarationSyntax field } } variable) return [];
        if (site.Model.GetDeclaredSymbol(variable, site.Cancellation) is not IFieldSymbol symbol || IsSeenOutside(symbol)) return [];
        var words = field.Modifiers.Where(IsAccess).ToList();
        if (words.Count == 0 || words.Zip(words.Skip(1), (one, next) => one.GetNextToken() != next).Any(apart => apart)) return [];
        return [new TextChange(TextSpan.FromBounds(words[0].SpanStart, words[words.Count - 1].Span.End), "private")];
    }

    private static bool IsAccess(SyntaxToken word) => word.Kind() is
        SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.PrivateKeyword;

    private static bool IsSeenOutside(ISymbol symbol)
    {
        for (var part = symbol; part is IFieldSymbol or INamedTypeSymbol; part = part.ContainingSymbol)
        {
            if (part.DeclaredAccessibility is Accessibility.Internal or Accessibility.Private or Accessibility.ProtectedAndInternal) return false;
        }

        return true;
    }
}
