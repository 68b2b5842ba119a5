namespace Certify.Trace.Model;

/// <summary>
/// Items of a trace with their links resolved: an item is a number from 0, a link is a number from 0 over all items. All walks are over arrays, so
/// that a million items are walked in linear time and without recursion. Immutable.
/// </summary>
// @llr CFY-LLR-332
public sealed class TraceSet
{
    private readonly Dictionary<string, int> _byId;
    private readonly int[] _sameId;
    private readonly int[] _linkStart;
    private readonly int[] _linkOwner;
    private readonly int[] _linkTarget;
    private readonly int[] _incomingStart;
    private readonly int[] _incoming;


    private TraceSet(TraceItem[] items, IReadOnlySet<string>? normative)
    {
        Items = items;
        foreach (var item in items) item.Cover(normative is { Count: > 0 } ? normative : null);
        _byId = new Dictionary<string, int>(items.Length, StringComparer.Ordinal);
        _sameId = new int[items.Length];
        for (var i = items.Length - 1; i >= 0; i--)
        {
            _sameId[i] = _byId.GetValueOrDefault(items[i].Id, -1);
            _byId[items[i].Id] = i;
        }

        _linkStart = new int[items.Length + 1];
        for (var i = 0; i < items.Length; i++) _linkStart[i + 1] = _linkStart[i] + items[i].Links.Count;
        _linkOwner = new int[_linkStart[^1]];
        _linkTarget = new int[_linkStart[^1]];
        for (var i = 0; i < items.Length; i++) Resolve(i);
        _incomingStart = new int[items.Length + 1];
        _incoming = new int[_linkTarget.Length];
        Reverse();
    }

    /// <summary>Every item, duplicates included: by path, line, column and id, items of scanned sources last.</summary>
    public IReadOnlyList<TraceItem> Items { get; }

    /// <summary>Number of items.</summary>
    public int Count => Items.Count;

    /// <summary>Number of links.</summary>
    public int LinkCount => _linkTarget.Length;

    /// <summary>The item with this number.</summary>
    public TraceItem this[int item] => Items[item];

    /// <summary>Builds a set. Any order of equal items gives the same set.</summary>
    /// <param name="items">The items.</param>
    /// <param name="normative">Names of the attributes that fingerprints cover, or null for none.</param>
    public static TraceSet Build(IEnumerable<TraceItem> items, IReadOnlySet<string>? normative = null)
    {
        TraceItem[] sorted = [.. items];
        for (var i = 1; i < sorted.Length; i++)
        {
            if (ItemOrder.Compare(sorted[i - 1], sorted[i]) <= 0) continue;
            sorted = [.. sorted.Order(ItemOrder.Instance)];
            break;
        }
        return new TraceSet(sorted, normative);
    }

    /// <summary>Number of the first item with an id, or -1.</summary>
    public int IndexOf(string id) => _byId.GetValueOrDefault(id, -1);

    /// <summary>The first item with an id, or null.</summary>
    public TraceItem? Find(string id) => _byId.TryGetValue(id, out var i) ? Items[i] : null;

    /// <summary>Number of the next item with the same id, or -1.</summary>
    public int NextWithSameId(int item) => _sameId[item];

    /// <summary>True when no item before has the same id.</summary>
    public bool IsFirst(int item) => _byId[Items[item].Id] == item;

    /// <summary>Number of an item's first link; its others follow, in the order of <see cref="TraceItem.Links"/>.</summary>
    public int FirstLink(int item) => _linkStart[item];

    /// <summary>Number of the item that holds a link.</summary>
    public int Owner(int link) => _linkOwner[link];

    /// <summary>Number of the item that a link leads to, or -1 where no item has that id.</summary>
    public int Target(int link) => _linkTarget[link];

    /// <summary>The link with this number.</summary>
    public TraceLink Link(int link) => Items[_linkOwner[link]].Links[link - _linkStart[_linkOwner[link]]];

    /// <summary>Numbers of the items that an item's links lead to, in the order of its links; -1 where there is none.</summary>
    public ReadOnlySpan<int> Targets(int item) => _linkTarget.AsSpan(_linkStart[item], _linkStart[item + 1] - _linkStart[item]);

    /// <summary>Numbers of the links that lead to an item, ascending.</summary>
    public ReadOnlySpan<int> Incoming(int item) => _incoming.AsSpan(_incomingStart[item], _incomingStart[item + 1] - _incomingStart[item]);

    /// <summary>Number of the first item that links to an item in a role, or -1.</summary>
    public int FirstIncoming(int item, string role)
    {
        foreach (var link in Incoming(item))
        {
            if (Link(link).Role == role) return Owner(link);
        }
        return -1;
    }

    // Of several items with one id, a link means the one of the revision that it names, else the first.
    private void Resolve(int item)
    {
        var links = Items[item].Links;
        for (var k = 0; k < links.Count; k++)
        {
            var at = _byId.GetValueOrDefault(links[k].Target, -1);
            if (at >= 0 && _sameId[at] >= 0 && links[k].TargetRevision is { } revision)
            {
                for (var same = at; same >= 0; same = _sameId[same])
                {
                    if (Items[same].Revision != revision) continue;
                    at = same;
                    break;
                }
            }
            _linkOwner[_linkStart[item] + k] = item;
            _linkTarget[_linkStart[item] + k] = at;
        }
    }

    private void Reverse()
    {
        foreach (var target in _linkTarget)
        {
            if (target >= 0) _incomingStart[target + 1]++;
        }
        for (var i = 0; i < Items.Count; i++) _incomingStart[i + 1] += _incomingStart[i];
        var next = _incomingStart.AsSpan(0, Items.Count).ToArray();
        for (var link = 0; link < _linkTarget.Length; link++)
        {
            if (_linkTarget[link] >= 0) _incoming[next[_linkTarget[link]]++] = link;
        }
    }
}
