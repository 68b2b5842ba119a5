namespace Certify.Facts;

/// <summary>project.json: what people wrote about the project itself; every name in a document comes from here or from git.</summary>
/// <param name="Header">Origin.</param>
/// <param name="Name">Product name, for example "FlightMonitor".</param>
/// <param name="PartNumber">Part number, or null.</param>
/// <param name="Organisation">Organisation, or null.</param>
/// <param name="Level">Software level A to E.</param>
/// <param name="Description">What the software does, in a paragraph.</param>
/// <param name="Components">The components with a sentence each.</param>
/// <param name="Revisions">Revision history from git, newest first: date (ISO), id, author name, subject.</param>
/// <param name="ProblemReports">Problem reports that people wrote.</param>
/// <param name="Budgets">Static budgets: name, limit, unit, actual (or null), reason.</param>
public sealed record ProjectFacts(
    FactHeader Header,
    string Name,
    string? PartNumber,
    string? Organisation,
    string Level,
    string Description,
    IReadOnlyList<ComponentText> Components,
    IReadOnlyList<RevisionFact> Revisions,
    IReadOnlyList<ProblemReportFact> ProblemReports,
    IReadOnlyList<BudgetFact> Budgets)
{
    /// <summary>Name and version of this schema.</summary>
    public const string Schema = "certify/project/1";
}

/// <summary>A component and what it does.</summary>
public sealed record ComponentText(string Name, string Text);

/// <summary>One entry of the revision history.</summary>
public sealed record RevisionFact(string Date, string Id, string Author, string Subject);

/// <summary>A problem report.</summary>
public sealed record ProblemReportFact(string Id, string Title, string Text, string Status, string SafetyImpact, SourcePlace Place);

/// <summary>A static budget.</summary>
public sealed record BudgetFact(string Name, long Limit, string Unit, long? Actual, string Reason);
