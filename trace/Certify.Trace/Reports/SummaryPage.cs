using System.Globalization;
using System.Text;
using Certify.Facts;
using Certify.Trace.Audit;

namespace Certify.Trace.Reports;

/// <summary>
/// An audit in one Markdown page, to keep beside the requirements: what was audited, how each tier is linked, which rules were applied and what
/// each found. It changes with the requirements and their links, not with every line of code.
/// </summary>
// @llr CFY-LLR-341
public static class SummaryPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="facts">The audit.</param>
    /// <param name="title">Name of what was audited.</param>
    public static string Write(TraceFacts facts, string title)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Audit of {title}\n\nWritten by the audit; a test holds it to what the audit says now. Software level {facts.Level}.\n\n");
        text.Append("| tier | items | derived | with parent | with child | with code | verified by test | by analysis or review |\n|---|---:|---:|---:|---:|---:|---:|---:|\n");
        var parents = facts.Requirements.SelectMany(r => r.Parents).ToHashSet(StringComparer.Ordinal);
        var coded = facts.Code.SelectMany(c => c.Requirements).ToHashSet(StringComparer.Ordinal);
        var tested = facts.Tests.SelectMany(t => t.Requirements).ToHashSet(StringComparer.Ordinal);
        foreach (var tier in new[] { Tier.System, Tier.Hlr, Tier.Llr })
        {
            var items = facts.Requirements.Where(r => r.Tier == tier).ToList();
            text.Append(CultureInfo.InvariantCulture, $"| {(tier == Tier.System ? "system" : tier == Tier.Hlr ? "HLR" : "LLR")} | {items.Count} | {items.Count(i => i.Derived)} | {items.Count(i => i.Parents.Count > 0)} ");
            text.Append(CultureInfo.InvariantCulture, $"| {items.Count(i => parents.Contains(i.Id))} | {items.Count(i => coded.Contains(i.Id))} | {items.Count(i => tested.Contains(i.Id))} ");
            text.Append(CultureInfo.InvariantCulture, $"| {items.Count(i => i.Verification is VerificationMethod.Analysis or VerificationMethod.Review)} |\n");
        }

        var applied = AuditRules.All.Where(r => r.IsOn(facts.Level)).ToList();
        var errors = facts.Findings.Count(f => f.Severity == FindingSeverity.Error);
        text.Append(CultureInfo.InvariantCulture, $"\n{Words.Count(applied.Count, "rule")} applied at this level ([rules.md](rules.md)): {Words.Count(errors, "error")}, {Words.Count(facts.Findings.Count - errors, "warning")}.\n");
        if (facts.Findings.Count > 0) text.Append("\n| rule | findings |\n|---|---:|\n");
        foreach (var rule in facts.Findings.CountBy(f => f.Code).OrderBy(c => c.Key, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"| {rule.Key} {AuditRules.Get(rule.Key).Title} | {rule.Value} |\n");
        return text.ToString();
    }
}
