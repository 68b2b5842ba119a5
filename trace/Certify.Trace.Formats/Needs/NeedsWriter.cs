using System.Text.Encodings.Web;
using System.Text.Json;
using Certify.Facts;
using Certify.Trace.Formats.Common;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Needs;

/// <summary>
/// Writes needs.json as sphinx-needs does: one version, a map of needs, links with their other ends, and a schema that says which fields are links. Of items
/// with one id only the first is written.
/// </summary>
// @llr CFY-LLR-361
public sealed class NeedsWriter : IItemWriter
{
    private const string Version = "1.0";
    private static readonly JsonWriterOptions s_options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public string Name => "needs";

    /// <inheritdoc/>
    public string Extension => ".json";

    /// <inheritdoc/>
    public WriteOutcome Write(IReadOnlyList<TraceItem> items, string title)
    {
        var losses = new List<Loss>();
        var roles = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var backs = new Dictionary<string, List<(string Role, string From)>>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            foreach (var link in item.Links)
            {
                roles.TryAdd(link.Role, FieldOf(link.Role));
                if (!backs.TryGetValue(link.Target, out var ends)) backs.Add(link.Target, ends = []);
                ends.Add((link.Role, item.Id));
            }
        }

        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, s_options))
        {
            json.WriteStartObject();
            json.WriteString("current_version", Version);
            json.WriteString("project", title);
            json.WriteStartObject("versions");
            json.WriteStartObject(Version);
            json.WriteStartObject("needs");
            var count = WriteNeeds(json, items, roles, backs, losses);
            json.WriteEndObject();
            json.WriteNumber("needs_amount", count);
            WriteSchema(json, roles.Values);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }
        bytes.WriteByte((byte)'\n');
        return new WriteOutcome([new InputFile(title + Extension, bytes.ToArray())], losses);
    }

    // A role is a field of its own name; one whose name means something else here cannot be one.
    private static string FieldOf(string role)
    {
        if (role is LinkRole.ResultOf or LinkRole.DependsOn) return role.Replace('-', '_');
        if (role is "result_of" or "depends_on" or "links") return "";
        return NeedsNames.IsKnownRole(role) || !NeedsNames.IsReserved(role) ? role : "";
    }

    private static int WriteNeeds(Utf8JsonWriter json, IReadOnlyList<TraceItem> items, SortedDictionary<string, string> roles,
        Dictionary<string, List<(string Role, string From)>> backs, List<Loss> losses)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (!ids.Add(item.Id))
            {
                losses.Add(new Loss(item.Id, "second item of one id", item.Place));
                continue;
            }
            json.WriteStartObject(item.Id);
            WriteFields(json, item);
            foreach (var (name, value) in item.Attributes)
            {
                if (name == "tags")
                {
                    WriteLinks(json, name, value.Split('\n'));
                    continue;
                }
                var isTaken = NeedsNames.IsReserved(name) || roles.ContainsValue(name);
                json.WriteString(isTaken ? NeedsNames.Attribute + name : name, value);
            }
            foreach (var (role, field) in roles)
            {
                if (field.Length == 0) continue;
                WriteLinks(json, field, item.Targets(role));
                WriteLinks(json, field + NeedsNames.Back, backs.TryGetValue(item.Id, out var ends) ? ends.Where(e => e.Role == role).Select(e => e.From).Distinct() : []);
            }
            json.WriteEndObject();
            Lose(item, roles, losses);
        }
        return ids.Count;
    }

    private static void WriteFields(Utf8JsonWriter json, TraceItem item)
    {
        json.WriteString("id", item.Id);
        json.WriteString("type", NeedsNames.TypeOf(item.Tier));
        json.WriteString("title", item.Title);
        json.WriteString("content", item.Text);
        Field(ItemField.Status, item.Status);
        Field(ItemField.Rationale, item.Rationale);
        Field(ItemField.Derived, item.Derived ? "yes" : null);
        Field(ItemField.SafetyFeedback, item.SafetyFeedback);
        Field(ItemField.Source, item.Source);
        Field(ItemField.Level, item.Level);
        Field(ItemField.Component, item.Component.Length == 0 ? null : item.Component);
        Field(ItemField.Verification, item.Verification.Count == 0 ? null : string.Join(", ", item.Verification.Select(v => v.ToString().ToLowerInvariant())));
        Field(ItemField.TestKind, item.TestKind switch { TestKind.NormalRange => "normal range", TestKind.Robustness => "robustness", _ => null });
        Field(ItemField.Revision, item.Revision);
        Field(ItemField.Owner, item.Owner);
        Field(ItemField.Author, item.Author);
        Field(ItemField.Reviewer, item.Reviewer);
        Field(ItemField.Verdict, item.Outcome?.Verdict);
        Field(ItemField.Passed, item.Outcome is { } outcome ? outcome.Passed ? "yes" : "no" : null);
        Field(ItemField.Image, item.Outcome?.ImageSha256);
        Field(ItemField.Log, item.Outcome?.LogSha256);

        void Field(ItemField field, string? value)
        {
            if (value is not null) json.WriteString(NeedsNames.Of(field), value);
        }
    }

    private static void WriteLinks(Utf8JsonWriter json, string field, IEnumerable<string> ids)
    {
        json.WriteStartArray(field);
        foreach (var id in ids) json.WriteStringValue(id);
        json.WriteEndArray();
    }

    private static void WriteSchema(Utf8JsonWriter json, IEnumerable<string> links)
    {
        json.WriteStartObject("needs_schema");
        json.WriteStartObject("properties");
        foreach (var field in links.Where(f => f.Length > 0))
        {
            Property(field, "links");
            Property(field + NeedsNames.Back, "backlinks");
        }
        json.WriteEndObject();
        json.WriteString("type", "object");
        json.WriteEndObject();

        void Property(string name, string kind)
        {
            json.WriteStartObject(name);
            json.WriteString("field_type", kind);
            json.WriteStartObject("items");
            json.WriteString("type", "string");
            json.WriteEndObject();
            json.WriteString("type", "array");
            json.WriteEndObject();
        }
    }

    private static void Lose(TraceItem item, SortedDictionary<string, string> roles, List<Loss> losses)
    {
        foreach (var link in item.Links)
        {
            if (roles[link.Role].Length == 0) losses.Add(new Loss(item.Id, $"link '{link.Role}' to '{link.Target}'", item.Place));
            else ItemLosses.Suspicion(item, link, losses);
        }
        Tables.ItemColumns.Lose(item, losses);
        PlainLosses.Returns(item, losses);
        PlainLosses.Surrogates(item, losses);
    }
}
