using Certify.Facts;
using Certify.Trace.Model;

namespace Certify.Trace.Audit;

/// <summary>A finding that a justification covers: it fails nothing, and is listed.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Justification">The record.</param>
public sealed record JustifiedFinding(AuditFinding Finding, Justification Justification);
