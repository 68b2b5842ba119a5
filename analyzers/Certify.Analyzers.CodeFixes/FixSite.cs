using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Certify.Analyzers.CodeFixes;

/// <summary>A finding and the file around it.</summary>
internal sealed class FixSite
{
    private FixSite(SyntaxNode root, SemanticModel model, SourceText text, TextSpan span, CancellationToken cancellation)
    {
        Root = root;
        Model = model;
        Text = text;
        Span = span;
        Cancellation = cancellation;
        Node = root.FindNode(span, getInnermostNodeForTie: true);
    }

    public SyntaxNode Root { get; }

    public SemanticModel Model { get; }

    public SourceText Text { get; }

    /// <summary>Where the finding is.</summary>
    public TextSpan Span { get; }

    /// <summary>The innermost node of that span.</summary>
    public SyntaxNode Node { get; }

    public CancellationToken Cancellation { get; }

    /// <summary>The line end that the file uses.</summary>
    public string NewLine => Text.Lines.Count > 1 && Text.Lines[0].EndIncludingLineBreak - Text.Lines[0].End == 2 ? "\r\n" : "\n";

    public static async Task<FixSite?> OfAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        var text = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        return root is null || model is null || !root.FullSpan.Contains(context.Span) ? null : new FixSite(root, model, text, context.Span, context.CancellationToken);
    }

    public static FixSite Of(Compilation compilation, SyntaxTree tree, TextSpan span, CancellationToken cancellation) =>
        new(tree.GetRoot(cancellation), compilation.GetSemanticModel(tree), tree.GetText(cancellation), span, cancellation);

    /// <summary>The white space at the start of the line of a position.</summary>
    public string IndentAt(int position)
    {
        var line = Text.ToString(Text.Lines.GetLineFromPosition(position).Span);
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    /// <summary>True when nothing but white space stands before the node and behind it on its lines.</summary>
    public bool HasLinesOfItsOwn(SyntaxNode node)
    {
        var start = Text.Lines.GetLineFromPosition(node.SpanStart).Start;
        var end = Text.Lines.GetLineFromPosition(node.Span.End).End;
        return string.IsNullOrWhiteSpace(Text.ToString(TextSpan.FromBounds(start, node.SpanStart)))
            && string.IsNullOrWhiteSpace(Text.ToString(TextSpan.FromBounds(node.Span.End, end)));
    }

    /// <summary>The lines of a node that has them for itself, with the end of the last.</summary>
    public TextSpan LinesOf(SyntaxNode node) => TextSpan.FromBounds(
        Text.Lines.GetLineFromPosition(node.SpanStart).Start, Text.Lines.GetLineFromPosition(node.Span.End).EndIncludingLineBreak);

    /// <summary>A change that puts text at a position.</summary>
    public static TextChange Insert(int position, string text) => new(new TextSpan(position, 0), text);
}
