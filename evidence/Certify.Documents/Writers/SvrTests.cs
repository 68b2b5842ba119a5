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
        Unmatched(builder, facts);
        Labels(builder, facts);
    }

    private static void Counts(DocumentBuilder builder, FactIndex facts)
    {
        builder.Heading(2, "Counts");
        if (facts.Inputs.Tests is { } tests)
            builder.Text($"Seed of the run: {Say.Seed(tests.Header.Seed)}. Image: {tests.Header.ImageSha256 ?? "not recorded"}. Hash of the port and state layouts: {tests.LayoutHash}.");
        builder.Table("Verdicts by side", "No test was recorded as run.",
            [new("Side", 16), new("Run", 10), new("Passed", 12), new("Not passed", 14), new("Sequences", 16), new("Frames", 16), new("Verdicts other than passed", 32)],
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
                new("Id", Rich.Code(result.Test)),
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
            [new("Test", 46), new("Side", 14), new("Verdict", 12), new("Sequences", 12), new("Frames", 12), new("Seed", 22)],
            facts.Results.Select(IReadOnlyList<Cell> (r) =>
            [
                new Cell([(Rich)(facts.Test(r.Test)?.Title ?? "not declared"), Rich.Code(TestName.Short(r.Test))]),
                Say.Of(r.Side),
                Cell.Of(Say.Of(r.Verdict), Say.ToneOf(r.Verdict)),
                Say.Count(r.Cases), Say.Count(r.Frames), Say.Seed(r.Seed),
            ]));
        builder.Text("Digests of all input and output frames of each result are in results.json.");
    }

    private static void Unmatched(DocumentBuilder builder, FactIndex facts)
    {
        builder.Heading(2, "Tests without a target result");
        builder.Table("Declared tests without a target result",
            facts.Tests.Count == 0 ? "No test case was recorded." : "Every declared test has a result on the target.",
            [new("Test", 70), new("Sides with a result", 30)],
            facts.Tests.Where(t => facts.ResultsOf(t.Id).All(r => r.Side != TestSide.Target)).Select(IReadOnlyList<Cell> (t) =>
                [new Cell([(Rich)t.Title, Rich.Code(t.Id)]), Say.List(facts.ResultsOf(t.Id).Select(r => Say.Of(r.Side)))]));
        builder.Heading(2, "Results without a declared test");
        builder.Table("Results without a declared test", "Every result belongs to a declared test.",
            [new("Id", 80), new("Side", 20)],
            facts.Results.Where(r => facts.Test(r.Test) is null).Select(IReadOnlyList<Cell> (r) => [Cell.Code(r.Test), Say.Of(r.Side)]));
    }

    private static void Labels(DocumentBuilder builder, FactIndex facts)
    {
        builder.Heading(2, "What the generated cases were like");
        builder.Table("Labels of generated cases", "No label was recorded.",
            [new("Test", 40), new("Side", 14), new("Labels with counts", 46)],
            facts.Results.Where(r => r.Labels.Count > 0).Select(IReadOnlyList<Cell> (r) =>
            [
                Cell.Code(TestName.Short(r.Test)), Say.Of(r.Side),
                Say.List(r.Labels.Select(l => $"{l.Label}: {Say.Count(l.Count)}")),
            ]));
    }
}
