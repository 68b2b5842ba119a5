namespace Certify.Coverage.Decisions;

/// <summary>
/// Modified condition/decision coverage from the evaluations seen. The variant reported is masking: an
/// evaluation shows a condition's value when, going the condition's other way, some path reaches the other
/// outcome without meeting a condition that the evaluation met later. Unique cause with short circuit is given beside it.
/// </summary>
/// <remarks>
/// <b>Source:</b> Comar, Guitton, Hainque, Quinot: Couverture technical report, section 5.1 and theorems 3, 6 and 7.
/// Where ?: is part of the decision, both values can be shown by evaluations of one outcome; this analysis then asks
/// for a real pair of opposite outcomes, which is stricter than counting markers.
/// </remarks>
// @llr CFY-LLR-047
public static class McdcAnalysis
{
    /// <summary>What one evaluation can show: the conditions whose value in it decides the outcome, in order.</summary>
    public static IReadOnlyList<int> Shown(DecisionGraph graph, Evaluation evaluation)
    {
        var shown = new List<int>();
        for (var i = 0; i < evaluation.Order.Count; i++)
        {
            var condition = evaluation.Order[i];
            var other = graph.Next(condition, evaluation.Values[condition] != 'T');
            var later = evaluation.Order.Skip(i + 1).ToHashSet();
            if (Reaches(graph, other, evaluation.Outcome ? DecisionGraph.False : DecisionGraph.True, later)) shown.Add(condition);
        }
        return shown;
    }

    /// <summary>True when the two evaluations show the condition's independent effect under masking.</summary>
    public static bool IsMaskingPair(int condition, Evaluation a, Evaluation b)
    {
        if (!Differ(condition, a, b)) return false;
        var laterInA = a.Order.SkipWhile(c => c != condition).Skip(1).ToHashSet();
        return !b.Order.SkipWhile(c => c != condition).Skip(1).Any(laterInA.Contains);
    }

    /// <summary>True when, besides, no other condition evaluated in both differs (unique cause with short circuit).</summary>
    public static bool IsUniqueCausePair(int condition, Evaluation a, Evaluation b)
    {
        if (!Differ(condition, a, b)) return false;
        for (var i = 0; i < a.Values.Length; i++)
        {
            if (i != condition && a.Values[i] != '-' && b.Values[i] != '-' && a.Values[i] != b.Values[i]) return false;
        }
        return true;
    }

    /// <summary>Judges every condition by the evaluations seen (each listed once).</summary>
    public static IReadOnlyList<ConditionVerdict> Analyse(DecisionGraph graph, IReadOnlyList<Evaluation> seen)
    {
        var whenTrue = new bool[graph.Conditions];
        var whenFalse = new bool[graph.Conditions];
        foreach (var evaluation in seen)
        {
            foreach (var condition in Shown(graph, evaluation))
            {
                if (evaluation.Values[condition] == 'T') whenTrue[condition] = true;
                else whenFalse[condition] = true;
            }
        }
        var verdicts = new ConditionVerdict[graph.Conditions];
        for (var c = 0; c < verdicts.Length; c++)
        {
            var unique = FindPair(c, seen, IsUniqueCausePair);
            var masking = whenTrue[c] && whenFalse[c] ? FindPair(c, seen, IsMaskingPair) : null;
            var pair = unique ?? masking;
            verdicts[c] = new ConditionVerdict(whenTrue[c], whenFalse[c] && (pair is not null || !whenTrue[c]), pair, unique);
        }
        return verdicts;
    }

    /// <summary>
    /// Evaluations not seen yet that would complete the condition, best first: those that pair with one seen,
    /// then those that at least show a missing value.
    /// </summary>
    public static Evaluation? Suggest(DecisionGraph graph, IReadOnlyList<Evaluation> seen, int condition, ConditionVerdict verdict)
    {
        Evaluation? fallback = null;
        foreach (var candidate in graph.All())
        {
            if (candidate.Values[condition] == '-' || seen.Any(e => e.Number == candidate.Number)) continue;
            if (candidate.Values[condition] == 'T' ? verdict.TrueShown : verdict.FalseShown) continue;
            if (!Shown(graph, candidate).Contains(condition)) continue;
            if (seen.Any(e => IsMaskingPair(condition, e, candidate))) return candidate;
            fallback ??= candidate;
        }
        return fallback;
    }

    private static bool Differ(int condition, Evaluation a, Evaluation b) =>
        a.Outcome != b.Outcome && a.Values[condition] != '-' && b.Values[condition] != '-'
        && a.Values[condition] != b.Values[condition];

    private static (int, int)? FindPair(
        int condition, IReadOnlyList<Evaluation> seen, Func<int, Evaluation, Evaluation, bool> shows)
    {
        for (var i = 0; i < seen.Count; i++)
        {
            for (var j = i + 1; j < seen.Count; j++)
            {
                if (shows(condition, seen[i], seen[j])) return (i, j);
            }
        }
        return null;
    }

    private static bool Reaches(DecisionGraph graph, int node, int outcome, HashSet<int> barred)
    {
        if (node < 0) return node == outcome;
        if (barred.Contains(node)) return false;
        return Reaches(graph, graph.Next(node, true), outcome, barred)
            || Reaches(graph, graph.Next(node, false), outcome, barred);
    }
}

/// <summary>What is known of one condition.</summary>
/// <param name="TrueShown">Masking marker for true.</param>
/// <param name="FalseShown">Masking marker for false; withheld when no pair of opposite outcome completes the condition.</param>
/// <param name="Pair">Positions (0-based) of two evaluations that show independence, unique cause preferred, or null.</param>
/// <param name="UniqueCausePair">The same for unique cause with short circuit, or null.</param>
public sealed record ConditionVerdict(bool TrueShown, bool FalseShown, (int First, int Second)? Pair, (int First, int Second)? UniqueCausePair)
{
    /// <summary>Masking MC/DC.</summary>
    public bool Covered => TrueShown && FalseShown;
}
