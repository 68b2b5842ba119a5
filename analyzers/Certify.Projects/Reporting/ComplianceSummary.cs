using System.Globalization;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Certify.Facts;

namespace Certify.Projects.Reporting;

/// <summary>Judges every rule of the catalogue by a receipt.</summary>
// @llr CFY-LLR-281
public static class ComplianceSummary
{
    private static readonly Profile[] s_profiles = [Profile.Application, Profile.Runtime, Profile.Core, Profile.Host];

    /// <summary>One line for each rule of the catalogue, whether it ran or not.</summary>
    /// <param name="facts">The receipt.</param>
    /// <param name="failures">Why the receipt does not count; with any, no rule is compliant.</param>
    public static ComplianceFacts Of(AnalysisFacts facts, IReadOnlyList<string> failures)
    {
        var ran = facts.Rules.ToDictionary(rule => rule.Id, StringComparer.Ordinal);
        var profiles = Profiles(facts);
        var counts = failures.Count == 0 && facts.Compilations.Count > 0 && facts.Compilations.All(c => c.Sources.Count > 0);
        return new ComplianceFacts(
            facts.Header with { Schema = ComplianceFacts.Schema },
            failures,
            [.. RuleCatalogue.All.Select(entry => Guideline(entry, ran.GetValueOrDefault(entry.Id), profiles, counts))]);
    }

    private static GuidelineFact Guideline(RuleEntry entry, RuleFact? ran, IReadOnlySet<string> profiles, bool counts)
    {
        string[] applies = [.. s_profiles.Where(entry.Applies).Select(Name)];
        var (level, reason) = Judge(entry, ran, applies.Any(profiles.Contains), counts);
        return new GuidelineFact(
            entry.Id, entry.CatalogueId, entry.Title, entry.Category, entry.Obligation, entry.Decided, applies,
            level, reason, ran?.CheckedAtRunTime ?? 0, RulePageText.Section(entry.Id, "What it misses"));
    }

    private static (ComplianceLevel Level, string Reason) Judge(RuleEntry entry, RuleFact? ran, bool applies, bool counts)
    {
        // What was found stays found even when the analysis as a whole does not count.
        if (ran is { Violations: > 0 }) return (ComplianceLevel.Violations, Count(ran.Violations, "finding"));
        if (ran is { Advisories: > 0 }) return (ComplianceLevel.Violations, Count(ran.Advisories, "suggestion") + " of an advisory rule");
        if (ran is null && entry.Decided is "image" or "trace")
            return (ComplianceLevel.NotDecided, entry.Decided == "image" ? "the analysis of the linked image decides it" : "the trace audit decides it");
        if (!applies) return (ComplianceLevel.Disapplied, "it holds for none of the profiles analysed");
        if (ran is null) return (ComplianceLevel.NotDecided, "no analyzer of it ran");
        if (!counts) return (ComplianceLevel.NotDecided, "the analysis does not count");
        return ran.Deviated > 0
            ? (ComplianceLevel.Deviations, Count(ran.Deviated, "finding") + " under a deviation record")
            : (ComplianceLevel.Compliant, ran.CheckedAtRunTime > 0 ? Count(ran.CheckedAtRunTime, "place") + " with a check at run time" : "nothing found");
    }

    /// <summary>The profiles that sources of this run can have: a target compilation holds runtime and core library too.</summary>
    private static HashSet<string> Profiles(AnalysisFacts facts)
    {
        var profiles = facts.Compilations.Select(c => c.Profile).ToHashSet(StringComparer.Ordinal);
        if (facts.Compilations.Any(c => c.Name == "target")) profiles.UnionWith([Name(Profile.Runtime), Name(Profile.Core)]);
        return profiles;
    }

    private static string Name(Profile profile) => profile switch
    {
        Profile.Runtime => "runtime",
        Profile.Core => "core",
        Profile.Host => "host",
        _ => "application",
    };

    private static string Count(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
