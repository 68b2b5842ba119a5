using Certify.Facts;

namespace Certify.Trace.Reading;

/// <summary>Items read from files, and every problem found on the way.</summary>
/// <param name="Items">Items in ordinal order of id.</param>
/// <param name="Findings">Problems, sorted by place.</param>
public sealed record ReadResult<T>(IReadOnlyList<T> Items, IReadOnlyList<AuditFinding> Findings);
