using Certify.Facts;

namespace Certify.Documents;

/// <summary>Covered, justified and open obligations of one kind.</summary>
internal readonly record struct Tally(int Total, int Covered, int Justified)
{
    /// <summary>Neither covered nor justified.</summary>
    public int Open => Total - Covered - Justified;

    /// <summary>Adds one obligation.</summary>
    public Tally With(bool covered, bool justified) =>
        new(Total + 1, Covered + (covered ? 1 : 0), Justified + (!covered && justified ? 1 : 0));
}

/// <summary>Structural coverage of one component, or of all.</summary>
internal sealed record CoverageCount(string Component, Tally Statements, Tally Decisions, Tally Conditions)
{
    /// <summary>Obligations neither covered nor justified.</summary>
    public int Open => Statements.Open + Decisions.Open + Conditions.Open;

    /// <summary>Open obligations by kind: "1 statement and 2 decisions"; empty where none is open.</summary>
    public string OpenText
    {
        get
        {
            string[] kinds = [.. new[] { (Statements.Open, "statement"), (Decisions.Open, "decision"), (Conditions.Open, "condition") }
                .Where(kind => kind.Item1 > 0).Select(kind => Say.Count(kind.Item1, kind.Item2))];
            return kinds.Length < 2 ? string.Concat(kinds) : $"{string.Join(", ", kinds[..^1])} and {kinds[^1]}";
        }
    }

    /// <summary>Both outcomes seen.</summary>
    public static bool Covered(DecisionFact decision) => decision.TrueSeen && decision.FalseSeen;

    /// <summary>Both outcomes seen and each condition shown.</summary>
    public static bool Complete(DecisionFact decision) => Covered(decision) && decision.Conditions.All(c => c.Covered);

    /// <summary>Counts of the whole.</summary>
    public static CoverageCount Of(CoverageFacts facts) => Of("all", facts.Statements, facts.Decisions);

    /// <summary>Counts by component, in ordinal order.</summary>
    public static IReadOnlyList<CoverageCount> ByComponent(CoverageFacts facts)
    {
        var statements = facts.Statements.ToLookup(s => s.Component, StringComparer.Ordinal);
        var decisions = facts.Decisions.ToLookup(d => d.Component, StringComparer.Ordinal);
        return [.. statements.Select(g => g.Key).Concat(decisions.Select(g => g.Key))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(name => Of(name, statements[name], decisions[name]))];
    }

    private static CoverageCount Of(string name, IEnumerable<StatementFact> statements, IEnumerable<DecisionFact> decisions)
    {
        Tally s = default, d = default, c = default;
        foreach (var statement in statements)
            s = s.With(statement.Tests.Count > 0, statement.Justification is not null);
        foreach (var decision in decisions)
        {
            d = d.With(Covered(decision), decision.Justification is not null);
            foreach (var condition in decision.Conditions)
                c = c.With(condition.Covered, decision.Justification is not null);
        }
        return new CoverageCount(name, s, d, c);
    }
}
