using Certify.Facts;
using static Certify.Packaging.Objectives.CheckResult;

namespace Certify.Packaging.Objectives;

/// <summary>Checks on code and image.</summary>
internal static class CodeChecks
{
    /// <summary>The rules ran over every C# file of the image as it was compiled, and found nothing.</summary>
    public static CheckResult Rules(EvidenceSet facts)
    {
        if (facts.Analysis is not { } analysis) return Missing("analysis facts");
        if (facts.Image is not { } image) return Missing("image facts, so that not all code in the image is known");
        if (analysis.Rules.Count == 0) return Missing("rules that ran");
        AnalysedCompilation? target = analysis.Compilations.FirstOrDefault(c => c.Name == "target");
        if (target is null || target.Sources.Count == 0) return Missing("sources of the target compilation in the analysis facts");

        var analysed = target.Sources.ToDictionary(s => s.Path, s => s.Sha256, StringComparer.Ordinal);
        FileDigest[] compiled = [.. image.Header.Inputs.Where(i => i.Path.EndsWith(".cs", StringComparison.Ordinal))];
        FileDigest[] assembled = [.. image.Header.Inputs.Where(i => i.Path.EndsWith(".S", StringComparison.OrdinalIgnoreCase))];
        if (compiled.Length == 0) return Missing("C# files among the image's inputs");
        string[] gaps = [
            .. Gap("finding", "of the rules", analysis.Violations.Select(f => $"{f.RuleId} {f.Place}{(f.Suppressed ? " (suppressed)" : "")}")),
            .. Gap("compilation", "whose build does not run the rules", analysis.Compilations.Where(c => !c.EnforcedByBuild).Select(c => c.Name).Distinct()),
            .. Gap("compilation", "whose sources were not found equal to those of the built assembly", analysis.Compilations.Where(c => c.Configuration.Length == 0 && c.Pdb != PdbMatch.Same).Select(c => c.Name)),
            .. Gap("file", "of the image that the rules did not see as compiled", compiled.Where(c => analysed.GetValueOrDefault(c.Path) != c.Sha256).Select(c => c.Path))];
        string figures = $"{Count(analysis.Rules.Count, "rule")} ran over {Count(compiled.Length, "C# file")} of the image.";
        if (assembled.Length > 0) figures += $" {Count(assembled.Length, "assembler file")} {(assembled.Length == 1 ? "is" : "are")} outside the rules.";
        return CheckResult.Of(gaps, figures);
    }

    /// <summary>Rules hold, statics are fixed, budgets are kept. Says what was not analysed at all.</summary>
    public static CheckResult Hazards(EvidenceSet facts)
    {
        if (facts.Project is not { } project) return Missing("project facts");
        CheckResult rules = Rules(facts);
        if (rules.Outcome == CheckOutcome.Fails) return rules;
        if (project.Budgets.Count == 0) return Missing("budgets");
        string[] gaps = [.. Statics(facts.Image!),
            .. Gap("budget", "exceeded", project.Budgets.Where(b => b.Actual > b.Limit).Select(b => $"{b.Name} ({Number(b.Actual!.Value)} of {Number(b.Limit)} {b.Unit})")),
            .. Gap("budget", "without a measured value", project.Budgets.Where(b => b.Actual is null).Select(b => b.Name))];
        gaps = [.. gaps, .. MachineChecks.Stack(facts)];
        string stack = facts.Machine is null ? "Worst-case stack, worst-case execution time" : $"{MachineChecks.StackFigures(facts.Machine)} Worst-case execution time";
        return CheckResult.Of(gaps, $"{Count(project.Budgets.Count, "budget")} recorded. {stack} and arithmetic overflow were not analysed.");
    }

    /// <summary>The image exists, nothing is writable and executable, all statics are fixed.</summary>
    public static CheckResult Integration(EvidenceSet facts)
    {
        if (facts.Image is not { } image) return Missing("image facts");
        if (image.Segments.Count == 0) return Missing("segments in the image facts");
        string[] gaps = [.. Statics(image),
            .. Gap("segment", "writable and executable", image.Segments.Where(s => s.Permissions.Contains('w') && s.Permissions.Contains('x')).Select(s => s.Name))];
        return CheckResult.Of(gaps,
            $"{Count(image.Segments.Count, "segment")}, {Count(image.Symbols.Count(s => s.IsCode), "function")}, {Number(image.LoadedBytes)} bytes loaded.");
    }

    /// <summary>An image was built, and the results on the target are about it.</summary>
    public static CheckResult Built(EvidenceSet facts)
    {
        if (facts.Image is not { } image) return Missing("image facts");
        string[] gaps = [.. Statics(image), .. TestChecks.OtherImage(facts)];
        if (facts.Results is { } results && results.Results.All(r => r.Side != TestSide.Target)) gaps = [.. gaps, "No test ran on the target"];
        return CheckResult.Of(gaps, $"The image of {Number(image.LoadedBytes)} loaded bytes ran in QEMU, which is not the target computer.");
    }

