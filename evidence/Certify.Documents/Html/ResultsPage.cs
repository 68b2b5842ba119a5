using Certify.Documents.Model;
using Certify.Facts;

namespace Certify.Documents.Html;

/// <summary>Test results by side, with the smallest failing cases and panic records.</summary>
internal static class ResultsPage
{
    public static (string Path, byte[] Bytes) Create(FactIndex facts)
    {
        var page = new HtmlPage(facts, "results.html", "Test results");
        page.Text(facts.Inputs.Tests is { } tests
            ? $"Seed {Say.Seed(tests.Header.Seed)}; image {tests.Header.ImageSha256 ?? "not recorded"}; port and state layouts {tests.LayoutHash}. The target is simulated by QEMU."
            : "No test run was recorded.");
        Failures(page, facts);
        foreach (var side in Enum.GetValues<TestSide>()) Side(page, facts, side);
        return page.Finish();
    }

    private static void Failures(HtmlPage page, FactIndex facts)
    {
        TestResult[] failed = [.. facts.Results.Where(r => r.Verdict != Verdict.Passed)];
        page.Heading(2, "Tests that did not pass");
        if (failed.Length == 0) page.Text(facts.Results.Count == 0 ? "No test was recorded as run." : "Every test that ran passed.");
        foreach (var result in failed)
        {
            page.Heading(3, $"{Title(facts, result)}, {Say.Of(result.Side)}: {Say.Of(result.Verdict)}");
            page.Raw($"<p><code>{HtmlText.Escape(result.Test)}</code></p>\n");
            page.Text(result.Message ?? "No message was recorded.");
            if (result.Shrunk is { } shrunk) page.Code("Smallest failing case", shrunk);
            if (result.Panic is { } panic) page.Code("Panic record", panic);
            if (result.Replay is { } replay) page.Code("To repeat it", replay);
        }
    }

    private static void Side(HtmlPage page, FactIndex facts, TestSide side)
    {
        TestResult[] results = [.. facts.Results.Where(r => r.Side == side)];
        page.Heading(2, side switch { TestSide.Host => "On the host", TestSide.Target => "On the target", _ => "Host against target" });
        page.Table("No test was recorded as run on this side.",
            ["Test", "Verifies", "Verdict", "Sequences", "Frames", "Seed", "Generated cases"],
            results.Select(IReadOnlyList<Cell> (r) =>
            [
                new Cell([(Rich)Title(facts, r), Rich.Code(TestName.Short(r.Test))]),
                Cell.Lines(facts.Test(r.Test)?.Requirements ?? []),
                Cell.Of(Say.Of(r.Verdict), Say.ToneOf(r.Verdict)),
                Say.Count(r.Cases), Say.Count(r.Frames), Say.Seed(r.Seed),
                Cell.Lines(r.Labels.Select(l => $"{l.Label}: {Say.Count(l.Count)}")),
            ]));
    }

    private static string Title(FactIndex facts, TestResult result) =>
        facts.Test(result.Test)?.Title ?? TestName.Short(result.Test) + " (not declared)";
}
