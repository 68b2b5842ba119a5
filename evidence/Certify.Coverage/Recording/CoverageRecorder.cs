using Certify.Coverage.Obligations;

namespace Certify.Coverage.Recording;

/// <summary>
/// Gathers which test met which obligation, by identity of the obligation, so that runs of images whose counters lie
/// elsewhere can be merged. One recorder is one source of coverage; host and target never share one.
/// </summary>
public sealed class CoverageRecorder
{
    private readonly Dictionary<string, SortedSet<string>> _statements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DecisionRecord> _decisions = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _tests = new(StringComparer.Ordinal);
    private readonly ObligationMap _map;

    /// <summary>Creates an empty record for the obligations of a map.</summary>
    public CoverageRecorder(ObligationMap map)
    {
        _map = map;
        foreach (var s in map.Statements) _statements.Add(s.Id, new SortedSet<string>(StringComparer.Ordinal));
        foreach (var d in map.Decisions) _decisions.Add(d.Id, new DecisionRecord(d));
    }

    /// <summary>Tests added so far, sorted.</summary>
    public IReadOnlyCollection<string> Tests => _tests;

    /// <summary>The obligations it records.</summary>
    public ObligationMap Map => _map;

    /// <summary>Adds what one test left in the counters of this map's image.</summary>
    /// <param name="test">Test id.</param>
    /// <param name="counters">The whole counter block.</param>
    /// <exception cref="ArgumentException">The block has another size than the layout says.</exception>
    public void Add(string test, ReadOnlySpan<byte> counters)
    {
        _tests.Add(test);
        var hits = VectorDecoder.Decode(_map, counters);
        foreach (var id in hits.Statements) _statements[id].Add(test);
        foreach (var hit in hits.Decisions) _decisions[hit.Id].Add(test, hit);
    }

    /// <summary>Adds all that another record of the same sources holds, obligation by obligation.</summary>
    /// <exception cref="ArgumentException">An obligation of the other record is unknown here, or differs.</exception>
    public void Merge(CoverageRecorder other)
    {
        foreach (var (id, tests) in other._statements)
        {
            if (!_statements.TryGetValue(id, out var own)) throw Unknown(id);
            own.UnionWith(tests);
        }
        foreach (var (id, record) in other._decisions)
        {
            if (!_decisions.TryGetValue(id, out var own)) throw Unknown(id);
            own.Merge(record);
        }
        _tests.UnionWith(other._tests);
    }

    /// <summary>The tests that reached a statement, sorted.</summary>
    public IReadOnlyCollection<string> TestsOf(StatementObligation statement) => _statements[statement.Id];

    /// <summary>What is known of a decision.</summary>
    public DecisionRecord Of(DecisionObligation decision) => _decisions[decision.Id];

    private static ArgumentException Unknown(string id) =>
        new($"obligation '{id}' is not among those recorded here; runs can be merged only if they are of the same sources");
}

/// <summary>What was seen of one decision.</summary>
public sealed class DecisionRecord
{
    private readonly DecisionObligation _obligation;
    private readonly SortedDictionary<long, SortedSet<string>> _paths = [];

    internal DecisionRecord(DecisionObligation obligation)
    {
        _obligation = obligation;
        TrueMarkers = new bool[obligation.Conditions.Count];
        FalseMarkers = new bool[obligation.Conditions.Count];
    }

    /// <summary>Path numbers evaluated, ascending, each with the tests that did, sorted. Empty for a decision recorded by markers.</summary>
    public IReadOnlyDictionary<long, SortedSet<string>> Paths => _paths;

    /// <summary>True when it was evaluated at all.</summary>
    public bool Seen => _paths.Count > 0 || TrueSeen || FalseSeen;

    /// <summary>Outcome true seen (decisions recorded by markers).</summary>
    public bool TrueSeen { get; private set; }

    /// <summary>Outcome false seen (decisions recorded by markers).</summary>
    public bool FalseSeen { get; private set; }

    /// <summary>Conditions shown true (decisions recorded by markers).</summary>
    public bool[] TrueMarkers { get; }

    /// <summary>Conditions shown false (decisions recorded by markers).</summary>
    public bool[] FalseMarkers { get; }

    internal void Add(string test, DecisionHit hit)
    {
        foreach (var path in hit.Paths) TestsOf(path).Add(test);
        TrueSeen |= hit.TrueSeen;
        FalseSeen |= hit.FalseSeen;
        foreach (var c in hit.TrueMarkers) TrueMarkers[c] = true;
        foreach (var c in hit.FalseMarkers) FalseMarkers[c] = true;
    }

    internal void Merge(DecisionRecord other)
    {
        if (other._obligation.Shape != _obligation.Shape || other._obligation.Text != _obligation.Text)
        {
            throw new ArgumentException(
                $"decision '{_obligation.Id}' is '{_obligation.Text}' here and '{other._obligation.Text}' there; runs of different sources cannot be merged");
        }
        foreach (var (path, tests) in other._paths) TestsOf(path).UnionWith(tests);
        TrueSeen |= other.TrueSeen;
        FalseSeen |= other.FalseSeen;
        for (var c = 0; c < TrueMarkers.Length; c++)
        {
            TrueMarkers[c] |= other.TrueMarkers[c];
            FalseMarkers[c] |= other.FalseMarkers[c];
        }
    }

    private SortedSet<string> TestsOf(long path)
    {
        if (!_paths.TryGetValue(path, out var tests)) _paths[path] = tests = new SortedSet<string>(StringComparer.Ordinal);
        return tests;
    }
}
