using Certify.Trace.Model;

namespace Certify.Trace.Formats.Common;

/// <summary>Names of tiers as own Markdown writes them.</summary>
internal static class TierNames
{
    private static readonly (string Name, ItemTier Tier)[] s_names =
    [
        ("system", ItemTier.System), ("HLR", ItemTier.Hlr), ("LLR", ItemTier.Llr), ("design", ItemTier.Design), ("code", ItemTier.Code),
        ("test case", ItemTier.TestCase), ("test procedure", ItemTier.TestProcedure), ("result", ItemTier.Result), ("review", ItemTier.Review),
        ("problem report", ItemTier.ProblemReport), ("hazard", ItemTier.Hazard), ("assumption", ItemTier.Assumption),
    ];

    /// <summary>The name of a tier.</summary>
    public static string Of(ItemTier tier) => s_names[(int)tier].Name;

    /// <summary>Every name, for messages.</summary>
    public static string All { get; } = string.Join(", ", s_names.Select(n => $"'{n.Name}'"));

    /// <summary>Gives the tier of a name; case, '-' and '_' for a blank do not matter.</summary>
    public static bool TryParse(ReadOnlySpan<char> word, out ItemTier tier)
    {
        foreach (var (name, value) in s_names)
        {
            tier = value;
            if (Same(word, name)) return true;
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
