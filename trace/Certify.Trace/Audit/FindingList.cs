using Certify.Facts;

namespace Certify.Trace.Audit;

/// <summary>Collects findings; severity comes from the rule, order from the findings themselves.</summary>
internal sealed class FindingList(string level = "A")
{
    private readonly List<AuditFinding> _findings = [];

    /// <summary>Number of findings, equal ones counted each.</summary>
    public int Count => _findings.Count;

    /// <summary>Adds a finding, unless its rule is off at the level.</summary>
    public void Add(string code, string subject, SourcePlace place, string message)
    {
        var rule = AuditRules.Get(code);
        if (rule.IsOn(level)) _findings.Add(new AuditFinding(code, rule.Severity, subject, message, place));
    }

    /// <summary>Adds findings made elsewhere, as they are.</summary>
    public void AddAll(FindingList other) => _findings.AddRange(other._findings);

    /// <summary>Adds findings made elsewhere, as they are.</summary>
    public void AddAll(IEnumerable<AuditFinding> others) => _findings.AddRange(others);

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
