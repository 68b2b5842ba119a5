using Certify.Trace.Formats.Common;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Oft;

/// <summary>What artifact types are to the model.</summary>
internal static class OftTypes
{
    private static readonly (string Type, ItemTier Tier)[] s_tiers =
    [
        ("feat", ItemTier.System), ("req", ItemTier.Hlr), ("dsn", ItemTier.Llr), ("arch", ItemTier.Design), ("impl", ItemTier.Code), ("utest", ItemTier.TestCase),
        ("itest", ItemTier.TestCase), ("stest", ItemTier.TestCase), ("test", ItemTier.TestCase), ("proc", ItemTier.TestProcedure), ("result", ItemTier.Result),
        ("review", ItemTier.Review), ("pr", ItemTier.ProblemReport), ("hazard", ItemTier.Hazard), ("asm", ItemTier.Assumption),
    ];

    /// <summary>Tier of a type: by the mapping, by the types in common use, or the default.</summary>
    public static ItemTier TierOf(string type, ReadOptions options)
    {
        if (options.Mapping is { } mapping && mapping.Tiers.TryGetValue(type, out var word) && TierNames.TryParse(word, out var mapped)) return mapped;
        foreach (var (name, tier) in s_tiers)
        {
            if (name == type) return tier;
        }
        return options.DefaultTier;
    }

    /// <summary>The type that is written for items of a tier.</summary>
    public static string TypeOf(ItemTier tier)
    {
        foreach (var (type, known) in s_tiers)
        {
            if (known == tier) return type;
        }
        return "req";
    }

    /// <summary>What it means that an item of a tier covers another one.</summary>
    public static string RoleOf(ItemTier tier) => tier switch
    {
        ItemTier.Code => LinkRole.Implements,
        ItemTier.TestCase => LinkRole.Verifies,
        ItemTier.TestProcedure => LinkRole.Executes,
        ItemTier.Result => LinkRole.ResultOf,
        ItemTier.Review => LinkRole.Reviews,
        ItemTier.ProblemReport => LinkRole.Affects,
        _ => LinkRole.Satisfies,
    };
}
