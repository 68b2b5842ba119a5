using Certify.Facts;
using Certify.Trace.Formats.Common;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.ReqIf;

/// <summary>Makes items of the objects of a set of files, and links of their relations.</summary>
// @llr CFY-LLR-366
internal sealed class ReqIfItems
{
    private readonly ReqIfSet _set;
    private readonly ReadOptions _options;
    private readonly ReadLog _log;
    private readonly Dictionary<string, FieldPlan>[] _fields;
    private readonly Dictionary<string, TypePlan>[] _types;
    private readonly ItemDraft?[] _drafts;
    private readonly string?[] _ids;
    private readonly bool[] _isChapter;
    private readonly Dictionary<string, int> _best = new(StringComparer.Ordinal);

    private ReqIfItems(ReqIfSet set, ReadOptions options, ReadLog log)
    {
        (_set, _options, _log) = (set, options, log);
        _fields = [.. set.Files.Select(_ => new Dictionary<string, FieldPlan>(StringComparer.Ordinal))];
        _types = [.. set.Files.Select(_ => new Dictionary<string, TypePlan>(StringComparer.Ordinal))];
        (_drafts, _ids, _isChapter) = (new ItemDraft?[set.Count], new string?[set.Count], new bool[set.Count]);
    }

    /// <summary>Makes the items, ordered by path and place.</summary>
    public static List<TraceItem> Of(ReqIfSet set, ReadOptions options, ReadLog log, CancellationToken cancel)
    {
        var items = new ReqIfItems(set, options, log);
        for (var i = 0; i < set.Count; i++)
        {
            if ((i & 0xFFF) == 0) cancel.ThrowIfCancellationRequested();
            items.Draft(i);
        }
        ReqIfRelations.Link(set, items._ids, items._drafts, items._isChapter, options, log);
        return items.Build();
    }

    // Values become fields and attributes; type and chapters are decided, so that relations find every id.
    private void Draft(int index)
    {
        var file = _set.FileOf(index);
        ref readonly var found = ref _set.Object(index);
        var type = TypeOf(file, found.Type, found.Line);
        var plan = type is null ? TypePlan.None : Cached(_types[file], type.Id, type, static (t, m) => TypePlan.Of(t, m));
        if (plan.IsLeftOut) return;
        var draft = new ItemDraft { Tier = plan.Tier };
        var isChapter = Fill(draft, file, found, type) && draft.Text is not { Length: > 0 } || plan.IsChapter;
        draft.Title ??= found.LongName;
        if (plan.IsChapter && draft.Title is null) (draft.Title, draft.Text) = (draft.Text, null);
        if (found.LongName is not null && found.LongName != draft.Title && found.LongName != draft.Id) draft.AddAttribute("LONG-NAME", found.LongName);
        if (found.Description is not null && !isChapter && draft.Text is null) draft.Text = found.Description;
        else if (found.Description is not null && found.Description != draft.Text) draft.AddAttribute("DESC", found.Description);
        if (string.IsNullOrWhiteSpace(draft.Id)) draft.Id = found.Id;
        _ids[index] = ItemDraft.IsId(draft.Id) ? draft.Id : null;
        if (_ids[index] is null && !plan.IsExternal) NoId(index, draft.Id!);
        if (plan.IsExternal || _ids[index] is null) return;
        _drafts[index] = draft;
        _isChapter[index] = isChapter;
    }

    private void NoId(int index, string id)
    {
        var place = PlaceOf(index);
        var what = id.Length == 0 ? "the object has no identifier" : $"the id has {id.Length} characters or control characters among them";
        _log.Finding("TRC-018", place.Path, place, $"{what}; hint: map the attribute that holds the id");
    }

    /// <summary>Gives a draft its fields and attributes; true when the object has the title of a chapter.</summary>
    private bool Fill(ItemDraft draft, int file, in SpecObject found, SpecType? type)
    {
        var content = _set.Files[file];
        var values = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(content.Values).Slice(found.FirstValue, found.Values);
        var given = type is { HasDefaults: true } ? WithDefaults(values, type) : values;
        _best.Clear();
        var prefix = "";
        for (var i = 0; i < given.Length; i++)
        {
            var plan = PlanOf(file, given[i].Definition, found.Line);
            if (plan.IsPrefix) prefix = given[i].Text.Trim();
            if (plan.Field is null || plan.Rank < 0 || given[i].Text.Length == 0) continue;
            if (!_best.TryGetValue(plan.Field, out var best) || PlanOf(file, given[best].Definition, found.Line).Rank > plan.Rank) _best[plan.Field] = i;
        }

        var isChapter = false;
        for (var i = 0; i < given.Length; i++)
        {
            var plan = PlanOf(file, given[i].Definition, found.Line);
            var text = given[i].IsEnum ? Names(file, given[i].Text, found.Line) : given[i].Text;
            isChapter |= plan.IsChapter && text.Length > 0;
            if (plan.Field is null) draft.AddAttribute(plan.Name, text);
            else if (plan.Rank < 0) draft.Set(plan.Field, plan.Name, text, PlaceOf(file, found), _options.Mapping?.ListSeparators ?? ",;\n");
            else if (_best.GetValueOrDefault(plan.Field, -1) == i) draft.Set(plan.Field, plan.Name, plan.Field == "id" ? Full(plan, prefix, text) : text);
            else if (text.Length > 0) draft.AddAttribute(plan.Name, text);
        }
        return isChapter;
    }

