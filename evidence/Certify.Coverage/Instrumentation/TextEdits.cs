using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Certify.Coverage.Instrumentation;

/// <summary>
/// Insertions around spans and replacements of tokens in one text. None of them holds a line break, so every
/// line keeps its number. Spans must nest; of equal spans the one named first is the outer one.
/// </summary>
internal sealed class TextEdits(string text)
{
    private readonly List<Edit> _edits = [];

    private enum Order { Close, Open, Replace }

    private readonly record struct Edit(int Position, Order Order, int Other, int Sequence, int Length, string Text);

    /// <summary>Puts text before and after a span.</summary>
    public void Wrap(TextSpan span, string before, string after)
    {
        if (before.Length > 0) _edits.Add(new Edit(span.Start, Order.Open, -span.End, _edits.Count, 0, before));
        if (after.Length > 0) _edits.Add(new Edit(span.End, Order.Close, -span.Start, -_edits.Count, 0, after));
    }

    /// <summary>Puts text in place of a token.</summary>
    public void Replace(TextSpan span, string with) =>
        _edits.Add(new Edit(span.Start, Order.Replace, 0, _edits.Count, span.Length, with));

    /// <summary>Gives the new text.</summary>
    public string Apply()
    {
        var result = new StringBuilder(text.Length + 64 * _edits.Count);
        var from = 0;
        foreach (var edit in _edits.OrderBy(e => e.Position).ThenBy(e => e.Order).ThenBy(e => e.Other).ThenBy(e => e.Sequence))
        {
            result.Append(text, from, edit.Position - from).Append(edit.Text);
            from = edit.Position + edit.Length;
        }
        return result.Append(text, from, text.Length - from).ToString();
    }
}
