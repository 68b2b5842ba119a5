using Certify.Facts;
using static Certify.Packaging.Objectives.CheckResult;

namespace Certify.Packaging.Objectives;

/// <summary>Checks on test results. Only a run of the flight image counts, and only if all sides passed.</summary>
internal static class TestChecks
{
    /// <summary>Requirements verified by test have a passed case of the kind on the target.</summary>
    public static CheckResult Shown(EvidenceSet facts, Tier tier, TestKind kind)
    {
        if (facts.Trace is not { } trace) return Missing("trace facts");
        if (facts.Results is not { } results) return Missing("test results");
        RequirementFact[] all = TraceChecks.Of(trace, tier);
        if (all.Length == 0) return Missing($"{TraceChecks.Name(tier)} requirements");
        TestFact[] ofKind = [.. trace.Tests.Where(t => t.Kind == kind)];
        var ids = all.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        if (!ofKind.Any(t => t.Requirements.Any(ids.Contains)))
            return Missing($"{Name(kind)} tests of {TraceChecks.Name(tier)} requirements");

        var passed = Passed(results);
        var shown = ofKind.Where(t => passed.Contains(t.Id)).SelectMany(t => t.Requirements).ToHashSet(StringComparer.Ordinal);
        RequirementFact[] byTest = [.. all.Where(r => r.Verification == VerificationMethod.Test)];
        string[] without = [.. byTest.Where(r => !shown.Contains(r.Id)).Select(r => r.Id)];
        string[] gaps = [.. OtherImage(facts),
            .. Gap("test", "of this kind without a passed result of the flight image", ofKind.Where(t => t.Requirements.Any(ids.Contains) && !passed.Contains(t.Id)).Select(t => t.Id))];
        string figures = $"{Number(byTest.Length - without.Length)} of {Number(byTest.Length)} {TraceChecks.Name(tier)} requirements verified by test with a passed {Name(kind)} case on the target (simulated by QEMU).";
        if (kind == TestKind.NormalRange) gaps = [.. gaps, .. Gap("requirement", "without a passed case", without)];
        if (gaps.Length > 0) return CheckResult.Of(gaps, figures);
        if (without.Length > 0) return new CheckResult(CheckOutcome.Open, $"{figures} {Gap("requirement", "without one", without).Single()}.");
        int byHand = all.Length - byTest.Length;
        return byHand == 0 ? new CheckResult(CheckOutcome.Holds, figures)
            : new CheckResult(CheckOutcome.Open, $"{figures} {Number(byHand)} more are verified by analysis or review, of which no record is in the facts.");
    }

    /// <summary>Requirements verified by test have a test that ran and passed on the target.</summary>
    public static CheckResult Covered(EvidenceSet facts, Tier tier)
    {
        if (facts.Trace is not { } trace) return Missing("trace facts");
        if (facts.Results is not { } results) return Missing("test results");
        RequirementFact[] all = TraceChecks.Of(trace, tier);
        if (all.Length == 0) return Missing($"{TraceChecks.Name(tier)} requirements");
        var passed = Passed(results);
        var covered = trace.Tests.Where(t => passed.Contains(t.Id)).SelectMany(t => t.Requirements).ToHashSet(StringComparer.Ordinal);
        RequirementFact[] byTest = [.. all.Where(r => r.Verification == VerificationMethod.Test)];
        string[] gaps = [.. OtherImage(facts),
            .. TraceChecks.Errors(trace, tier == Tier.Hlr ? ["TRC-205", "TRC-207"] : ["TRC-206", "TRC-208"]),
            .. Gap("requirement", "without a test passed on the target", byTest.Where(r => !covered.Contains(r.Id)).Select(r => r.Id))];
        string figures = $"{Number(byTest.Length)} of {Number(all.Length)} {TraceChecks.Name(tier)} requirements to be verified by test.";
        CheckResult result = CheckResult.Of(gaps, figures);
        return result.Outcome == CheckOutcome.Holds && byTest.Length < all.Length
            ? new CheckResult(CheckOutcome.Open, figures + " The others wait for a record of their analysis or review.")
            : result;
    }

    /// <summary>Every declared test has a passed result on the flight image, and no result is anything else.</summary>
    public static CheckResult Clean(EvidenceSet facts)
    {
        if (facts.Trace is not { } trace) return Missing("trace facts");
        if (facts.Results is not { } results) return Missing("test results");
        if (results.Results.Count == 0) return Missing("test results in results.json");
        var onTarget = results.Results.Where(r => r.Side == TestSide.Target).Select(r => r.Test).ToHashSet(StringComparer.Ordinal);
        if (onTarget.Count == 0) return Missing("results of the target");
        string[] gaps = [.. OtherImage(facts),
            .. Gap("result", "not passed", results.Results.Where(r => !IsPass(r)).Select(r => $"{Short(r.Test)} ({Side(r.Side)}: {Said(r)})")),
            .. Gap("declared test", "without a result of the flight image", trace.Tests.Where(t => !onTarget.Contains(t.Id)).Select(t => t.Id))];
        return CheckResult.Of(gaps,
            $"{Number(results.Results.Count(IsPass))} of {Number(results.Results.Count)} results passed, {Count(onTarget.Count, "test")} on the target (simulated by QEMU).");
    }

    /// <summary>Ids of tests with a passed result on the target and no other verdict on any side.</summary>
    internal static HashSet<string> Passed(TestFacts results) =>
        results.Results.GroupBy(r => r.Test, StringComparer.Ordinal)
            .Where(group => group.All(IsPass) && group.Any(r => r.Side == TestSide.Target))
            .Select(group => group.Key).ToHashSet(StringComparer.Ordinal);

    /// <summary>A gap where the results are not about the image of the package.</summary>
    internal static IEnumerable<string> OtherImage(EvidenceSet facts)
    {
        if (facts.Image is null) yield return "There are no image facts that the results could be about";
        else if (facts.Results?.Header.ImageSha256 != facts.Image.Elf.Sha256) yield return "The results are about another image";
    }

    // Tests that run no frames of the image (the runtime's own, on the host) pass without frames; on the target they cannot.
    private static bool IsPass(TestResult result) =>
        result is { Verdict: Verdict.Passed, Cases: > 0 } && (result.Frames > 0 || result.Side == TestSide.Host);

    private static string Side(TestSide side) => side.ToString().ToLowerInvariant();

    // A verdict "passed" that is no pass has to say why, or it reads as a contradiction.
    private static string Said(TestResult result) => result.Verdict != Verdict.Passed ? Words(result.Verdict)
        : result.Cases == 0 ? "passed without a sequence, which is no pass" : "passed without a frame, which is no pass";

    private static string Words(Verdict verdict) => verdict switch
    {
        Verdict.TripleFault => "triple fault",
        Verdict.QemuDied => "QEMU died",
        _ => verdict.ToString().ToLowerInvariant(),
    };

    private static string Name(TestKind kind) => kind == TestKind.NormalRange ? "normal-range" : "robustness";
}