    /// <summary>Object code without source of its own, and what the compiler adds inside functions.</summary>
    public static CheckResult AdditionalCode(EvidenceSet facts)
    {
        if (facts.Image is not { } image) return Missing("image facts");
        if (facts.Machine is { } machine) return MachineChecks.AdditionalCode(machine, image);
        SymbolFact[] without = [.. image.Symbols.Where(s => s.IsCode && s.Source is null)];
        return new CheckResult(CheckOutcome.Fails,
            $"{Count(without.Length, "function")} without source of {(without.Length == 1 ? "its" : "their")} own ({Number(without.Sum(s => s.Bytes))} bytes): listed, not verified. Code that the compiler adds inside functions (checks, spills, helper calls) was not compared with the source.");
    }

    /// <summary>No stage measures coupling.</summary>
    public static CheckResult Coupling(EvidenceSet facts) =>
        new(CheckOutcome.Fails, "Data coupling and control coupling were not measured.");

    /// <summary>Every fact names the same revision, clean, and every input has a digest.</summary>
    public static CheckResult Identified(EvidenceSet facts)
    {
        FactHeader[] headers = [.. Headers(facts)];
        if (facts.Image is null || facts.Trace is null || facts.Results is null) return Missing("image, trace or result facts");
        string[] revisions = [.. headers.Select(h => h.Revision).Distinct(StringComparer.Ordinal)];
        int items = headers.SelectMany(h => h.Inputs).Select(i => i.Path).Distinct(StringComparer.Ordinal).Count();
        string[] gaps = [
            .. revisions.Length == 1 ? [] : new[] { "The facts name different revisions" },
            .. headers.Any(h => h.Revision == "unversioned") ? new[] { "The sources are not under version control" } : [],
            .. headers.Any(h => h.Dirty) ? new[] { "The work tree differs from the revision" } : [],
            .. items == 0 ? new[] { "No input file is named" } : []];
        return CheckResult.Of(gaps, $"Revision {revisions[0]}; {Count(items, "file")} named with digest.");
    }

    /// <summary>A clean revision exists that a baseline could be set on.</summary>
    public static CheckResult Clean(EvidenceSet facts)
    {
        if (facts.Project is not { } project) return Missing("project facts");
        string[] gaps = [
            .. Headers(facts).Any(h => h.Dirty) ? new[] { "The work tree differs from the revision" } : [],
            .. project.Header.Revision == "unversioned" ? new[] { "The sources are not under version control" } : []];
        return CheckResult.Of(gaps, $"{Count(project.Revisions.Count, "revision")} in the history.");
    }

    /// <summary>Every problem report says its status and its effect on safety.</summary>
    public static CheckResult ProblemReports(EvidenceSet facts)
    {
        if (facts.Project is not { } project) return Missing("project facts");
        string[] gaps = [.. Gap("problem report", "without status or safety impact", project.ProblemReports
            .Where(p => string.IsNullOrWhiteSpace(p.Status) || string.IsNullOrWhiteSpace(p.SafetyImpact)).Select(p => p.Id))];
        return CheckResult.Of(gaps, $"{Count(project.ProblemReports.Count, "problem report")} recorded.");
    }

    /// <summary>Every tool is named with a version.</summary>
    public static CheckResult Tools(EvidenceSet facts)
    {
        if (facts.Image is not { } image) return Missing("image facts");
        if (image.Tools.Count == 0) return Missing("tools in the image facts");
        string[] gaps = [.. Gap("tool", "without a version", image.Tools.Where(t => string.IsNullOrWhiteSpace(t.Version)).Select(t => t.Name))];
        return CheckResult.Of(gaps,
            $"{Count(image.Tools.Count, "tool")} named with version, {Number(image.Tools.Count(t => t.Sha256 is not null))} of them with digest.");
    }

    /// <summary>The image is one file: no parameter data items, no partitions.</summary>
    public static CheckResult SingleImage(EvidenceSet facts) => facts.Image is not { } image
        ? Missing("image facts")
        : new CheckResult(CheckOutcome.Holds, $"The software is the one file {image.Elf.Path}.");

    internal static IEnumerable<FactHeader> Headers(EvidenceSet facts) => new[]
    {
        facts.Project?.Header, facts.Trace?.Header, facts.Analysis?.Header,
        facts.Image?.Header, facts.Machine?.Header, facts.Results?.Header, facts.Coverage?.Header,
    }.OfType<FactHeader>();

    private static IEnumerable<string> Statics(ImageFacts image) =>
        Gap("type", "whose static data is not fixed at compile time", image.Statics.NotPreinitialised);
}
