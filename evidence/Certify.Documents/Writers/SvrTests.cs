using Certify.Documents.Model;
using Certify.Facts;

namespace Certify.Documents.Writers;

/// <summary>Test results in the verification results document.</summary>
internal static class SvrTests
{
    private const int TextShown = 6000;

    public static void Write(DocumentBuilder builder, FactIndex facts)
    {
        builder.Heading(1, "Test results");
        Counts(builder, facts);
        Failures(builder, facts);
        All(builder, facts);
        Requirements(builder, facts);
        Unmatched(builder, facts);
        Labels(builder, facts);
    }

    private static void Counts(DocumentBuilder builder, FactIndex facts)
    {
        builder.Heading(2, "Counts");
        if (facts.Inputs.Tests is { } tests)
        {
            builder.Fields(
                new("Seed of the run", Say.Seed(tests.Header.Seed)),
                new("Image SHA-256", Rich.Code(tests.Header.ImageSha256 ?? "not recorded")),
                new("Layout hash", Rich.Code(tests.LayoutHash)));
        }
        builder.Table("Verdicts by side", "No test was recorded as run.",
            [new("Side", 14), new("Run", 9), new("Passed", 10), new("Not passed", 13), new("Sequences", 13), new("Frames", 14), new("Verdicts other than passed", 27)],
            facts.Results.GroupBy(r => r.Side).OrderBy(g => g.Key).Select(IReadOnlyList<Cell> (g) =>
            {
                var failed = g.Where(r => r.Verdict != Verdict.Passed).GroupBy(r => r.Verdict).OrderBy(v => v.Key).ToArray();
                var count = failed.Sum(v => v.Count());
                return
                [
                    Say.Of(g.Key), Say.Count(g.Count()), Say.Count(g.Count() - count),
                    Cell.Of(Say.Count(count), count == 0 ? Tone.Good : Tone.Bad),
                    Say.Count(g.Sum(r => (long)r.Cases)), Say.Count(g.Sum(r => r.Frames)),
                    Say.List(failed.Select(v => $"{Say.Of(v.Key)} {Say.Count(v.Count())}")),
                ];
            }));
    }

    private static void Failures(DocumentBuilder builder, FactIndex facts)
    {
        builder.Heading(2, "Tests that did not pass");
        TestResult[] failed = [.. facts.Results.Where(r => r.Verdict != Verdict.Passed)];
        if (failed.Length == 0)
            builder.Text(facts.Results.Count == 0 ? "No test was recorded as run." : "Every test that ran passed.");
        foreach (var result in failed)
        {
            builder.Heading(3, $"{facts.Test(result.Test)?.Title ?? TestName.Short(result.Test)}, {Say.Of(result.Side)}");
            builder.Fields(
                new("Id", Rich.Id(result.Test)),
                new("Verdict", Rich.Bold(Say.Of(result.Verdict))),
                new("Message", result.Message ?? "none recorded"),
                new("Replay", result.Replay is { } replay ? Rich.Code(replay) : "none recorded"));
            Detail("Smallest failing case:", result.Shrunk);
            Detail("Panic record:", result.Panic);
        }

        void Detail(string label, string? text)
        {
            if (text is not null) builder.Text(Rich.Bold(label)).Code(SafeText.Limit(text.TrimEnd(), TextShown));
        }
    }

    private static void All(DocumentBuilder builder, FactIndex facts)
    {
        builder.Heading(2, "Results by test and side");
        builder.Table("Results by test and side", "No test was recorded as run.",
            [new("Test", 52), new("Host", 16), new("Target", 16), new("Differential", 16)],
            facts.Results.GroupBy(r => r.Test, StringComparer.Ordinal).Select(IReadOnlyList<Cell> (g) =>
            [
                new Cell(
                [
                    (Rich)(facts.Test(g.Key)?.Title ?? "not declared"), Rich.Id(TestName.Short(g.Key)),
                    .. g.Select(r => r.Seed).Distinct().Order().Select(seed => (Rich)$"seed {Say.Seed(seed)}"),
                ]),
                .. Enum.GetValues<TestSide>().Select(side => OnSide(g.Where(r => r.Side == side))),
            ]));
        if (facts.Results.Count > 0)
            builder.Text("Digests of all input and output frames of each result are in results.json.");
    }

