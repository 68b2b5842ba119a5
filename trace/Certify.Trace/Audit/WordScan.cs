namespace Certify.Trace.Audit;

/// <summary>
/// Reads a text once and notes the words that rules ask for: demands, placeholders, words that two readers can take differently. Words are runs of
/// letters, digits and '_'; case decides only for placeholders.
/// </summary>
internal sealed class WordScan
{
    private static readonly string[] s_single =
    [
        "should", "might", "could", "adequate", "adequately", "appropriate", "appropriately", "sufficient", "sufficiently", "reasonable", "reasonably",
        "suitable", "suitably", "proper", "properly", "fast", "quick", "quickly", "timely", "soon", "easy", "easily", "flexible", "efficient",
        "efficiently", "robust", "robustly", "minimise", "minimize", "maximise", "maximize", "normally", "usually", "generally", "typically", "often",
        "several", "many", "few", "various", "approximately", "about", "etc",
    ];

    // What may stand between the words of a phrase is exactly what is written here.
    private static readonly string[] s_phrases =
    [
        "as needed", "as required", "as necessary", "as applicable", "as possible", "if possible", "if necessary", "if needed", "if applicable",
        "where possible", "user-friendly", "and/or", "and so on", "but not limited to",
    ];

    private static readonly string[] s_placeholders = ["TBD", "TBC", "TBR", "TODO", "FIXME", "XXX"];

    private static readonly HashSet<string> s_singles = new(s_single, StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> s_firsts = new(s_phrases.Select(p => p.Split(' ', '-', '/')[0]), StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> s_singleLookup = s_singles.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> s_firstLookup = s_firsts.GetAlternateLookup<ReadOnlySpan<char>>();

    // Which first letters occur at all, so that most words cost one look.
    private static readonly bool[] s_initials = Initials();
    private readonly List<string> _ambiguous = [];
    private readonly List<string> _placeholders = [];

    /// <summary>How often the text says 'shall'.</summary>
    public int Shalls { get; private set; }

    /// <summary>How often it says 'must', 'will' or 'should'.</summary>
    public int Wills { get; private set; }

    /// <summary>Ambiguous words and phrases as written, outside of code spans.</summary>
    public IReadOnlyList<string> Ambiguous => _ambiguous;

    /// <summary>Placeholders as written, in code spans too.</summary>
    public IReadOnlyList<string> Placeholders => _placeholders;

    /// <summary>Reads a text; what was noted before is forgotten.</summary>
    public void Read(string text)
    {
        Shalls = Wills = 0;
        _ambiguous.Clear();
        _placeholders.Clear();
        for (var at = 0; at < text.Length;)
        {
            var c = text[at];
            if (IsWord(c))
            {
                at = Word(text, at, EndOfWord(text, at), inCode: false);
            }
            else if (c == '`' && text.IndexOf('`', at + 1) is > 0 and var close)
            {
                Code(text, at + 1, close);
                at = close + 1;
            }
            else
            {
                if (c == '?' && text.AsSpan(at).StartsWith("???", StringComparison.Ordinal))
                {
                    _placeholders.Add("???");
                    at += 2;
                }
                at++;
            }
        }
    }

    private void Code(string text, int at, int end)
    {
        while (at < end)
        {
            if (IsWord(text[at])) at = Word(text, at, EndOfWord(text, at), inCode: true);
            else if (text[at] == '?' && text.AsSpan(at).StartsWith("???", StringComparison.Ordinal))
            {
                _placeholders.Add("???");
                at += 3;
            }
            else at++;
        }
    }

    // Gives where to read on: behind the word, or behind the phrase that it begins.
    private int Word(string text, int start, int end, bool inCode)
    {
        var c = text[start];
        if (c < 128 && !s_initials[c]) return end;
        var word = text.AsSpan(start, end - start);
        if (c is >= 'A' and <= 'Z' && word.Length is >= 3 and <= 5)
        {
            foreach (var placeholder in s_placeholders)
            {
                if (word.SequenceEqual(placeholder)) _placeholders.Add(placeholder);
            }
        }
        if (inCode) return end;
        if (word.Length == 5 && word.Equals("shall", StringComparison.OrdinalIgnoreCase)) Shalls++;
        else if (IsWill(word)) Wills++;
        if (s_firstLookup.Contains(word) && Phrase(text, start) is > 0 and var length)
        {
            _ambiguous.Add(text.Substring(start, length));
            return start + length;
        }
        if (s_singleLookup.Contains(word) && !IsCount(text, start, word)) _ambiguous.Add(word.ToString());
        return end;
    }

    private static bool IsWill(ReadOnlySpan<char> word) =>
        word.Equals("must", StringComparison.OrdinalIgnoreCase) || word.Equals("will", StringComparison.OrdinalIgnoreCase)
        || word.Equals("should", StringComparison.OrdinalIgnoreCase);

    private static int Phrase(string text, int start)
    {
        foreach (var phrase in s_phrases)
        {
            var end = start + phrase.Length;
            if (end <= text.Length && text.AsSpan(start, phrase.Length).Equals(phrase, StringComparison.OrdinalIgnoreCase)
                && (end == text.Length || !IsWord(text[end]))) return phrase.Length;
        }
        return 0;
    }

    // "as many as" and "how many" count; "many" alone does not.
    private static bool IsCount(string text, int start, ReadOnlySpan<char> word)
    {
        if (word is not ("many" or "few")) return false;
        var before = text.AsSpan(0, start).TrimEnd();
        return before.EndsWith("as", StringComparison.Ordinal) || before.EndsWith("how", StringComparison.Ordinal);
    }

    private static int EndOfWord(string text, int at)
    {
        while (at < text.Length && IsWord(text[at])) at++;
        return at;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';

    private static bool[] Initials()
    {
        var initials = new bool[128];
        foreach (var word in s_single.Concat(s_phrases).Concat(s_placeholders).Concat(["shall", "must", "will"]))
        {
            initials[char.ToLowerInvariant(word[0])] = true;
            initials[char.ToUpperInvariant(word[0])] = true;
        }
        return initials;
    }
}
