using Certify.Facts;
using Certify.Trace.Model;

namespace Certify.Trace.Reports.Web;

/// <summary>Items and findings in the order of the page, and the links as numbers.</summary>
internal sealed class SiteIndex
{
    /// <summary>Findings of one rule whose text and place the page holds; browsers do not open a page of a million texts.</summary>
    public const int WholeMax = 10_000;

    private readonly Dictionary<string, int> _byId;
    private readonly HashSet<int> _untagged = [];
    private readonly int[] _first;
    private readonly int[] _incomingStart;
    private readonly int[] _incoming;

    /// <summary>Sorts items by tier, id (numbers in it by value) and place, findings by place, and resolves every link.</summary>
    public SiteIndex(IReadOnlyList<TraceItem> items, IReadOnlyList<AuditFinding> findings)
    {
        Items = [.. items];
        Array.Sort(Items, Compare);
        Findings = [.. findings];
        Array.Sort(Findings, Compare);
        Whole = WholeFirst(Findings);
        _byId = new(Items.Length, StringComparer.Ordinal);
        for (var i = 0; i < Items.Length; i++) _byId.TryAdd(Items[i].Id, i);

        var count = 0;
        foreach (var item in Items) count += item.Links.Count;
        _first = new int[Items.Length];
        From = new int[count];
        To = new int[count];
        Links = new TraceLink[count];
        _incomingStart = new int[Items.Length + 1];
        _incoming = new int[count];
        Resolve();
        foreach (var finding in Findings)
        {
            if (finding.Code is "TRC-209" or "TRC-210" && SubjectOf(finding) is var item and >= 0) _untagged.Add(item);
        }
    }

    /// <summary>Items; of several with one id the first is what links to that id mean.</summary>
    public TraceItem[] Items { get; }

    /// <summary>Findings by place, code and subject: first those of which the page holds everything, then those of which it holds rule, severity and subject.</summary>
    public AuditFinding[] Findings { get; }

    /// <summary>Number of findings of which the page holds text and place: of each rule the first <see cref="WholeMax"/>.</summary>
    public int Whole { get; }

    /// <summary>All links, by the item that holds them.</summary>
    public TraceLink[] Links { get; }

    /// <summary>Number of the item that holds a link.</summary>
    public int[] From { get; }

    /// <summary>Number of the item that a link names, or -1.</summary>
    public int[] To { get; }

    /// <summary>True for code or a test of which the audit says that it names no requirement.</summary>
    public bool IsUntagged(int item) => _untagged.Contains(item);

    /// <summary>Number of the first link that an item holds; its others follow.</summary>
    public int FirstLink(int item) => _first[item];

    /// <summary>Numbers of the links that name an item.</summary>
    public ReadOnlySpan<int> Incoming(int item) =>
        _incoming.AsSpan(_incomingStart[item], _incomingStart[item + 1] - _incomingStart[item]);

    /// <summary>Number of the item that a finding is about, or -1. Among items of one id it is the one at the finding's place.</summary>
    public int SubjectOf(AuditFinding finding)
    {
        if (!_byId.TryGetValue(finding.Subject, out var first)) return -1;
        for (var i = first; i < Items.Length && Items[i].Id == finding.Subject; i++)
        {
            if (Items[i].Place.Path == finding.Place.Path && Items[i].Place.Line == finding.Place.Line) return i;
        }
        return first;
    }

    private void Resolve()
    {
        var link = 0;
        for (var i = 0; i < Items.Length; i++)
        {
            _first[i] = link;
            foreach (var target in Items[i].Links)
            {
                From[link] = i;
                Links[link] = target;
                To[link] = _byId.GetValueOrDefault(target.Target, -1);
                if (To[link] >= 0) _incomingStart[To[link] + 1]++;
                link++;
            }
        }
        for (var i = 0; i < Items.Length; i++) _incomingStart[i + 1] += _incomingStart[i];
        var next = _incomingStart.AsSpan(0, Items.Length).ToArray();
        for (var i = 0; i < link; i++)
        {
            if (To[i] >= 0) _incoming[next[To[i]]++] = i;
        }
    }

    // Keeps the order within both parts, and so that of each rule's findings.
    // @llr CFY-LLR-472
    private static int WholeFirst(AuditFinding[] findings)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var rest = new List<AuditFinding>();
        var whole = 0;
        foreach (var finding in findings)
        {
            var count = counts[finding.Code] = counts.GetValueOrDefault(finding.Code) + 1;
            if (count <= WholeMax) findings[whole++] = finding;
            else rest.Add(finding);
        }
        rest.CopyTo(findings, whole);
        return whole;
    }

    private static int Compare(TraceItem a, TraceItem b)
    {
        if (a.Tier != b.Tier) return a.Tier.CompareTo(b.Tier);
        var order = NaturalOrder.Compare(a.Id, b.Id);
        if (order == 0) order = Compare(a.Place, b.Place);
        // Only copies are left: their text decides, so that the order given never does.
        if (order == 0) order = string.CompareOrdinal(a.Title, b.Title);
        return order != 0 || ReferenceEquals(a, b) ? order : string.CompareOrdinal(a.Text, b.Text);
    }

    private static int Compare(AuditFinding a, AuditFinding b)
    {
        var order = Compare(a.Place, b.Place);
        if (order == 0) order = string.CompareOrdinal(a.Code, b.Code);
        if (order == 0) order = string.CompareOrdinal(a.Subject, b.Subject);
        return order != 0 ? order : string.CompareOrdinal(a.Message, b.Message);
    }

    private static int Compare(SourcePlace a, SourcePlace b)
    {
        var order = string.CompareOrdinal(a.Path, b.Path);
        if (order == 0) order = a.Line.CompareTo(b.Line);
        return order != 0 ? order : a.Column.CompareTo(b.Column);
    }
}