    // DOORS keeps the number and the module's prefix apart; people see them together.
    private static string Full(FieldPlan plan, string prefix, string id)
    {
        var text = id.Trim();
        return plan.Name.Equals(ReqIfPresets.ForeignId, StringComparison.OrdinalIgnoreCase) && !text.AsSpan().ContainsAnyExceptInRange('0', '9') ? prefix + text : text;
    }

    private static Span<RawValue> WithDefaults(Span<RawValue> values, SpecType type)
    {
        var all = new List<RawValue>(values.Length + 2);
        all.AddRange(values);
        foreach (var definition in type.Definitions)
        {
            if (definition.Default is { } value && !all.Exists(v => v.Definition == definition.Id)) all.Add(value);
        }
        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(all);
    }

    private string Names(int file, string ids, int line)
    {
        if (ids.Length == 0) return "";
        if (!ids.Contains('\n', StringComparison.Ordinal)) return _set.EnumValue(file, ids, line);
        return string.Join('\n', ids.Split('\n').Select(id => _set.EnumValue(file, id, line)));
    }

    private List<TraceItem> Build()
    {
        var titles = new string?[_set.Count];
        for (var i = 0; i < titles.Length; i++)
        {
            if (_drafts[i] is { } draft) titles[i] = _isChapter[i] && draft.Title is { Length: > 0 } ? draft.Title : _ids[i];
        }

        var chapters = new ReqIfChapters(_set, titles, _log);
        var items = new List<TraceItem>(_set.Count);
        for (var i = 0; i < titles.Length; i++)
        {
            if (_drafts[i] is not { } draft) continue;
            if (_isChapter[i])
            {
                _log.Loss(PlaceOf(i).Path, "identifiers and attributes of chapters", PlaceOf(i));
                if (draft.Text is { Length: > 0 }) _log.Loss(_ids[i]!, "text of a chapter", PlaceOf(i));
                continue;
            }

            if (chapters.Around(i) is { Length: > 0 } around) draft.AddAttribute(ReqIfChapters.Attribute, around);
            draft.Tier ??= TierOf(draft.Id!, chapters.SpecificationOf(i));
            items.Add(draft.Build(PlaceOf(i), _options.DefaultTier));
        }

        foreach (var (index, earlier) in _set.Twice())
        {
            if (_ids[index] is null || _ids[index] != _ids[earlier])
                _log.Unreadable(PlaceOf(index), $"identifier '{_set.Object(index).Id}' is also that of the object in line {_set.Object(earlier).Line}; references lead to that one");
        }
        return items;
    }

    private ItemTier? TierOf(string id, string? specification)
    {
        if (_options.Mapping is not { } mapping) return null;
        if (specification is not null && mapping.Tiers.TryGetValue(specification, out var word) && TierWord.TryRead(word, out var tier)) return tier;
        foreach (var (prefix, name) in mapping.Tiers)
        {
            if (prefix.EndsWith('*') && id.AsSpan().StartsWith(prefix.AsSpan(0, prefix.Length - 1)) && TierWord.TryRead(name, out tier)) return tier;
        }
        return null;
    }

    private SpecType? TypeOf(int file, string id, int line) => _set.Type(file, id, line);

    private FieldPlan PlanOf(int file, string definition, int line)
    {
        if (_fields[file].TryGetValue(definition, out var plan)) return plan;
        var found = _set.Definition(file, definition, line) ?? new AttributeDefinition(definition, definition);
        return Cached(_fields[file], definition, found, static (d, m) => FieldPlan.Of(d, m));
    }

    private TPlan Cached<TPlan, TOf>(Dictionary<string, TPlan> plans, string id, TOf of, Func<TOf, FieldMapping?, TPlan> make)
    {
        if (plans.TryGetValue(id, out var plan)) return plan;
        plans.Add(id, plan = make(of, _options.Mapping));
        return plan;
    }

    private SourcePlace PlaceOf(int index) => PlaceOf(_set.FileOf(index), _set.Object(index));

    private SourcePlace PlaceOf(int file, in SpecObject found) => new(_set.Files[file].Path, found.Line, found.Column);
}
