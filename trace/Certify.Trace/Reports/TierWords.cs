using Certify.Trace.Model;

namespace Certify.Trace.Reports;

/// <summary>Tiers in reports, where their names are too long or are counted.</summary>
public static class TierWords
{
    /// <summary>The tier as a title bar has room for: "test" for a test case.</summary>
    public static string Short(ItemTier tier) => tier switch
    {
        ItemTier.TestCase => "test",
        ItemTier.TestProcedure => "procedure",
        ItemTier.ProblemReport => "problem",
        _ => TierName.Of(tier),
    };

    /// <summary>"3 system, 10 HLR, 2 test cases": what a set holds, tiers without items left out.</summary>
    public static string Counts(IEnumerable<TraceItem> items)
    {
        var counts = new int[(int)ItemTier.Assumption + 1];
        foreach (var item in items) counts[(int)item.Tier]++;
        var parts = new List<string>();
        for (var tier = ItemTier.System; tier <= ItemTier.Assumption; tier++)
        {
            var count = counts[(int)tier];
            if (count > 0) parts.Add(Count(count, tier));
        }
        return parts.Count == 0 ? "no items" : string.Join(", ", parts);
    }

    private static string Count(int count, ItemTier tier) => tier switch
    {
        ItemTier.System => Audit.Words.Count(count, "system item"),
        ItemTier.Hlr or ItemTier.Llr => Audit.Words.Count(count, TierName.Of(tier)),
        ItemTier.Design => Audit.Words.Count(count, "design element"),
        ItemTier.Code => Audit.Words.Count(count, "code symbol"),
        ItemTier.Hazard or ItemTier.Assumption or ItemTier.Review or ItemTier.Result or ItemTier.TestCase
            or ItemTier.TestProcedure or ItemTier.ProblemReport => Audit.Words.Count(count, TierName.Of(tier)),
        _ => Audit.Words.Count(count, "item"),
    };
}
