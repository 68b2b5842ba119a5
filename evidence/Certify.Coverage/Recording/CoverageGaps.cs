using Certify.Facts;

namespace Certify.Coverage.Recording;

/// <summary>Lists what is missing in coverage facts, in closed phrases, ordered by place.</summary>
public static class CoverageGaps
{
    /// <summary>Every gap, justified ones included (they carry the justification's id).</summary>
    public static IReadOnlyList<CoverageGap> Of(CoverageFacts facts)
    {
        var gaps = new List<CoverageGap>();
        foreach (var s in facts.Statements)
        {
            if (s.Tests.Count == 0) gaps.Add(new CoverageGap(s.Id, s.Component, s.Place, "statement not reached", s.Justification));
        }
        foreach (var d in facts.Decisions)
        {
            gaps.AddRange(Of(d).Select(what => new CoverageGap(d.Id, d.Component, d.Place, what, d.Justification)));
        }
        return [.. gaps
            .OrderBy(g => g.Place.Path, StringComparer.Ordinal).ThenBy(g => g.Place.Line).ThenBy(g => g.Place.Column)
            .ThenBy(g => g.Id, StringComparer.Ordinal)];
    }

    /// <summary>What a decision lacks, or nothing.</summary>
    public static IReadOnlyList<string> Of(DecisionFact decision)
    {
        if (!decision.TrueSeen && !decision.FalseSeen) return ["decision not evaluated"];
        if (!decision.TrueSeen) return ["outcome true not seen"];
        if (!decision.FalseSeen) return ["outcome false not seen"];
        return [.. decision.Conditions
            .Select((c, i) => (Condition: c, Number: i + 1))
            .Where(c => !c.Condition.Covered)
            .Select(c => $"condition {c.Number} '{c.Condition.Text}' not shown to act alone ({Missing(c.Condition)} missing)")];
    }

    /// <summary>True when nothing is missing or what is missing is justified.</summary>
    public static bool IsClosed(CoverageFacts facts) => Of(facts).All(g => g.Justification is not null);

    private static string Missing(ConditionFact condition) => (condition.TrueShown, condition.FalseShown) switch
    {
        (false, false) => "true and false",
        (false, _) => "true",
        _ => "false",
    };
}

/// <summary>One thing missing.</summary>
/// <param name="Id">Obligation.</param>
/// <param name="Component">Its component.</param>
/// <param name="Place">Where.</param>
/// <param name="What">A phrase from a closed list.</param>
/// <param name="Justification">Id of the justification, or null for an open gap.</param>
public sealed record CoverageGap(string Id, string Component, SourcePlace Place, string What, string? Justification);
