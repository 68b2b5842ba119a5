using System.CommandLine;
using Certify.Facts;

namespace Certify.Cli.Commands;

/// <summary>certify trace: requirement traces. All verbs but review, baseline and convert write nothing.</summary>
internal static class TraceCommand
{
    /// <summary>Creates the verb.</summary>
    public static Command Create() => new("trace", "Requirement traces.")
    {
        TraceAuditCommand.Create(),
        TraceThreadCommand.Create(),
        TraceSoi2Command.Create(),
        TraceDiffCommand.Create(),
        TraceNewCommand.Create(),
        TraceConvertCommand.Create(),
        TraceReviewCommand.Create(),
        TraceBaselineCommand.Create(),
        TraceWatchCommand.Create(),
        TraceLspCommand.Create(),
    };

    /// <summary>Whether the audit found an error.</summary>
    public static bool HasErrors(TraceFacts facts) => facts.Findings.Any(f => f.Severity == FindingSeverity.Error);
}
