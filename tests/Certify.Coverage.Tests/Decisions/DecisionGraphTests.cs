using Certify.Coverage.Decisions;

namespace Certify.Coverage.Tests.Decisions;

public class DecisionGraphTests
{
    // @verifies CFY-LLR-046
    [Fact]
    public void Path_numbers_are_unique_dense_and_decode_to_their_evaluation()
    {
        foreach (var (shape, n) in Enumerable.Range(1, 5).SelectMany(n => Shapes.AndOr(n).Select(s => (s, n)))
            .Concat(Enumerable.Range(1, 4).SelectMany(n => Shapes.WithChoice(n).Select(s => (s, n)))))
        {
            var graph = DecisionGraph.Of(shape, n);
            var seen = new Dictionary<long, string>();
            for (var inputs = 0; inputs < 1 << n; inputs++)
            {
                var asked = new List<int>();
                var outcome = Shapes.Evaluate(shape, c => { asked.Add(c); return (inputs >> c & 1) != 0; });
                var evaluation = graph.Walk(c => (inputs >> c & 1) != 0);
                Assert.Equal(outcome, evaluation.Outcome);
                Assert.Equal(asked, evaluation.Order);
                Assert.True(seen.TryAdd(evaluation.Number, evaluation.Values) || seen[evaluation.Number] == evaluation.Values);
            }
            Assert.Equal(graph.Paths, seen.Count);
            foreach (var (number, values) in seen) Assert.Equal(values, graph.Decode(number).Values);
        }
    }

    [Fact]
    public void Number_of_paths_agrees_with_the_published_figures()
    {
        // n conditions: fewest and most vectors, number of tree shapes of all shapes.
        foreach (var (n, min, max, trees, all) in new[] { (2, 3, 3, 2, 2), (3, 4, 5, 6, 8), (4, 5, 8, 20, 40), (5, 6, 13, 70, 224) })
        {
            var graphs = Shapes.AndOr(n).Select(s => DecisionGraph.Of(s, n)).ToList();
            Assert.Equal(all, graphs.Count);
            Assert.Equal(min, graphs.Min(g => g.Paths));
            Assert.Equal(max, graphs.Max(g => g.Paths));
            Assert.Equal(trees, graphs.Count(g => g.IsTree));
        }
    }

    [Theory]
    [InlineData("or(and(0,1),not(2))")]
    [InlineData("choice(0,1,and(2,true))")]
    public void Shape_survives_its_text(string text) => Assert.Equal(text, BooleanShape.Parse(text).ToString());

    [Theory]
    [InlineData("or(0)")]
    [InlineData("and(0,1")]
    [InlineData("xor(0,1)")]
    [InlineData("0)")]
    [InlineData("")]
    public void Refuses_text_that_is_no_shape(string text) => Assert.Throws<FormatException>(() => BooleanShape.Parse(text));

    [Fact]
    public void Constants_are_no_nodes_and_can_make_a_condition_powerless()
    {
        var graph = DecisionGraph.Of(BooleanShape.Parse("or(and(0,false),1)"), 2);
        Assert.Equal(1, graph.Next(0, true));
        Assert.Equal(1, graph.Next(0, false));
        Assert.Equal([1], ConstantFolding.ConditionsOf(ConstantFolding.Fold(graph.Shape)));
    }
}
