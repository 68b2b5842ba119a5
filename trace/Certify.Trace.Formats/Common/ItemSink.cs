using Certify.Trace.Model;

namespace Certify.Trace.Formats.Common;

/// <summary>Collects items; gives parents by dotted id, where the mapping asks for them, once every id is known.</summary>
internal sealed class ItemSink(ReadOptions options, ReadLog log)
{
    private readonly List<TraceItem> _items = [];
    private readonly List<ItemDraft>? _drafts = options.Mapping?.ParentsFromDottedIds == true ? [] : null;

    /// <summary>Number of items so far.</summary>
    public int Count => _drafts?.Count ?? _items.Count;

    /// <summary>Adds an item.</summary>
    public void Add(ItemDraft draft)
    {
        if (_drafts is null) _items.Add(draft.Build());
        else _drafts.Add(draft);
    }

    /// <summary>Gives the items in the order added.</summary>
    public IReadOnlyList<TraceItem> Finish()
    {
        if (_drafts is null) return _items;
        var ids = new HashSet<string>(_drafts.Count, StringComparer.Ordinal);
        foreach (var draft in _drafts) ids.Add(draft.Id);
        var lookup = ids.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var draft in _drafts)
        {
            Adopt(draft, lookup);
            _items.Add(draft.Build());
        }
        _drafts.Clear();
        return _items;
    }

    private void Adopt(ItemDraft draft, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> ids)
    {
        foreach (var link in draft.Links)
        {
            if (link.Role == LinkRole.Satisfies) return;
        }
        for (var dot = draft.Id.LastIndexOf('.'); dot > 0; dot = draft.Id.LastIndexOf('.', dot - 1))
        {
            if (!ids.TryGetValue(draft.Id.AsSpan(0, dot), out var parent)) continue;
            draft.Link(new TraceLink(LinkRole.Satisfies, parent));
            log.Lose("parent is taken from the dotted id: the file itself names none", draft.Place);
            return;
        }
    }
}
