using Certify.Facts;

namespace Certify.Trace.Model;

/// <summary>
/// The audit cannot be run on these inputs: no requirement was found, the level is unknown, or a file was given
/// twice. Never an audit result; callers exit with 2.
/// </summary>
public sealed class TraceInputException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">Fact, then remedy.</param>
    /// <param name="findings">What was found while reading, so that nothing seen is lost.</param>
    public TraceInputException(string message, IReadOnlyList<AuditFinding>? findings = null) : base(message) =>
        Findings = findings ?? [];

    /// <summary>Findings made before the audit had to stop, sorted.</summary>
    public IReadOnlyList<AuditFinding> Findings { get; }
}
