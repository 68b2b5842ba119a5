using Certify.Documents.Excel;
using Certify.Documents.Model;
using Certify.Facts;

namespace Certify.Documents.Writers;

/// <summary>The trace matrices, both directions each, one row per link, as a workbook.</summary>
internal static class TraceMatrices
{
    private const string Untraced = "none recorded";

    public static Workbook Workbook(FactIndex facts) => new(Identity(facts), Sheets(facts));

    internal static Identity Identity(FactIndex facts) => Frame.Identity(facts, "TRACE", "Trace Data", "11.21 (trace data)");

    private static IReadOnlyList<Sheet> Sheets(FactIndex facts) =>
    [
        Down(facts, Tier.System, "System to HLR", "High-level requirement", facts.Children),
        Up(facts, Tier.Hlr, "HLR to system", "System requirement"),
        Down(facts, Tier.Hlr, "HLR to LLR", "Low-level requirement", facts.Children),
        Up(facts, Tier.Llr, "LLR to HLR", "Parent requirement"),
        ToCode(facts),
        FromCode(facts),
        ToTest(facts),
        FromTest(facts),
        ToResult(facts),
        FromResult(facts),
    ];

    private static Sheet Down(
        FactIndex facts, Tier tier, string name, string childHeading, Func<string, IEnumerable<RequirementFact>> children) => Matrix(
        name, $"No {Say.Of(tier)} requirement was recorded.",
        [new("Requirement", 14), new("Component", 11), new("Title", 30), new(childHeading, 15), new("Its title", 30)],
        facts.OfTier(tier).SelectMany(r => Rows(
            [r.Id, r.Component, r.Title], children(r.Id).Select(c => (Cell[])[c.Id, c.Title]), [Open(), ""])));

    private static Sheet Up(FactIndex facts, Tier tier, string name, string parentHeading) => Matrix(
        name, $"No {Say.Of(tier)} requirement was recorded.",
        [new("Requirement", 14), new("Component", 11), new("Title", 30), new(parentHeading, 15), new("Its title", 30)],
        facts.OfTier(tier).SelectMany(r => Rows(
            [r.Id, r.Component, r.Title],
            r.Parents.Select(p => (Cell[])[p, facts.Requirement(p) is { } parent ? parent.Title : Cell.Of("no such requirement", Tone.Bad)]),
            r.Derived ? [Cell.Of("derived", Tone.Muted), r.Rationale ?? ""] : [Open(), ""])));

    private static Sheet ToCode(FactIndex facts) => Matrix(
        "LLR to code", "No LLR requirement was recorded.",
        [new("Requirement", 13), new("Title", 25), new("Code", 38), new("Place", 24)],
        facts.OfTier(Tier.Llr).SelectMany(r => Rows(
            [r.Id, r.Title], facts.CodeOf(r.Id).Select(c => (Cell[])[c.Symbol, c.Place.ToString()]), [Open(), ""])));

    private static Sheet FromCode(FactIndex facts) => Matrix(
        "Code to LLR", "No code symbol was recorded.",
        [new("Code", 36), new("Place", 22), new("Requirement", 13), new("Title", 19), new("Tag", 10)],
        facts.Code.SelectMany(c => Rows(
            [c.Symbol, c.Place.ToString()],
            c.Requirements.Select(id => (Cell[])[id, TitleOf(facts, id), c.Inherited ? "of its type" : "own"]),
            [Open(), "", ""])));

    private static Sheet ToTest(FactIndex facts) => Matrix(
        "Requirement to test", "No requirement was recorded.",
        [new("Requirement", 13), new("Title", 22), new("Method", 9), new("Kind", 10), new("Test case", 22), new("Test id", 24)],
        facts.Requirements.Where(r => r.Tier != Tier.System).SelectMany(r => Rows(
            [r.Id, r.Title, Say.Of(r.Verification)],
            facts.TestsOf(r.Id).Select(t => (Cell[])[Say.Of(t.Kind), t.Title, t.Id]),
            [r.Verification == VerificationMethod.Test ? Open() : Cell.Of("none; by " + Say.Of(r.Verification), Tone.Muted), "", ""])));

    private static Sheet FromTest(FactIndex facts) => Matrix(
        "Test to requirement", "No test case was recorded.",
        [new("Test id", 30), new("Test case", 25), new("Kind", 10), new("Requirement", 13), new("Title", 22)],
        facts.Tests.SelectMany(t => Rows(
            [t.Id, t.Title, Say.Of(t.Kind)], t.Requirements.Select(id => (Cell[])[id, TitleOf(facts, id)]), [Open(), ""])));

    private static Sheet ToResult(FactIndex facts) => Matrix(
        "Test to result", "No test case was recorded.",
        [new("Test id", 32), new("Test case", 26), new("Side", 10), new("Verdict", 11), new("Sequences", 9), new("Frames", 12)],
        facts.Tests.SelectMany(t => Rows(
            [t.Id, t.Title],
            facts.ResultsOf(t.Id).Select(r => (Cell[])[Say.Of(r.Side), Cell.Of(Say.Of(r.Verdict), Say.ToneOf(r.Verdict)), Say.Count(r.Cases), Say.Count(r.Frames)]),
            [Open(), "", "", ""])));

    private static Sheet FromResult(FactIndex facts) => Matrix(
        "Result to test", "No test result was recorded.",
        [new("Result: test id", 34), new("Side", 10), new("Verdict", 10), new("Test case", 24), new("Requirements", 22)],
        facts.Results.Select(IReadOnlyList<Cell> (r) =>
        [
            r.Test, Say.Of(r.Side), Cell.Of(Say.Of(r.Verdict), Say.ToneOf(r.Verdict)),
            facts.Test(r.Test) is { } test ? test.Title : Cell.Of("no such test", Tone.Bad),
            Say.List(facts.Test(r.Test)?.Requirements ?? []),
        ]));

    private static Cell TitleOf(FactIndex facts, string id) =>
        facts.Requirement(id) is { } requirement ? requirement.Title : Cell.Of("no such requirement", Tone.Bad);

    private static Cell Open() => Cell.Of(Untraced, Tone.Bad);

    // One row per link, or one row that says there is none.
    private static IEnumerable<IReadOnlyList<Cell>> Rows(Cell[] lead, IEnumerable<Cell[]> links, Cell[] whenNone)
    {
        var any = false;
        foreach (var link in links)
        {
            any = true;
            yield return [.. lead, .. link];
        }
        if (!any) yield return [.. lead, .. whenNone];
    }

    private static Sheet Matrix(string name, string whenEmpty, Column[] columns, IEnumerable<IReadOnlyList<Cell>> rows) =>
        new(name, new Table(name, columns, [.. rows]), whenEmpty);
}
