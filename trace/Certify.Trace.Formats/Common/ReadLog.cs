using Certify.Facts;
using Certify.Trace.Audit;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Common;

/// <summary>Collects what a reader (or writer) has to say beside its items. Equal losses of one subject are counted together.</summary>
// @llr CFY-LLR-365
internal sealed class ReadLog
{
    private readonly HashSet<AuditFinding> _findings = [];
    private readonly Dictionary<(string Subject, string What), Loss> _losses = [];

    /// <summary>Adds a finding; its severity is that of the rule.</summary>
    public void Finding(string code, string subject, SourcePlace place, string message) =>
        _findings.Add(new AuditFinding(code, AuditRules.Get(code).Severity, subject, message, place));

    /// <summary>A file, or a part of one, does not have the form of its format.</summary>
    public void Unreadable(SourcePlace place, string message) => Finding("TRC-016", place.Path, place, message);

    /// <summary>Adds a loss, or counts it where the same was lost before.</summary>
    public void Loss(string subject, string what, SourcePlace place)
    {
        ref var loss = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_losses, (subject, what), out var known);
        loss = known ? loss! with { Count = loss.Count + 1 } : new Loss(subject, what, place);
    }

    /// <summary>The findings by path, line, column, code, subject and message.</summary>
    public IReadOnlyList<AuditFinding> Findings()
    {
        var list = new List<AuditFinding>(_findings);
        list.Sort(static (a, b) =>
        {
            var order = Compare(a.Place, b.Place);
            if (order == 0) order = string.CompareOrdinal(a.Code, b.Code);
            if (order == 0) order = string.CompareOrdinal(a.Subject, b.Subject);
            return order != 0 ? order : string.CompareOrdinal(a.Message, b.Message);
        });
        return list;
    }

    /// <summary>The losses by place, subject and what.</summary>
    public IReadOnlyList<Loss> Losses()
    {
        var list = new List<Loss>(_losses.Values);
        list.Sort(static (a, b) =>
        {
            var order = Compare(a.Place, b.Place);
            if (order == 0) order = string.CompareOrdinal(a.Subject, b.Subject);
            return order != 0 ? order : string.CompareOrdinal(a.What, b.What);
        });
        return list;
    }

    private static int Compare(SourcePlace a, SourcePlace b)
    {
        var order = string.CompareOrdinal(a.Path, b.Path);
        if (order == 0) order = a.Line.CompareTo(b.Line);
        return order != 0 ? order : a.Column.CompareTo(b.Column);
    }
}
