using Certify.Facts;

namespace Certify.Trace.Reports;

/// <summary>One trace matrix, both ways.</summary>
/// <param name="Name">Heading, for example "HLR and LLR".</param>
/// <param name="From">What the rows of the forward half are, for example "HLR".</param>
/// <param name="To">What they lead to, for example "LLR".</param>
/// <param name="Forward">From left to right, in ordinal order of id.</param>
/// <param name="Backward">From right to left, in ordinal order of id.</param>
public sealed record MatrixTable(
    string Name, string From, string To, IReadOnlyList<MatrixRow> Forward, IReadOnlyList<MatrixRow> Backward);

/// <summary>A row of a matrix.</summary>
/// <param name="Id">Requirement id, documentation id of code or test, or result.</param>
/// <param name="Title">Title, or empty.</param>
/// <param name="Place">Where it is written.</param>
/// <param name="To">What it leads to, in ordinal order.</param>
/// <param name="Gap">Why it leads to nothing ("derived", "by review", "no LLR"), or null.</param>
public sealed record MatrixRow(string Id, string Title, SourcePlace Place, IReadOnlyList<string> To, string? Gap);
