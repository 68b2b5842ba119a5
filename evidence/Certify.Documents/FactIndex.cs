using Certify.Facts;

namespace Certify.Documents;

/// <summary>The facts with their links resolved, in ordinal order. What a link names but no fact holds stays out.</summary>
internal sealed class FactIndex
{
    private readonly ILookup<string, RequirementFact> _children;
    private readonly ILookup<string, CodeFact> _code;
    private readonly ILookup<string, TestFact> _tests;
    private readonly ILookup<string, TestResult> _results;
    private readonly Dictionary<string, RequirementFact> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TestFact> _testById = new(StringComparer.Ordinal);

    /// <summary>Resolves links once.</summary>
    public FactIndex(DocumentInputs inputs)
    {
        Inputs = inputs;
        Requirements = [.. inputs.Trace.Requirements.OrderBy(r => r.Id, StringComparer.Ordinal)];
        Tests = [.. inputs.Trace.Tests.OrderBy(t => t.Id, StringComparer.Ordinal)];
        Code = [.. inputs.Trace.Code.OrderBy(c => c.Symbol, StringComparer.Ordinal)
            .ThenBy(c => c.Place.Path, StringComparer.Ordinal).ThenBy(c => c.Place.Line)];
        Results = [.. (inputs.Tests?.Results ?? []).OrderBy(r => r.Test, StringComparer.Ordinal).ThenBy(r => r.Side)];

        foreach (var requirement in Requirements) _byId.TryAdd(requirement.Id, requirement);
        foreach (var test in Tests) _testById.TryAdd(test.Id, test);
        _children = Requirements.SelectMany(r => r.Parents.Select(p => (Key: p, Value: r))).ToLookup(x => x.Key, x => x.Value, StringComparer.Ordinal);
        _code = Code.SelectMany(c => c.Requirements.Select(r => (Key: r, Value: c))).ToLookup(x => x.Key, x => x.Value, StringComparer.Ordinal);
        _tests = Tests.SelectMany(t => t.Requirements.Select(r => (Key: r, Value: t))).ToLookup(x => x.Key, x => x.Value, StringComparer.Ordinal);
        _results = Results.ToLookup(r => r.Test, StringComparer.Ordinal);
        Board = new ObjectiveBoard(inputs.Objectives);
    }

    /// <summary>Where everything comes from.</summary>
    public DocumentInputs Inputs { get; }

    /// <summary>The objectives, counted.</summary>
    public ObjectiveBoard Board { get; }

    /// <summary>Requirements by id.</summary>
    public IReadOnlyList<RequirementFact> Requirements { get; }

    /// <summary>Tests by id.</summary>
    public IReadOnlyList<TestFact> Tests { get; }

    /// <summary>Code by symbol.</summary>
    public IReadOnlyList<CodeFact> Code { get; }

    /// <summary>Results by test and side.</summary>
    public IReadOnlyList<TestResult> Results { get; }

    /// <summary>Requirements of a tier, by id.</summary>
    public IEnumerable<RequirementFact> OfTier(Tier tier) => Requirements.Where(r => r.Tier == tier);

    /// <summary>Requirements of a tier by component, both in ordinal order.</summary>
    public IEnumerable<IGrouping<string, RequirementFact>> ByComponent(Tier tier) =>
        OfTier(tier).GroupBy(r => r.Component, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal);

    /// <summary>The requirement, or null where the id names none.</summary>
    public RequirementFact? Requirement(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The test, or null where the id names none.</summary>
    public TestFact? Test(string id) => _testById.GetValueOrDefault(id);

    /// <summary>Requirements that name this one as parent.</summary>
    public IEnumerable<RequirementFact> Children(string id) => _children[id];

    /// <summary>Code that carries the requirement.</summary>
    public IEnumerable<CodeFact> CodeOf(string id) => _code[id];

    /// <summary>Tests that verify the requirement.</summary>
    public IEnumerable<TestFact> TestsOf(string id) => _tests[id];

    /// <summary>Results of a test.</summary>
    public IEnumerable<TestResult> ResultsOf(string test) => _results[test];

    /// <summary>What a component does, or null where nobody wrote it.</summary>
    public string? ComponentText(string name) =>
        Inputs.Project.Components.FirstOrDefault(c => c.Name == name)?.Text;
}
