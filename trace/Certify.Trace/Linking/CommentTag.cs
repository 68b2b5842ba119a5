namespace Certify.Trace.Linking;

/// <summary>A tag in a comment: '@llr ID', '@verifies ID, ID' or '@verifies ID robustness'.</summary>
/// <param name="Keyword">"llr" or "verifies".</param>
/// <param name="Ids">The ids named; empty when the tag is malformed.</param>
/// <param name="Robustness">True when the tag says so.</param>
internal sealed record CommentTag(string Keyword, IReadOnlyList<string> Ids, bool Robustness)
{
    private static readonly string[] s_keywords = ["llr", "verifies"];

    /// <summary>
    /// Reads a comment's text (without the comment marks). A comment is a tag when its first word is
    /// '@llr' or '@verifies'; sentences that mention them are not.
    /// </summary>
    /// <returns>The tag, or null when the comment is none.</returns>
    public static CommentTag? Read(ReadOnlySpan<char> comment)
    {
        var text = comment.Trim();
        if (text.Length == 0 || text[0] != '@') return null;
        foreach (var keyword in s_keywords)
        {
            var rest = text[1..];
            if (!rest.StartsWith(keyword, StringComparison.Ordinal)) continue;
            rest = rest[keyword.Length..];
            if (rest.Length > 0 && (char.IsLetterOrDigit(rest[0]) || rest[0] is '-' or '_')) continue;
            return Read(keyword, rest.ToString());
        }
        return null;
    }

    private static CommentTag Read(string keyword, string rest)
    {
        var words = rest.Split([' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var robustness = keyword == "verifies" && words is [.., "robustness"];
        var ids = robustness ? words[..^1] : words;
        return new CommentTag(keyword, Array.TrueForAll(ids, id => Reading.ItemId.IsWellFormed(id)) ? ids : [], robustness);
    }
}
