using Certify.Trace.Model;

namespace Certify.Trace.Formats.Tests;

/// <summary>Applies a function to every string of an item: what a format makes of text that it cannot hold.</summary>
internal static class ItemMap
{
    public static TraceItem[] All(IEnumerable<TraceItem> items, Func<string, string> f) => [.. items.Select(i => Of(i, f))];

    public static TraceItem Of(TraceItem i, Func<string, string> f)
    {
        string? N(string? text) => text is null ? null : f(text);
        return new TraceItem
        {
            Id = f(i.Id), Tier = i.Tier, Place = i.Place, Title = f(i.Title), Text = f(i.Text), Rationale = N(i.Rationale), Derived = i.Derived,
            SafetyFeedback = N(i.SafetyFeedback), Source = N(i.Source), Level = i.Level, Component = f(i.Component), Verification = i.Verification,
            TestKind = i.TestKind, Status = N(i.Status), Revision = N(i.Revision), Owner = N(i.Owner), Author = N(i.Author), Reviewer = N(i.Reviewer),
            Outcome = i.Outcome,
            Links = [.. i.Links.Select(l => l with { Role = f(l.Role), Target = f(l.Target), TargetRevision = N(l.TargetRevision), TargetFingerprint = N(l.TargetFingerprint) })],
            Attributes = [.. i.Attributes.Select(a => new ItemAttribute(f(a.Name), f(a.Value)))],
        };
    }
}
