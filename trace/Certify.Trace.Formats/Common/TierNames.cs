using Certify.Trace.Model;

namespace Certify.Trace.Formats.Common;

/// <summary>Reads names of tiers as other tools and people write them.</summary>
internal static class TierNames
{
    /// <summary>The name of a tier.</summary>
    public static string Of(ItemTier tier) => TierName.Of(tier);

    /// <summary>Every name, for messages.</summary>
    public static string All { get; } = string.Join(", ", TierName.All.Select(n => $"'{n}'"));

    /// <summary>Gives the tier of a name; case, and '-' or '_' for a blank, do not matter.</summary>
    public static bool TryParse(ReadOnlySpan<char> word, out ItemTier tier)
    {
        for (var i = 0; i < TierName.All.Count; i++)
        {
            tier = (ItemTier)i;
            if (Same(word, TierName.All[i])) return true;
        }
        tier = default;
        return false;
    }

    private static bool Same(ReadOnlySpan<char> word, string name)
    {
        if (word.Length != name.Length) return false;
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i] is '-' or '_' ? ' ' : char.ToLowerInvariant(word[i]);
            if (c != char.ToLowerInvariant(name[i])) return false;
        }
        return true;
    }
}
