using Certify.Coverage.Decisions;
using Certify.Facts;

namespace Certify.Coverage.Obligations;

/// <summary>
/// What has to be covered, and which counter byte shows it. Written when sources are instrumented, read with
/// the counters. The JSON form is <see cref="FactJson"/>'s.
/// </summary>
/// <param name="Schema">Always <see cref="SchemaName"/>.</param>
/// <param name="Layout">Where the counters are.</param>
/// <param name="Sources">What was rewritten: original and rewritten digests.</param>
/// <param name="Members">Members with code, where they are and what they call.</param>
/// <param name="Statements">Statement obligations, in order of source list and position.</param>
/// <param name="Decisions">Decision obligations, likewise.</param>
/// <param name="Exclusions">Code that carries no obligation, with the reason.</param>
public sealed record ObligationMap(
    string Schema,
    CounterLayout Layout,
    IReadOnlyList<InstrumentedSource> Sources,
    IReadOnlyList<MemberPlace> Members,
    IReadOnlyList<StatementObligation> Statements,
    IReadOnlyList<DecisionObligation> Decisions,
    IReadOnlyList<Exclusion> Exclusions)
{
    /// <summary>Name and version of this schema.</summary>
    public const string SchemaName = "certify/obligations/1";
}

/// <summary>The counters: one block of bytes, 0 = not seen. The host reads and clears it as a whole.</summary>
/// <param name="TypeName">The type whose only static field is the block, so that its static data start with it.</param>
/// <param name="SymbolPart">What the linker symbol of that type's static data contains.</param>
/// <param name="Bytes">Size of the block, at least 1.</param>
public sealed record CounterLayout(string TypeName, string SymbolPart, int Bytes);

/// <summary>One rewritten file.</summary>
/// <param name="Path">Repository-relative path.</param>
/// <param name="Component">Component it belongs to.</param>
/// <param name="OriginalSha256">Digest of the text that was judged and is flown.</param>
/// <param name="RewrittenSha256">Digest of the text that was compiled into the instrumented image.</param>
public sealed record InstrumentedSource(string Path, string Component, string OriginalSha256, string RewrittenSha256);

/// <summary>A member with code.</summary>
/// <param name="Id">Documentation id.</param>
/// <param name="Path">Repository-relative path.</param>
/// <param name="FirstLine">First line of its declaration.</param>
/// <param name="LastLine">Last line.</param>
/// <param name="Calls">Documentation ids of members that its code names or calls, sorted.</param>
public sealed record MemberPlace(string Id, string Path, int FirstLine, int LastLine, IReadOnlyList<string> Calls);

/// <summary>Something that has to be covered.</summary>
public interface IObligation
{
    /// <summary>Documentation id of the member, '#s' or '#d', ordinal in the member from 1.</summary>
    string Id { get; }

    /// <summary>Documentation id of the member it is in.</summary>
    string Member { get; }

    /// <summary>Component of its file.</summary>
    string Component { get; }

    /// <summary>Where it starts.</summary>
    SourcePlace Place { get; }

    /// <summary>Last line, 1-based.</summary>
    int EndLine { get; }

    /// <summary>Source text, white space collapsed to single spaces.</summary>
    string Text { get; }

    /// <summary>Why it cannot be measured, or null. An obligation with a limit stays a gap until justified.</summary>
    string? Limit { get; }
}

/// <summary>A statement to be reached.</summary>
/// <param name="Id">See <see cref="IObligation"/>.</param>
/// <param name="Member">See <see cref="IObligation"/>.</param>
/// <param name="Component">See <see cref="IObligation"/>.</param>
/// <param name="Place">See <see cref="IObligation"/>.</param>
/// <param name="EndLine">Last line of the text.</param>
/// <param name="Text">For a compound statement its head only.</param>
/// <param name="Kind">"statement", "body" (expression body), "arm" (of a switch expression), "step" (of a for) or "no-match" (a switch statement without default).</param>
/// <param name="Counter">Offset of its byte, or -1 with a limit.</param>
/// <param name="Limit">See <see cref="IObligation"/>.</param>
public sealed record StatementObligation(
    string Id, string Member, string Component, SourcePlace Place, int EndLine, string Text, string Kind, int Counter, string? Limit)
    : IObligation;

/// <summary>A decision to be evaluated.</summary>
/// <param name="Id">See <see cref="IObligation"/>.</param>
/// <param name="Member">See <see cref="IObligation"/>.</param>
/// <param name="Component">See <see cref="IObligation"/>.</param>
/// <param name="Place">See <see cref="IObligation"/>.</param>
/// <param name="EndLine">Last line of the text.</param>
/// <param name="Text">See <see cref="IObligation"/>.</param>
/// <param name="Kind">As in <see cref="DecisionFact"/>.</param>
/// <param name="Shape">Structure over the conditions, see <see cref="BooleanShape"/>.</param>
/// <param name="Conditions">In source order.</param>
/// <param name="Recording">What its bytes mean.</param>
/// <param name="Counter">Offset of its first byte, or -1 with a limit.</param>
/// <param name="CounterBytes">Number of bytes: paths for "vectors"; 2n + 2 for "markers".</param>
/// <param name="Limit">See <see cref="IObligation"/>.</param>
public sealed record DecisionObligation(
    string Id,
    string Member,
    string Component,
    SourcePlace Place,
    int EndLine,
    string Text,
    string Kind,
    string Shape,
    IReadOnlyList<ConditionObligation> Conditions,
    RecordingForm Recording,
    int Counter,
    int CounterBytes,
    string? Limit)
    : IObligation
{
    /// <summary>Builds its decision diagram.</summary>
    public DecisionGraph Graph() => DecisionGraph.Of(BooleanShape.Parse(Shape), Conditions.Count);
}

/// <summary>How a decision is recorded.</summary>
public enum RecordingForm
{
    /// <summary>One byte per path; byte k is set when path k was evaluated.</summary>
    Vectors,
    /// <summary>Bytes 0 and 1: outcome false, true seen; then false and true marker of each condition.</summary>
    Markers,
    /// <summary>Not recorded; the limit says why.</summary>
    None,
}

/// <summary>A condition and its edges in the decision diagram.</summary>
/// <param name="Text">Source text, white space collapsed.</param>
/// <param name="Place">Where.</param>
/// <param name="OnTrue">Next condition (0-based), -1 outcome true, -2 outcome false.</param>
/// <param name="OnFalse">Likewise.</param>
/// <param name="TrueWeight">What the true edge adds to the path number; the false edge adds nothing.</param>
/// <param name="Uncoverable">True when a constant operand keeps it from ever deciding the outcome.</param>
public sealed record ConditionObligation(
    string Text, SourcePlace Place, int OnTrue, int OnFalse, long TrueWeight, bool Uncoverable);

/// <summary>Code without obligations.</summary>
/// <param name="Member">Documentation id.</param>
/// <param name="Place">Where.</param>
/// <param name="Reason">Why it carries none.</param>
public sealed record Exclusion(string Member, SourcePlace Place, string Reason);
