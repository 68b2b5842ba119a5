using System.Text.Json;
using Certify.Facts;
using Certify.Trace.Formats.Common;
using Certify.Trace.Formats.Json;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Needs;

/// <summary>Reads one needs.json.</summary>
// @llr CFY-LLR-360
internal sealed class NeedsFile(JsonSource source, NeedsFields fields, ReadOptions options, ItemSink sink, ReadLog log)
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<(string Field, string[] Ids)> _lists = [];
    private readonly HashSet<(string From, string Field, string To)> _links = [];
    private readonly List<(string From, string Field, string To, SourcePlace Place)> _backs = [];

    /// <summary>Reads the needs of the current version; other versions are losses.</summary>
    public void Read()
    {
        var current = fields.Version is { } version && fields.Versions.Contains(version) ? version : fields.Versions.LastOrDefault();
        foreach (var other in fields.Versions)
        {
            if (other != current) log.Lose($"version {SourceText.Quote(other)} of the needs", new SourcePlace(source.Path, 0));
        }

        var reader = source.Open();
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject) return;
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (source.NextProperty(ref reader, names) is { } name)
        {
            if (name == "versions" && reader.TokenType == JsonTokenType.StartObject) ReadVersions(ref reader, current);
            else reader.Skip();
        }
        reader.Read();
        CompareBacks();
    }

    private void ReadVersions(ref Utf8JsonReader reader, string? current)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (source.NextProperty(ref reader, names) is { } version)
        {
            if (version != current || reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }
            var inside = new HashSet<string>(StringComparer.Ordinal);
            while (source.NextProperty(ref reader, inside) is { } name)
            {
                if (name == "needs" && reader.TokenType == JsonTokenType.StartObject) ReadMap(ref reader);
                else if (name == "needs" && reader.TokenType == JsonTokenType.StartArray) ReadList(ref reader);
                else reader.Skip();
            }
        }
    }

    private void ReadMap(ref Utf8JsonReader reader)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        while (source.NextProperty(ref reader, ids) is { } id) ReadNeed(ref reader, id);
    }

    private void ReadList(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) ReadNeed(ref reader, "");
    }

    private void ReadNeed(ref Utf8JsonReader reader, string key)
    {
        var draft = new ItemDraft(source.Place(in reader)) { Id = key };
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            source.Report("TRC-016", in reader, $"need {SourceText.Quote(key)} is no object; hint: build the needs again");
            reader.Skip();
            return;
        }

        var type = "";
        _names.Clear();
        _lists.Clear();
        while (source.NextProperty(ref reader, _names, key) is { } name)
        {
            if (name == "id") draft.Id = JsonSource.Plain(in reader) ?? draft.Id;
            else if (name == "type") type = JsonSource.Plain(in reader) ?? "";
            else Take(ref reader, draft, name);
            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject) reader.Skip();
        }
        if (!FieldValues.IsId(draft.Id))
        {
            log.Add("TRC-018", draft.Place, $"need with id {SourceText.Quote(draft.Id)}; hint: an id has 1 to 256 characters");
            return;
        }
        SetTier(draft, type);
        foreach (var (field, ids) in _lists) AddLinks(draft, field, ids);
        sink.Add(draft);
    }

    private void Take(ref Utf8JsonReader reader, ItemDraft draft, string name)
    {
        var mapped = options.Mapping?.Fields.TryGetValue(name, out var target) == true && FieldTarget.TryParse(target, out var found) ? found : null;
        if (reader.TokenType == JsonTokenType.StartArray && (mapped?.Field == ItemField.Links || mapped is null && (fields.IsLink(name) || fields.IsBack(name))))
        {
            _lists.Add((name, Strings(ref reader)));
            return;
        }
        if (mapped is null && NeedsNames.IsComputed(name)) return;
        var value = reader.TokenType switch
        {
            JsonTokenType.StartArray => ListText(ref reader),
            JsonTokenType.StartObject => source.Raw(ref reader) is var raw && raw != "{}" ? raw : "",
            _ => SourceText.Lines(JsonSource.Plain(in reader) ?? ""),
        };
        if (value.Length > 0) Set(draft, mapped, name, value);
    }

    private void Set(ItemDraft draft, FieldTarget? mapped, string name, string value)
    {
        var target = mapped ?? (NeedsNames.FieldOf(name) is { } known ? new FieldTarget(known)
            : new FieldTarget(ItemField.Attribute, name.StartsWith(NeedsNames.Attribute, StringComparison.Ordinal) ? name[NeedsNames.Attribute.Length..] : name));
        switch (target.Field)
        {
            case ItemField.None or ItemField.Id or ItemField.Tier:
                break;
            case ItemField.Attribute:
                draft.Attribute(target.Name, value);
                break;
            case ItemField.Links:
                FieldValues.AddLinks(draft, target.Name, value, options.Mapping!.ListSeparators);
                break;
            case var field when FieldValues.TrySet(draft, field, value, log):
                break;
            default:
                if (draft[target.Field] is null) draft[target.Field] = value;
                else if (draft[target.Field] != value) draft.Attribute(name, value);
                break;
        }
    }

    private void SetTier(ItemDraft draft, string type)
    {
        if (options.Mapping?.Tiers.ContainsKey(type) != true && NeedsNames.TierOf(type) is { } tier) draft.Tier = tier;
        else if (type.Equals("req", StringComparison.OrdinalIgnoreCase) && options.Mapping?.Tiers.ContainsKey(type) != true) draft.Tier = options.DefaultTier;
        else FieldValues.SetTier(draft, type, options, log);
        if (type.Length > 0 && NeedsNames.TypeOf(draft.Tier) != type && !draft.Has("tier")) draft.Attribute("type", type);
    }

    private void AddLinks(ItemDraft draft, string field, string[] ids)
    {
        var role = options.Mapping?.Fields.TryGetValue(field, out var name) == true && FieldTarget.TryParse(name, out var target) ? target.Value.Name : null;
        if (role is null && fields.IsBack(field))
        {
            foreach (var id in ids) _backs.Add((id, field[..^NeedsNames.Back.Length], draft.Id, draft.Place));
            return;
        }
        foreach (var id in ids)
        {
            if (id.Length == 0) continue;
            draft.Link(new TraceLink(role ?? NeedsNames.RoleOf(field, draft.Tier), id));
            _links.Add((draft.Id, field, id));
        }
    }

    // A link that only its other end tells of would be lost without a word.
    private void CompareBacks()
    {
        foreach (var (from, field, to, place) in _backs)
        {
            if (!_links.Contains((from, field, to))) log.Lose(to, $"'{field}{NeedsNames.Back}' names {SourceText.Quote(from)}, which has no such link", place);
        }
    }

    private string[] Strings(ref Utf8JsonReader reader)
    {
        var texts = new List<string>();
        var depth = reader.CurrentDepth;
        while (reader.Read() && reader.CurrentDepth > depth)
        {
            if (JsonSource.Plain(in reader) is { } text) texts.Add(text);
        }
        return [.. texts];
    }

    // Plain values one per line; a list with lists or objects in it as JSON.
    private string ListText(ref Utf8JsonReader reader)
    {
        var probe = reader;
        var depth = probe.CurrentDepth;
        var texts = new List<string>();
        while (probe.Read() && probe.CurrentDepth > depth)
        {
            if (JsonSource.Plain(in probe) is { } text && !text.Contains('\n', StringComparison.Ordinal)) texts.Add(text);
            else return source.Raw(ref reader);
        }
        reader = probe;
        return string.Join('\n', texts);
    }
}
