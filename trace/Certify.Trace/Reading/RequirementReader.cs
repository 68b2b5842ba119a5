using Certify.Facts;
using Certify.Trace.Model;

namespace Certify.Trace.Reading;

/// <summary>Reads requirement files into the requirements of fact files.</summary>
public static class RequirementReader
{
    /// <summary>Reads requirement files in any order.</summary>
    /// <returns>The requirements in ordinal order of id (of duplicates the first by place), and every problem.</returns>
    public static ReadResult<RequirementFact> Read(IEnumerable<InputFile> files)
    {
        var read = MarkdownReader.Read([.. files]);
        var facts = read.Items.DistinctBy(i => i.Id, StringComparer.Ordinal).Where(i => TierName.IsRequirement(i.Tier))
            .OrderBy(i => i.Id, StringComparer.Ordinal).Select(Fact);
        return new ReadResult<RequirementFact>([.. facts], read.Findings);
    }

    /// <summary>Gives a system item, HLR or LLR as a fact: parents sorted and each once, no verification for system items.</summary>
    internal static RequirementFact Fact(TraceItem item)
    {
        var tier = item.Tier switch { ItemTier.System => Tier.System, ItemTier.Hlr => Tier.Hlr, _ => Tier.Llr };
        string[] parents = [.. item.Targets(LinkRole.Satisfies).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        VerificationMethod? verification = tier == Tier.System || item.Verification.Count == 0 ? null : item.Verification[0];
        var print = item.Verification.Count > 1 ? item.Fingerprint
            : Fingerprint.Of(item.Id, tier, item.Component, item.Text, parents, item.Derived, verification);
        return new RequirementFact(
            item.Id, tier, item.Component, item.Title, item.Text, item.Rationale, parents, item.Derived, item.SafetyFeedback,
            verification, item.Source, print, item.Place);
    }

    /// <summary>Gives the tier that an id says, or null when it says none.</summary>
    internal static ItemTier? TierOfId(string id)
    {
        if (id.StartsWith("SYS-", StringComparison.Ordinal)) return ItemTier.System;
        if (id.Contains("-HLR-", StringComparison.Ordinal)) return ItemTier.Hlr;
        return id.Contains("-LLR-", StringComparison.Ordinal) ? ItemTier.Llr : null;
    }
}
