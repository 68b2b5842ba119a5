namespace Certify.Facts;

/// <summary>trace.json: the requirements, what they are linked to, and what the audit found.</summary>
public sealed record TraceFacts(
    FactHeader Header,
    string Level,
    IReadOnlyList<RequirementFact> Requirements,
    IReadOnlyList<CodeFact> Code,
    IReadOnlyList<TestFact> Tests,
    IReadOnlyList<AuditFinding> Findings)
{
    /// <summary>Name and version of this schema.</summary>
    public const string Schema = "certify/trace/1";
}

/// <summary>The tier of a requirement.</summary>
public enum Tier
{
    /// <summary>Allocated to software from the system.</summary>
    System,
    /// <summary>High-level requirement.</summary>
    Hlr,
    /// <summary>Low-level requirement.</summary>
    Llr,
}

/// <summary>How a requirement is shown to be met.</summary>
public enum VerificationMethod
{
    /// <summary>By running the image.</summary>
    Test,
    /// <summary>By analysis.</summary>
    Analysis,
    /// <summary>By review (a person).</summary>
    Review,
}

/// <summary>One requirement item.</summary>
/// <param name="Id">Id, verbatim.</param>
/// <param name="Tier">System, HLR or LLR.</param>
/// <param name="Component">The part it is allocated to, for example "TSM" or "Kernel".</param>
/// <param name="Title">Short title.</param>
/// <param name="Text">The normative text ("shall").</param>
/// <param name="Rationale">Why, or null.</param>
/// <param name="Parents">Ids of the parents; empty for system items and derived requirements.</param>
/// <param name="Derived">True when it has no parent on purpose.</param>
/// <param name="SafetyFeedback">For derived ones: what the system safety process is told, or null.</param>
/// <param name="Verification">Verification method; null for system items.</param>
/// <param name="Source">Published source of a system item (document and id), or null.</param>
/// <param name="Fingerprint">SHA-256 (hex) over the normative fields.</param>
/// <param name="Place">Where it is written.</param>
public sealed record RequirementFact(
    string Id,
    Tier Tier,
    string Component,
    string Title,
    string Text,
    string? Rationale,
    IReadOnlyList<string> Parents,
    bool Derived,
    string? SafetyFeedback,
    VerificationMethod? Verification,
    string? Source,
    string Fingerprint,
    SourcePlace Place);

/// <summary>A code symbol and the requirements it carries (own tags, or those of the type around it).</summary>
/// <param name="Symbol">Documentation id, for example "M:Ns.Type.Method(System.Int32)".</param>
/// <param name="Requirements">Ids it is tagged with, or inherits.</param>
/// <param name="Place">Where it is declared.</param>
/// <param name="Sha256">SHA-256 of its source text.</param>
/// <param name="Inherited">True when the tags come from the containing type.</param>
public sealed record CodeFact(
    string Symbol, IReadOnlyList<string> Requirements, SourcePlace Place, string Sha256, bool Inherited);

/// <summary>A test case and the requirements it verifies.</summary>
/// <param name="Id">Stable test id (documentation id of the property or test).</param>
/// <param name="Title">What it claims.</param>
/// <param name="Requirements">Ids it verifies.</param>
/// <param name="Kind">Normal range or robustness.</param>
/// <param name="Place">Where it is declared.</param>
public sealed record TestFact(
    string Id, string Title, IReadOnlyList<string> Requirements, TestKind Kind, SourcePlace Place);

/// <summary>Which half of DO-178C 6.4.2 a test belongs to.</summary>
public enum TestKind
{
    /// <summary>Normal-range case.</summary>
    NormalRange,
    /// <summary>Robustness case.</summary>
    Robustness,
}

/// <summary>One finding of the trace audit.</summary>
/// <param name="Code">Stable code, TRC-###.</param>
/// <param name="Severity">Error or warning.</param>
/// <param name="Subject">The id or symbol it is about.</param>
/// <param name="Message">Fact, then remedy.</param>
/// <param name="Place">Where.</param>
public sealed record AuditFinding(
    string Code, FindingSeverity Severity, string Subject, string Message, SourcePlace Place);

/// <summary>Severity of a finding.</summary>
public enum FindingSeverity
{
    /// <summary>Makes the run exit with 1.</summary>
    Error,
    /// <summary>Reported only.</summary>
    Warning,
}
