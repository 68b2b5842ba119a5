namespace Certify.Packaging.Objectives;

/// <summary>
/// Who decides an objective. This is the one rule of the board; everything else are the checks it names.
/// A tool's output is never a review, and no tool here is qualified. So:
/// </summary>
public enum DecidedBy
{
    /// <summary>
    /// An activity of people (plans, reviews, quality assurance, liaison): always waiting for a person.
    /// </summary>
    Person,

    /// <summary>
    /// An activity of people that a check prepares: not met while the check fails or its facts are missing,
    /// waiting for a person once it holds. Never met by the check alone.
    /// </summary>
    Prepared,

    /// <summary>
    /// A state of the data that a check measures: not met while it fails or its facts are missing. Once it
    /// holds, met by evidence where the level asks for no independence; where it does, waiting for a person
    /// other than the author, since an unqualified tool cannot stand in for one.
    /// </summary>
    Measured,

    /// <summary>Something this kind of software does not have: not applicable, once facts show that it is not there.</summary>
    Absent,
}

/// <summary>One objective of DO-178C Annex A: own words, where it applies, and how it is decided.</summary>
/// <param name="Table">"A-1" to "A-10".</param>
/// <param name="Number">Number in the table.</param>
/// <param name="Description">Own words from secondary sources; a licensed copy of the standard decides.</param>
/// <param name="Reference">Section of the standard.</param>
/// <param name="Levels">Software levels that ask for it, for example "ABC".</param>
/// <param name="Independence">Levels that ask for independence, a part of <paramref name="Levels"/>.</param>
/// <param name="DecidedBy">Who decides.</param>
/// <param name="Check">Name of the check on facts, or null for a person's activity.</param>
/// <param name="Evidence">Files of the package that the check reads.</param>
/// <param name="Closes">The record a person has to make, or "" where none is needed.</param>
public sealed record ObjectiveRow(
    string Table,
    int Number,
    string Description,
    string Reference,
    string Levels,
    string Independence,
    DecidedBy DecidedBy,
    string? Check,
    IReadOnlyList<string> Evidence,
    string Closes);
