using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Certify.Analyzers.Documentation;

/// <summary>One comment: a block, or successive lines that begin with two slashes and hold nothing else.</summary>
internal sealed class Comment
{
    private static readonly ImmutableArray<string> s_marks = ["TODO", "FIXME", "HACK", "XXX", "UNDONE"];

    private static readonly ImmutableHashSet<string> s_proseAfterMark = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, "and", "are", "as", "comment", "comments", "entries", "in", "is", "item", "items", "list", "lists",
        "mark", "marker", "markers", "marks", "may", "must", "note", "notes", "or", "stands");

    private readonly SourceText _text;

    private Comment(SourceText text, TextSpan span, bool isDocumentation)
    {
        _text = text;
        Span = span;
        IsDocumentation = isDocumentation;
        IsTrailing = !isDocumentation && !IsAlone(text, span);
        Lines = Content(text, span);
    }

    /// <summary>Where the comment stands, with its marks.</summary>
    public TextSpan Span { get; }

    /// <summary>True for documentation, whose examples are code on purpose.</summary>
    public bool IsDocumentation { get; }

    /// <summary>True where code stands before the comment on its first line.</summary>
    public bool IsTrailing { get; }

    /// <summary>Where each line's content stands, without comment marks and outer blanks.</summary>
    public ImmutableArray<TextSpan> Lines { get; }

    /// <summary>All comments of a file in order.</summary>
    public static IEnumerable<Comment> In(SyntaxNode root, SourceText text)
    {
        TextSpan? pending = null;
        foreach (var trivia in Trivia(root, text.ToString()))
        {
            var isDocumentation = IsDocumented(text, trivia.FullSpan);
            var isLine = trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) && !isDocumentation;
            if (pending is { } open && isLine && Follows(text, open, trivia.Span))
            {
                pending = TextSpan.FromBounds(open.Start, trivia.Span.End);
                continue;
            }

            if (pending is { } done) yield return new Comment(text, done, isDocumentation: false);
            pending = null;
            if (isLine) pending = trivia.Span;
            else yield return new Comment(text, trivia.FullSpan, isDocumentation);
        }

        if (pending is { } last) yield return new Comment(text, last, isDocumentation: false);
    }

    // Far fewer places than tokens have the first two letters of a comment; what they are is the parser's word.
    private static IEnumerable<SyntaxTrivia> Trivia(SyntaxNode root, string text)
    {
        for (var at = text.IndexOf('/'); at >= 0 && at + 1 < text.Length; at = at < text.Length ? text.IndexOf('/', at) : -1)
        {
            var end = at + 1;
            if (text[at + 1] is '/' or '*')
            {
                var trivia = root.FindTrivia(at);
                var isComment = IsComment(trivia);
                if (isComment) yield return trivia;
                if (isComment || trivia.IsKind(SyntaxKind.DisabledTextTrivia)) end = Math.Max(end, trivia.FullSpan.End);
            }

            at = end;
        }
    }

    private static bool IsDocumented(SourceText text, TextSpan comment) =>
        comment.Length > 2 && text[comment.Start + 2] is var third && third is '/' or '*' && third == text[comment.Start + 1];

    /// <summary>The marks of unfinished work, each at the begin of a line. In the middle of prose they are words.</summary>
    public IEnumerable<TextSpan> Marks()
    {
        foreach (var line in Lines)
        {
            var content = _text.ToString(line);
            foreach (var mark in s_marks)
            {
                if (content.StartsWith(mark, StringComparison.Ordinal) && IsMark(content.Substring(mark.Length)))
                {
                    yield return new TextSpan(line.Start, mark.Length);
                }
            }
        }
    }

    // "TODO: x", "TODO(me) x", "TODO x" and a mark alone; not "TODO/FIXME" and not "TODO comments are".
    private static bool IsMark(string rest)
    {
        if (rest.Length == 0 || rest[0] is ':' or '(' or '!') return true;
        if (rest[0] is not (' ' or '\t')) return false;
        var words = rest.Split(new[] { ' ', '\t' }, StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 || !s_proseAfterMark.Contains(words[0].TrimEnd('.', ',', ':', ';'));
    }

    private static ImmutableArray<TextSpan> Content(SourceText text, TextSpan span)
    {
        var lines = ImmutableArray.CreateBuilder<TextSpan>();
        var first = text.Lines.IndexOf(span.Start);
        var last = text.Lines.IndexOf(span.End);
        for (var number = first; number <= last; number++)
        {
            var line = text.Lines[number];
            var start = Math.Max(line.Start, span.Start);
            var end = Math.Min(line.End, span.End);
            while (start < end && text[start] is '/' or '*' or ' ' or '\t') start++;
            while (end > start && text[end - 1] is ' ' or '\t' or '\r') end--;
            if (end - start >= 2 && text[end - 1] == '/' && text[end - 2] == '*') end -= 2;
            while (end > start && text[end - 1] is ' ' or '\t') end--;
            if (end > start) lines.Add(TextSpan.FromBounds(start, end));
        }

        return lines.ToImmutable();
    }

    private static bool Follows(SourceText text, TextSpan earlier, TextSpan later)
    {
        var line = text.Lines.GetLineFromPosition(later.Start);
        var before = text.Lines.GetLineFromPosition(earlier.End);
        return line.LineNumber == before.LineNumber + 1
            && string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(line.Start, later.Start)))
            && IsAlone(text, earlier);
    }

    private static bool IsAlone(SourceText text, TextSpan comment) =>
        string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(text.Lines.GetLineFromPosition(comment.Start).Start, comment.Start)));

    private static bool IsComment(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)
        || trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineDocumentationCommentTrivia);
}
