using Certify.Facts;

namespace Certify.Documents.Tests;

/// <summary>Coverage of the invented monitor: one justified gap, all else covered.</summary>
internal static class SampleCoverage
{
    private const string Step = "M:FlightMonitor.TriplexMonitor.Step";

    public static CoverageFacts Create() => new(
        Samples.Header(CoverageFacts.Schema, Samples.Digest('2')), Samples.ImageDigest, "target", "masking",
        [
            new StatementFact(Step + "#s1", "TSM", new SourcePlace("src/Monitor.cs", 12, 5), [SampleTrace.Latches], null),
            new StatementFact(Step + "#s2", "TSM", new SourcePlace("src/Monitor.cs", 13, 9), [], "FM-JUS-001"),
        ],
        [
            new DecisionFact(Step + "#d1", "TSM", new SourcePlace("src/Monitor.cs", 11, 13), "a > limit || b > limit", "if",
                [new ConditionFact("a > limit", true, true, [1, 2]), new ConditionFact("b > limit", true, true, [2, 3])],
                [new VectorFact("T-", true, [SampleTrace.Latches]), new VectorFact("FF", false, [SampleTrace.Latches]), new VectorFact("FT", true, [SampleTrace.Latches])],
                true, true, null),
        ],
        [new JustificationFact("FM-JUS-001", [Step + "#s2"], "Default branch that no value of the enum reaches.", "defensive", new SourcePlace("justifications/default.md", 3))]);
}
