using Certify.Facts;
using Certify.Trace.Model;

namespace Certify.Trace.Audit;

/// <summary>The field's words for what the trace holds, for messages and reports.</summary>
internal static class Words
{
    /// <summary>"system", "HLR" or "LLR".</summary>
    public static string Of(Tier tier) => tier switch { Tier.System => "system", Tier.Hlr => "HLR", _ => "LLR" };

    /// <summary>"a system item", "an HLR", "a test case" and so on.</summary>
    public static string Article(ItemTier tier) => tier switch
    {
        ItemTier.System => "a system item",
        ItemTier.Hlr => "an HLR",
        ItemTier.Llr => "an LLR",
        ItemTier.Design => "a design element",
        ItemTier.Code => "code",
        ItemTier.Assumption => "an assumption",
        _ => "a " + TierName.Of(tier),
    };

    /// <summary>"error" or "warning".</summary>
    public static string Of(FindingSeverity severity) => severity == FindingSeverity.Error ? "error" : "warning";

    /// <summary>A count with its noun in singular or plural.</summary>
    public static string Count(int count, string noun) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
