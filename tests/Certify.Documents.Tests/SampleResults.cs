using Certify.Facts;

namespace Certify.Documents.Tests;

/// <summary>Test results of the invented monitor.</summary>
internal static class SampleResults
{
    public static TestFacts Passing() => Of(
        Result(SampleTrace.Latches, TestSide.Target, Verdict.Passed), Result(SampleTrace.Latches, TestSide.Host, Verdict.Passed),
        Result(SampleTrace.Robust, TestSide.Target, Verdict.Passed));

    public static TestFacts Failing() => Of(
        Result(SampleTrace.Latches, TestSide.Target, Verdict.Failed) with
        {
            Message = "frame 3: Latched is false, expected true",
            Shrunk = "frame 0: A=0 B=0 C=10\nframe 1: A=0 B=0 C=10",
            Replay = "certify test --target qemu --seed 42 --only Miscompare_latches",
        },
        Result(SampleTrace.Robust, TestSide.Target, Verdict.Panic) with
        {
            Message = "vector 14 (page fault)",
            Panic = "#PF at 0x101234\n  TriplexMonitor.Step  src/Monitor.cs:31\n  Executive.Run <1>",
        },
        Result("M:Gone.Test", TestSide.Host, Verdict.Passed));

    public static TestResult Result(string test, TestSide side, Verdict verdict) => new(
        test, side, verdict, 100, 12000, 42, [new LabelCount("miscompare", 60), new LabelCount("quiet", 40)],
        null, null, null, null, Samples.Digest('d'), Samples.Digest('e'));

    private static TestFacts Of(params TestResult[] results) =>
        new(Samples.Header(TestFacts.Schema, Samples.ImageDigest, 42), "layout-1", results);
}
