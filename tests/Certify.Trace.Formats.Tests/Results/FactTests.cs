using System.Text;
using Certify.Facts;
using Certify.Trace.Formats.Results;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Tests.Results;

public sealed class FactTests
{
    private static readonly string s_image = new('a', 64);

    private static FactHeader Header(string schema) => new(schema, "1", "c", "r", false, [], 1, s_image);

    private static TestResult Result(string test, TestSide side, Verdict verdict, int cases) =>
        new(test, side, verdict, cases, 10, 7, [new LabelCount("low", 3)], verdict == Verdict.Passed ? null : "why", null, null, null, "11", null);

    private static string Codes(ReadOutcome read) => string.Join(' ', read.Findings.Select(f => f.Code));

    // @verifies CFY-LLR-363
    [Fact]
    public void Results_of_ours_are_results_of_tests_on_an_image()
    {
        var facts = new TestFacts(Header(TestFacts.Schema), "h", [Result("M:A", TestSide.Host, Verdict.Passed, 5), Result("M:A", TestSide.Target, Verdict.TripleFault, 5), Result("M:B", TestSide.Target, Verdict.Passed, 0)]);
        var file = new InputFile("results.json", FactJson.Write(facts));
        Assert.Equal("results", FormatList.ReaderOf(file.Path, file.Bytes.Span)?.Name);
        var read = new ResultsReader().Read([file], ReadOptions.Default);

        Assert.Empty(read.Findings);
        Assert.Equal(["M:A (host)", "M:A (target)", "M:B (target)"], read.Items.Select(i => i.Id));
        Assert.Equal([new ItemOutcome("passed", true), new("triple-fault", false, s_image), new("no case", false, s_image)], read.Items.Select(i => i.Outcome!));
        Assert.Equal(["M:A", "M:A", "M:B"], read.Items.Select(i => i.Links[0].Target));
        Assert.Equal("low: 3", read.Items[0].Attribute("labels"));
    }

    // @verifies CFY-LLR-363
    [Fact]
    public void Coverage_of_ours_is_one_result_for_each_member()
    {
        var place = new SourcePlace("a.cs", 1);
        var condition = new ConditionFact("a", true, false, null);
        var facts = new CoverageFacts(Header(CoverageFacts.Schema), s_image, "target", "masking",
            [new("M:A#s1", "K", place, ["T2", "T1"], null), new("M:A#s2", "K", place, [], "J-1"), new("M:B#s1", "K", place, ["T1"], null), new("M:C#s1", "K", place, ["T1"], null)],
            [new("M:B#d1", "K", place, "a", "if", [condition], [new VectorFact("T", true, ["T3"])], true, false, null)], []);
        var file = new InputFile("coverage.json", FactJson.Write(facts));
        Assert.Equal("coverage", FormatList.ReaderOf(file.Path, file.Bytes.Span)?.Name);
        var read = new CoverageReader().Read([file], ReadOptions.Default);

        Assert.Equal(["M:A justified True", "M:B not covered False", "M:C covered True"], read.Items.Select(i => $"{i.Targets(CoverageReader.Covers).Single()} {i.Outcome!.Verdict} {i.Outcome.Passed}"));
        Assert.Equal("1 of 2", read.Items[0].Attribute("statements"));
        Assert.Equal("T1\nT3", read.Items[1].Attribute("tests"));
        Assert.Equal("0 of 1", read.Items[1].Attribute("conditions (masking MC/DC)"));
        Assert.All(read.Items, i => Assert.Empty(i.Targets(LinkRole.ResultOf)));
    }

    // @verifies CFY-LLR-363 robustness
    [Fact]
    public void Broken_and_empty_fact_files_are_findings()
    {
        static ReadOutcome Read(string text) => new ResultsReader().Read([InputFile.FromText("results.json", text)], ReadOptions.Default);
        Assert.Equal("TRC-016 TRC-016", Codes(Read("")));
        Assert.Equal("TRC-016 TRC-016", Codes(Read("{}")));
        Assert.Equal("TRC-016", Codes(new ResultsReader().Read([new InputFile("r", FactJson.Write(new TestFacts(Header(TestFacts.Schema), "h", [])))], ReadOptions.Default)));
        Assert.Equal("TRC-016 TRC-016", Codes(new ResultsReader().Read([new InputFile("r", FactJson.Write(new TestFacts(Header("other/1"), "h", [Result("M:A", TestSide.Host, Verdict.Passed, 1)])))], ReadOptions.Default)));
        var twice = Encoding.UTF8.GetString(FactJson.Write(new TestFacts(Header(TestFacts.Schema), "h", [Result("M:A", TestSide.Host, Verdict.Passed, 1)])))
            .Replace("\"test\": \"M:A\"", "\"test\": \"M:B\", \"test\": \"M:A\"", StringComparison.Ordinal);
        Assert.Equal("TRC-016", Codes(Read(twice)));
    }
}
