namespace Certify.Trace.Reports.Changes;

/// <summary>Which words of a text went, stayed or came. White space does not count.</summary>
// @llr CFY-LLR-384
public static class WordDiff
{
    // Above this many cells the middle part counts as replaced as a whole; texts of 2,000 words each stay below.
    private const long CellsMax = 4_000_000;

    /// <summary>Compares two texts word by word.</summary>
    /// <returns>Runs of words in reading order; joined, those not added give the old text and those not removed the new one, with single blanks.</returns>
    public static IReadOnlyList<WordRun> Compare(string before, string after)
    {
        var old = Words(before);
        var now = Words(after);
        var head = 0;
        while (head < old.Length && head < now.Length && old[head] == now[head]) head++;
        var tail = 0;
        while (tail < old.Length - head && tail < now.Length - head && old[^(tail + 1)] == now[^(tail + 1)]) tail++;
        var runs = new List<WordRun>();
        Add(runs, WordChange.Same, old.AsSpan(0, head));
        Middle(runs, old.AsSpan(head, old.Length - head - tail), now.AsSpan(head, now.Length - head - tail));
        Add(runs, WordChange.Same, old.AsSpan(old.Length - tail));
        return runs;
    }

    private static string[] Words(string text) =>
        text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);

    private static void Middle(List<WordRun> runs, ReadOnlySpan<string> old, ReadOnlySpan<string> now)
    {
        if ((long)old.Length * now.Length > CellsMax)
        {
            Add(runs, WordChange.Removed, old);
            Add(runs, WordChange.Added, now);
            return;
        }

        var common = Common(old, now);
        int i = 0, j = 0;
        while (i < old.Length || j < now.Length)
        {
            if (i < old.Length && j < now.Length && old[i] == now[j])
            {
                Add(runs, WordChange.Same, old.Slice(i, 1));
                i++;
                j++;
            }
            else if (j == now.Length || (i < old.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                Add(runs, WordChange.Removed, old.Slice(i++, 1));
            }
            else
            {
                Add(runs, WordChange.Added, now.Slice(j++, 1));
            }
        }
    }

    /// <summary>Length of the longest common subsequence of each pair of tails.</summary>
    private static int[,] Common(ReadOnlySpan<string> old, ReadOnlySpan<string> now)
    {
        var common = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--)
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }
        return common;
    }

    private static void Add(List<WordRun> runs, WordChange change, ReadOnlySpan<string> words)
    {
        if (words.Length == 0) return;
        var text = string.Join(' ', words);
        if (runs.Count > 0 && runs[^1].Change == change) runs[^1] = new WordRun(change, runs[^1].Text + " " + text);
        else runs.Add(new WordRun(change, text));
    }
}

/// <summary>What happened to words.</summary>
public enum WordChange
{
    /// <summary>They stayed.</summary>
    Same,
    /// <summary>They went.</summary>
    Removed,
    /// <summary>They came.</summary>
    Added,
}

/// <summary>Words side by side with one fate.</summary>
/// <param name="Change">Their fate.</param>
/// <param name="Text">The words, with single blanks.</param>
public readonly record struct WordRun(WordChange Change, string Text);
