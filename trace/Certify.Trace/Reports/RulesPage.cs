using System.Text;
using Certify.Trace.Audit;

namespace Certify.Trace.Reports;

/// <summary>The page trace/rules.md, written from the rule table so that both always agree.</summary>
public static class RulesPage
{
    /// <summary>Writes the page as Markdown.</summary>
    public static string Write()
    {
        var builder = new StringBuilder();
        builder.Append(
            """
            # Rules of the trace audit

            Written from `AuditRules.cs`; a test compares both. Codes are stable: a retired one is never used again.
            An error makes `certify trace audit` exit with 1, TRC-001 with 2. Levels are the software levels at which
            the rule is on; what is asked at which level follows DO-178C in outline, and a licensed copy decides.

            | code | severity | levels | what is wrong |
            |---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var rule in AuditRules.All)
            builder.Append($"| [{rule.Code}](#{rule.Code.ToLowerInvariant()}) | {Severity(rule)} | {rule.Levels} | {rule.Title} |\n");
        foreach (var rule in AuditRules.All)
        {
            builder.Append($"\n## {rule.Code}\n\n**{rule.Title}** ({Severity(rule)}, levels {rule.Levels}{(rule.OnByDefault ? "" : ", off unless the project asks")}). {rule.Meaning}\n\n");
            builder.Append($"Remedy: {rule.Remedy}\n");
        }
        return builder.ToString();
    }

    private static string Severity(AuditRule rule) =>
        rule.Code == AuditRules.NoRequirements ? "stops" : Words.Of(rule.Severity);
}
