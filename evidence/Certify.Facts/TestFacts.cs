namespace Certify.Facts;

/// <summary>results.json: every test case run, on which side, with which verdict.</summary>
/// <param name="Header">Origin, with the seed and the image's digest.</param>
/// <param name="LayoutHash">Hash of the port and state layouts that host and image agreed on.</param>
/// <param name="Results">One per test and side.</param>
public sealed record TestFacts(FactHeader Header, string LayoutHash, IReadOnlyList<TestResult> Results)
{
    /// <summary>Name and version of this schema.</summary>
    public const string Schema = "certify/results/1";
}

/// <summary>Where a test ran.</summary>
public enum TestSide
{
    /// <summary>In the host assembly, on .NET.</summary>
    Host,
    /// <summary>In the flight image, in QEMU.</summary>
    Target,
    /// <summary>On both; outputs compared bit for bit.</summary>
    Differential,
}

/// <summary>How a test ended.</summary>
public enum Verdict
{
    /// <summary>Every case held.</summary>
    Passed,
    /// <summary>A case violated the property.</summary>
    Failed,
    /// <summary>The guest panicked (a fault with a record).</summary>
    Panic,
    /// <summary>The guest did not answer in time.</summary>
    Hang,
    /// <summary>The guest was reset by a triple fault.</summary>
    TripleFault,
    /// <summary>QEMU ended by itself or was killed.</summary>
    QemuDied,
    /// <summary>The harness could not run it (zero cases, exception in the property, layout mismatch).</summary>
    Error,
}

/// <summary>The result of one test on one side.</summary>
/// <param name="Test">Test id (joins <see cref="TestFact.Id"/>).</param>
/// <param name="Side">Host, target or differential.</param>
/// <param name="Verdict">How it ended.</param>
/// <param name="Cases">Input sequences run; 0 is never a pass.</param>
/// <param name="Frames">Frames run.</param>
/// <param name="Seed">Seed of its generator.</param>
/// <param name="Labels">Distribution of the generated cases: label and count, sorted by label.</param>
/// <param name="Message">What failed, or null.</param>
/// <param name="Shrunk">The smallest failing case in text, or null.</param>
/// <param name="Replay">The command line that reproduces the failure, or null.</param>
/// <param name="Panic">The panic record in text with backtrace, or null.</param>
/// <param name="InputsSha256">SHA-256 over all input frames' bytes.</param>
/// <param name="OutputsSha256">SHA-256 over all output frames' bytes, or null.</param>
public sealed record TestResult(
    string Test,
    TestSide Side,
    Verdict Verdict,
    int Cases,
    long Frames,
    ulong Seed,
    IReadOnlyList<LabelCount> Labels,
    string? Message,
    string? Shrunk,
    string? Replay,
    string? Panic,
    string InputsSha256,
    string? OutputsSha256);

/// <summary>How often a label was seen among generated cases.</summary>
public sealed record LabelCount(string Label, long Count);
