namespace Certify.Facts;

/// <summary>objectives.json: the board of all objectives at the level, with status and reason.</summary>
public sealed record ObjectiveFacts(
    FactHeader Header, string Level, IReadOnlyList<ObjectiveFact> Objectives)
{
    /// <summary>Name and version of this schema.</summary>
    public const string Schema = "certify/objectives/1";
}

/// <summary>Status of an objective. A tool's output is never a review.</summary>
public enum ObjectiveStatus
{
    /// <summary>A check on facts decides it, and it holds.</summary>
    MetByEvidence,
    /// <summary>Needs a record that a person makes.</summary>
    WaitingForPerson,
    /// <summary>A check on facts decides it, and it does not hold.</summary>
    NotMet,
    /// <summary>Does not apply, with the reason.</summary>
    NotApplicable,
}

/// <summary>One objective of DO-178C Annex A in own words, with its status.</summary>
/// <param name="Table">"A-1" to "A-10".</param>
/// <param name="Number">Number in the table.</param>
/// <param name="Description">Own words.</param>
/// <param name="Reference">Section of the standard.</param>
/// <param name="Independence">True where the level asks for independence.</param>
/// <param name="Status">Status.</param>
/// <param name="Reason">Why this status, with figures.</param>
/// <param name="Evidence">Files of the package that carry it.</param>
/// <param name="Closes">For what waits: the record a person has to make; else null.</param>
public sealed record ObjectiveFact(
    string Table,
    int Number,
    string Description,
    string Reference,
    bool Independence,
    ObjectiveStatus Status,
    string Reason,
    IReadOnlyList<string> Evidence,
    string? Closes);
