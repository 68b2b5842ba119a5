using System.Text.Json;
using Certify.Facts;
using Certify.Trace.Model;
using Certify.Trace.Reports.Threads;

namespace Certify.Trace.Reports.Changes;

/// <summary>
/// A baseline: how each item stood at some time, with fingerprint, links, title and text, so that a later comparison can show words. Code and
/// results are left out: they are kept by the revision of the sources and by the results' own digests.
/// </summary>
/// <param name="Name">Name of the baseline.</param>
/// <param name="Revision">Source revision (git commit id), or "unversioned".</param>
/// <param name="Items">The items in ordinal order of id.</param>
// @llr CFY-LLR-393
public sealed record BaselineFile(string Name, string Revision, IReadOnlyList<ItemState> Items)
{
    /// <summary>Name and version of the schema.</summary>
    public const string Schema = "certify/baseline/1";

    private const int DepthMax = 16;

    /// <summary>Whether baselines hold items of this tier.</summary>
    public static bool Holds(TraceItem item) => item.Tier is not (ItemTier.Code or ItemTier.Result or ItemTier.Review);

    /// <summary>The baseline of a set.</summary>
    /// <param name="name">Name of the baseline.</param>
    /// <param name="revision">Source revision.</param>
    /// <param name="set">The set.</param>
    public static BaselineFile Of(string name, string revision, TraceGraph set) => new(
        name, revision, [.. set.Items.Where(Holds).Select(ItemState.Of)]);

    /// <summary>Gives the bytes of the file. Equal baselines give equal bytes.</summary>
    public byte[] Write() => JsonPage.Write(Schema, json =>
    {
        json.WriteString("name", Name);
        json.WriteString("revision", Revision);
        json.WriteStartArray("items");
        foreach (var item in Items)
        {
            json.WriteStartObject();
            json.WriteString("id", item.Id);
            json.WriteString("tier", TierName.Of(item.Tier));
            json.WriteString("fingerprint", item.Fingerprint);
            json.WriteString("title", item.Title);
            JsonPage.Optional(json, "text", item.Text);
            json.WriteStartArray("links");
            foreach (var link in item.Links)
            {
                json.WriteStartObject();
                json.WriteString("role", link.Role);
                json.WriteString("target", link.Target);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            JsonPage.Place(json, item.Place);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    /// <summary>Whether bytes are those of a baseline, of this or another version.</summary>
    public static bool Recognises(ReadOnlySpan<byte> head) => head.IndexOf("\"certify/baseline/"u8) is >= 0 and < 64;

    /// <summary>Reads a baseline.</summary>
    /// <exception cref="FactFormatException">It is none, or broken; the message says what and where.</exception>
    public static BaselineFile Read(ReadOnlyMemory<byte> bytes, string path)
    {
        if (bytes.Span.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        try
        {
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = DepthMax });
            var root = document.RootElement;
            if (Text(root, "schema", path) != Schema) throw Broken(path, $"its schema is '{Text(root, "schema", path)}', not '{Schema}'");
            List<ItemState> items = [.. Member(root, "items", JsonValueKind.Array, path).EnumerateArray().Select(item => Item(item, path))];
            if (items.Count == 0) throw Broken(path, "it holds no item");
            return new BaselineFile(Text(root, "name", path), Text(root, "revision", path), items);
        }
        catch (JsonException e)
        {
            throw new FactFormatException($"{path}:{e.LineNumber + 1}: not JSON: {e.Message}", e);
        }
    }

    private static ItemState Item(JsonElement item, string path)
    {
        var id = Text(item, "id", path);
        var place = Member(item, "place", JsonValueKind.Object, path);
        return new ItemState(
            id, Tier(Text(item, "tier", path), id, path), Text(item, "fingerprint", path),
            new SourcePlace(Text(place, "path", path), Number(place, "line", path), Number(place, "column", path)),
            Text(item, "title", path), item.TryGetProperty("text", out _) ? Text(item, "text", path) : null,
            [.. Member(item, "links", JsonValueKind.Array, path).EnumerateArray().Select(l => new ItemLink(Text(l, "role", path), Text(l, "target", path)))]);
    }

    private static ItemTier Tier(string word, string id, string path) =>
        TierName.TryParse(word, out var tier) ? tier : throw Broken(path, $"tier '{word}' of '{id}' is unknown");

    private static JsonElement Member(JsonElement element, string name, JsonValueKind kind, string path) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) && member.ValueKind == kind
            ? member : throw Broken(path, $"a '{name}' is missing or of another kind");

    private static string Text(JsonElement element, string name, string path) => Member(element, name, JsonValueKind.String, path).GetString()!;

    private static int Number(JsonElement element, string name, string path) =>
        Member(element, name, JsonValueKind.Number, path).TryGetInt32(out var number) ? number : throw Broken(path, $"'{name}' is no line or column");

    private static FactFormatException Broken(string path, string why) => new($"{path}: is no baseline that can be read: {why}");
}
