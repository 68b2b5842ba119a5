namespace Certify.Trace.Reading;

/// <summary>
/// Lines that were meant as the heading of an item but are none, so that the item would turn into text of the one before it: in a code fence
/// that did not close where its author thought, or with something in front of the marks.
/// </summary>
// @llr CFY-LLR-470
internal static class LostHeading
{
    /// <summary>The id of an item's heading where a line of a fence has that form, else nothing. An example is kept apart by four blanks in front.</summary>
    /// <param name="line">A line of a fence.</param>
    /// <param name="marked">True for an id between backticks or quotes, which a heading of a document may hold as well.</param>
    public static ReadOnlySpan<char> IdInFence(ReadOnlySpan<char> line, out bool marked)
    {
        marked = false;
        var text = line.TrimStart(' ');
        if (line.Length - text.Length > 3 || !text.StartsWith("##", StringComparison.Ordinal) || text.Length < 4 || text[2] is not (' ' or '\t')) return [];
        var words = text[2..].Trim();
        if (words.Length > 0 && words[0] is '`' or '"')
        {
            marked = IdToken.TryReadMarked(words, out _, out var length);
            return marked ? words[..length] : [];
        }
        var id = FirstWord(words);
        return ItemId.IsWellFormed(id) ? id : [];
    }

    /// <summary>
    /// The id where letters, a list mark or a quote mark stand before or within the marks of a heading ('x## ID', '##x ID', '- ## ID'), else
    /// nothing. Indented code is taken as the example that it is, and so is what a sentence shows between backticks or quotes.
    /// </summary>
    public static ReadOnlySpan<char> IdBehindMarks(ReadOnlySpan<char> line)
    {
        if (line.IndexOf("##", StringComparison.Ordinal) < 0) return [];
        var text = line.TrimStart(" \t");
        if (text[0] == '#' && text.Length != line.Length) return [];
        var word = FirstWord(text);
        for (var marks = 0; marks < 4 && IsListOrQuoteMark(word); marks++)
        {
            text = text[word.Length..].TrimStart(" \t");
            word = FirstWord(text);
        }

        var at = word.IndexOf("##", StringComparison.Ordinal);
        if (at < 0 || word.IndexOfAny('`', '"', '\'') >= 0) return [];
        var attached = word[at..].TrimStart('#');
        if (ItemId.IsWellFormed(attached)) return attached;
        var next = FirstWord(text[word.Length..].TrimStart(" \t"));
        return ItemId.IsWellFormed(next) ? next : [];
    }

    private static bool IsListOrQuoteMark(ReadOnlySpan<char> word) =>
        word is "-" or "*" or "+" or ">" || (word.Length > 1 && word[^1] is '.' or ')' && !word[..^1].ContainsAnyExceptInRange('0', '9'));

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        var blank = text.IndexOfAny(' ', '\t');
        return blank < 0 ? text : text[..blank];
    }
}
