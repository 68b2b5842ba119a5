using Certify.Facts;
using Certify.Trace.Model;

namespace Certify.Trace.Audit;

/// <summary>Collects findings; severity comes from the rule, order from the findings themselves.</summary>
internal sealed class FindingList(string level = "A", IReadOnlyDictionary<string, RuleSwitch>? switches = null)
{
    private readonly List<AuditFinding> _findings = [];

    /// <summary>Number of findings, equal ones counted each.</summary>
    public int Count => _findings.Count;

    /// <summary>Adds a finding, unless its rule is off at the level or switched off.</summary>
    /// <param name="code">Code of the rule.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="place">Where.</param>
    /// <param name="message">Fact, then hint.</param>
    /// <param name="own">Software level of the item itself, or null: that of the audit.</param>
    public void Add(string code, string subject, SourcePlace place, string message, string? own = null)
    {
        var rule = AuditRules.Get(code);
        if (SeverityOf(rule, own) is { } severity) _findings.Add(new AuditFinding(code, severity, subject, message, place));
    }

    /// <summary>True when a rule can give findings, at the level of the audit.</summary>
    public bool IsOn(string code) => SeverityOf(AuditRules.Get(code), null) is not null;

    private FindingSeverity? SeverityOf(AuditRule rule, string? own)
    {
        if (!rule.IsOn(own is "A" or "B" or "C" or "D" or "E" ? own : level)) return null;
        if (switches is not null && switches.TryGetValue(rule.Code, out var set)) return set.Severity;
        return rule.OnByDefault ? rule.Severity : null;
    }

    /// <summary>Adds findings made elsewhere.</summary>
    public void AddAll(FindingList other) => AddAll(other._findings);

    /// <summary>Adds findings made elsewhere; those of rules that are switched change their severity or are left out.</summary>
    public void AddAll(IEnumerable<AuditFinding> others)
    {
        foreach (var finding in others)
        {
            if (switches is null || !switches.TryGetValue(finding.Code, out var set)) _findings.Add(finding);
            else if (set.Severity is { } severity) _findings.Add(finding with { Severity = severity });
        }
    }

    /// <summary>The findings by path, line, column, code, subject and message, equal ones once: the same for any order of inputs.</summary>
    public IReadOnlyList<AuditFinding> Sorted()
    {
        AuditFinding[] sorted = [.. _findings];
        Array.Sort(sorted, Compare);
        var count = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i == 0 || Compare(sorted[i], sorted[count - 1]) != 0) sorted[count++] = sorted[i];
        }
        return count == sorted.Length ? sorted : sorted[..count];
    }

    private static int Compare(AuditFinding a, AuditFinding b)
    {
        var order = string.CompareOrdinal(a.Place.Path, b.Place.Path);
        if (order == 0) order = a.Place.Line.CompareTo(b.Place.Line);
        if (order == 0) order = a.Place.Column.CompareTo(b.Place.Column);
        if (order == 0) order = string.CompareOrdinal(a.Code, b.Code);
        if (order == 0) order = string.CompareOrdinal(a.Subject, b.Subject);
        if (order == 0) order = string.CompareOrdinal(a.Message, b.Message);
        return order == 0 ? a.Severity.CompareTo(b.Severity) : order;
    }
}
