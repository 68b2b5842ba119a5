using Certify.Facts;

namespace Certify.Documents.Tests;

/// <summary>Requirements of the invented monitor.</summary>
internal static class SampleTrace
{
    public const string Latches = "M:FlightMonitor.Properties.TriplexProperties.Miscompare_latches_after_persistence";
    public const string Robust = "M:FlightMonitor.Properties.TriplexProperties.Values_that_are_no_number_are_rejected";

    public static TraceFacts Create() => new(
        Samples.Header(TraceFacts.Schema, null, null, new FileDigest("requirements/hlr.md", Samples.Digest('8'))), "A",
        [
            Requirement("SYS-TSM-001", Tier.System, "Sensor faults are detected", "A fault of one of three sensors shall be detected.") with { Source = "FRET LMCPS, TSM-001" },
            Requirement("SYS-TSM-002", Tier.System, "A value is selected", "A value shall be selected from three sensors."),
            Requirement("FM-HLR-001", Tier.Hlr, "Miscompare is latched after persistence", "The monitor shall latch a miscompare that lasts for `PersistenceFrames` frames.\n\n- It shall name the channel.", "SYS-TSM-001") with { Rationale = "A single frame may be noise." },
            Requirement("FM-HLR-002", Tier.Hlr, "Middle value is selected", "The monitor shall select the middle of three values.", "SYS-TSM-002"),
            Requirement("FM-HLR-003", Tier.Hlr, "Values that are no number are a miscompare", "A value that is not a number shall count as a miscompare.") with { Derived = true, Rationale = "The published text does not say.", SafetyFeedback = "A stuck-at-NaN sensor is treated as failed." },
            Requirement("FM-LLR-001", Tier.Llr, "Counter counts frames", "`Count` shall rise by one in each frame with a miscompare.", "FM-HLR-001"),
            Requirement("FM-LLR-002", Tier.Llr, "Counter is limited", "`Count` shall not exceed `PersistenceFrames`.", "FM-HLR-001") with { Verification = VerificationMethod.Analysis },
        ],
        [
            new CodeFact("M:FlightMonitor.TriplexMonitor.Step(FlightMonitor.TriplexState@,FlightMonitor.TriplexInputs@)", ["FM-LLR-001", "FM-LLR-002"], new SourcePlace("src/Monitor.cs", 10), Samples.Digest('9'), false),
            new CodeFact("M:FlightMonitor.TriplexMonitor.Middle(System.Int32,System.Int32,System.Int32)", [], new SourcePlace("src/Monitor.cs", 40), Samples.Digest('9'), false),
        ],
        [
            new TestFact(Latches, "A miscompare latches after three frames", ["FM-HLR-001", "FM-LLR-001"], TestKind.NormalRange, new SourcePlace("properties/Triplex.cs", 8)),
            new TestFact(Robust, "Values that are no number are rejected", ["FM-HLR-003"], TestKind.Robustness, new SourcePlace("properties/Triplex.cs", 30)),
        ],
        []);

    /// <summary>As many requirements as a large project has.</summary>
    public static TraceFacts Large(int count)
    {
        var system = Requirement("SYS-TSM-001", Tier.System, "One parent", "There shall be one parent.");
        var all = Enumerable.Range(1, count).Select(i => Requirement(
            $"FM-{(i % 2 == 0 ? "HLR" : "LLR")}-{Samples.Number(i, 4)}", i % 2 == 0 ? Tier.Hlr : Tier.Llr,
            $"Requirement number {Samples.Number(i, 4)}", "The software shall do the thing that this requirement asks for, in each frame and within its bounds.",
            i % 2 == 0 ? "SYS-TSM-001" : $"FM-HLR-{Samples.Number(i + 1, 4)}") with { Component = "C" + Samples.Number(i % 20, 2) });
        return Create() with { Requirements = [system, .. all], Code = [], Tests = [] };
    }

    public static RequirementFact Requirement(string id, Tier tier, string title, string text, params string[] parents) => new(
        id, tier, "TSM", title, text, null, parents, false, null,
        tier == Tier.System ? null : VerificationMethod.Test, null, Samples.Digest('f'), new SourcePlace("requirements/hlr.md", 10));
}
