using System.Text;
using Certify.Facts;
using Certify.Trace.Audit;
using Certify.Trace.Model;

namespace Certify.Trace.Reports;

/// <summary>The audit as text: context, one compiler-form line per finding, counts.</summary>
// @llr CFY-LLR-017
public static class TextReport
{
    /// <summary>Writes the report of a finished audit, ending in a newline.</summary>
    public static string Write(TraceFacts facts)
    {
        var builder = new StringBuilder();
        var header = facts.Header;
        Line(builder, $"Certify {header.ToolVersion} trace audit, level {facts.Level}, revision {header.Revision}{(header.Dirty ? " (modified)" : "")}");
        Line(builder, $"command: {header.CommandLine}");
        foreach (var finding in facts.Findings) Line(builder, Format(finding));
        var errors = facts.Findings.Count(f => f.Severity == FindingSeverity.Error);
        Line(builder, Words.Count(Tier(facts, Certify.Facts.Tier.System), "system item") + ", "
            + Words.Count(Tier(facts, Certify.Facts.Tier.Hlr), "HLR") + ", "
            + Words.Count(Tier(facts, Certify.Facts.Tier.Llr), "LLR") + ", "
            + Words.Count(facts.Code.Count, "code symbol") + ", "
            + Words.Count(facts.Tests.Count, "test"));
        Line(builder, $"{Words.Count(errors, "error")}, {Words.Count(facts.Findings.Count - errors, "warning")}");
        return builder.ToString();
    }

    /// <summary>Writes why an audit could not be run, with what was found until then.</summary>
    public static string Write(TraceInputException stopped)
    {
        var builder = new StringBuilder();
        foreach (var finding in stopped.Findings) Line(builder, Format(finding));
        Line(builder, $"error: {stopped.Message}");
        return builder.ToString();
    }

    /// <summary>One finding as "path:line:column: error TRC-102: message", always on one line.</summary>
    public static string Format(AuditFinding finding) =>
        $"{finding.Place}: {Words.Of(finding.Severity)} {finding.Code}: {finding.Message}";

    private static int Tier(TraceFacts facts, Tier tier) => facts.Requirements.Count(r => r.Tier == tier);

    private static void Line(StringBuilder builder, string line) => builder.Append(OneLine.Escape(line)).Append('\n');
}
