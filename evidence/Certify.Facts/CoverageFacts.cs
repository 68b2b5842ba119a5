namespace Certify.Facts;

/// <summary>coverage.json: every obligation with its identity, and which tests met it.</summary>
/// <param name="Header">Origin; the image digest is that of the instrumented image.</param>
/// <param name="FlightImageSha256">The flight image that the same sources give without instrumentation.</param>
/// <param name="Source">"target" or "host".</param>
/// <param name="Criterion">The MC/DC variant: "masking".</param>
/// <param name="Statements">Statement obligations.</param>
/// <param name="Decisions">Decisions with conditions, vectors and pairs.</param>
/// <param name="Justifications">Justified gaps.</param>
public sealed record CoverageFacts(
    FactHeader Header,
    string FlightImageSha256,
    string Source,
    string Criterion,
    IReadOnlyList<StatementFact> Statements,
    IReadOnlyList<DecisionFact> Decisions,
    IReadOnlyList<JustificationFact> Justifications)
{
    /// <summary>Name and version of this schema.</summary>
    public const string Schema = "certify/coverage/1";
}

/// <summary>One executable statement.</summary>
/// <param name="Id">Documentation id of the member, '#s', ordinal in the member.</param>
/// <param name="Component">Component it belongs to.</param>
/// <param name="Place">Where.</param>
/// <param name="Tests">Ids of the requirement-linked tests that reached it, sorted.</param>
/// <param name="Justification">Id of the justification of the gap, or null.</param>
public sealed record StatementFact(
    string Id, string Component, SourcePlace Place, IReadOnlyList<string> Tests, string? Justification);

/// <summary>One decision.</summary>
/// <param name="Id">Documentation id of the member, '#d', ordinal in the member.</param>
/// <param name="Component">Component it belongs to.</param>
/// <param name="Place">Where.</param>
/// <param name="Text">Source text of the decision.</param>
/// <param name="Kind">"if", "while", "for", "do", "conditional", "switch-arm", "expression", "when".</param>
/// <param name="Conditions">Conditions in source order, with masking MC/DC markers.</param>
/// <param name="Vectors">Evaluations seen.</param>
/// <param name="TrueSeen">True outcome seen.</param>
/// <param name="FalseSeen">False outcome seen.</param>
/// <param name="Justification">Id of the justification that covers what is missing, or null.</param>
public sealed record DecisionFact(
    string Id,
    string Component,
    SourcePlace Place,
    string Text,
    string Kind,
    IReadOnlyList<ConditionFact> Conditions,
    IReadOnlyList<VectorFact> Vectors,
    bool TrueSeen,
    bool FalseSeen,
    string? Justification);

/// <summary>One condition of a decision.</summary>
/// <param name="Text">Source text.</param>
/// <param name="TrueShown">Masking marker: a vector shows that true decides the outcome.</param>
/// <param name="FalseShown">Masking marker for false.</param>
/// <param name="Pair">1-based numbers of two vectors that show independence, or null.</param>
public sealed record ConditionFact(string Text, bool TrueShown, bool FalseShown, IReadOnlyList<int>? Pair)
{
    /// <summary>Masking MC/DC of this condition.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool Covered => TrueShown && FalseShown;
}

/// <summary>One evaluation of a decision: "T", "F" or "-" (not evaluated) per condition, the outcome, and the tests that produced it.</summary>
public sealed record VectorFact(string Values, bool Outcome, IReadOnlyList<string> Tests);

/// <summary>Why a gap is accepted. Written by a person in a justification file.</summary>
/// <param name="Id">Stable id, for example "FM-JUS-001".</param>
/// <param name="Obligations">Ids of the statements and decisions (or "decision id/outcome") it covers.</param>
/// <param name="Reason">Why the gap is acceptable.</param>
/// <param name="Class">"defensive", "deactivated" or "tool-limit".</param>
/// <param name="Place">Where it is written.</param>
public sealed record JustificationFact(
    string Id, IReadOnlyList<string> Obligations, string Reason, string Class, SourcePlace Place);
