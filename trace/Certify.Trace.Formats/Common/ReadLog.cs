using System.Globalization;
using Certify.Facts;
using Certify.Trace.Audit;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Common;

/// <summary>
/// Findings and losses of one reading. Bounded: of one code in one file the first <see cref="KeptMax"/> are kept and the rest is counted,
/// so that a hostile file cannot fill the memory with messages.
/// </summary>
internal sealed class ReadLog
{
    /// <summary>Findings of one code in one file, and kinds of losses in one file, that are kept one by one.</summary>
    public const int KeptMax = 1000;

    private readonly HashSet<AuditFinding> _findings = [];
    private readonly Dictionary<(string Path, string Code), (int Count, SourcePlace Place)> _counts = [];
    private readonly Dictionary<(string Path, string Subject, string What), Loss> _losses = [];

    /// <summary>Adds a finding.</summary>
    /// <param name="code">TRC-0xx.</param>
    /// <param name="subject">Id of the item, or the file's path.</param>
    /// <param name="place">Where.</param>
    /// <param name="message">Fact; hint.</param>
    public void Add(string code, string subject, SourcePlace place, string message)
    {
        var key = (place.Path, code);
        var count = _counts.TryGetValue(key, out var seen) ? seen.Count + 1 : 1;
        if (count <= KeptMax) _findings.Add(new AuditFinding(code, AuditRules.Get(code).Severity, subject, message, place));
        _counts[key] = (count, count <= KeptMax + 1 ? place : seen.Place);
    }

    /// <summary>Adds a finding about a file as a whole or a line of it.</summary>
    public void Add(string code, SourcePlace place, string message) => Add(code, place.Path, place, message);

    /// <summary>Lists a loss of one item; equal losses are counted.</summary>
    public void Lose(string subject, string what, SourcePlace place)
    {
        var key = (place.Path, subject, what);
        if (_losses.TryGetValue(key, out var loss)) _losses[key] = loss with { Count = loss.Count + 1 };
        else if (_losses.Count < KeptMax || subject == place.Path) _losses.Add(key, new Loss(subject, what, place));
        else Lose(place.Path, "further losses of single items", place);
    }

    /// <summary>Lists a loss that many items of a file may share; it is counted, with the place of the first.</summary>
    public void Lose(string what, SourcePlace place)
    {
        if (_losses.Count >= 2 * KeptMax && !_losses.ContainsKey((place.Path, place.Path, what))) what = "further losses of other kinds";
        Lose(place.Path, what, place);
    }

    /// <summary>Reports a file that is larger than what the caller takes.</summary>
    /// <returns>True when it is.</returns>
    public bool IsTooLarge(InputFile file, ReadOptions options)
    {
        if (file.Length <= options.BytesMax) return false;
        Add("TRC-019", new SourcePlace(file.Path, 0),
            string.Create(CultureInfo.InvariantCulture, $"the file has {file.Length} bytes, the limit is {options.BytesMax}; hint: split it"));
        return true;
    }

    /// <summary>Gives what was read with findings and losses in their order.</summary>
    public ReadOutcome Finish(IReadOnlyList<TraceItem> items)
    {
        foreach (var ((path, code), (count, place)) in _counts)
        {
            if (count <= KeptMax) continue;
            _findings.Add(new AuditFinding(code, AuditRules.Get(code).Severity, path,
                string.Create(CultureInfo.InvariantCulture, $"{count - KeptMax} more findings of this kind in the file, from here on; hint: settle the first ones"), place));
        }

        List<AuditFinding> findings = [.. _findings];
        findings.Sort(Compare);
        List<Loss> losses = [.. _losses.Values];
        losses.Sort(Compare);
        return new ReadOutcome(items, findings, losses);
    }

    private static int Compare(AuditFinding a, AuditFinding b)
    {
        var order = Compare(a.Place, b.Place);
        if (order == 0) order = string.CompareOrdinal(a.Code, b.Code);
        if (order == 0) order = string.CompareOrdinal(a.Subject, b.Subject);
        return order == 0 ? string.CompareOrdinal(a.Message, b.Message) : order;
    }

    private static int Compare(Loss a, Loss b)
    {
        var order = Compare(a.Place, b.Place);
        if (order == 0) order = string.CompareOrdinal(a.Subject, b.Subject);
        return order == 0 ? string.CompareOrdinal(a.What, b.What) : order;
    }

    private static int Compare(SourcePlace a, SourcePlace b)
    {
        var order = string.CompareOrdinal(a.Path, b.Path);
        if (order == 0) order = a.Line.CompareTo(b.Line);
        return order == 0 ? a.Column.CompareTo(b.Column) : order;
    }
}
