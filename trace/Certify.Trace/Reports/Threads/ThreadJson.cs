using System.Text.Json;

namespace Certify.Trace.Reports.Threads;

/// <summary>Threads as JSON: the nodes of each in printing order, with depth.</summary>
// @llr CFY-LLR-383
public static class ThreadJson
{
    /// <summary>Name and version of the schema of one or more threads.</summary>
    public const string Schema = "certify/threads/1";

    /// <summary>Writes threads; the seed is that of the choice, or null where nothing was chosen.</summary>
    public static byte[] Write(IReadOnlyList<TraceThread> threads, ulong? seed = null) => JsonPage.Write(Schema, json =>
    {
        if (seed is { } number) json.WriteNumber("seed", number);
        json.WriteStartArray("threads");
        foreach (var thread in threads) Thread(json, thread);
        json.WriteEndArray();
    });

    private static void Thread(Utf8JsonWriter json, TraceThread thread)
    {
        json.WriteStartObject();
        json.WriteString("title", thread.Title);
        json.WriteNumber("errors", thread.Errors);
        json.WriteStartArray("nodes");
        foreach (var node in thread.Nodes)
        {
            json.WriteStartObject();
            json.WriteNumber("depth", node.Depth);
            JsonPage.Optional(json, "role", node.Role);
            if (node.Focus) json.WriteBoolean("focus", true);
            if (node.Repeated)
            {
                json.WriteString("id", node.Item.Id);
                json.WriteBoolean("repeated", true);
            }
            else
            {
                JsonPage.Item(json, node.Item, node.Fingerprint);
                JsonPage.Findings(json, "breaks", node.Breaks);
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
