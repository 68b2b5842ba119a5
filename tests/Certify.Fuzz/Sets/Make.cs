using Certify.Facts;
using Certify.Trace.Model;

namespace Certify.Fuzz.Sets;

/// <summary>New items without a defect, and copies with one change.</summary>
internal static class Make
{
    private static readonly SourcePlace s_place = new("set", 1);

    public static TraceItem Requirement(this DefectSet set, ItemTier tier, params string[] parents) => new()
    {
        Id = set.NewId(tier), Tier = tier, Place = s_place, Title = "Added", Component = "Part1", Text = $"The software shall set output {set.Fresh()} to 1 within 10 ms.",
        Source = tier == ItemTier.System ? "System specification" : null, Verification = tier == ItemTier.System ? [] : [VerificationMethod.Test],
        Links = [.. parents.Select(p => new TraceLink(LinkRole.Satisfies, p))],
    };

    public static TraceItem Code(this DefectSet set, params string[] requirements) => new()
    {
        Id = set.NewId(ItemTier.Code), Tier = ItemTier.Code, Place = s_place, Title = "Added", Links = [.. requirements.Select(r => new TraceLink(LinkRole.Implements, r))],
    };

    public static TraceItem Test(this DefectSet set, TestKind kind, params string[] requirements) => new()
    {
        Id = set.NewId(ItemTier.TestCase), Tier = ItemTier.TestCase, Place = s_place, Title = "Added", TestKind = kind, Links = [.. requirements.Select(r => new TraceLink(LinkRole.Verifies, r))],
    };

    public static TraceItem Result(this DefectSet set, string test, ItemOutcome? outcome = null) => new()
    {
        Id = set.NewId(ItemTier.Result), Tier = ItemTier.Result, Place = s_place, Title = "Added", Outcome = outcome ?? new ItemOutcome("passed", true), Links = [new TraceLink(LinkRole.ResultOf, test)],
    };

    public static TraceItem Other(this DefectSet set, ItemTier tier, params TraceLink[] links) => new()
    {
        Id = set.NewId(tier), Tier = tier, Place = s_place, Title = "Added", Text = $"Number {set.Fresh()}.", Links = links,
    };

    public static TraceItem Report(this DefectSet set, params ItemAttribute[] attributes) => new()
    {
        Id = set.NewId(ItemTier.ProblemReport), Tier = ItemTier.ProblemReport, Place = s_place, Title = "Added", Text = $"Number {set.Fresh()}.", Attributes = attributes,
    };

    /// <summary>A copy with another id.</summary>
    public static TraceItem Named(this TraceItem item, string id) => new() { Id = id, Tier = item.Tier, Place = item.Place, Title = item.Title, Links = item.Links };

    /// <summary>Adds a test case with a passed result.</summary>
    public static void AddTest(this DefectSet set, TestKind kind, string requirement) => set.Add(set.Result(set.Add(set.Test(kind, requirement))));

    /// <summary>A copy with other fields; null leaves a field as it is.</summary>
    public static TraceItem With(this TraceItem item, string? text = null, IReadOnlyList<TraceLink>? links = null, string? rationale = null, string? status = null, string? revision = null,
        ItemOutcome? outcome = null, bool noSource = false, bool noRationale = false, bool noFeedback = false, bool? derived = null, string? feedback = null, string? author = null, string? attribute = null) => new()
    {
        Id = item.Id, Tier = item.Tier, Place = item.Place, Title = item.Title, Text = text ?? item.Text, Rationale = noRationale ? null : rationale ?? item.Rationale,
        Derived = derived ?? item.Derived, SafetyFeedback = noFeedback ? null : feedback ?? item.SafetyFeedback, Source = noSource ? null : item.Source, Level = item.Level,
        Component = item.Component, Verification = item.Verification, TestKind = item.TestKind, Status = status ?? item.Status, Revision = revision ?? item.Revision,
        Owner = item.Owner, Author = author ?? item.Author, Reviewer = item.Reviewer, Outcome = outcome ?? item.Outcome, Links = links ?? item.Links, Attributes = attribute is null ? item.Attributes : [new ItemAttribute("date", attribute)],
    };

    /// <summary>A copy with one more link.</summary>
    public static TraceItem Linked(this TraceItem item, string role, string target) => item.With(links: [.. item.Links, new TraceLink(role, target)]);
}
