using System.Text.Json.Serialization;

namespace Certify.Facts;

/// <summary>analysis.json: the receipt of the second driver and what the rules found.</summary>
/// <param name="Header">Origin; its inputs are the sources compiled, generated ones included.</param>
/// <param name="CompilerVersion">The Roslyn compiler that analysed, and whose it is.</param>
/// <param name="AnalyzerVersion">Version of Certify.Analyzers.</param>
/// <param name="Compilations">What was analysed: one per compilation (host, target) and listed configuration.</param>
/// <param name="Rules">Every rule that ran.</param>
/// <param name="Findings">Every result: violations, and what is listed without failing.</param>
/// <param name="Deviations">Every deviation record of the project, matched or not.</param>
public sealed record AnalysisFacts(
    FactHeader Header,
    string CompilerVersion,
    string AnalyzerVersion,
    IReadOnlyList<AnalysedCompilation> Compilations,
    IReadOnlyList<RuleFact> Rules,
    IReadOnlyList<RuleFinding> Findings,
    IReadOnlyList<DeviationFact> Deviations)
{
    /// <summary>Name and version of this schema.</summary>
    public const string Schema = "certify/analysis/2";

    /// <summary>The findings that fail a check; the others are listed only.</summary>
    [JsonIgnore]
    public IEnumerable<RuleFinding> Violations => Findings.Where(finding => finding.Verdict == FindingVerdict.Violation);

    /// <summary>How many findings have this verdict.</summary>
    public int Count(FindingVerdict verdict) => Findings.Count(finding => finding.Verdict == verdict);
}

/// <summary>One compilation that the rules ran on.</summary>
/// <param name="Name">"host" or "target".</param>
/// <param name="Profile">The profile of the project's own sources: application, runtime, core or host.</param>
/// <param name="Configuration">Name of the listed configuration, or empty for the build's own.</param>
/// <param name="Defines">The active #if symbols, sorted.</param>
/// <param name="Sources">Every source compiled, with digest.</param>
/// <param name="EnforcedByBuild">True when the project's own build runs the rules and fails on them.</param>
/// <param name="Pdb">How the sources compare with those that the built assembly names.</param>
public sealed record AnalysedCompilation(
    string Name,
    string Profile,
    string Configuration,
    IReadOnlyList<string> Defines,
    IReadOnlyList<FileDigest> Sources,
    bool EnforcedByBuild,
    PdbMatch Pdb);

/// <summary>Comparison of the sources analysed with the documents of the built assembly's debug information.</summary>
public enum PdbMatch
{
    /// <summary>There was no built assembly to compare with.</summary>
    NotCompared,

    /// <summary>Every document has the digest of the source analysed, and none is missing.</summary>
    Same,

    /// <summary>A document is missing, is one more, or differs; CFY2105 says which.</summary>
    Differs,
}

/// <summary>A rule that ran.</summary>
/// <param name="Id">CFY####.</param>
/// <param name="Title">What holds in code that follows it.</param>
/// <param name="Category">Category.</param>
/// <param name="Obligation">"mandatory", "required" or "advisory".</param>
/// <param name="Decided">"source" by an analyzer, "build" by the second driver.</param>
/// <param name="Profiles">The profiles whose sources are held to it.</param>
/// <param name="Violations">Findings that fail the check.</param>
/// <param name="Advisories">Suggestions of an advisory rule.</param>
/// <param name="Deviated">Findings that a deviation record covers.</param>
/// <param name="CheckedAtRunTime">Places where a check at run time stops the fault.</param>
public sealed record RuleFact(
    string Id,
    string Title,
    string Category,
    string Obligation,
    string Decided,
    IReadOnlyList<string> Profiles,
    int Violations,
    int Advisories,
    int Deviated,
    int CheckedAtRunTime);

/// <summary>What a finding counts as.</summary>
public enum FindingVerdict
{
    /// <summary>A broken rule: fails the build and the check.</summary>
    Violation,

    /// <summary>A suggestion of an advisory rule.</summary>
    Advisory,

    /// <summary>A broken rule that a deviation record covers.</summary>
    Deviated,

    /// <summary>The fault cannot be excluded, but a check at run time stops it.</summary>
    CheckedAtRunTime,
}

/// <summary>One finding of a rule.</summary>
/// <param name="RuleId">CFY####.</param>
/// <param name="Message">What and what instead.</param>
/// <param name="Place">Where.</param>
/// <param name="Verdict">What it counts as.</param>
/// <param name="DeviationId">The record that covers it, or null.</param>
/// <param name="Check">The run-time check that stops it ("overflow", "index", …), or null.</param>
/// <param name="Suppressed">True when the source tries to suppress it; it still counts.</param>
public sealed record RuleFinding(
    string RuleId,
    string Message,
    SourcePlace Place,
    FindingVerdict Verdict = FindingVerdict.Violation,
    string? DeviationId = null,
    string? Check = null,
    bool Suppressed = false);

/// <summary>A deviation record of the project.</summary>
/// <param name="Id">Its id, for example DEV-001.</param>
/// <param name="Title">Its heading.</param>
/// <param name="RuleId">The rule it deviates from.</param>
/// <param name="Scope">File, or file and member.</param>
/// <param name="Rationale">Why the deviation is right and what replaces the rule.</param>
/// <param name="Approver">Who approved it.</param>
/// <param name="Expiry">Last day it holds, yyyy-MM-dd.</param>
/// <param name="Revision">SHA-256 of the scope's text when it was approved.</param>
/// <param name="Path">The record's file.</param>
/// <param name="Matches">How many findings it covers.</param>
/// <param name="Status">Whether it counts.</param>
public sealed record DeviationFact(
    string Id,
    string Title,
    string RuleId,
    string Scope,
    string Rationale,
    string Approver,
    string Expiry,
    string Revision,
    string Path,
    int Matches,
    DeviationStatus Status);

/// <summary>State of a deviation record; everything but <see cref="InUse"/> is a finding of CFY2003.</summary>
public enum DeviationStatus
{
    /// <summary>It covers findings and holds.</summary>
    InUse,

    /// <summary>It covers nothing.</summary>
    Unused,

    /// <summary>Its last day is over.</summary>
    Expired,

    /// <summary>It covers more than a deviation may.</summary>
    TooWide,

    /// <summary>The text it was approved for has changed.</summary>
    Stale,

    /// <summary>The record itself has a fault.</summary>
    Malformed,
}
