using Certify.Facts;

namespace Certify.Coverage.Recording;

/// <summary>Counts of coverage: n of m, and how many of the missing are justified.</summary>
/// <param name="Name">What was counted: a component, a file, or "all".</param>
/// <param name="Statements">Statements reached.</param>
/// <param name="Decisions">Decisions with both outcomes.</param>
/// <param name="Conditions">Conditions shown to act alone (masking MC/DC).</param>
public sealed record CoverageSummary(string Name, CoverageCount Statements, CoverageCount Decisions, CoverageCount Conditions)
{
    /// <summary>Counts everything.</summary>
    public static CoverageSummary Of(string name, IEnumerable<StatementFact> statements, IEnumerable<DecisionFact> decisions)
    {
        var list = decisions.ToList();
        return new CoverageSummary(
            name,
            CoverageCount.Of(statements, s => s.Tests.Count > 0, s => s.Justification),
            CoverageCount.Of(list, d => d is { TrueSeen: true, FalseSeen: true }, d => d.Justification),
            CoverageCount.Of(list.SelectMany(d => d.Conditions.Select(c => (Condition: c, Decision: d))),
                c => c.Condition.Covered, c => c.Decision.Justification));
    }

    /// <summary>Counts per component, in ordinal order.</summary>
    public static IReadOnlyList<CoverageSummary> ByComponent(CoverageFacts facts) =>
        By(facts, s => s.Component, d => d.Component);

    /// <summary>Counts per file, in ordinal order of path.</summary>
    public static IReadOnlyList<CoverageSummary> ByFile(CoverageFacts facts) =>
        By(facts, s => s.Place.Path, d => d.Place.Path);

    private static List<CoverageSummary> By(
        CoverageFacts facts, Func<StatementFact, string> ofStatement, Func<DecisionFact, string> ofDecision)
    {
        var statements = facts.Statements.ToLookup(ofStatement, StringComparer.Ordinal);
        var decisions = facts.Decisions.ToLookup(ofDecision, StringComparer.Ordinal);
        return [.. statements.Select(g => g.Key).Union(decisions.Select(g => g.Key)).Order(StringComparer.Ordinal)
            .Select(name => Of(name, statements[name], decisions[name]))];
    }
}

/// <summary>n of m.</summary>
/// <param name="Covered">Met.</param>
/// <param name="Justified">Not met, but justified.</param>
/// <param name="Total">All.</param>
public sealed record CoverageCount(int Covered, int Justified, int Total)
{
    /// <summary>Neither met nor justified.</summary>
    public int Open => Total - Covered - Justified;

    internal static CoverageCount Of<T>(IEnumerable<T> items, Func<T, bool> covered, Func<T, string?> justification)
    {
        int met = 0, justified = 0, total = 0;
        foreach (var item in items)
        {
            total++;
            if (covered(item)) met++;
            else if (justification(item) is not null) justified++;
        }
        return new CoverageCount(met, justified, total);
    }
}
