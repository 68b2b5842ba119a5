using Certify.Facts;

namespace Certify.Trace.Model;

/// <summary>A typed link from the item that holds it to another one.</summary>
/// <param name="Role">A constant of <see cref="LinkRole"/>, or a foreign role as it was read.</param>
/// <param name="Target">Id of the other item, verbatim. It need not exist; the audit says so.</param>
/// <param name="TargetRevision">Revision of the target that the link was made or reviewed for, or null.</param>
/// <param name="TargetFingerprint">Fingerprint of the target that the link was reviewed for (lower-case hex), or null.</param>
/// <param name="Place">Where the link is written, or null: at the item.</param>
public sealed record TraceLink(
    string Role, string Target, string? TargetRevision = null, string? TargetFingerprint = null, SourcePlace? Place = null);
