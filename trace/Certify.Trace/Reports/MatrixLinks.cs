using System.Globalization;
using Certify.Facts;

namespace Certify.Trace.Reports;

/// <summary>The links of an audited set, ready to be walked both ways.</summary>
internal sealed class MatrixLinks
{
    private readonly Dictionary<string, RequirementFact> _byId;
    private readonly ILookup<string, RequirementFact> _children;
    private readonly ILookup<string, string> _code;
    private readonly ILookup<string, TestFact> _tests;
    private readonly ILookup<string, TestResult> _results;

    public MatrixLinks(TraceFacts facts, TestFacts? results)
    {
        Facts = facts;
        _byId = facts.Requirements.ToDictionary(r => r.Id, StringComparer.Ordinal);
        _children = facts.Requirements.SelectMany(r => r.Parents, (r, p) => (r, p)).ToLookup(x => x.p, x => x.r, StringComparer.Ordinal);
        _code = facts.Code.Where(c => !c.Inherited).SelectMany(c => c.Requirements, (c, r) => (c, r))
            .ToLookup(x => x.r, x => x.c.Symbol, StringComparer.Ordinal);
        _tests = facts.Tests.SelectMany(t => t.Requirements, (t, r) => (t, r)).ToLookup(x => x.r, x => x.t, StringComparer.Ordinal);
        _results = (results?.Results ?? []).OrderBy(r => r.Test, StringComparer.Ordinal).ThenBy(r => r.Side)
            .ToLookup(r => r.Test, StringComparer.Ordinal);
    }

    public TraceFacts Facts { get; }

    /// <summary>Every result with its test, by test and side.</summary>
    public IEnumerable<(string Test, string Result)> ResultsByTest =>
        _results.SelectMany(g => g, (g, r) => (g.Key, $"{g.Key} {Verdict(r)}"));

    public IEnumerable<RequirementFact> OfTier(Tier tier) => Facts.Requirements.Where(r => r.Tier == tier);

    public IEnumerable<RequirementFact> Children(string id, Tier tier) => _children[id].Where(c => c.Tier == tier);

    public IEnumerable<RequirementFact> Parents(RequirementFact item, Tier tier) =>
        item.Parents.Where(_byId.ContainsKey).Select(p => _byId[p]).Where(p => p.Tier == tier);

    /// <summary>Symbols that carry the tag themselves.</summary>
    public IReadOnlyList<string> CodeOf(string id) => [.. _code[id]];

    public IEnumerable<TestFact> TestsOf(string id) => _tests[id];

    public IReadOnlyList<string> ResultsOf(string test) => [.. _results[test].Select(Verdict)];

    public IReadOnlyList<TestStatus> StatusOf(string id) => [.. _tests[id].Select(Status)];

    private TestStatus Status(TestFact test)
    {
        TestResult[] runs = [.. _results[test.Id]];
        bool? passed = runs.Length == 0 ? null : Array.TrueForAll(runs, r => r.Verdict == Certify.Facts.Verdict.Passed && r.Cases > 0);
        return new TestStatus(test, ResultsOf(test.Id), passed);
    }

    private static string Verdict(TestResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"{result.Side.ToString().ToLowerInvariant()}: {result.Verdict.ToString().ToLowerInvariant()}, {result.Cases} cases");
}
