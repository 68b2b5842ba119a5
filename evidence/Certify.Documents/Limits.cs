using Certify.Facts;

namespace Certify.Documents;

/// <summary>What the evidence does not show. Sentences about method hold for every package; figures come from facts.</summary>
internal static class Limits
{
    /// <summary>What the table of objectives is worth.</summary>
    public const string ObjectiveTable =
        "The table of objectives is written in own words from secondary sources. A licensed copy of the standard decides.";

    /// <summary>One sentence or two each.</summary>
    public static IReadOnlyList<string> Lines(FactIndex facts)
    {
        var inputs = facts.Inputs;
        List<string> lines =
        [
            ObjectiveTable,
            "The target is simulated. QEMU is not flight hardware: nothing here shows timing, electrical behaviour or compatibility with a real target.",
            "No tool used here is qualified: not the compilers, not the linker, not QEMU, not Certify. The output of a tool is no review.",
            "A trace link says that a person named a requirement at a piece of code or a test. It does not say that the code is right or that the test would notice if it were wrong.",
        ];
        if (inputs.Tests is { } tests)
            lines.Add($"Generated cases are a sample. {Say.Count(tests.Results.Sum(r => (long)r.Cases), "sequence")} with fixed seeds held or failed as recorded; other inputs were not tried.");
        Coverage(lines, inputs.TargetCoverage);
        Image(lines, inputs.Image);
        Requirements(lines, facts);
        lines.Add("No fact file records worst-case execution time, data coupling or control coupling."
            + (inputs.Machine is null
                ? " Stack depth is recorded only where a budget names it."
                : " The analysis of the stack assumes that no write through a pointer changes a saved register, and that the calling convention holds across assembler."));
        lines.Add("Plans, standards, review records, quality assurance records and certification liaison are not part of this package.");
        lines.AddRange(Consistency.Check(inputs).Select(sentence => "The facts contradict each other: " + sentence));
        return lines;
    }

    private static void Coverage(List<string> lines, CoverageFacts? coverage)
    {
        if (coverage is null)
        {
            lines.Add("No structural coverage on the target was recorded.");
            return;
        }
        lines.Add("Structural coverage was taken on an instrumented image made from the same sources. The machine code of the flight image differs from it and was not itself measured.");
        var count = CoverageCount.Of(coverage);
        if (count.Open > 0) lines.Add($"Structural coverage on the target leaves {count.OpenText} neither covered nor justified.");
        if (coverage.Justifications.Count > 0)
            lines.Add($"{Say.Count(coverage.Justifications.Count, "coverage justification")} {(coverage.Justifications.Count == 1 ? "is" : "are")} text of the project that no reviewer's record confirms.");
    }

    private static void Image(List<string> lines, ImageFacts? image)
    {
        if (image is null)
        {
            lines.Add("No image was recorded.");
            return;
        }
        SymbolFact[] unexplained = [.. image.Symbols.Where(s => s.IsCode && s.Source is null)];
        if (unexplained.Length > 0)
            lines.Add($"{Say.Count(unexplained.Length, "function")} in the image ({Say.Count(unexplained.Sum(s => s.Bytes), "byte")}) {(unexplained.Length == 1 ? "has" : "have")} no source line of {(unexplained.Length == 1 ? "its" : "their")} own; {Say.Count(unexplained.Count(s => s.Reason is null))} of them without a recorded reason. Object code without a source counterpart was not verified separately.");
        if (image.Statics.NotPreinitialised.Count > 0)
            lines.Add($"{Say.Count(image.Statics.NotPreinitialised.Count, "type")} {(image.Statics.NotPreinitialised.Count == 1 ? "has" : "have")} static data that was not fixed at compile time.");
    }

    private static void Requirements(List<string> lines, FactIndex facts)
    {
        var byHand = facts.Requirements.Count(r => r.Tier != Tier.System && r.Verification != VerificationMethod.Test);
        if (byHand > 0)
            lines.Add($"{Say.Count(byHand, "requirement")} {(byHand == 1 ? "is" : "are")} to be verified by analysis or review; no record of either is part of the facts.");
        var derived = facts.Requirements.Count(r => r.Derived);
        if (derived > 0)
            lines.Add($"{Say.Count(derived, "derived requirement")} {(derived == 1 ? "needs" : "need")} the judgement of the system safety process; no record of one is part of the facts.");
        var unrun = facts.Tests.Count(t => facts.ResultsOf(t.Id).All(r => r.Side != TestSide.Target));
        if (unrun > 0)
            lines.Add($"{Say.Count(unrun, "declared test")} {(unrun == 1 ? "has" : "have")} no result on the target.");
    }
}
