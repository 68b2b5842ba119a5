using System.Globalization;
using Certify.Facts;
using Certify.Trace.Model;

namespace Certify.Trace.Reports.Threads;

/// <summary>The requirements, code, tests and results of fact files as items with links, for reports that walk threads.</summary>
// @llr CFY-LLR-380
public static class FactItems
{
    /// <summary>Gives an item for each requirement, tagged symbol, test and result. Symbols without a tag of their own are left out.</summary>
    /// <param name="facts">An audited set.</param>
    /// <param name="results">Results of its tests, or null.</param>
    public static IReadOnlyList<TraceItem> Of(TraceFacts facts, TestFacts? results = null)
    {
        var items = new List<TraceItem>(facts.Requirements.Count + facts.Tests.Count);
        foreach (var requirement in facts.Requirements) items.Add(Requirement(requirement));
        foreach (var code in facts.Code)
        {
            if (code is { Inherited: false, Requirements.Count: > 0 })
                items.Add(new TraceItem { Id = code.Symbol, Tier = ItemTier.Code, Place = code.Place, Links = Links(LinkRole.Implements, code.Requirements) });
        }
        foreach (var test in facts.Tests)
        {
            items.Add(new TraceItem
            {
                Id = test.Id, Tier = ItemTier.TestCase, Place = test.Place, Title = test.Title, TestKind = test.Kind,
                Links = Links(LinkRole.Verifies, test.Requirements),
            });
        }
        foreach (var result in results?.Results ?? []) items.Add(Result(result, results!.Header.ImageSha256));
        return items;
    }

    private static TraceItem Requirement(RequirementFact fact) => new()
    {
        Id = fact.Id,
        Tier = fact.Tier switch { Tier.System => ItemTier.System, Tier.Hlr => ItemTier.Hlr, _ => ItemTier.Llr },
        Place = fact.Place,
        Title = fact.Title,
        Text = fact.Text,
        Rationale = fact.Rationale,
        Derived = fact.Derived,
        SafetyFeedback = fact.SafetyFeedback,
        Source = fact.Source,
        Component = fact.Component,
        Verification = fact.Verification is { } method ? [method] : [],
        Links = Links(LinkRole.Satisfies, fact.Parents),
    };

    private static TraceItem Result(TestResult result, string? image)
    {
        var side = result.Side.ToString().ToLowerInvariant();
        return new TraceItem
        {
            Id = $"{result.Test} {side}",
            Tier = ItemTier.Result,
            Place = new SourcePlace("results.json", 0),
            Title = string.Create(CultureInfo.InvariantCulture, $"{side}, {result.Cases} cases"),
            Outcome = new ItemOutcome(result.Verdict.ToString().ToLowerInvariant(), result.Verdict == Verdict.Passed && result.Cases > 0, image),
            Links = [new TraceLink(LinkRole.ResultOf, result.Test)],
        };
    }

    private static IReadOnlyList<TraceLink> Links(string role, IReadOnlyList<string> targets) => [.. targets.Select(t => new TraceLink(role, t))];
}