    private static void Requirements(DocumentBuilder builder, FactIndex facts)
    {
        builder.Heading(2, "Requirements and their results on the target");
        builder.Table("Requirements verified by test, with results on the target", "No requirement is recorded as verified by test.",
            [new("Requirement", 16), new("Title", 40), new("Normal range", 13), new("Robustness", 13), new("On the target", 18)],
            facts.Requirements.Where(r => r.Tier != Tier.System && r.Verification == VerificationMethod.Test).Select(IReadOnlyList<Cell> (r) =>
            {
                TestFact[] tests = [.. facts.TestsOf(r.Id)];
                return
                [
                    r.Id, r.Title,
                    Say.Count(tests.Count(t => t.Kind == TestKind.NormalRange)), Say.Count(tests.Count(t => t.Kind == TestKind.Robustness)),
                    OnTarget(facts, tests),
                ];
            }));
    }

    private static Cell OnTarget(FactIndex facts, TestFact[] tests)
    {
        if (tests.Length == 0) return Cell.Of("no test case", Tone.Bad);
        TestResult[] results = [.. tests.SelectMany(t => facts.ResultsOf(t.Id)).Where(r => r.Side == TestSide.Target)];
        var passed = results.Count(r => r.Verdict == Verdict.Passed);
        if (passed < results.Length) return Cell.Of($"{Say.Count(results.Length - passed)} of {Say.Count(results.Length)} not passed", Tone.Bad);
        var unrun = tests.Count(t => facts.ResultsOf(t.Id).All(r => r.Side != TestSide.Target));
        return unrun > 0
            ? Cell.Of($"{Say.Count(unrun)} of {Say.Count(tests.Length)} not run", Tone.Waiting)
            : Cell.Of($"{Say.Count(passed)} passed", Tone.Good);
    }

    private static Cell OnSide(IEnumerable<TestResult> results)
    {
        TestResult[] list = [.. results];
        if (list.Length == 0) return Cell.Of("not run", Tone.Muted);
        return new Cell(
            [.. list.SelectMany(r => (Rich[])
            [
                Rich.Bold(Say.Of(r.Verdict)), $"{Say.Count(r.Cases, "sequence")},\n{Say.Count(r.Frames, "frame")}",
            ])],
            list.All(r => r.Verdict == Verdict.Passed) ? Tone.Good : Tone.Bad);
    }

    private static void Unmatched(DocumentBuilder builder, FactIndex facts)
    {
        builder.Heading(2, "Tests without a target result");
        builder.Table("Declared tests without a target result",
            facts.Tests.Count == 0 ? "No test case was recorded." : "Every declared test has a result on the target.",
            [new("Test", 70), new("Sides with a result", 30)],
            facts.Tests.Where(t => facts.ResultsOf(t.Id).All(r => r.Side != TestSide.Target)).Select(IReadOnlyList<Cell> (t) =>
                [new Cell([(Rich)t.Title, Rich.Id(t.Id)]), Say.List(facts.ResultsOf(t.Id).Select(r => Say.Of(r.Side)))]));
        builder.Heading(2, "Results without a declared test");
        builder.Table("Results without a declared test", facts.Results.Count == 0 ? "No test was recorded as run." : "Every result belongs to a declared test.",
            [new("Id", 80), new("Side", 20)],
            facts.Results.Where(r => facts.Test(r.Test) is null).Select(IReadOnlyList<Cell> (r) => [r.Test, Say.Of(r.Side)]));
    }

    private static void Labels(DocumentBuilder builder, FactIndex facts)
    {
        builder.Heading(2, "What the generated cases were like");
        builder.Table("Labels of generated cases", "No label was recorded.",
            [new("Test", 44), new("Side", 14), new("Labels with counts", 42)],
            facts.Results.Where(r => r.Labels.Count > 0)
                .GroupBy(r => (r.Test, Text: Say.List(r.Labels.Select(l => $"{l.Label}: {Say.Count(l.Count)}"))))
                .Select(IReadOnlyList<Cell> (g) => [TestName.Short(g.Key.Test), Say.List(g.Select(r => Say.Of(r.Side))), g.Key.Text]));
    }
}
