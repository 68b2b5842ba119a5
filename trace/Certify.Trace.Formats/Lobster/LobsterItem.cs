using System.Text.Json;
using Certify.Trace.Formats.Common;
using Certify.Trace.Formats.Json;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Lobster;

/// <summary>Reads one item of a LOBSTER file.</summary>
// @llr CFY-LLR-362
internal sealed class LobsterItem(JsonSource source, ReadOptions options, ItemTier tier, ItemSink sink, ReadLog log)
{
    private readonly List<LobsterTag> _refs = [];
    private string? _status;
    private string _kind = "";
    private string _name = "";

    /// <summary>Reads the item that the reader stands on.</summary>
    public void Read(ref Utf8JsonReader reader)
    {
        var draft = new ItemDraft(source.Place(in reader)) { Tier = tier };
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            source.Report("TRC-016", in reader, "an entry of the data is no object; hint: run the LOBSTER tool again");
            reader.Skip();
            return;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        var tag = default(LobsterTag);
        while (source.NextProperty(ref reader, names) is { } name)
        {
            if (name == "tag" && reader.TokenType == JsonTokenType.String) tag = LobsterTag.Parse(reader.GetString()!);
            else Take(ref reader, draft, name);
        }
        draft.Id = tag.Name is null ? "" : tag.Id;
        if (!FieldValues.IsId(draft.Id))
        {
            log.Add("TRC-018", draft.Place, $"item with tag {SourceText.Quote(draft.Id)}; hint: a tag is 'namespace name' of at most 256 characters");
            return;
        }

        if (tag.Namespace != LobsterTag.Requirements) draft.Attribute(LobsterReader.Namespace, tag.Namespace);
        draft[ItemField.Revision] = tag.Version;
        if (_name != tag.Name && _name.Length > 0) draft[ItemField.Title] = _name;
        SetTier(draft);
        AddRefs(draft);
        if (tier != ItemTier.TestCase || draft.Tier == ItemTier.Result) draft[ItemField.Status] = _status;
        sink.Add(draft);
        if (tier == ItemTier.TestCase && draft.Tier != ItemTier.Result && _status is { } status) AddResult(draft, status);
    }

    private void Take(ref Utf8JsonReader reader, ItemDraft draft, string name)
    {
        var text = reader.TokenType == JsonTokenType.String ? SourceText.Lines(reader.GetString()!) : null;
        switch (name)
        {
            case "name" when text is not null:
                _name = text;
                break;
            case "text" when text is not null:
                draft[ItemField.Text] = text;
                break;
            case "status" when text is not null:
                _status = text;
                break;
            case "kind" when text is not null:
                _kind = text;
                break;
            case "refs" when reader.TokenType == JsonTokenType.StartArray:
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    if (reader.TokenType == JsonTokenType.String) _refs.Add(LobsterTag.Parse(reader.GetString()!));
                    else source.Report("TRC-016", in reader, "an entry of 'refs' is no string; hint: run the LOBSTER tool again");
                    reader.Skip();
                }
                break;
            default:
                if (text is { Length: > 0 }) draft.Attribute(LobsterReader.Prefix + name, text);
                else if (source.Raw(ref reader) is var raw && raw is not ("null" or "[]" or "{}" or "\"\"")) draft.Attribute(LobsterReader.Prefix + name, raw);
                break;
        }
    }

    // The kind is the tier where this tool wrote it, and the name of a record type or the like elsewhere.
    private void SetTier(ItemDraft draft)
    {
        if (options.Mapping?.Tiers.ContainsKey(_kind) == true) FieldValues.SetTier(draft, _kind, options, log);
        else if (TierNames.TryParse(_kind, out var named))
        {
            draft.Tier = named;
            return;
        }
        else if (tier == options.DefaultTier) FieldValues.SetTier(draft, "", options, log);
        if (_kind.Length > 0) draft.Attribute(LobsterReader.Prefix + "kind", _kind);
    }

    private void AddRefs(ItemDraft draft)
    {
        foreach (var tag in _refs)
        {
            if (tag.Name.Length == 0) continue;
            draft.Link(new TraceLink(PlainRole.Of(draft.Tier), tag.Id, tag.Version));
            if (tag.Namespace != LobsterTag.Requirements) draft.Attribute(LobsterReader.Refs, tag.Id);
        }
    }

    private void AddResult(ItemDraft test, string status)
    {
        var result = new ItemDraft(test.Place) { Id = test.Id + " result", Tier = ItemTier.Result, Outcome = new ItemOutcome(status, status == "ok") };
        if (!FieldValues.IsId(result.Id))
        {
            log.Lose(test.Id, $"status {SourceText.Quote(status)}: the id leaves no room for that of a result", test.Place);
            return;
        }
        result.Link(new TraceLink(LinkRole.ResultOf, test.Id, test[ItemField.Revision]));
        sink.Add(result);
    }
}
