using Certify.Facts;

namespace Certify.Trace.Audit;

/// <summary>One rule of the audit.</summary>
/// <param name="Code">Stable code, TRC-###. A retired code is never used again.</param>
/// <param name="Severity">Severity of its findings.</param>
/// <param name="Levels">Software levels at which it is on, for example "ABCD".</param>
/// <param name="Title">What is wrong, in a few words.</param>
/// <param name="Meaning">When it is reported and why that matters.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="OnByDefault">False for a rule that is on only where the project's settings ask for it.</param>
public sealed record AuditRule(
    string Code, FindingSeverity Severity, string Levels, string Title, string Meaning, string Remedy, bool OnByDefault = true)
{
    /// <summary>True when the rule is on at a level.</summary>
    public bool IsOn(string level) => Levels.Contains(level, StringComparison.Ordinal);
}
