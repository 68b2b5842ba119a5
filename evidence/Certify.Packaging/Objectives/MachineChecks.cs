using Certify.Facts;
using static Certify.Packaging.Objectives.CheckResult;

namespace Certify.Packaging.Objectives;

/// <summary>Checks on what the machine code of the image proves.</summary>
// @llr CFY-LLR-324
internal static class MachineChecks
{
    private const string NotExplained = "not explained";

    /// <summary>Gaps: stacks that are too deep, not known, or deeper in a run than computed.</summary>
    public static IEnumerable<string> Stack(EvidenceSet facts)
    {
        if (facts.Machine is not { } machine) yield break;
        if (machine.Header.ImageSha256 != facts.Image?.Elf.Sha256) yield return "The analysis of the machine code is about another image";
        foreach (string gap in Gap("finding", "of the rules on the image", machine.Findings.Select(f => $"{f.RuleId} {f.Subject}"))) yield return gap;
        foreach (string gap in Gap("stack", "whose deepest use is not known", machine.Stacks.Where(s => s.ComputedBytes is null).Select(s => s.Name))) yield return gap;
        foreach (string gap in Gap("stack", "that does not hold its deepest use", machine.Stacks.Where(s => s.ComputedBytes > s.Bytes).Select(s => s.Name))) yield return gap;
        if (machine.User is null) yield return "The stack of the application is not in the analysis";
        if (machine.Measured?.Bytes > machine.User?.ComputedBytes) yield return "A run went deeper than the stack computed";
    }

    /// <summary>A sentence with the figures of the application's stack.</summary>
    public static string StackFigures(ImageAnalysisFacts machine)
    {
        if (machine.User is not { ComputedBytes: { } computed } user) return "The deepest use of the application's stack is not known.";
        string text = $"The deepest path takes {Number(computed)} of {Number(user.Bytes)} bytes of the application's stack";
        if (machine.Measured is not { } measured) return text + "; no run was measured.";
        text += $", runs of {Count(measured.Frames, "frame")} took {Number(measured.Bytes)}";
        return measured.NotSeen is null ? text + "." : $"{text}; {measured.NotSeen}.";
    }

    /// <summary>
    /// Every function, range of code and conditional branch is explained by a source line with a requirement or by a
    /// listed reason. That the reasons are right, and that the code does what they say, is for a person to confirm.
    /// </summary>
    public static CheckResult AdditionalCode(ImageAnalysisFacts machine, ImageFacts image)
    {
        if (machine.Functions.Count == 0) return Missing("functions in the analysis of the machine code");
        AdditionalCodeFact[] open = [.. machine.Additional.Where(a => !a.Explained)];
        long branches = machine.Branches.Sum(b => (long)b.Count);
        string[] gaps = [
            .. machine.Header.ImageSha256 == image.Elf.Sha256 ? [] : new[] { "The analysis of the machine code is about another image" },
            .. Gap("piece", "of object code without an explanation", open.Select(a => $"{a.What} ({a.Reason})")),
            .. Gap("function", "with conditional branches that no source line explains", machine.Branches.Where(b => b.Reason == NotExplained).Select(b => b.Function))];
        string added = string.Join(", ", machine.Branches.GroupBy(b => b.Reason, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{Number(g.Sum(b => b.Count))} {g.Key}"));
        string figures = $"{Count(machine.Functions.Count, "function")}, {Number(machine.Additional.Count - open.Length)} pieces of additional code with a listed reason; conditional branches: {Number(branches)} ({added}).";
        return gaps.Length > 0
            ? CheckResult.Of(gaps, figures)
            : new CheckResult(CheckOutcome.Open, figures + " That each reason is right, and that the code does what it says, was not verified by a person.");
    }
}
