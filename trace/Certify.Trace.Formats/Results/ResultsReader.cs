using Certify.Facts;
using Certify.Trace.Formats.Common;
using Certify.Trace.Formats.Json;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Results;

/// <summary>Reads results.json of this tool: each test on each side is a result of the test, of the image that the file names. No result, or one of no case, is no pass.</summary>
// @llr CFY-LLR-363
public sealed class ResultsReader : IItemReader
{
    /// <inheritdoc/>
    public string Name => "results";

    /// <inheritdoc/>
    public string Description => "results.json of this tool";

    /// <inheritdoc/>
    public bool Recognises(string path, ReadOnlySpan<byte> head) =>
        path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && JsonShape.Of(head).Schema == TestFacts.Schema;

    /// <inheritdoc/>
    public ReadOutcome Read(IReadOnlyList<InputFile> files, ReadOptions options, CancellationToken cancel = default) =>
        FactRuns.Read<TestFacts>(files, options, TestFacts.Schema, f => f.Header, Add, cancel);

    private static void Add(TestFacts facts, string path, ItemSink sink, ReadLog log)
    {
        foreach (var result in facts.Results)
        {
            var side = result.Side.ToString().ToLowerInvariant();
            var run = new ItemDraft(new SourcePlace(path, 0)) { Id = $"{result.Test} ({side})", Tier = ItemTier.Result };
            if (!FieldValues.IsId(run.Id))
            {
                log.Add("TRC-018", run.Place, $"a result of test {SourceText.Quote(result.Test)}; hint: an id has 1 to 256 characters");
                continue;
            }
            var verdict = System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(result.Verdict.ToString());
            run.Outcome = new ItemOutcome(result.Cases > 0 ? verdict : verdict == "passed" ? "no case" : verdict, result.Verdict == Verdict.Passed && result.Cases > 0,
                result.Side == TestSide.Host ? null : facts.Header.ImageSha256);
            run.Link(new TraceLink(LinkRole.ResultOf, result.Test));
            run.Attribute("side", side);
            run.Attribute("cases", Count(result.Cases));
            run.Attribute("frames", Count(result.Frames));
            run.Attribute("seed", result.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Optional(run, "message", result.Message);
            Optional(run, "shrunk", result.Shrunk);
            Optional(run, "replay", result.Replay);
            Optional(run, "panic", result.Panic);
            Optional(run, "inputs-sha256", result.InputsSha256);
            Optional(run, "outputs-sha256", result.OutputsSha256);
            foreach (var label in result.Labels) run.Attribute("labels", $"{label.Label}: {Count(label.Count)}");
            sink.Add(run);
        }
    }

    private static void Optional(ItemDraft run, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) run.Attribute(name, SourceText.Lines(value));
    }

    private static string Count(long count) => count.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
