using Certify.Coverage.Obligations;
using Certify.Facts;

namespace Certify.Coverage.Recording;

/// <summary>The facts, and what goes beside them.</summary>
/// <param name="Facts">coverage.json.</param>
/// <param name="Notes">coverage-notes.json.</param>
public sealed record CoverageResult(CoverageFacts Facts, CoverageNotes Notes);

/// <summary>What coverage.json has no place for: what was left out and why, and findings on justifications.</summary>
/// <param name="Schema">Always <see cref="SchemaName"/>.</param>
/// <param name="NotInImage">Obligations of code that the flight image does not hold.</param>
/// <param name="Limits">Obligations that cannot be measured; each is a gap until justified.</param>
/// <param name="Exclusions">Code without obligations, with reason.</param>
/// <param name="UniqueCause">The stricter variant per decision.</param>
/// <param name="Findings">What is wrong with the justifications; any of them fails the run.</param>
public sealed record CoverageNotes(
    string Schema,
    IReadOnlyList<NotInImage> NotInImage,
    IReadOnlyList<LimitNote> Limits,
    IReadOnlyList<Exclusion> Exclusions,
    IReadOnlyList<UniqueCauseNote> UniqueCause,
    IReadOnlyList<CoverageFinding> Findings)
{
    /// <summary>Name and version of this schema.</summary>
    public const string SchemaName = "certify/coverage-notes/1";
}

/// <summary>An obligation whose code is not in the flight image.</summary>
public sealed record NotInImage(string Id, string Component, SourcePlace Place, string Text);

/// <summary>An obligation that cannot be measured.</summary>
public sealed record LimitNote(string Id, SourcePlace Place, string Text, string Reason);

/// <summary>Unique cause with short circuit: per condition whether a pair was seen; and how many evaluations the decision can have.</summary>
public sealed record UniqueCauseNote(string Id, IReadOnlyList<bool> Conditions, long Paths);

/// <summary>Something wrong with a justification.</summary>
/// <param name="Code">COV-001 unmatched, COV-002 ambiguous, COV-003 no longer needed, COV-004 malformed, COV-005 justified twice, COV-006 covers a part only, COV-007 not in the image.</param>
/// <param name="Message">Fact, then remedy.</param>
/// <param name="Place">Where it is written.</param>
public sealed record CoverageFinding(string Code, string Message, SourcePlace Place);
