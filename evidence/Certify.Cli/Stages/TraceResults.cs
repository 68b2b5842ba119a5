using Certify.Cli.Tools;
using Certify.Facts;
using Certify.Trace.Formats;
using Certify.Trace.Model;

namespace Certify.Cli.Stages;

/// <summary>Reads the files that --results names: own results.json, and results in any format that is read.</summary>
// @llr CFY-LLR-390
internal static class TraceResults
{
    private const int HeadBytes = 64 << 10;

    /// <summary>Adds results to what is audited.</summary>
    /// <exception cref="CommandException">A file is missing, of no known format, or the files hold no result at all (exit code 2).</exception>
    public static TraceInputs Add(TraceInputs inputs, IReadOnlyList<string> paths)
    {
        var items = new List<TraceItem>(inputs.Items);
        var findings = new List<AuditFinding>(inputs.ReadFindings);
        var losses = new List<Loss>(inputs.Losses);
        var count = 0;
        foreach (var path in paths)
        {
            if (!File.Exists(path)) throw CommandException.BadInput($"--results {path}: no such file");
            var bytes = WholeFile.Read(path);
            if (IsOwn(bytes) && inputs.Sources.Count > 0)
            {
                if (inputs.Results is not null) throw CommandException.BadInput($"--results {path}: a second results.json", "the results of one run are audited at a time");
                inputs = inputs with { Results = FactJson.Read<TestFacts>(bytes, path) };
                count += inputs.Results.Results.Count;
                continue;
            }

            var shown = Path.GetRelativePath(".", path).Replace('\\', '/');
            var reader = FormatList.ReaderOf(shown, bytes.AsSpan(0, Math.Min(bytes.Length, HeadBytes)))
                ?? throw CommandException.BadInput($"--results {path}: is of no format that is read", "results.json, JUnit or TRX");
            var outcome = reader.Read([new InputFile(shown, bytes)], ReadOptions.Default);
            items.AddRange(outcome.Items);
            findings.AddRange(outcome.Findings);
            losses.AddRange(outcome.Losses);
            count += outcome.Items.Count(i => i.Tier == ItemTier.Result);
        }

        if (count == 0) throw CommandException.BadInput($"{string.Join(", ", paths)}: no result in it", "an audit against results needs at least one");
        return inputs with { Items = items, ReadFindings = findings, Losses = losses };
    }

    private static bool IsOwn(ReadOnlySpan<byte> bytes) => bytes[..Math.Min(bytes.Length, 512)].IndexOf("\"certify/results/"u8) >= 0;
}
