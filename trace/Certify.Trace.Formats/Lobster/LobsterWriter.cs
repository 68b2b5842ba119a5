using System.Text.Encodings.Web;
using System.Text.Json;
using Certify.Trace.Formats.Common;
using Certify.Trace.Formats.Json;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Lobster;

/// <summary>
/// Writes LOBSTER's interchange JSON: one file per schema that the items need, code as implementation, tests and results as activities, all else as
/// requirements, with the tier as kind. A result of a test in the set becomes the test's status.
/// </summary>
// @llr CFY-LLR-362
public sealed class LobsterWriter : IItemWriter
{
    private static readonly JsonWriterOptions s_options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] s_lists = ["messages", "just_up", "just_down", "just_global"];

    /// <inheritdoc/>
    public string Name => "lobster";

    /// <inheritdoc/>
    public string Extension => ".lobster";

    /// <inheritdoc/>
    public WriteOutcome Write(IReadOnlyList<TraceItem> items, string title)
    {
        var losses = new List<Loss>();
        var (results, tests) = FindResults(items);
        var files = new List<InputFile>();
        var kinds = new[] { "req", "imp", "act" };
        var used = kinds.Where(k => items.Any(i => KindOf(i.Tier) == k && !results.Contains(i))).ToList();
        if (used.Count == 0) used.Add("req");
        foreach (var kind in used)
        {
            using var bytes = new MemoryStream();
            using (var json = new Utf8JsonWriter(bytes, s_options))
            {
                json.WriteStartObject();
                json.WriteStartArray("data");
                foreach (var item in items)
                {
                    if (KindOf(item.Tier) == kind && !results.Contains(item)) Write(json, item, kind, tests, losses);
                }
                json.WriteEndArray();
                json.WriteString("generator", "certify");
                json.WriteString("schema", $"lobster-{kind}-trace");
                json.WriteNumber("version", kind == "req" ? 4 : 3);
                json.WriteEndObject();
            }
            bytes.WriteByte((byte)'\n');
            files.Add(new InputFile(used.Count == 1 ? title + Extension : $"{title}-{kind}{Extension}", bytes.ToArray()));
        }
        return new WriteOutcome(files, losses);
    }

    private static string KindOf(ItemTier tier) => tier switch
    {
        ItemTier.Code => "imp",
        ItemTier.TestCase or ItemTier.TestProcedure or ItemTier.Result => "act",
        _ => "req",
    };

    // Results that say nothing beyond a test's status, and the status by test.
    private static (HashSet<TraceItem> Results, Dictionary<string, string> Tests) FindResults(IReadOnlyList<TraceItem> items)
    {
        var tests = new Dictionary<string, TraceItem>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (item.Tier is ItemTier.TestCase or ItemTier.TestProcedure) tests.TryAdd(item.Id, item);
        }
        var results = new HashSet<TraceItem>(ReferenceEqualityComparer.Instance);
        var status = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (item.Tier != ItemTier.Result || item.Outcome is not { ImageSha256: null, LogSha256: null } outcome || outcome.Passed != (outcome.Verdict == "ok")) continue;
            if (item.Links is not [{ Role: LinkRole.ResultOf, TargetFingerprint: null } link] || item.Attributes.Count > 0 || item.Title.Length + item.Text.Length > 0) continue;
            if (!tests.TryGetValue(link.Target, out var test) || item.Id != test.Id + " result" || link.TargetRevision != test.Revision) continue;
            if (status.TryAdd(test.Id, outcome.Verdict)) results.Add(item);
        }
        return (results, status);
    }

    private static void Write(Utf8JsonWriter json, TraceItem item, string kind, Dictionary<string, string> tests, List<Loss> losses)
    {
        var space = item.Attribute(LobsterReader.Namespace);
        var hasSpace = space is not null && item.Id.StartsWith(space + " ", StringComparison.Ordinal);
        var name = hasSpace ? item.Id[(space!.Length + 1)..] : item.Id;
        json.WriteStartObject();
        json.WriteString("tag", LobsterTag.Of(item.Id, item.Revision, hasSpace));
        json.WriteString("name", item.Title.Length > 0 ? item.Title : name);
        WriteRefs(json, item);
        json.WriteString("kind", item.Attribute(LobsterReader.Prefix + "kind") ?? TierName.Of(item.Tier));
        if (kind == "req") WriteOrNull(json, "text", item.Text.Length == 0 ? null : item.Text);
        if (kind == "req") WriteOrNull(json, "status", item.Status);
        else if (kind == "act") WriteOrNull(json, "status", tests.GetValueOrDefault(item.Id));
        foreach (var list in s_lists) WriteAttribute(json, list, item.Attribute(LobsterReader.Prefix + list) ?? "[]");
        WriteAttribute(json, "location", item.Attribute(LobsterReader.Prefix + "location") ?? "{\"kind\":\"void\"}");
        foreach (var (attribute, value) in item.Attributes)
        {
            if (!attribute.StartsWith(LobsterReader.Prefix, StringComparison.Ordinal) || attribute is LobsterReader.Namespace or LobsterReader.Refs) continue;
            var property = attribute[LobsterReader.Prefix.Length..];
            if (property is not ("kind" or "location") && !s_lists.Contains(property)) WriteAttribute(json, property, value);
        }
        json.WriteEndObject();
        Lose(item, kind, losses);
    }

    private static void WriteRefs(Utf8JsonWriter json, TraceItem item)
    {
        var verbatim = item.Attribute(LobsterReader.Refs)?.Split('\n') ?? [];
        json.WriteStartArray("refs");
        foreach (var link in item.Links)
        {
            if (link.Role == PlainRole.Of(item.Tier)) json.WriteStringValue(LobsterTag.Of(link.Target, link.TargetRevision, verbatim.Contains(link.Target)));
        }
        json.WriteEndArray();
    }

    private static void WriteOrNull(Utf8JsonWriter json, string name, string? value)
    {
        if (value is null) json.WriteNull(name);
        else json.WriteString(name, value);
    }

    // Lists and objects were kept as JSON, strings as their text.
    private static void WriteAttribute(Utf8JsonWriter json, string name, string value)
    {
        json.WritePropertyName(name);
        if (value.Length > 0 && (value[0] is '{' or '[' or '-' || char.IsAsciiDigit(value[0]) || value is "true" or "false") && JsonText.IsJson(value)) json.WriteRawValue(value, skipInputValidation: true);
        else json.WriteStringValue(value);
    }

    private static void Lose(TraceItem item, string kind, List<Loss> losses)
    {
        if (kind == "req") ItemLosses.AllBut(item, losses, ItemField.Tier, ItemField.Title, ItemField.Text, ItemField.Status, ItemField.Revision);
        else ItemLosses.AllBut(item, losses, ItemField.Tier, ItemField.Title, ItemField.Revision);
        void Add(string what) => losses.Add(new Loss(item.Id, what, item.Place));
        if (item.Component.Length > 0) Add("component");
        if (item.Id.Contains('@', StringComparison.Ordinal) && item.Revision is null || item.Revision?.Contains('@', StringComparison.Ordinal) == true) Add("'@' in id or revision, which begins a version in a tag");
        if (item.Title.Length > 0 && item.Title == item.Id) Add("title, which is the id");
        if (item.Status is { Length: 0 } || item.Revision is { Length: 0 }) Add("a field that is empty and not absent");
        foreach (var link in item.Links)
        {
            if (link.Role != PlainRole.Of(item.Tier)) Add($"role '{link.Role}' of the link to '{link.Target}', which is left out");
            else ItemLosses.Suspicion(item, link, losses, keepsRevision: true);
            if (link.Target.Contains('@', StringComparison.Ordinal) && link.TargetRevision is null || link.TargetRevision?.Contains('@', StringComparison.Ordinal) == true)
                Add($"'@' in the link to '{link.Target}', which begins a version in a tag");
        }
        foreach (var (name, _) in item.Attributes)
        {
            if (!name.StartsWith(LobsterReader.Prefix, StringComparison.Ordinal)) Add($"attribute '{name}'");
        }
        PlainLosses.Returns(item, losses);
        PlainLosses.Surrogates(item, losses);
    }
}
