using Certify.Trace.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Certify.Trace.Linking;

/// <summary>Collects the types and members that a tree declares, with their tags, place and digest.</summary>
internal sealed class SymbolCollector(SemanticModel model, bool requireTags, TreeTags tags, CodeScan scan)
{
    /// <summary>Collects every declaration under a node.</summary>
    public void Collect(SyntaxNode root)
    {
        foreach (var node in root.DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or BaseTypeDeclarationSyntax))
        {
            if (node is BaseFieldDeclarationSyntax field)
            {
                foreach (var variable in field.Declaration.Variables) Add(variable, field);
            }
            else if (node is MemberDeclarationSyntax and not (BaseNamespaceDeclarationSyntax or GlobalStatementSyntax or IncompleteMemberSyntax))
            {
                Add(node, node);
            }
        }
    }

    private void Add(SyntaxNode declaration, SyntaxNode tagged)
    {
        if (model.GetDeclaredSymbol(declaration) is not { } symbol || symbol.GetDocumentationCommentId() is not { } id) return;
        var place = TreeTags.PlaceOf(NameLocation(symbol, declaration));
        if (!scan.Symbols.TryGetValue(id, out var entry))
        {
            entry = new ScannedSymbol(id, symbol.ContainingType?.GetDocumentationCommentId(), symbol is INamedTypeSymbol)
            {
                Place = place,
                Sha256 = Fingerprint.OfText(tagged.ToString()),
            };
            entry.Parts.Add(place);
            scan.Symbols.Add(id, entry);
        }
        else if (entry.Parts.Add(place))
        {
            // Another part of a partial type, or the body of a partial method.
            entry.Sha256 = Fingerprint.OfText(entry.Sha256 + Fingerprint.OfText(tagged.ToString()));
        }

        foreach (var tag in tags.RequirementsOf(tagged))
        {
            if (!entry.Tags.Contains(tag)) entry.Tags.Add(tag);
        }
        entry.NeedsTag |= requireTags && TagPolicy.NeedsTag(symbol, tagged);
    }

    private static Location NameLocation(ISymbol symbol, SyntaxNode declaration) =>
        symbol.Locations.Where(l => l.SourceTree == declaration.SyntaxTree && declaration.Span.Contains(l.SourceSpan))
            .OrderBy(l => l.SourceSpan.Start).FirstOrDefault() ?? declaration.GetLocation();
}
