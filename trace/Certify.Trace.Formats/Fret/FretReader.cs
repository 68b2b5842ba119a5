using System.Globalization;
using System.Text.Json;
using Certify.Facts;
using Certify.Trace.Formats.Common;
using Certify.Trace.Formats.Json;
using Certify.Trace.Model;
using static Certify.Trace.Formats.Fret.FretNames;

namespace Certify.Trace.Formats.Fret;

/// <summary>
/// Reads the JSON export of NASA's FRET. "fulltext" is the text, "parent_reqid" a link 'satisfies', "semantics.component" the component; every other
/// property, and every field of "semantics", is an attribute that begins with "fret.", so that <see cref="FretWriter"/> gives equal JSON. A
/// variable is kept at the first requirement of its component.
/// </summary>
// @llr CFY-LLR-358
public sealed class FretReader : IItemReader
{
    /// <inheritdoc/>
    public string Name => "fret";

    /// <inheritdoc/>
    public string Description => "JSON export of NASA FRET, formal semantics and variables included";

    /// <inheritdoc/>
    public bool Recognises(string path, ReadOnlySpan<byte> head)
    {
        if (!path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)) return false;
        var shape = JsonShape.Of(head);
        return shape.Has("1:requirements") && (shape.Has("3:reqid") || shape.Has("3:fulltext")) || shape.Has("2:reqid") && shape.Has("2:fulltext");
    }

    /// <inheritdoc/>
    public ReadOutcome Read(IReadOnlyList<InputFile> files, ReadOptions options, CancellationToken cancel = default)
    {
        var log = new ReadLog();
        var sink = new ItemSink(options, log);
        foreach (var file in InOrder.Of(files))
        {
            cancel.ThrowIfCancellationRequested();
            var drafts = new List<ItemDraft>();
            var rest = new FretRest();
            JsonSource.Read(file, options, log, source => ReadFile(source, drafts, rest, options, log));
            rest.AddTo(drafts);
            foreach (var draft in drafts) sink.Add(draft);
            if (drafts.Count == 0) log.Add("TRC-016", new SourcePlace(file.Path, 0), "the file holds no requirement; hint: export the project from FRET again");
        }
        return log.Finish(sink.Finish());
    }

    private static void ReadFile(JsonSource source, List<ItemDraft> drafts, FretRest rest, ReadOptions options, ReadLog log)
    {
        var reader = source.Open();
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            rest.IsPlainList = true;
            ReadRequirements(source, ref reader, drafts, options, log);
        }
        else if (reader.TokenType == JsonTokenType.StartObject)
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            while (source.NextProperty(ref reader, names) is { } name)
            {
                var isList = reader.TokenType == JsonTokenType.StartArray;
                if (name == "requirements" && isList) ReadRequirements(source, ref reader, drafts, options, log);
                else if (name == "variables" && isList) rest.ReadVariables(source, ref reader);
                else rest.Root.Add((name, source.Raw(ref reader)));
            }
        }
        reader.Read();
    }

    private static void ReadRequirements(JsonSource source, ref Utf8JsonReader reader, List<ItemDraft> drafts, ReadOptions options, ReadLog log)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                source.Report("TRC-016", in reader, "an entry of the requirements is no object; hint: export the project again");
                reader.Skip();
                continue;
            }

            var draft = new ItemDraft(source.Place(in reader));
            names.Clear();
            while (source.NextProperty(ref reader, names) is { } name) Take(source, ref reader, draft, name);
            if (!FieldValues.IsId(draft.Id))
            {
                log.Add("TRC-018", draft.Place, $"requirement with id {SourceText.Quote(draft.Id)}; hint: a 'reqid' has 1 to 256 characters");
                continue;
            }
            FieldValues.SetTier(draft, "", options, log);
            drafts.Add(draft);
        }
    }

    private static void Take(JsonSource source, ref Utf8JsonReader reader, ItemDraft draft, string name)
    {
        if (name == "semantics" && reader.TokenType == JsonTokenType.StartObject)
        {
            ReadSemantics(source, ref reader, draft);
            return;
        }
        if (reader.TokenType != JsonTokenType.String && JsonSource.Plain(in reader) is { } plain && name == "reqid") draft.Id = plain;
        if (reader.TokenType != JsonTokenType.String || !IsField(name))
        {
            Keep(source, ref reader, draft, Prefix + name);
            return;
        }

        var text = reader.GetString()!;
        if (text.Contains('\r', StringComparison.Ordinal)) draft.Attribute(Prefix + name + JsonMark, source.Raw(ref reader));
        else if (text.Length == 0 && name != "reqid") draft.Attribute(Empty, name);
        text = SourceText.Lines(text);
        if (name == "reqid") draft.Id = text;
        else if (text.Length == 0) return;
        else if (name == "parent_reqid") draft.Link(new TraceLink(LinkRole.Satisfies, text));
        else draft[name switch { "fulltext" => ItemField.Text, "rationale" => ItemField.Rationale, _ => ItemField.Status }] = text;
    }

    private static void ReadSemantics(JsonSource source, ref Utf8JsonReader reader, ItemDraft draft)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (source.NextProperty(ref reader, names, draft.Id) is { } field)
        {
            if (field == "component" && reader.TokenType == JsonTokenType.String) draft[ItemField.Component] = SourceText.Lines(reader.GetString()!);
            Keep(source, ref reader, draft, Semantics + field);
        }
        if (names.Count == 0) draft.Attribute(Prefix + "semantics" + JsonMark, "{}");
    }

    // A string is kept as its text where that says all; anything else as JSON.
    private static void Keep(JsonSource source, ref Utf8JsonReader reader, ItemDraft draft, string name)
    {
        if (reader.TokenType == JsonTokenType.String && reader.GetString() is { Length: > 0 } text
            && !text.Contains('\r', StringComparison.Ordinal) && !name.EndsWith(JsonMark, StringComparison.Ordinal) && name is not (Empty or Variables)
            && !name.StartsWith(Root, StringComparison.Ordinal))
            draft.Attribute(name, text);
        else draft.Attribute(name + JsonMark, source.Raw(ref reader));
    }

    private static bool IsField(string name) => name is "reqid" or "parent_reqid" or "fulltext" or "rationale" or "status";
}
