using Certify.Coverage.Decisions;
using Certify.Coverage.Obligations;
using Certify.Facts;

namespace Certify.Coverage.Instrumentation;

/// <summary>Collects obligations of all files, numbers them within their member and hands out counter bytes.</summary>
internal sealed class ObligationBook
{
    private readonly Dictionary<string, (int Statements, int Decisions)> _ordinals = new(StringComparer.Ordinal);

    public List<StatementObligation> Statements { get; } = [];

    public List<DecisionObligation> Decisions { get; } = [];

    public List<Exclusion> Exclusions { get; } = [];

    /// <summary>Counter bytes handed out.</summary>
    public int Bytes { get; private set; }

    /// <summary>True when a decision records markers.</summary>
    public bool Markers { get; private set; }

    /// <summary>Adds a statement and gives its counter, or -1 with a limit.</summary>
    public int AddStatement(MemberScope member, string component, SourcePlace place, int endLine, string text, string kind, string? limit)
    {
        var ordinals = _ordinals.GetValueOrDefault(member.Id);
        _ordinals[member.Id] = ordinals with { Statements = ordinals.Statements + 1 };
        limit ??= member.Limit;
        var counter = limit is null ? Take(1) : -1;
        Statements.Add(new StatementObligation(
            $"{member.Id}#s{ordinals.Statements + 1}", member.Id, component, place, endLine, text, kind, counter, limit));
        return counter;
    }

    /// <summary>Adds a decision; gives it with its counters.</summary>
    /// <param name="pathLimit">Above this number of paths markers are recorded.</param>
    public DecisionObligation AddDecision(
        MemberScope member, string component, SourcePlace place, int endLine, string text, string kind,
        BooleanShape shape, IReadOnlyList<(string Text, SourcePlace Place)> conditions, string? limit, int pathLimit)
    {
        var ordinals = _ordinals.GetValueOrDefault(member.Id);
        _ordinals[member.Id] = ordinals with { Decisions = ordinals.Decisions + 1 };
        var graph = DecisionGraph.Of(shape, conditions.Count);
        var recording = graph.Paths <= pathLimit ? RecordingForm.Vectors : RecordingForm.Markers;
        limit ??= member.Limit;
        if (recording == RecordingForm.Markers && conditions.Count > MarkerMasks.ConditionsMax)
        {
            limit ??= $"{conditions.Count} conditions with more than {pathLimit} paths; at most {MarkerMasks.ConditionsMax} are recorded";
        }
        if (limit is not null) recording = RecordingForm.None;
        Markers |= recording == RecordingForm.Markers;
        var bytes = recording switch
        {
            RecordingForm.Vectors => (int)graph.Paths,
            RecordingForm.Markers => 2 * conditions.Count + 2,
            _ => 0,
        };
        var decides = ConstantFolding.ConditionsOf(ConstantFolding.Fold(shape));
        var edges = conditions.Select((c, i) => new ConditionObligation(
            c.Text, c.Place, graph.Next(i, true), graph.Next(i, false), graph.Weight(i, true), !decides.Contains(i))).ToList();
        var decision = new DecisionObligation(
            $"{member.Id}#d{ordinals.Decisions + 1}", member.Id, component, place, endLine, text, kind, shape.ToString(),
            edges, recording, bytes == 0 ? -1 : Take(bytes), bytes, limit);
        Decisions.Add(decision);
        return decision;
    }

    private int Take(int bytes)
    {
        var at = Bytes;
        Bytes += bytes;
        return at;
    }
}

/// <summary>The member that code belongs to.</summary>
/// <param name="Id">Documentation id.</param>
/// <param name="Limit">Why nothing in it can be measured, or null.</param>
internal sealed record MemberScope(string Id, string? Limit);
