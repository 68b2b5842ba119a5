using Certify.Facts;

namespace Certify.Trace.Model;

/// <summary>A record that a finding is accepted for some items until a day.</summary>
/// <param name="Id">Id of the record.</param>
/// <param name="Rule">Code of the rule.</param>
/// <param name="Items">Subjects of the findings that are accepted: exact ids, each with the fingerprint that was approved, or null.</param>
/// <param name="Rationale">Why.</param>
/// <param name="Approver">Who approved.</param>
/// <param name="Expires">Last day on which it holds.</param>
/// <param name="Place">Where it is written.</param>
public sealed record Justification(
    string Id, string Rule, IReadOnlyList<JustifiedItem> Items, string Rationale, string Approver, DateOnly Expires, SourcePlace Place);

/// <summary>An item that a justification names.</summary>
/// <param name="Id">Subject of the finding.</param>
/// <param name="Fingerprint">Fingerprint that was approved (lower-case hex), or null.</param>
public readonly record struct JustifiedItem(string Id, string? Fingerprint);
