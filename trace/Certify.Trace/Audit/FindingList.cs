using Certify.Facts;

namespace Certify.Trace.Audit;

/// <summary>Collects findings; severity comes from the rule, order from the findings themselves.</summary>
internal sealed class FindingList(string level = "A")
{
    private readonly HashSet<AuditFinding> _findings = [];

    /// <summary>Adds a finding, unless its rule is off at the level.</summary>
    public void Add(string code, string subject, SourcePlace place, string message)
    {
        var rule = AuditRules.Get(code);
        if (rule.IsOn(level)) _findings.Add(new AuditFinding(code, rule.Severity, subject, message, place));
    }

    /// <summary>The findings by path, line, column, code, subject and message: the same for any order of inputs.</summary>
    public IReadOnlyList<AuditFinding> Sorted() =>
    [
        .. _findings
            .OrderBy(f => f.Place.Path, StringComparer.Ordinal)
            .ThenBy(f => f.Place.Line)
            .ThenBy(f => f.Place.Column)
            .ThenBy(f => f.Code, StringComparer.Ordinal)
            .ThenBy(f => f.Subject, StringComparer.Ordinal)
            .ThenBy(f => f.Message, StringComparer.Ordinal),
    ];
}
