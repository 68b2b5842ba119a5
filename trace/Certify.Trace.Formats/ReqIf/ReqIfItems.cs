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
    private readonly FieldSetter _setter;
    private readonly FieldPlan?[] _fields;
    private readonly int[] _fieldsOf, _givenTo;
    private readonly Rows<RawValue> _withDefaults = new();
    private readonly Dictionary<string, TypePlan>[] _types;
    private readonly ItemDraft?[] _drafts;
    private readonly string?[] _ids;
    private readonly ItemTier?[] _tiers;
    private readonly bool[] _isChapter;
    private readonly int[] _best = new int[(int)ItemField.Links];
    private string _tierWord = "";
    private int _stamp;

    private ReqIfItems(ReqIfSet set, ReadOptions options, ReadLog log)
    {
        (_set, _options, _log, _setter) = (set, options, log, new FieldSetter(options, log));
        var definitions = set.Names.Definitions;
        (_fields, _fieldsOf, _givenTo) = (new FieldPlan?[definitions], new int[definitions], new int[definitions]);
        _types = [.. set.Files.Select(_ => new Dictionary<string, TypePlan>(StringComparer.Ordinal))];
        (_drafts, _ids, _tiers, _isChapter) = (new ItemDraft?[set.Count], new string?[set.Count], new ItemTier?[set.Count], new bool[set.Count]);
    }

    /// <summary>Makes the items, ordered by path and place.</summary>
    public static IReadOnlyList<TraceItem> Of(ReqIfSet set, ReadOptions options, ReadLog log, CancellationToken cancel)
    {
        var items = new ReqIfItems(set, options, log);
        for (var i = 0; i < set.Count; i++)
        {
            if ((i & 0xFFF) == 0) cancel.ThrowIfCancellationRequested();
            items.Draft(i);
        }
        ReqIfRelations.Link(set, items._ids, items._drafts, items._isChapter, items._setter, log);
        return items.Build();
    }

    // Values become fields and attributes; type and chapters are decided, so that relations find every id.
    private void Draft(int index)
    {
        var file = _set.FileOf(index);
        ref readonly var found = ref _set.Object(index);
        var type = _set.Type(file, found.Type, found.Line);
        var plan = type is null ? TypePlan.None : PlanOf(file, type);
        if (plan.IsLeftOut) return;
        var draft = new ItemDraft(PlaceOf(index));
        var isChapter = Fill(draft, file, found, type);
        Describe(draft, found, plan.IsChapter);
        isChapter = plan.IsChapter || (isChapter && draft[ItemField.Text] is null);
        if (string.IsNullOrWhiteSpace(draft.Id)) draft.Id = found.Id;
        _ids[index] = FieldValues.IsId(draft.Id) ? draft.Id : null;
        if (_ids[index] is null && !plan.IsExternal) NoId(index, draft.Id);
        if (plan.IsExternal || _ids[index] is null) return;
        if (_tierWord.Length > 0) FieldValues.SetTier(draft, _tierWord, _options, _log);
        (_drafts[index], _isChapter[index], _tiers[index]) = (draft, isChapter, _tierWord.Length > 0 ? draft.Tier : plan.Tier);
    }

    // What the object's own element says besides its values.
    private static void Describe(ItemDraft draft, in SpecObject found, bool isChapterType)
    {
        if (found.LongName is { } name)
        {
            if (draft[ItemField.Title] is null) draft[ItemField.Title] = name;
            else if (name != draft[ItemField.Title] && name != draft.Id) draft.Attribute("LONG-NAME", name);
        }
        if (found.Description is { } description)
        {
            if (draft[ItemField.Text] is null && !isChapterType) draft[ItemField.Text] = description;
            else if (description != draft[ItemField.Text]) draft.Attribute("DESC", description);
        }
        if (isChapterType && draft[ItemField.Title] is null) (draft[ItemField.Title], draft[ItemField.Text]) = (draft[ItemField.Text], null);
    }

    private void NoId(int index, string id)
    {
        var place = PlaceOf(index);
        var what = id.Length == 0 ? "the object has no identifier" : $"the id has {id.Length} characters or control characters among them";
        _log.Add("TRC-018", place, $"{what}; hint: map the attribute that holds the id");
    }

    /// <summary>Gives a draft its fields and attributes; true when the object has the title of a chapter.</summary>
    private bool Fill(ItemDraft draft, int file, in SpecObject found, SpecType? type)
    {
        var content = _set.Files[file];
        var values = content.Values.All.Slice(found.FirstValue, found.Values);
        var given = type is { HasDefaults: true } ? WithDefaults(values, type) : values;
        Rank(given, file, found.Line, out var prefix);
        _tierWord = "";
        var isChapter = false;
        for (var i = 0; i < given.Length; i++)
        {
            var plan = PlanOf(file, given[i].Definition, found.Line);
            var text = given[i].IsEnum ? Names(file, given[i].Text, found.Line) : given[i].Text;
            isChapter |= plan.IsChapter && text.Length > 0;
            if (plan.Target is not { } target) draft.Attribute(plan.Name, text);
            else if (target.Field < ItemField.Links && _best[(int)target.Field] != i) Keep(draft, plan, text);
            else if (target.Field == ItemField.Id) draft.Id = plan.Rank < 0 ? text : Full(plan, prefix, text);
            else if (target.Field == ItemField.Tier) _tierWord = text;
            else _setter.Set(draft, target, plan.Name, text);
        }
        return isChapter;
    }

    private static void Keep(ItemDraft draft, FieldPlan plan, string text)
    {
        if (text.Length > 0) draft.Attribute(plan.Name, text);
    }

    // For each field, which of the values is taken.
    private void Rank(ReadOnlySpan<RawValue> given, int file, int line, out string prefix)
    {
        prefix = "";
        for (var i = 0; i < _best.Length; i++) _best[i] = -1;
        for (var i = 0; i < given.Length; i++)
        {
            var plan = PlanOf(file, given[i].Definition, line);
            if (plan.IsPrefix) prefix = given[i].Text.Trim();
            if (plan.Target is not { Field: < ItemField.Links and var field } || given[i].Text.Length == 0) continue;
            ref var best = ref _best[(int)field];
            if (best < 0 || PlanOf(file, given[best].Definition, line).Rank > plan.Rank) best = i;
        }
    }

    // DOORS keeps the number and the module's prefix apart; people see them together.
    private static string Full(FieldPlan plan, string prefix, string id)
    {
        var text = id.Trim();
        return plan.Name.Equals(ReqIfPresets.ForeignId, StringComparison.OrdinalIgnoreCase) && !text.AsSpan().ContainsAnyExceptInRange('0', '9') ? prefix + text : text;
    }

    // The stamp of an object marks the definitions that it has a value of.
    private Span<RawValue> WithDefaults(Span<RawValue> values, SpecType type)
    {
        _stamp++;
        _withDefaults.Clear();
        foreach (ref readonly var value in values)
        {
            _withDefaults.Add(value);
            _givenTo[value.Definition] = _stamp;
        }
        foreach (var definition in type.Definitions)
        {
            if (definition.Default is not { } value || _givenTo[value.Definition] == _stamp) continue;
            _withDefaults.Add(value);
            _givenTo[value.Definition] = _stamp;
        }
        return _withDefaults.All;
    }

    private string Names(int file, string ids, int line)
    {
        if (ids.Length == 0) return "";
        if (!ids.Contains('\n', StringComparison.Ordinal)) return _set.EnumValue(file, ids, line);
        return string.Join('\n', ids.Split('\n').Select(id => _set.EnumValue(file, id, line)));
    }

    private IReadOnlyList<TraceItem> Build()
    {
        var titles = new string?[_set.Count];
        for (var i = 0; i < titles.Length; i++)
        {
            if (_drafts[i] is { } draft) titles[i] = _isChapter[i] && draft[ItemField.Title] is { } title ? title : _ids[i];
        }

        var chapters = new ReqIfChapters(_set, titles, _log);
        var items = new ItemSink(_options, _log);
        for (var i = 0; i < titles.Length; i++)
        {
            if (_drafts[i] is not { } draft) continue;
            _drafts[i] = null; // Large sets: what is built need not be kept twice.
            if (_isChapter[i])
            {
                _log.Lose("identifiers and attributes of chapters", PlaceOf(i));
                if (draft[ItemField.Text] is not null) _log.Lose(_ids[i]!, "text of a chapter", PlaceOf(i));
                continue;
            }

            if (chapters.Around(i) is { Length: > 0 } around) draft.Attribute(ReqIfChapters.Attribute, around);
            if (_tiers[i] is { } tier) draft.Tier = tier;
            else SetTier(draft, chapters.SpecificationOf(i));
            items.Add(draft);
        }

        foreach (var (index, earlier) in _set.Twice())
        {
            if (_ids[index] is null || _ids[index] != _ids[earlier])
                _log.Add("TRC-016", PlaceOf(index), $"identifier '{_set.Object(index).Id}' is also that of the object in line {_set.Object(earlier).Line}; references lead to that one");
        }
        return items.Finish();
    }

    // The name of a specification decides only where the mapping says so; else the id's prefix or the default does.
    private void SetTier(ItemDraft draft, string? specification)
    {
        var isMapped = specification is not null && _options.Mapping?.Tiers.ContainsKey(specification) == true;
        FieldValues.SetTier(draft, isMapped ? specification! : "", _options, _log);
    }

    private TypePlan PlanOf(int file, SpecType type)
    {
        if (!_types[file].TryGetValue(type.Id, out var plan)) _types[file].Add(type.Id, plan = TypePlan.Of(type, _options.Mapping));
        return plan;
    }

    // Plans are those of one file: objects come file by file, and what an identifier means is looked for in its own file first.
    private FieldPlan PlanOf(int file, int definition, int line)
    {
        if (_fieldsOf[definition] == file + 1) return _fields[definition]!;
        var id = _set.Names.Definition(definition);
        var found = _set.Definition(file, id, line) ?? new AttributeDefinition(id, id);
        _fieldsOf[definition] = file + 1;
        return _fields[definition] = FieldPlan.Of(found, _setter);
    }

    private SourcePlace PlaceOf(int index)
    {
        ref readonly var found = ref _set.Object(index);
        return new SourcePlace(_set.Files[_set.FileOf(index)].Path, found.Line, found.Column);
    }
}
