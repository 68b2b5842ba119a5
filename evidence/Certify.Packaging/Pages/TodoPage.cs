using Certify.Facts;

namespace Certify.Packaging.Pages;

/// <summary>Something a person still has to do.</summary>
/// <param name="Record">The record that closes it.</param>
/// <param name="Closes">Objectives it closes, for example "A-3.1", or what else it is for.</param>
/// <param name="Independent">True when the level asks for somebody other than the author.</param>
/// <param name="Reasons">What is known so far, a sentence each.</param>
public sealed record TodoItem(string Record, IReadOnlyList<string> Closes, bool Independent, IReadOnlyList<string> Reasons);

/// <summary>The page of what a person still has to do.</summary>
/// <param name="Records">Records to make, in the order of the objectives they close first.</param>
/// <param name="NotMet">Objectives that the facts show not to be met, with reason: work, not paper.</param>
/// <param name="Requirements">Requirements verified by analysis or review, and derived ones that safety has to see.</param>
/// <param name="ProblemReports">Problem reports not closed.</param>
// @llr CFY-LLR-061
public sealed record TodoPage(
    IReadOnlyList<TodoItem> Records,
    IReadOnlyList<TodoItem> NotMet,
    IReadOnlyList<TodoItem> Requirements,
    IReadOnlyList<TodoItem> ProblemReports)
{
    /// <summary>Collects the page from the board and the facts.</summary>
    public static TodoPage From(ObjectiveFacts board, TraceFacts? trace, ProjectFacts? project) =>
        new(RecordsOf(board), NotMetOf(board), RequirementsOf(trace), ProblemReportsOf(project));

    private static TodoItem[] RecordsOf(ObjectiveFacts board) => [.. board.Objectives
        .Where(o => o.Status == ObjectiveStatus.WaitingForPerson)
        .GroupBy(o => o.Closes!, StringComparer.Ordinal)
        .Select(group => new TodoItem(
            group.Key, [.. group.Select(Name)], group.Any(o => o.Independence),
            [.. group.Select(o => o.Reason).Distinct(StringComparer.Ordinal)]))];

    private static TodoItem[] NotMetOf(ObjectiveFacts board) => [.. board.Objectives
        .Where(o => o.Status == ObjectiveStatus.NotMet)
        .Select(o => new TodoItem(o.Description, [Name(o)], o.Independence, [o.Reason]))];

    private static TodoItem[] RequirementsOf(TraceFacts? trace) => trace is null ? [] : [.. trace.Requirements
        .Where(r => r.Tier != Tier.System && r.Verification is VerificationMethod.Analysis or VerificationMethod.Review)
        .Select(r => new TodoItem($"Record of the {r.Verification!.Value.ToString().ToLowerInvariant()} of {r.Id}", [r.Id], false, [r.Title])),
        .. trace.Requirements.Where(r => r.Derived)
        .Select(r => new TodoItem($"Assessment of {r.Id} by the system safety process", [r.Id], false, [r.SafetyFeedback ?? r.Title]))];

    private static TodoItem[] ProblemReportsOf(ProjectFacts? project) => project is null ? [] : [.. project.ProblemReports
        .Where(p => !p.Status.Trim().StartsWith("closed", StringComparison.OrdinalIgnoreCase))
        .Select(p => new TodoItem($"Decision on {p.Id}: {p.Title}", [p.Id], false, [$"Status: {p.Status}. Safety impact: {p.SafetyImpact}"]))];

    private static string Name(ObjectiveFact objective) => FormattableString.Invariant($"{objective.Table}.{objective.Number}");
}
