using Certify.Facts;
using Certify.Packaging.Objectives;
using static Certify.Packaging.Objectives.CheckResult;

namespace Certify.Packaging.Pages;

/// <summary>The page of what the evidence does not show.</summary>
/// <param name="Always">Limits of the method: the same in every package.</param>
/// <param name="Here">Limits that follow from this package's facts.</param>
// @llr CFY-LLR-062
public sealed record LimitsPage(IReadOnlyList<string> Always, IReadOnlyList<string> Here)
{
    private static readonly string[] s_always =
    [
        ObjectiveTable.Disclaimer,
        "No tool in this chain is qualified under DO-330: not the compilers, assembler and linker, not QEMU, not Certify. Credit for a tool's output needs its qualification for the project, or a check of the output by a person.",
        "The target is simulated. QEMU's translation runs a model of the processor: timing, caches, buses, electrical behaviour and defects of silicon are not shown.",
        "A trace link says that a person named a requirement at code or at a test, not that either is right.",
        "Generated cases are a sample. A property that passed holds for the cases of its seed.",
        "A property's oracle was written by the project. An oracle that shares an error with the code does not see it.",
        "Coverage was taken on an image instrumented at source level. The flight image has other machine code, which was not compared with it.",
        "Worst-case execution time is not computed.",
        "Data coupling and control coupling are not measured.",
        "Plans, standards, reviews, quality assurance and liaison are done by people and are not in the package.",
        "An intact package is one that has not changed since it was written. That says nothing about what it contains.",
    ];

    /// <summary>Collects the page.</summary>
    public static LimitsPage From(EvidenceSet facts) => new(s_always,
        [.. Stages(facts), .. Origin(facts), .. Tests(facts), .. Coverage(facts), .. Image(facts), .. Machine(facts), .. Requirements(facts)]);

    private static IEnumerable<string> Machine(EvidenceSet facts)
    {
        if (facts.Machine is not { } machine)
        {
            yield return "The machine code was not analysed: worst-case stack use is not computed, and code that the compiler adds within functions is not compared with the source.";
            yield break;
        }

        yield return "The computed stack assumes that no write through a pointer changes a saved register; paths that exclude each other are not told apart.";
        if (machine.Measured?.NotSeen is { } notSeen) yield return $"The computed stack is far above the one seen in runs: {notSeen}.";
        yield return "Object code without a source of its own is explained by lists. That the reasons are right was not verified by a person.";
    }

    private static IEnumerable<string> Stages(EvidenceSet facts)
    {
        (string Name, object? Facts)[] stages = [
            ("project", facts.Project), ("trace", facts.Trace), ("analysis", facts.Analysis),
            ("image", facts.Image), ("test result", facts.Results), ("target coverage", facts.Coverage)];
        return stages.Where(stage => stage.Facts is null).Select(stage => $"There are no {stage.Name} facts: the stage did not run or left nothing.");
    }

    private static IEnumerable<string> Origin(EvidenceSet facts)
    {
        FactHeader[] headers = [.. CodeChecks.Headers(facts)];
        if (headers.Any(h => h.Dirty)) yield return "The work tree differed from the revision named, so the package cannot be made again from version control: it is a draft.";
        if (headers.Any(h => h.Revision == "unversioned")) yield return "The sources were not under version control.";
        if (headers.Select(h => h.Revision).Distinct(StringComparer.Ordinal).Count() > 1) yield return "The facts name different revisions.";
    }

    private static IEnumerable<string> Tests(EvidenceSet facts)
    {
        if (facts.Results is not { } results) yield break;
        int open = results.Results.Count(r => r.Verdict != Verdict.Passed);
        if (open > 0) yield return $"{Number(open)} of {Number(results.Results.Count)} test results are not passes.";
        foreach (string gap in TestChecks.OtherImage(facts)) yield return gap + ".";
        if (facts.Trace is not { } trace) yield break;
        var passed = TestChecks.Passed(results);
        int without = trace.Tests.Count(t => !passed.Contains(t.Id));
        if (without > 0) yield return $"{Number(without)} of {Number(trace.Tests.Count)} declared tests have no passed result on the target.";
    }

    private static IEnumerable<string> Coverage(EvidenceSet facts)
    {
        if (facts.Coverage is not { } coverage || facts.Image is not { } image) yield break;
        var scope = new ImageScope(image);
        string[] unmeasured = [.. scope.Components.Where(component =>
            !coverage.Statements.Any(s => scope.ComponentOf(s.Place.Path, s.Component) == component))];
        if (unmeasured.Length > 0) yield return $"Structural coverage was not measured for {string.Join(", ", unmeasured)}.";
        if (coverage.Justifications.Count > 0)
            yield return $"{Number(coverage.Justifications.Count)} gaps in coverage are justified by text that no record shows to be reviewed.";
    }

    private static IEnumerable<string> Image(EvidenceSet facts)
    {
        if (facts.Image is not { } image) yield break;
        SymbolFact[] without = [.. image.Symbols.Where(s => s.IsCode && s.Source is null)];
        if (without.Length > 0)
            yield return $"{Number(without.Length)} functions ({Number(without.Sum(s => s.Bytes))} bytes) in the image have no source of their own.";
        int unpinned = image.Tools.Count(t => t.Sha256 is null);
        if (unpinned > 0) yield return $"{Number(unpinned)} of {Number(image.Tools.Count)} tools are named by version only, without a digest.";
        if (image.Statics.NotPreinitialised.Count > 0)
            yield return $"{Number(image.Statics.NotPreinitialised.Count)} types have static data that is not fixed at compile time.";
    }

    private static IEnumerable<string> Requirements(EvidenceSet facts)
    {
        if (facts.Trace is not { } trace) yield break;
        int byHand = trace.Requirements.Count(r => r.Tier != Tier.System && r.Verification is not VerificationMethod.Test);
        if (byHand > 0) yield return $"{Number(byHand)} requirements are verified by analysis or review; no record of either is in the facts.";
        int derived = trace.Requirements.Count(r => r.Derived);
        if (derived > 0) yield return $"{Number(derived)} derived requirements wait for the system safety process.";
    }
}
