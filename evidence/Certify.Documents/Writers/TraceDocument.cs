using Certify.Documents.Model;
using Certify.Facts;

namespace Certify.Documents.Writers;

/// <summary>
/// The trace matrices to be read on paper: one row per requirement, test or file, with all it is linked to. The
/// workbook of the same name has one row per link.
/// </summary>
// @llr CFY-LLR-050
internal static class TraceDocument
{
    private const string Untraced = "none recorded";

    public static Document Create(FactIndex facts)
    {
        var builder = Frame.Begin(facts,
            "This document holds the trace matrices: system to high-level requirements, high-level to low-level requirements, low-level requirements to code, requirements to test cases, test cases to results, and each the other way round. A row names all that its requirement, test or file is linked to; code and tests are named by type and member. The workbook of the same name has one row per link, with full identifiers, for filtering.");
        Down(builder, facts, Tier.System, "System to HLR", "High-level requirements");
        Up(builder, facts, Tier.Hlr, "HLR to system", "System requirements");
        Down(builder, facts, Tier.Hlr, "HLR to LLR", "Low-level requirements");
        Up(builder, facts, Tier.Llr, "LLR to HLR", "Parent requirements");
        ToCode(builder, facts);
        FromCode(builder, facts);
        ToTest(builder, facts);
        FromTest(builder, facts);
        ToResult(builder, facts);
        FromResult(builder, facts);
        return new Document(TraceMatrices.Identity(facts), true, builder.Blocks);
    }

    private static void Down(DocumentBuilder builder, FactIndex facts, Tier tier, string name, string heading) => Matrix(
        builder, name, $"No {Say.Of(tier)} requirement was recorded.",
        [new("Requirement", 15), new("Component", 11), new("Title", 32), new(heading, 42)],
        facts.OfTier(tier).Select(IReadOnlyList<Cell> (r) =>
            [r.Id, r.Component, r.Title, Links(facts.Children(r.Id).Select(c => (Rich)$"{c.Id} {c.Title}"), Open())]));

    private static void Up(DocumentBuilder builder, FactIndex facts, Tier tier, string name, string heading) => Matrix(
        builder, name, $"No {Say.Of(tier)} requirement was recorded.",
        [new("Requirement", 15), new("Component", 11), new("Title", 32), new(heading, 42)],
        facts.OfTier(tier).Select(IReadOnlyList<Cell> (r) =>
            [r.Id, r.Component, r.Title,
             r.Parents.Any(p => facts.Requirement(p) is null)
                ? Cell.Of(string.Join('\n', r.Parents.Select(p => Named(facts, p))), Tone.Bad)
                : Links(r.Parents.Select(p => (Rich)Named(facts, p)), r.Derived ? Cell.Of("derived; its reason is with the requirement", Tone.Muted) : Open())]));

    private static void ToCode(DocumentBuilder builder, FactIndex facts) => Matrix(
        builder, "LLR to code", "No LLR requirement was recorded.",
        [new("Requirement", 14), new("Title", 28), new("Code, with file and line", 58)],
        facts.OfTier(Tier.Llr).Select(IReadOnlyList<Cell> (r) =>
            [r.Id, r.Title, Links(facts.CodeOf(r.Id).Where(c => !c.Inherited).Select(Code), Links(facts.CodeOf(r.Id).Select(Code), Open()))]));

    // By file, because a file seldom carries more than a few requirements.
    private static void FromCode(DocumentBuilder builder, FactIndex facts) => Matrix(
        builder, "Code to LLR", "No code symbol was recorded.",
        [new("File", 34), new("Requirements", 18), new("Code (\"of its type\": the tag is on the type around it)", 48)],
        facts.Code.GroupBy(c => (c.Place.Path, Ids: Say.List(c.Requirements.Order(StringComparer.Ordinal), "")))
            .OrderBy(g => g.Key.Path, StringComparer.Ordinal).ThenBy(g => g.Key.Ids, StringComparer.Ordinal)
            .Select(IReadOnlyList<Cell> (g) =>
                [new Cell([Rich.Id(g.Key.Path)]), g.Key.Ids.Length > 0 ? g.Key.Ids : g.Any(IsMember) ? Open() : Cell.Of("none", Tone.Muted),
                 new Cell([Rich.Id(string.Join(", ", g.OrderBy(c => c.Place.Line).ThenBy(c => c.Symbol, StringComparer.Ordinal)
                    .Select(c => TestName.Short(c.Symbol) + (c.Inherited ? " (of its type)" : ""))))])]));

