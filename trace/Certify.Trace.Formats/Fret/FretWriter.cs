using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Certify.Trace.Formats.Common;
using Certify.Trace.Formats.Json;
using Certify.Trace.Model;
using static Certify.Trace.Formats.Fret.FretNames;

namespace Certify.Trace.Formats.Fret;

/// <summary>Writes FRET JSON: of items that were read from FRET every property, of others id, parent, rationale, text and status.</summary>
// @llr CFY-LLR-359
public sealed class FretWriter : IItemWriter
{
    private static readonly JsonWriterOptions s_options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public string Name => "fret";

    /// <inheritdoc/>
    public string Extension => ".json";

    /// <inheritdoc/>
    public WriteOutcome Write(IReadOnlyList<TraceItem> items, string title)
    {
        var losses = new List<Loss>();
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, s_options))
        {
            var isPlainList = items.Any(i => i.Attribute(PlainList) is not null);
            if (!isPlainList) json.WriteStartObject();
            if (!isPlainList) json.WritePropertyName("requirements");
            json.WriteStartArray();
            foreach (var item in items)
            {
                Write(json, item);
                Lose(item, losses);
            }
            json.WriteEndArray();
            if (!isPlainList) WriteRest(json, items);
            if (!isPlainList) json.WriteEndObject();
        }
        bytes.WriteByte((byte)'\n');
        return new WriteOutcome([new InputFile(title + Extension, bytes.ToArray())], losses);
    }

    private static void Write(Utf8JsonWriter json, TraceItem item)
    {
        var empty = item.Attribute(Empty)?.Split('\n') ?? [];
        json.WriteStartObject();
        Field(json, item, "reqid", item.Id, empty);
        Field(json, item, "parent_reqid", item.Targets(LinkRole.Satisfies).FirstOrDefault(), empty);
        Field(json, item, "rationale", item.Rationale, empty);
        Field(json, item, "fulltext", item.Text.Length == 0 ? null : item.Text, empty);
        Field(json, item, "status", item.Status, empty);
        foreach (var (name, value) in item.Attributes)
        {
            if (IsPlainProperty(name)) Property(json, name[Prefix.Length..], value);
        }
        if (item.Attributes.Any(a => a.Name.StartsWith(Semantics, StringComparison.Ordinal)))
        {
            json.WriteStartObject("semantics");
            foreach (var (name, value) in item.Attributes)
            {
                if (name.StartsWith(Semantics, StringComparison.Ordinal)) Property(json, name[Semantics.Length..], value);
            }
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    // What was read as JSON is written so again as long as the field has not changed.
    private static void Field(Utf8JsonWriter json, TraceItem item, string name, string? value, string[] empty)
    {
        if (item.Attribute(Prefix + name + FretNames.JsonMark) is { } raw && TextOf(raw) is var text && (text is null || text == (value ?? ""))) Property(json, name + FretNames.JsonMark, raw);
        else if (!string.IsNullOrEmpty(value)) json.WriteString(name, value);
        else if (empty.Contains(name)) json.WriteString(name, "");
    }

    private static void Property(Utf8JsonWriter json, string name, string value)
    {
        if (!name.EndsWith(FretNames.JsonMark, StringComparison.Ordinal))
        {
            json.WriteString(name, value);
            return;
        }
        json.WritePropertyName(name[..^FretNames.JsonMark.Length]);
        if (JsonText.IsJson(value)) json.WriteRawValue(value, skipInputValidation: true);
        else json.WriteStringValue(value);
    }

    private static void WriteRest(Utf8JsonWriter json, IReadOnlyList<TraceItem> items)
    {
        var variables = new List<(int Place, string Json)>();
        var written = new HashSet<string>(["requirements", "variables"], StringComparer.Ordinal);
        var hasVariables = false;
        foreach (var item in items)
        {
            foreach (var (name, value) in item.Attributes)
            {
                if (name == Variables) AddVariables(value, variables);
                else if (name == Root + "variables" + FretNames.JsonMark) hasVariables = true;
                else if (name.StartsWith(Root, StringComparison.Ordinal) && name.EndsWith(FretNames.JsonMark, StringComparison.Ordinal)
                    && written.Add(name[Root.Length..^FretNames.JsonMark.Length]))
                    Property(json, name[Root.Length..], value);
            }
        }
        if (!hasVariables && variables.Count == 0) return;
        json.WriteStartArray("variables");
        foreach (var (_, variable) in variables.OrderBy(v => v.Place)) json.WriteRawValue(variable, skipInputValidation: true);
        json.WriteEndArray();
    }

    private static void AddVariables(string lines, List<(int, string)> variables)
    {
        foreach (var line in lines.Split('\n'))
        {
            var blank = line.IndexOf(' ', StringComparison.Ordinal);
            if (blank > 0 && int.TryParse(line.AsSpan(0, blank), NumberStyles.None, CultureInfo.InvariantCulture, out var place) && JsonText.IsJson(line[(blank + 1)..]))
                variables.Add((place, line[(blank + 1)..]));
        }
    }

    private static bool IsPlainProperty(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal) && !name.StartsWith(Semantics, StringComparison.Ordinal) && !name.StartsWith(Root, StringComparison.Ordinal)
        && name is not (Empty or Variables or PlainList)
        && !(name.EndsWith(FretNames.JsonMark, StringComparison.Ordinal) && name[Prefix.Length..^FretNames.JsonMark.Length] is "reqid" or "parent_reqid" or "rationale" or "fulltext" or "status");

    private static string? TextOf(string raw)
    {
        if (!raw.StartsWith('"') || !JsonText.IsJson(raw)) return null;
        return SourceText.Lines(JsonSerializer.Deserialize<string>(raw) ?? "");
    }

    private static void Lose(TraceItem item, List<Loss> losses)
    {
        ItemLosses.AllBut(item, losses, ItemField.Id, ItemField.Text, ItemField.Rationale, ItemField.Status);
        if (item.Component.Length > 0 && item.Component != item.Attribute(Semantics + "component")) losses.Add(new Loss(item.Id, "component", item.Place));
        if (item.Rationale is { Length: 0 } || item.Status is { Length: 0 }) losses.Add(new Loss(item.Id, "a field that is empty and not absent", item.Place));
        var parents = 0;
        foreach (var link in item.Links)
        {
            if (link.Role == LinkRole.Satisfies && link.Target.Length > 0 && parents++ == 0) ItemLosses.Suspicion(item, link, losses);
            else losses.Add(new Loss(item.Id, $"link '{link.Role}' to '{link.Target}'", item.Place));
        }
        foreach (var (name, _) in item.Attributes)
        {
            if (!name.StartsWith(Prefix, StringComparison.Ordinal)) losses.Add(new Loss(item.Id, $"attribute '{name}'", item.Place));
        }
        PlainLosses.Surrogates(item, losses);
    }
}
