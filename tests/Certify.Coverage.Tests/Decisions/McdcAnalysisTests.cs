using Certify.Coverage.Decisions;

namespace Certify.Coverage.Tests.Decisions;

public class McdcAnalysisTests
{
    // @verifies CFY-LLR-047
    [Fact]
    public void Every_set_of_evaluations_agrees_with_the_rightmost_difference()
    {
        // With && and || only, two evaluations of opposite outcome prove the rightmost condition that differs.
        for (var n = 1; n <= 4; n++)
        {
            foreach (var shape in Shapes.AndOr(n))
            {
                var graph = DecisionGraph.Of(shape, n);
                var all = graph.All().ToList();
                for (var set = 0; set < 1 << all.Count; set++)
                {
                    var seen = all.Where((_, i) => (set >> i & 1) != 0).ToList();
                    var proven = Proven(seen, n);
                    var verdicts = McdcAnalysis.Analyse(graph, seen);
                    for (var c = 0; c < n; c++)
                    {
                        Assert.True(proven.Contains(c) == verdicts[c].Covered, $"{shape} set {set:x} condition {c}");
                        Assert.Equal(verdicts[c].Covered, verdicts[c].Pair is not null);
                    }
                }
            }
        }
    }

    [Fact]
    public void Pairs_of_five_conditions_prove_the_rightmost_difference_and_nothing_else()
    {
        foreach (var shape in Shapes.AndOr(5))
        {
            var graph = DecisionGraph.Of(shape, 5);
            var all = graph.All().ToList();
            foreach (var a in all)
            {
                foreach (var b in all.Where(b => b.Number > a.Number && b.Outcome != a.Outcome))
                {
                    var expected = Rightmost(a, b);
                    for (var c = 0; c < 5; c++) Assert.Equal(c == expected, McdcAnalysis.IsMaskingPair(c, a, b));
                }
            }
        }
    }

    // @verifies CFY-HLR-007
    [Fact]
    public void Markers_follow_the_recursive_rule_of_the_Couverture_report()
    {
        foreach (var (shape, n) in Enumerable.Range(1, 5).SelectMany(n => Shapes.AndOr(n).Select(s => (s, n))))
        {
            var graph = DecisionGraph.Of(shape, n);
            foreach (var evaluation in graph.All())
            {
                var (_, expected) = Markers(shape, c => evaluation.Values[c] == 'T');
                Assert.Equal(expected.Order(), McdcAnalysis.Shown(graph, evaluation));
            }
        }
    }

    [Fact]
    public void Masks_edge_by_edge_give_the_same_markers()
    {
        foreach (var (shape, n) in Enumerable.Range(1, 5).SelectMany(n => Shapes.AndOr(n).Select(s => (s, n)))
            .Concat(Enumerable.Range(1, 4).SelectMany(n => Shapes.WithChoice(n).Select(s => (s, n)))))
        {
            var graph = DecisionGraph.Of(shape, n);
            var masks = MarkerMasks.Of(shape, n);
            foreach (var evaluation in graph.All())
            {
                var shown = 0UL;
                foreach (var c in evaluation.Order) shown = shown & ~masks.Masked(c, evaluation.Values[c] == 'T') | 1UL << c;
                Assert.Equal(McdcAnalysis.Shown(graph, evaluation), Enumerable.Range(0, n).Where(c => (shown >> c & 1) != 0));
            }
        }
    }

    [Fact]
    public void Unique_cause_is_never_weaker_than_masking()
    {
        foreach (var shape in Shapes.WithChoice(4))
        {
            var all = DecisionGraph.Of(shape, 4).All().ToList();
            foreach (var a in all)
            {
                foreach (var b in all)
                {
                    for (var c = 0; c < 4; c++) Assert.True(!McdcAnalysis.IsUniqueCausePair(c, a, b) || McdcAnalysis.IsMaskingPair(c, a, b));
                }
            }
        }
    }

    // @verifies CFY-LLR-047
    [Fact]
    public void All_evaluations_together_cover_every_condition()
    {
        foreach (var shape in Shapes.WithChoice(4))
        {
            var graph = DecisionGraph.Of(shape, 4);
            Assert.All(McdcAnalysis.Analyse(graph, [.. graph.All()]), v => Assert.True(v.Covered));
        }
    }

    [Fact]
    public void Suggestion_completes_the_condition_or_comes_nearer()
    {
        foreach (var shape in Shapes.WithChoice(3))
        {
            var graph = DecisionGraph.Of(shape, 3);
            for (var c = 0; c < 3; c++)
            {
                var seen = new List<Evaluation>();
                for (var step = 0; step < 2; step++)
                {
                    var verdict = McdcAnalysis.Analyse(graph, seen)[c];
                    if (!verdict.Covered) seen.Add(McdcAnalysis.Suggest(graph, seen, c, verdict)!);
                }
                if (!McdcAnalysis.Analyse(graph, seen)[c].Covered) Assert.Contains("choice", shape.ToString());
            }
        }
    }

    private static HashSet<int> Proven(IReadOnlyList<Evaluation> seen, int n)
    {
        var proven = new HashSet<int>();
        foreach (var a in seen.Where(e => e.Outcome))
        {
            foreach (var b in seen.Where(e => !e.Outcome)) proven.Add(Rightmost(a, b));
        }
        return proven;
    }

    private static int Rightmost(Evaluation a, Evaluation b)
    {
        var last = -1;
        for (var i = 0; i < a.Values.Length; i++)
        {
            if (a.Values[i] != '-' && b.Values[i] != '-' && a.Values[i] != b.Values[i]) last = i;
        }
        return last;
    }

    private static (bool Value, List<int> Shown) Markers(BooleanShape shape, Func<int, bool> valueOf)
    {
        switch (shape)
        {
            case BooleanShape.Condition c:
                return (valueOf(c.Index), [c.Index]);
            case BooleanShape.And a:
                return Combine(a.Left, a.Right, shortCircuit: false, valueOf);
            case BooleanShape.Or o:
                return Combine(o.Left, o.Right, shortCircuit: true, valueOf);
            default:
                throw new InvalidOperationException();
        }
    }

    private static (bool, List<int>) Combine(BooleanShape left, BooleanShape right, bool shortCircuit, Func<int, bool> valueOf)
    {
        var (l, shownLeft) = Markers(left, valueOf);
        if (l == shortCircuit) return (l, shownLeft);
        var (r, shownRight) = Markers(right, valueOf);
        return r == shortCircuit ? (r, shownRight) : (r, [.. shownLeft, .. shownRight]);
    }
}
