using Certify.Documents.Model;
using Certify.Facts;

namespace Certify.Documents.Writers;

/// <summary>Requirements as they stand in requirements data and design description.</summary>
internal static class RequirementSection
{
    /// <summary>All requirements of a tier, a heading of level 2 per component and of level 3 per item.</summary>
    public static void Write(DocumentBuilder builder, FactIndex facts, Tier tier, string whenEmpty)
    {
        var any = false;
        foreach (var component in facts.ByComponent(tier))
        {
            any = true;
            builder.Heading(2, component.Key);
            if (facts.ComponentText(component.Key) is { } text) builder.Prose(text);
            foreach (var requirement in component) Item(builder, facts, requirement);
        }
        if (!any) builder.Text(whenEmpty);
    }

    /// <summary>Counts of a tier by component and verification method.</summary>
    public static void Summary(DocumentBuilder builder, FactIndex facts, Tier tier) => builder.Table(
        $"{Name(tier)} by component", $"No {Name(tier, capital: false)} was recorded.",
        [new("Component", 28), new("Items", 10), new("Derived", 12), new("By test", 12), new("By analysis", 14), new("By review", 12), new("No test case", 14)],
        facts.ByComponent(tier).Select(IReadOnlyList<Cell> (group) =>
        [
            group.Key,
            Say.Count(group.Count()),
            Say.Count(group.Count(r => r.Derived)),
            Say.Count(group.Count(r => r.Verification == VerificationMethod.Test)),
            Say.Count(group.Count(r => r.Verification == VerificationMethod.Analysis)),
            Say.Count(group.Count(r => r.Verification == VerificationMethod.Review)),
            Say.Count(group.Count(r => !facts.TestsOf(r.Id).Any())),
        ]));

    /// <summary>Derived requirements of a tier with reason and safety feedback.</summary>
    public static void Derived(DocumentBuilder builder, FactIndex facts, Tier tier) => builder
        .Text("A derived requirement has no parent. Its reason stands here, and what the system safety process is told; whether that process accepted it is for a person to record.")
        .Table($"Derived {Name(tier, capital: false)}", $"No derived {Name(tier, capital: false)} was recorded.",
            [new("Id", 16), new("Title", 24), new("Reason", 30), new("Safety feedback", 30)],
            facts.OfTier(tier).Where(r => r.Derived).Select(IReadOnlyList<Cell> (r) =>
            [
                r.Id, r.Title,
                r.Rationale ?? Cell.Of("none recorded", Tone.Bad),
                r.SafetyFeedback ?? Cell.Of("none recorded", Tone.Bad),
            ]));

    private static void Item(DocumentBuilder builder, FactIndex facts, RequirementFact requirement)
    {
        builder.Heading(3, $"{requirement.Id}  {requirement.Title}").Prose(requirement.Text, normative: true);
        var fields = new List<Field>();
        if (requirement.Rationale is { } rationale) fields.Add(new("Rationale", ProseReader.Inline(OneLine(rationale))));
        if (requirement.SafetyFeedback is { } safety) fields.Add(new("Safety feedback", ProseReader.Inline(OneLine(safety))));
        if (requirement.Source is { } source) fields.Add(new("Source", source));
        if (requirement.Tier != Tier.System)
        {
            fields.Add(new("Parents", Say.List(requirement.Parents)));
            fields.Add(new("Derived", Say.YesNo(requirement.Derived)));
            fields.Add(new("Verified by", VerifiedBy(facts, requirement)));
        }
        if (requirement.Tier != Tier.Llr)
            fields.Add(new("Refined by", Say.List(facts.Children(requirement.Id).Select(child => child.Id), "nothing recorded")));
        if (requirement.Tier == Tier.Llr)
            fields.Add(new("Code", CodeText(facts, requirement)));
        fields.Add(new("Written in", Rich.Code(requirement.Place.ToString())));
        fields.Add(new("Fingerprint", Rich.Code(requirement.Fingerprint)));
        builder.Add(new FieldList(fields));
    }

    private static string VerifiedBy(FactIndex facts, RequirementFact requirement)
    {
        var tests = facts.TestsOf(requirement.Id).Count();
        var method = Say.Of(requirement.Verification);
        return tests == 0 ? $"{method}; no test case" : $"{method}; {Say.Count(tests, "test case")}";
    }

    private static string CodeText(FactIndex facts, RequirementFact requirement)
    {
        var code = facts.CodeOf(requirement.Id).Count();
        return code == 0 ? "none recorded" : $"{Say.Count(code, "symbol")}, named in the trace matrices";
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static string Name(Tier tier, bool capital = true) => (tier, capital) switch
    {
        (Tier.System, true) => "System requirements",
        (Tier.System, false) => "system requirements",
        (Tier.Hlr, true) => "High-level requirements",
        (Tier.Hlr, false) => "high-level requirements",
        (_, true) => "Low-level requirements",
        _ => "low-level requirements",
    };
}
