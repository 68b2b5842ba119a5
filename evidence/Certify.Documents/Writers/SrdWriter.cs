using Certify.Documents.Model;
using Certify.Facts;

namespace Certify.Documents.Writers;

/// <summary>Software requirements data: system parents, high-level requirements, derived ones.</summary>
internal static class SrdWriter
{
    public static Document Create(FactIndex facts)
    {
        var builder = Frame.Begin(facts,
            "This document holds the high-level requirements of the software, the system requirements they come from, and the derived requirements with their reasons.");
        builder.Heading(1, "Overview");
        builder.Prose(facts.Inputs.Project.Description);
        RequirementSection.Summary(builder, facts, Tier.Hlr);

        builder.Heading(1, "System requirements allocated to software");
        RequirementSection.Write(builder, facts, Tier.System, "No system requirement was recorded.");

        builder.Heading(1, "High-level requirements");
        RequirementSection.Write(builder, facts, Tier.Hlr, "No high-level requirement was recorded.");

        builder.Heading(1, "Derived high-level requirements");
        RequirementSection.Derived(builder, facts, Tier.Hlr);

        builder.Heading(1, "System requirements that no high-level requirement names");
        builder.Table("System requirements without a child",
            facts.OfTier(Tier.System).Any()
                ? "Every system requirement is named as parent by at least one high-level requirement."
                : "No system requirement was recorded.",
            [new("Id", 25), new("Title", 50), new("Component", 25)],
            facts.OfTier(Tier.System).Where(r => !facts.Children(r.Id).Any())
                .Select(IReadOnlyList<Cell> (r) => [r.Id, r.Title, r.Component]));
        return new Document(
            Frame.Identity(facts, "SRD", "Software Requirements Data", "11.9 (software requirements data)"),
            false, builder.Blocks);
    }
}
