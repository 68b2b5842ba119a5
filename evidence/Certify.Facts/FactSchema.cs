using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace Certify.Facts;

/// <summary>The JSON schemas of the fact files, made from the types that write and read them.</summary>
// @llr CFY-LLR-288
public static class FactSchema
{
    private const string Dialect = "https://json-schema.org/draft/2020-12/schema";

    private static readonly JsonSchemaExporterOptions s_options = new() { TreatNullObliviousAsNonNullable = true };

    /// <summary>Kinds of fact file, with the type of each and what its header says.</summary>
    public static IReadOnlyList<(string Name, Type Type, string Schema)> All { get; } =
    [
        ("analysis", typeof(AnalysisFacts), AnalysisFacts.Schema),
        ("compliance", typeof(ComplianceFacts), ComplianceFacts.Schema),
        ("coverage", typeof(CoverageFacts), CoverageFacts.Schema),
        ("image", typeof(ImageFacts), ImageFacts.Schema),
        ("image-analysis", typeof(ImageAnalysisFacts), ImageAnalysisFacts.Schema),
        ("objectives", typeof(ObjectiveFacts), ObjectiveFacts.Schema),
        ("project", typeof(ProjectFacts), ProjectFacts.Schema),
        ("results", typeof(TestFacts), TestFacts.Schema),
        ("trace", typeof(TraceFacts), TraceFacts.Schema),
    ];

    /// <summary>The schema of a kind of fact file, ending in a newline; null for a name that is none.</summary>
    public static string? Of(string name)
    {
        var (_, type, schema) = All.FirstOrDefault(kind => kind.Name == name);
        if (type is null) return null;
        var node = Of(type, FactJson.Options, schema);
        node["properties"]!["header"]!["properties"]!["schema"]!.AsObject().Add("enum", new JsonArray(schema));
        return Text(node);
    }

    /// <summary>The schema of any type that is read or written as JSON.</summary>
    /// <param name="type">The type.</param>
    /// <param name="options">How it is read and written.</param>
    /// <param name="id">Name and version.</param>
    public static JsonObject Of(Type type, JsonSerializerOptions options, string id)
    {
        var shape = options.GetJsonSchemaAsNode(type, s_options).AsObject();
        shape["type"] = "object"; // a file holds no null
        var whole = new JsonObject { ["$schema"] = Dialect, ["$id"] = id };
        foreach (var (key, value) in shape) whole[key] = value?.DeepClone();
        return whole;
    }

    /// <summary>The text of a schema, ending in a newline.</summary>
    public static string Text(JsonObject schema) => Encoding.UTF8.GetString(FactJson.Write(schema));
}
