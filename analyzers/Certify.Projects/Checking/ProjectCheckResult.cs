using Certify.Facts;

namespace Certify.Projects.Checking;

/// <summary>What a check gave.</summary>
/// <param name="Facts">The receipt and every finding.</param>
/// <param name="Failures">Why the receipt does not count: an analyzer missing or broken, code that does not compile. Empty when it counts.</param>
public sealed record ProjectCheckResult(AnalysisFacts Facts, IReadOnlyList<string> Failures)
{
    /// <summary>The mechanical changes that remove findings, where the request asked for them.</summary>
    public IReadOnlyDictionary<RuleFinding, FindingFix> Fixes { get; init; } = new Dictionary<RuleFinding, FindingFix>();

    /// <summary>True when the analysis counts and there is no violation, suppressed or not; else the caller exits with 1.</summary>
    public bool Passed => Failures.Count == 0 && !Facts.Violations.Any();
}
