using Certify.Facts;
using Certify.Trace.Model;

namespace Certify.Cli.Tests.Trace;

/// <summary>Small items for tests: a word for the tier, an id, and the ids above.</summary>
internal static class Items
{
    public static TraceItem Make(ItemTier tier, string id, string[] above, string? text = null, string component = "C", string? role = null) => new()
    {
        Id = id,
        Tier = tier,
        Place = new SourcePlace("reqs/" + tier.ToString().ToLowerInvariant() + ".md", 1 + id.Length),
        Title = "Title of " + id,
        Text = text ?? $"The unit shall do {id}.",
        Component = component,
        Links = [.. above.Select(a => new TraceLink(role ?? Role(tier), a))],
        Outcome = tier == ItemTier.Result ? new ItemOutcome("passed", true) : null,
    };

    /// <summary>SYS-1 over HLR-1 and HLR-2; HLR-1 over LLR-1 and LLR-2, HLR-2 over LLR-2; code, test, result and review of LLR-1.</summary>
    public static IReadOnlyList<TraceItem> Whole() =>
    [
        Make(ItemTier.System, "SYS-1", []),
        Make(ItemTier.Hlr, "HLR-1", ["SYS-1"]),
        Make(ItemTier.Hlr, "HLR-2", ["SYS-1"], component: "D"),
        Make(ItemTier.Llr, "LLR-1", ["HLR-1"]),
        Make(ItemTier.Llr, "LLR-2", ["HLR-1", "HLR-2"]),
        Make(ItemTier.Code, "M:N.T.One", ["LLR-1"]),
        Make(ItemTier.TestCase, "TC-1", ["LLR-1"]),
        Make(ItemTier.Result, "R-1", ["TC-1"]),
        Make(ItemTier.Review, "RV-1", ["LLR-1"]),
    ];

    public static AuditFinding Finding(string code, string subject, FindingSeverity severity = FindingSeverity.Error) =>
        new(code, severity, subject, $"{subject} is broken by {code}", new SourcePlace("reqs/x.md", 3));

    private static string Role(ItemTier tier) => tier switch
    {
        ItemTier.Code => LinkRole.Implements,
        ItemTier.TestCase => LinkRole.Verifies,
        ItemTier.TestProcedure => LinkRole.Executes,
        ItemTier.Result => LinkRole.ResultOf,
        ItemTier.Review => LinkRole.Reviews,
        _ => LinkRole.Satisfies,
    };
}
