using Certify.Facts;
using Certify.Trace.Audit;
using Certify.Trace.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Certify.Trace.Linking;

/// <summary>Every tag in one syntax tree, by the member it stands on. Tags that stand on nothing are findings.</summary>
// @llr CFY-LLR-006
internal sealed class TreeTags
{
    private readonly Dictionary<SyntaxNode, List<Tag>> _requirements = [];
    private readonly Dictionary<SyntaxNode, List<Tag>> _verifies = [];
    private readonly HashSet<SyntaxNode> _robust = [];
    private readonly FindingList _findings;
    private readonly AttributeBinder _binder;

    private TreeTags(SemanticModel model, FindingList findings) =>
        (_findings, _binder) = (findings, new AttributeBinder(model));

    /// <summary>Collects the tags of a tree.</summary>
    public static TreeTags Read(SemanticModel model, SyntaxNode root, FindingList findings)
    {
        var tags = new TreeTags(model, findings);
        foreach (var attribute in root.DescendantNodes().OfType<AttributeSyntax>()) tags.TakeAttribute(attribute);
        foreach (var trivia in root.DescendantTrivia()) tags.TakeComment(trivia);
        return tags;
    }

    public IReadOnlyList<Tag> RequirementsOf(SyntaxNode member) => _requirements.GetValueOrDefault(member) ?? [];

    public IReadOnlyList<Tag> VerifiesOf(SyntaxNode member) => _verifies.GetValueOrDefault(member) ?? [];

    /// <summary>True when a comment tag of the member says 'robustness'.</summary>
    public bool SaysRobustness(SyntaxNode member) => _robust.Contains(member);

    public IEnumerable<Tag> Requirements() => _requirements.Values.SelectMany(t => t);

    public IEnumerable<Tag> Verifies() => _verifies.Values.SelectMany(t => t);

    private void TakeAttribute(AttributeSyntax attribute)
    {
        var kind = _binder.Is(attribute, "Certify.RequirementAttribute") ? _requirements
            : _binder.Is(attribute, "Certify.Testing.VerifiesAttribute") ? _verifies : null;
        if (kind is null) return;
        var place = PlaceOf(attribute.GetLocation());
        var owner = attribute.Ancestors().FirstOrDefault(IsMember);
        var text = _binder.FirstArgument(attribute);
        if (owner is null)
            Stray(place, "the tag stands on no type or member");
        else if (string.IsNullOrWhiteSpace(text))
            Stray(place, $"the id in {ItemId.Quote(attribute.ToString())} is not a constant string");
        else
            Add(kind, owner, new Tag(text, place));
    }

    private void TakeComment(SyntaxTrivia trivia)
    {
        if (!trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) && !trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)) return;
        var text = trivia.ToString();
        if (!text.Contains('@', StringComparison.Ordinal) || CommentTag.Read(text.AsSpan().Trim("/* \t")) is not { } tag) return;
        var place = PlaceOf(trivia.GetLocation());
        if (!text.StartsWith("// ", StringComparison.Ordinal))
        {
            Stray(place, $"{ItemId.Quote(text)} is not of the form '// @{tag.Keyword} ID'");
            return;
        }

        var owner = trivia.Token.Parent?.AncestorsAndSelf().FirstOrDefault(IsMember);
        if (tag.Ids.Count == 0)
            Stray(place, $"{ItemId.Quote(text)} names no well-formed id");
        else if (owner is null || trivia.SpanStart >= BodyStart(owner))
            Stray(place, $"{ItemId.Quote(text)} does not stand above a type or member");
        else
            AddAll(tag, owner, place);
    }

    private void AddAll(CommentTag tag, SyntaxNode owner, SourcePlace place)
    {
        foreach (var id in tag.Ids) Add(tag.Keyword == "llr" ? _requirements : _verifies, owner, new Tag(id, place, IsComment: true));
        if (tag.Robustness) _robust.Add(owner);
    }

    private static void Add(Dictionary<SyntaxNode, List<Tag>> tags, SyntaxNode owner, Tag tag)
    {
        if (!tags.TryGetValue(owner, out var list)) tags.Add(owner, list = []);
        list.Add(tag);
    }

    private static bool IsMember(SyntaxNode node) =>
        node is MemberDeclarationSyntax and not (BaseNamespaceDeclarationSyntax or GlobalStatementSyntax);

    // Where the inside of a member begins: a comment from there on is not above it.
    private static int BodyStart(SyntaxNode member) => member switch
    {
        BaseTypeDeclarationSyntax { OpenBraceToken.RawKind: not 0 } type => type.OpenBraceToken.SpanStart,
        BaseMethodDeclarationSyntax { Body: { } body } => body.SpanStart,
        BaseMethodDeclarationSyntax { ExpressionBody: { } body } => body.SpanStart,
        BasePropertyDeclarationSyntax { AccessorList: { } list } => list.SpanStart,
        PropertyDeclarationSyntax { ExpressionBody: { } body } => body.SpanStart,
        IndexerDeclarationSyntax { ExpressionBody: { } body } => body.SpanStart,
        BaseFieldDeclarationSyntax field => field.Declaration.SpanStart,
        _ => member.Span.End,
    };

    private void Stray(SourcePlace place, string what) =>
        _findings.Add("TRC-014", place.Path, place, $"{what}; hint: put the tag right above the type, member or test");

    internal static SourcePlace PlaceOf(Location location)
    {
        var span = location.GetLineSpan();
        return new SourcePlace(span.Path, span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1);
    }
}
