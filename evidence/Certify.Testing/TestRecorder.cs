using System.Security.Cryptography;
using Certify.Facts;

namespace Certify.Testing;

/// <summary>
/// Counts what a test did, up to and including the first failing case, so that the figures and digests do
/// not depend on how cases were batched.
/// </summary>
internal sealed class TestRecorder : IDisposable
{
    private readonly IncrementalHash _inputs = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly IncrementalHash _outputs = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly SortedDictionary<string, long> _labels = new(StringComparer.Ordinal);

    public int Cases { get; private set; }

    public long Frames { get; private set; }

    /// <summary>Adds a batch; with a failure, only the cases up to it.</summary>
    public void Add(CaseBatch batch, CaseFailure? failure)
    {
        int cases = failure is null ? batch.Cases.Count : failure.Position + 1;
        if (cases == 0) return;
        CaseSpan last = batch.Cases[cases - 1];
        int end = last.FirstFrame + last.Frames;
        _inputs.AppendData(batch.Inputs[..(batch.Inputs.Length / batch.Frames * end)]);
        int outputBytes = batch.Outputs.Length / batch.Frames;
        int answered = failure is null ? end : last.FirstFrame + failure.Outputs.Length / outputBytes;
        _outputs.AppendData(batch.Outputs[..(outputBytes * answered)]);
        foreach ((int position, string label) in batch.Labels)
        {
            if (position < cases) _labels[label] = _labels.GetValueOrDefault(label) + 1;
        }

        Cases += cases;
        Frames += end;
    }

    public TestResult Result(PropertyEntry entry, TestSide side, ulong seed, Verdict verdict, string? message) => new(
        entry.TestId, side, verdict, Cases, Frames, seed,
        [.. _labels.Select(pair => new LabelCount(pair.Key, pair.Value))],
        message, null, null, null,
        Convert.ToHexStringLower(_inputs.GetHashAndReset()),
        Frames == 0 ? null : Convert.ToHexStringLower(_outputs.GetHashAndReset()));

    public void Dispose()
    {
        _inputs.Dispose();
        _outputs.Dispose();
    }
}
