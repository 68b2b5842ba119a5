namespace Certify.Trace.Model;

/// <summary>The names of tiers, as own Markdown, settings and mappings write them.</summary>
public static class TierName
{
    private static readonly string[] s_names =
    [
        "system", "HLR", "LLR", "design", "code", "test case", "test procedure", "result", "review", "problem report", "hazard", "assumption",
    ];

    /// <summary>Every name in the order of <see cref="ItemTier"/>.</summary>
    public static IReadOnlyList<string> All => s_names;

    /// <summary>Gives the name of a tier, for example "HLR" or "test case".</summary>
    public static string Of(ItemTier tier) => s_names[(int)tier];

    /// <summary>Finds the tier with exactly this name.</summary>
    public static bool TryParse(ReadOnlySpan<char> name, out ItemTier tier)
    {
        for (var i = 0; i < s_names.Length; i++)
        {
            tier = (ItemTier)i;
            if (name.SequenceEqual(s_names[i])) return true;
        }
        tier = default;
        return false;
    }

    /// <summary>True for the tiers whose items demand something in words: system, HLR, LLR.</summary>
    public static bool IsRequirement(ItemTier tier) => tier is ItemTier.System or ItemTier.Hlr or ItemTier.Llr;
}
