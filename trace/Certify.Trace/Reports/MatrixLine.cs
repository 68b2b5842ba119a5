using Certify.Facts;

namespace Certify.Trace.Reports;

/// <summary>One way from a system item down to code, tests and results. Null where the way has a gap or starts below.</summary>
/// <param name="System">System item, or null for derived HLRs.</param>
/// <param name="Hlr">HLR, or null.</param>
/// <param name="Llr">LLR, or null.</param>
/// <param name="Code">Symbols tagged with the LLR.</param>
/// <param name="HlrTests">Tests of the HLR.</param>
/// <param name="LlrTests">Tests of the LLR.</param>
public sealed record MatrixLine(
    RequirementFact? System,
    RequirementFact? Hlr,
    RequirementFact? Llr,
    IReadOnlyList<string> Code,
    IReadOnlyList<TestStatus> HlrTests,
    IReadOnlyList<TestStatus> LlrTests)
{
    internal static IReadOnlyList<MatrixLine> All(MatrixLinks links)
    {
        var lines = new List<MatrixLine>();
        foreach (var system in links.OfTier(Tier.System)) UnderSystem(system, links, lines);
        foreach (var hlr in links.OfTier(Tier.Hlr).Where(h => !links.Parents(h, Tier.System).Any())) UnderHlr(null, hlr, links, lines);
        foreach (var llr in links.OfTier(Tier.Llr).Where(l => !links.Parents(l, Tier.Hlr).Any())) lines.Add(Line(null, null, llr, links));
        return lines;
    }

    private static void UnderSystem(RequirementFact system, MatrixLinks links, List<MatrixLine> lines)
    {
        var before = lines.Count;
        foreach (var hlr in links.Children(system.Id, Tier.Hlr)) UnderHlr(system, hlr, links, lines);
        if (lines.Count == before) lines.Add(Line(system, null, null, links));
    }

    private static void UnderHlr(RequirementFact? system, RequirementFact hlr, MatrixLinks links, List<MatrixLine> lines)
    {
        var before = lines.Count;
        foreach (var llr in links.Children(hlr.Id, Tier.Llr)) lines.Add(Line(system, hlr, llr, links));
        if (lines.Count == before) lines.Add(Line(system, hlr, null, links));
    }

    private static MatrixLine Line(RequirementFact? system, RequirementFact? hlr, RequirementFact? llr, MatrixLinks links) => new(
        system, hlr, llr,
        llr is null ? [] : links.CodeOf(llr.Id),
        hlr is null ? [] : links.StatusOf(hlr.Id),
        llr is null ? [] : links.StatusOf(llr.Id));
}

/// <summary>A test and how it went.</summary>
/// <param name="Test">The test.</param>
/// <param name="Results">Side and verdict of each run, for example "target: passed"; empty when it did not run.</param>
/// <param name="Passed">True when every run passed, false when one did not, null without a run.</param>
public sealed record TestStatus(TestFact Test, IReadOnlyList<string> Results, bool? Passed);
