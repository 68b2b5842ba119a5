using System.Globalization;
using System.Text;
using Certify.Facts;
using Certify.Trace.Audit;
using Certify.Trace.Model;

namespace Certify.Trace.Reports;

/// <summary>An audit as a person reads it: findings by place in the compilers' form, what was lost in reading, how often each rule was broken, counts.</summary>
// @llr CFY-LLR-388
public static class AuditText
{
    private const int RulesCountedFrom = 10;

    /// <summary>Writes the report, ending in a newline.</summary>
    /// <param name="name">Name of the set.</param>
    /// <param name="level">Software level.</param>
    /// <param name="items">Items of every tier.</param>
    /// <param name="findings">Findings in the order in which they are printed.</param>
    /// <param name="losses">What the items do not represent of what was read.</param>
    /// <param name="ink">Colours or none.</param>
    /// <param name="justified">Number of findings that records of justification accept.</param>
    public static string Write(
        string name, string level, IReadOnlyList<TraceItem> items, IReadOnlyList<AuditFinding> findings, IReadOnlyList<Loss> losses, Ink ink, int justified = 0)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Write(text, name, level, items, findings, losses, ink, justified);
        return text.ToString();
    }

    /// <summary>Writes the report as it comes about: millions of findings need not be in memory as text.</summary>
    public static void Write(
        TextWriter text, string name, string level, IReadOnlyList<TraceItem> items, IReadOnlyList<AuditFinding> findings, IReadOnlyList<Loss> losses, Ink ink, int justified = 0)
    {
        foreach (var finding in findings)
        {
            text.Write(Finding(finding, ink));
            text.Write('\n');
        }
        text.Write(Rules(findings, ink));
        text.Write(Losses(losses, ink));
        text.Write($"{ink.Strong(OneLine.Escape(name))}: level {level}, {TierWords.Counts(items)}: {Counts(findings, ink)}{(justified > 0 ? $", {justified} justified" : "")}\n");
    }

    /// <summary>One finding as "path:line:column: error TRC-102: message", always on one line.</summary>
    public static string Finding(AuditFinding finding, Ink ink)
    {
        var word = Words.Of(finding.Severity);
        return $"{OneLine.Escape(finding.Place.ToString())}: {(finding.Severity == FindingSeverity.Error ? ink.Bad(word) : ink.Warn(word))} "
            + $"{finding.Code}: {OneLine.Escape(finding.Message)}";
    }

    /// <summary>"2 errors, 1 warning".</summary>
    public static string Counts(IReadOnlyList<AuditFinding> findings, Ink ink)
    {
        var errors = findings.Count(f => f.Severity == FindingSeverity.Error);
        var warnings = findings.Count - errors;
        var first = Words.Count(errors, "error");
        var second = Words.Count(warnings, "warning");
        return $"{(errors > 0 ? ink.Bad(first) : ink.Good(first))}, {(warnings > 0 ? ink.Warn(second) : second)}";
    }

    /// <summary>Losses, equal ones counted together.</summary>
    public static string Losses(IReadOnlyList<Loss> losses, Ink ink, int justified = 0)
    {
        var text = new StringBuilder();
        var kinds = losses.GroupBy(l => l.What, StringComparer.Ordinal)
            .Select(g => (What: g.Key, Count: g.Sum(l => l.Count), g.First().Place, g.First().Subject)).ToList();
        foreach (var kind in kinds)
        {
            var times = kind.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({kind.Count} times, first here)");
            text.Append($"{OneLine.Escape(kind.Place.ToString())}: {ink.Warn("lost")}: {OneLine.Escape(kind.Subject)}: {OneLine.Escape(kind.What)}{times}\n");
        }
        return text.ToString();
    }

    // A handful of findings speaks for itself.
    private static string Rules(IReadOnlyList<AuditFinding> findings, Ink ink)
    {
        if (findings.Count < RulesCountedFrom) return "";
        var text = new StringBuilder();
        foreach (var (code, count) in findings.CountBy(f => f.Code, StringComparer.Ordinal).OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            var title = AuditRules.All.FirstOrDefault(r => r.Code == code)?.Title ?? "";
            text.Append(string.Create(CultureInfo.InvariantCulture, $"  {code} {count,6}  ")).Append(ink.Faint(title)).Append('\n');
        }
        return text.ToString();
    }
}
