namespace Certify.Facts;

/// <summary>
/// compliance.json: for every rule of the catalogue whether the code complies with it, and what the rule cannot see.
/// Derived from analysis.json, the catalogue and the rules' pages, so that a document needs neither.
/// </summary>
/// <param name="Header">Origin; that of the analysis it sums up.</param>
/// <param name="Failures">Why the analysis does not count; empty when it does.</param>
/// <param name="Guidelines">Every rule of the catalogue, in order of id.</param>
public sealed record ComplianceFacts(
    FactHeader Header, IReadOnlyList<string> Failures, IReadOnlyList<GuidelineFact> Guidelines)
{
    /// <summary>Name and version of this schema.</summary>
    public const string Schema = "certify/compliance/1";

    /// <summary>How many rules have this level.</summary>
    public int Count(ComplianceLevel level) => Guidelines.Count(guideline => guideline.Level == level);
}

/// <summary>One rule and the compliance with it.</summary>
/// <param name="Id">CFY####.</param>
/// <param name="CatalogueId">Id in the rule catalogue, or empty.</param>
/// <param name="Title">What holds in code that follows it.</param>
/// <param name="Category">Category.</param>
/// <param name="Obligation">"mandatory", "required" or "advisory".</param>
/// <param name="Decided">Where it is decided: "source", "build", "image" or "trace".</param>
/// <param name="Profiles">The profiles whose sources are held to it.</param>
/// <param name="Level">The compliance.</param>
/// <param name="Reason">Why this level, in a sentence.</param>
/// <param name="CheckedAtRunTime">Places where a check at run time stops the fault.</param>
/// <param name="Misses">What the rule cannot see, from its page; empty where the rule has no page.</param>
public sealed record GuidelineFact(
    string Id,
    string CatalogueId,
    string Title,
    string Category,
    string Obligation,
    string Decided,
    IReadOnlyList<string> Profiles,
    ComplianceLevel Level,
    string Reason,
    int CheckedAtRunTime,
    string Misses);

/// <summary>Compliance with one rule. A rule that nothing decided is never compliant.</summary>
public enum ComplianceLevel
{
    /// <summary>The rule ran on all sources it applies to and found nothing.</summary>
    Compliant,

    /// <summary>Every finding is covered by a deviation record that holds.</summary>
    Deviations,

    /// <summary>There is a finding that no record covers, or a suggestion that was not followed.</summary>
    Violations,

    /// <summary>The rule applies to no profile of the sources analysed.</summary>
    Disapplied,

    /// <summary>Another stage decides it, or the analysis does not count.</summary>
    NotDecided,
}
