using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Certify.Analyzers.Tests.Verification;

/// <summary>Source text with <c>[|spans|]</c> where a finding is expected.</summary>
internal sealed record MarkedSource(string Text, IReadOnlyList<TextSpan> Spans)
{
    /// <summary>Takes the marks out. Spans do not nest.</summary>
    public static MarkedSource Parse(string marked)
    {
        var text = new StringBuilder();
        var spans = new List<TextSpan>();
        var start = -1;
        for (var i = 0; i < marked.Length; i++)
        {
            if (Starts(marked, i, "[|") && start < 0)
            {
                start = text.Length;
                i++;
            }
            else if (Starts(marked, i, "|]") && start >= 0)
            {
                spans.Add(TextSpan.FromBounds(start, text.Length));
                start = -1;
                i++;
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        if (start >= 0) throw new ArgumentException("a '[|' without '|]'", nameof(marked));
        return new MarkedSource(text.ToString(), spans);
    }

    private static bool Starts(string text, int index, string mark) =>
        string.CompareOrdinal(text, index, mark, 0, mark.Length) == 0;
}
