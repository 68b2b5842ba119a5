using Certify.Coverage.Obligations;

namespace Certify.Coverage.Recording;

/// <summary>Reads the counter block: which obligations were met since it was cleared.</summary>
public static class VectorDecoder
{
    /// <summary>Decodes the counters of one run.</summary>
    /// <exception cref="ArgumentException">The block has another size than the layout says.</exception>
    public static CounterHits Decode(ObligationMap map, ReadOnlySpan<byte> counters)
    {
        if (counters.Length != map.Layout.Bytes)
        {
            throw new ArgumentException(
                $"the counter block has {counters.Length} bytes, but the obligation map says {map.Layout.Bytes}; the image and the map are not of one build");
        }
        var statements = new List<string>();
        foreach (var s in map.Statements)
        {
            if (s.Counter >= 0 && counters[s.Counter] != 0) statements.Add(s.Id);
        }
        var decisions = new List<DecisionHit>();
        foreach (var d in map.Decisions)
        {
            if (d.Recording == RecordingForm.None) continue;
            var bytes = counters.Slice(d.Counter, d.CounterBytes);
            if (bytes.IndexOfAnyExcept((byte)0) < 0) continue;
            decisions.Add(d.Recording == RecordingForm.Vectors ? Vectors(d, bytes) : Markers(d, bytes));
        }
        return new CounterHits(statements, decisions);
    }

    private static DecisionHit Vectors(DecisionObligation decision, ReadOnlySpan<byte> bytes)
    {
        var paths = new List<long>();
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != 0) paths.Add(i);
        }
        return new DecisionHit(decision.Id, paths, false, false, [], []);
    }

    private static DecisionHit Markers(DecisionObligation decision, ReadOnlySpan<byte> bytes)
    {
        var shownTrue = new List<int>();
        var shownFalse = new List<int>();
        for (var c = 0; c < decision.Conditions.Count; c++)
        {
            if (decision.Conditions[c].Uncoverable) continue;
            if (bytes[2 + 2 * c] != 0) shownFalse.Add(c);
            if (bytes[3 + 2 * c] != 0) shownTrue.Add(c);
        }
        return new DecisionHit(decision.Id, [], bytes[1] != 0, bytes[0] != 0, shownTrue, shownFalse);
    }
}

/// <summary>What one run met.</summary>
/// <param name="Statements">Ids of the statements reached.</param>
/// <param name="Decisions">The decisions evaluated.</param>
public sealed record CounterHits(IReadOnlyList<string> Statements, IReadOnlyList<DecisionHit> Decisions);

/// <summary>What one run saw of a decision: path numbers, or, for a decision recorded by markers, outcomes and markers.</summary>
public sealed record DecisionHit(
    string Id, IReadOnlyList<long> Paths, bool TrueSeen, bool FalseSeen, IReadOnlyList<int> TrueMarkers, IReadOnlyList<int> FalseMarkers);
