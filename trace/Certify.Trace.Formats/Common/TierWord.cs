using Certify.Trace.Model;

namespace Certify.Trace.Formats.Common;

/// <summary>The names of tiers as in own Markdown, and the words that other tools have for them.</summary>
internal static class TierWord
{
    private static readonly string[] s_names =
    [
        "system", "HLR", "LLR", "design", "code", "test case", "test procedure", "result", "review", "problem report", "hazard", "assumption",
    ];

    private static readonly Dictionary<string, ItemTier> s_words = Words();

    /// <summary>The name of a tier, for example "test case".</summary>
    public static string Of(ItemTier tier) => s_names[(int)tier];

    /// <summary>All names in the order of the tiers.</summary>
    public static IReadOnlyList<string> Names => s_names;

    /// <summary>Reads a tier from its name or a usual word; case, blanks and hyphens do not matter.</summary>
    public static bool TryRead(ReadOnlySpan<char> word, out ItemTier tier)
    {
        Span<char> key = stackalloc char[32];
        var length = 0;
        foreach (var c in word)
        {
            if (!char.IsAsciiLetterOrDigit(c)) continue;
            if (length == key.Length)
            {
                tier = default;
                return false;
            }
            key[length++] = char.ToLowerInvariant(c);
        }
        return s_words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key[..length], out tier);
    }

    private static Dictionary<string, ItemTier> Words()
    {
        var words = new Dictionary<string, ItemTier>(StringComparer.Ordinal)
        {
            ["sys"] = ItemTier.System,
            ["systemrequirement"] = ItemTier.System,
            ["highlevelrequirement"] = ItemTier.Hlr,
            ["softwarerequirement"] = ItemTier.Hlr,
            ["lowlevelrequirement"] = ItemTier.Llr,
            ["designelement"] = ItemTier.Design,
            ["implementation"] = ItemTier.Code,
            ["test"] = ItemTier.TestCase,
            ["testresult"] = ItemTier.Result,
            ["defect"] = ItemTier.ProblemReport,
            ["bug"] = ItemTier.ProblemReport,
        };
        for (var i = 0; i < s_names.Length; i++) words[s_names[i].Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant()] = (ItemTier)i;
        return words;
    }
}
