using Certify.Facts;

namespace Certify.Trace.Model;

/// <summary>A rule that a project switches.</summary>
/// <param name="Severity">Severity of its findings, or null when the rule is off.</param>
/// <param name="Reason">Why; never empty.</param>
public sealed record RuleSwitch(FindingSeverity? Severity, string Reason);
