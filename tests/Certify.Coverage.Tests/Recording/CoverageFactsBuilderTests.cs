using Certify.Coverage.Recording;
using Certify.Facts;

namespace Certify.Coverage.Tests.Recording;

public class CoverageFactsBuilderTests
{
    private static readonly InstrumentedProgram s_program = InstrumentedProgram.Of(Sample.Text);

    private static CoverageRecorder Run(params (string Test, (string Method, object[] Arguments)[] Calls)[] tests)
    {
        var recorder = new CoverageRecorder(s_program.Map);
        lock (s_program)
        {
            foreach (var (test, calls) in tests)
            {
                s_program.ClearCounters();
                foreach (var (method, arguments) in calls) s_program.Call("N.Limit", method, arguments);
                recorder.Add(test, s_program.ReadCounters());
            }
        }
        return recorder;
    }

    private static CoverageRecorder TwoTests() => Run(
        ("M:Low", [("Clamp", [0, 1, 5]), ("All", [true, true, false])]),
        ("M:High", [("Clamp", [9, 1, 5]), ("All", [false, true, false]), ("All", [true, true, false])]));

    // @verifies CFY-HLR-009, CFY-LLR-048
    [Fact]
    public void Attributes_each_vector_and_statement_to_its_tests()
    {
        var facts = Sample.Build(TwoTests()).Facts;
        var all = facts.Decisions.Single(d => d.Text == "(a && b) || c");
        Assert.Equal(
            ["F-F False M:High", "TT- True M:High,M:Low"],
            all.Vectors.Select(v => $"{v.Values} {v.Outcome} {string.Join(',', v.Tests)}"));
        Assert.Equal([true, false, false], all.Conditions.Select(c => c.Covered));
        Assert.Equal([1, 2], all.Conditions[0].Pair);
        Assert.Null(all.Conditions[1].Pair);
        Assert.Equal(["M:High", "M:Low"], facts.Statements.Single(s => s.Id == "M:N.Limit.Clamp(System.Int32,System.Int32,System.Int32)#s1").Tests);
    }

    [Fact]
    public void Lists_gaps_by_place_in_closed_phrases()
    {
        var gaps = CoverageGaps.Of(Sample.Build(TwoTests()).Facts).Select(g => $"{g.Place.Line}: {g.What}");
        Assert.Equal(
            [
                "6: outcome false not seen",
                "11: statement not reached",
                "14: statement not reached",
                "16: statement not reached",
                "17: statement not reached",
                "18: statement not reached",
                "21: condition 2 'b' not shown to act alone (false missing)",
                "21: condition 3 'c' not shown to act alone (true missing)",
            ], gaps);
    }

    [Fact]
    public void Code_outside_the_image_is_listed_apart()
    {
        var result = CoverageFactsBuilder.Build(
            TwoTests(), Sample.Header, "2222", o => !o.Member.Contains("Kind", StringComparison.Ordinal), Certify.Coverage.Justifications.JustificationFile.Empty);
        Assert.DoesNotContain(result.Facts.Statements, s => s.Id.Contains("Kind", StringComparison.Ordinal));
        Assert.Equal(4, result.Notes.NotInImage.Count);
    }

    // @verifies CFY-LLR-048
    [Fact]
    public void Runs_merge_by_identity_as_if_made_together()
    {
        var apart = Run(("M:Low", [("Clamp", [0, 1, 5]), ("All", [true, true, false])]));
        apart.Merge(Run(("M:High", [("Clamp", [9, 1, 5]), ("All", [false, true, false]), ("All", [true, true, false])])));
        Assert.Equal(FactJson.Write(Sample.Build(TwoTests()).Facts), FactJson.Write(Sample.Build(apart).Facts));
    }

    [Fact]
    public void Runs_of_other_sources_do_not_merge()
    {
        var other = InstrumentedProgram.Of(Sample.Text.Replace("(a && b) || c", "(a || b) && c", StringComparison.Ordinal));
        var error = Assert.Throws<ArgumentException>(() => TwoTests().Merge(other.Record()));
        Assert.Contains("different sources cannot be merged", error.Message);
    }

    [Fact]
    public void Counters_of_another_build_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => new CoverageRecorder(s_program.Map).Add("M:T", new byte[3]));
        Assert.Contains("not of one build", error.Message);
    }

    // @verifies CFY-HLR-009
    [Fact]
    public void Summary_counts_covered_justified_and_open()
    {
        const string justification = """
            ## T-JUS-001 Arm
            - class: defensive
            - obligation: Sample.cs "_ => 12"
            Cannot happen.
            """;
        var summary = Assert.Single(CoverageSummary.ByComponent(Sample.Build(TwoTests(), justification).Facts));
        Assert.Equal(new CoverageCount(3, 1, 8), summary.Statements);
        Assert.Equal(new CoverageCount(2, 0, 3), summary.Decisions);
        Assert.Equal(new CoverageCount(2, 0, 6), summary.Conditions);
        Assert.Equal(4, summary.Statements.Open);
    }
}