    private static void ToTest(DocumentBuilder builder, FactIndex facts)
    {
        Matrix(builder, "Requirement to test", "No requirement was recorded.",
            [new("Requirement", 14), new("Title", 22), new("Method", 8), new("Normal range", 28), new("Robustness", 28)],
            facts.Requirements.Where(r => r.Tier != Tier.System).Select(IReadOnlyList<Cell> (r) =>
                [r.Id, r.Title, Say.Of(r.Verification), Links(OfKind(r, TestKind.NormalRange), NoCase(r)), Links(OfKind(r, TestKind.Robustness), Cell.Of("-", Tone.Muted))]));

        Cell NoCase(RequirementFact r) =>
            r.Verification != VerificationMethod.Test || facts.TestsOf(r.Id).Any() ? Cell.Of("-", Tone.Muted) : Open();

        IEnumerable<Rich> OfKind(RequirementFact r, TestKind kind) =>
            facts.TestsOf(r.Id).Where(t => t.Kind == kind).Select(t => Rich.Id(TestName.Short(t.Id)));
    }

    private static void FromTest(DocumentBuilder builder, FactIndex facts) => Matrix(
        builder, "Test to requirement", "No test case was recorded.",
        [new("Test", 34), new("Test case", 34), new("Kind", 10), new("Requirements", 22)],
        facts.Tests.Select(IReadOnlyList<Cell> (t) =>
            [new Cell([Rich.Id(TestName.Short(t.Id))]), t.Title, Say.Of(t.Kind),
             t.Requirements.Any(id => facts.Requirement(id) is null)
                ? Cell.Of(Say.List(t.Requirements.Select(id => facts.Requirement(id) is null ? $"{id} (no such requirement)" : id)), Tone.Bad)
                : t.Requirements.Count == 0 ? Open() : Say.List(t.Requirements)]));

    private static void ToResult(DocumentBuilder builder, FactIndex facts) => Matrix(
        builder, "Test to result", "No test case was recorded.",
        [new("Test", 52), new("Host", 16), new("Target", 16), new("Differential", 16)],
        facts.Tests.Select(IReadOnlyList<Cell> (t) =>
            [new Cell([Rich.Id(TestName.Short(t.Id))]),
             .. Enum.GetValues<TestSide>().Order().Select(side => Verdicts(facts.ResultsOf(t.Id).Where(r => r.Side == side)))]));

    private static void FromResult(DocumentBuilder builder, FactIndex facts) => Matrix(
        builder, "Result to test", "No test result was recorded.",
        [new("Results on the side", 18), new("Verdict", 14), new("Results", 12), new("Of declared tests", 16), new("Of no declared test", 40)],
        facts.Results.GroupBy(r => (r.Side, r.Verdict)).OrderBy(g => g.Key.Side).ThenBy(g => g.Key.Verdict).Select(IReadOnlyList<Cell> (g) =>
            [Say.Of(g.Key.Side), Cell.Of(Say.Of(g.Key.Verdict), Say.ToneOf(g.Key.Verdict)), Say.Count(g.Count()),
             Say.Count(g.Count(r => facts.Test(r.Test) is not null)),
             Cell.Lines(g.Where(r => facts.Test(r.Test) is null).Select(r => r.Test))]));

    private static Cell Verdicts(IEnumerable<TestResult> results)
    {
        TestResult[] list = [.. results];
        return list.Length == 0 ? Cell.Of("not run", Tone.Muted) : Cell.Of(
            string.Join('\n', list.Select(r => Say.Of(r.Verdict))), list.All(r => r.Verdict == Verdict.Passed) ? Tone.Good : Tone.Bad);
    }

    // Methods and properties need a requirement; a type or a label may leave it to what is in it.
    private static bool IsMember(CodeFact code) =>
        code.Symbol.StartsWith("M:", StringComparison.Ordinal) || code.Symbol.StartsWith("P:", StringComparison.Ordinal);

    private static Rich Code(CodeFact code) => Rich.Id($"{TestName.Short(code.Symbol)}, {code.Place}");

    private static string Named(FactIndex facts, string id) =>
        $"{id} {(facts.Requirement(id) is { } parent ? parent.Title : "(no such requirement)")}";

    private static Cell Links(IEnumerable<Rich> links, Cell whenNone)
    {
        Rich[] all = [.. links];
        return all.Length == 0 ? whenNone : new Cell(all);
    }

    private static Cell Open() => Cell.Of(Untraced, Tone.Bad);

    private static void Matrix(DocumentBuilder builder, string name, string whenEmpty, Column[] columns, IEnumerable<IReadOnlyList<Cell>> rows)
    {
        builder.Heading(1, name);
        builder.Table(name, whenEmpty, columns, rows);
    }
}
