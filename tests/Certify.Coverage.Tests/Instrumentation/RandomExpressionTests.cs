using System.Globalization;
using System.Text;
using Certify.Coverage.Decisions;
using Certify.Coverage.Obligations;

namespace Certify.Coverage.Tests.Instrumentation;

/// <summary>Random decisions: the instrumented program computes what the original does, and records exactly its evaluations.</summary>
public class RandomExpressionTests
{
    private const int Expressions = 60;
    private const int Variables = 6;

    // @verifies CFY-HLR-008
    [Theory]
    [InlineData(1, 4096)]
    [InlineData(2, 4096)]
    [InlineData(3, 2)]
    [InlineData(4, 0)]
    public void Instrumented_equals_original_for_all_inputs(int seed, int pathLimit)
    {
        var random = new Random(seed);
        var text = new StringBuilder("public static class P {\n");
        for (var i = 0; i < Expressions; i++)
        {
            var parameters = string.Join(", ", Enumerable.Range(0, Variables).Select(v => $"bool v{v}"));
            var form = random.Next(3) switch
            {
                0 => "{ return ($) && true; }",
                1 => "{ if ($) return true; else return false; }",
                _ => "{ int n = 0; while ($) { n++; if (n > 0) break; } return n > 0; }",
            };
            text.Append(CultureInfo.InvariantCulture, $"public static bool F{i}({parameters}) {form.Replace("$", Expression(random, 4), StringComparison.Ordinal)}\n");
        }
        var program = InstrumentedProgram.Of(text.Append('}').ToString(), pathLimit);
        for (var i = 0; i < Expressions; i++)
        {
            for (var inputs = 0; inputs < 1 << Variables; inputs++)
            {
                program.Call("P", "F" + i.ToString(CultureInfo.InvariantCulture), [.. Enumerable.Range(0, Variables).Select(v => (object)((inputs >> v & 1) != 0))]);
            }
        }
        CheckRecorded(program);
    }

    /// <summary>After all inputs, every evaluation possible for the values of the variables was recorded, and no other.</summary>
    private static void CheckRecorded(InstrumentedProgram program)
    {
        var recorder = program.Record();
        foreach (var decision in program.Map.Decisions.Where(d => d.Conditions.All(c => c.Text[0] == 'v' && c.Text.Length == 2)))
        {
            var graph = decision.Graph();
            var expected = Enumerable.Range(0, 1 << Variables)
                .Select(inputs => graph.Walk(c => (inputs >> (decision.Conditions[c].Text[1] - '0') & 1) != 0)).ToList();
            var record = recorder.Of(decision);
            if (decision.Recording == RecordingForm.Vectors)
            {
                Assert.Equal(expected.Select(e => e.Number).Distinct().Order(), record.Paths.Keys);
                continue;
            }
            Assert.Equal(RecordingForm.Markers, decision.Recording);
            Assert.Equal((expected.Any(e => e.Outcome), expected.Any(e => !e.Outcome)), (record.TrueSeen, record.FalseSeen));
            for (var c = 0; c < graph.Conditions; c++)
            {
                var shown = expected.Where(e => McdcAnalysis.Shown(graph, e).Contains(c)).ToList();
                Assert.Equal(shown.Any(e => e.Values[c] == 'T'), record.TrueMarkers[c]);
                Assert.Equal(shown.Any(e => e.Values[c] == 'F'), record.FalseMarkers[c]);
            }
        }
    }

    private static string Expression(Random random, int depth) => (depth == 0 ? 0 : random.Next(8)) switch
    {
        0 => "v" + random.Next(Variables).ToString(CultureInfo.InvariantCulture),
        1 => $"!{Operand(random, depth)}",
        2 or 3 or 4 => $"{Operand(random, depth)} && {Operand(random, depth)}",
        5 or 6 => $"{Operand(random, depth)} || {Operand(random, depth)}",
        _ => $"({Expression(random, depth - 1)} ? {Operand(random, depth)} : {Operand(random, depth)})",
    };

    private static string Operand(Random random, int depth) => $"({Expression(random, depth - 1)})";
}
