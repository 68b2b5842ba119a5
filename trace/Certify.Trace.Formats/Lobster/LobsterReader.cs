using System.Text.Json;
using Certify.Facts;
using Certify.Trace.Formats.Common;
using Certify.Trace.Formats.Json;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Lobster;

/// <summary>
/// Reads LOBSTER's interchange JSON: requirements, implementation and activities by the file's schema. An activity with a status gives a test case and its
/// result. Justifications, location, kind and the like are attributes that begin with "lobster.".
/// </summary>
// @llr CFY-LLR-362
public sealed class LobsterReader : IItemReader
{
    internal const string Prefix = "lobster.";
    internal const string Namespace = "lobster.namespace";
    internal const string Refs = "lobster.refs";

    /// <inheritdoc/>
    public string Name => "lobster";

    /// <inheritdoc/>
    public string Description => "LOBSTER interchange JSON: requirements, implementation, activities";

    /// <inheritdoc/>
    public bool Recognises(string path, ReadOnlySpan<byte> head)
    {
        if (path.EndsWith(".lobster", StringComparison.OrdinalIgnoreCase)) return true;
        if (!path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)) return false;
        var shape = JsonShape.Of(head);
        return shape.Schema?.StartsWith("lobster-", StringComparison.Ordinal) == true || shape.Has("1:data") && shape.Has("3:tag") && shape.Has("3:refs");
    }

    /// <inheritdoc/>
    public ReadOutcome Read(IReadOnlyList<InputFile> files, ReadOptions options, CancellationToken cancel = default) => FileByFile.Read(
        files, options, ("TRC-016", "the file holds no item; hint: run the LOBSTER tool again"), (file, sink, log) =>
        {
            JsonSource.Read(file, options, log, source => ReadFile(source, options, sink, log));
            return true;
        }, cancel);

    private static void ReadFile(JsonSource source, ReadOptions options, ItemSink sink, ReadLog log)
    {
        var schema = SchemaOf(source);
        ItemTier? tier = schema switch
        {
            "lobster-req-trace" => options.DefaultTier,
            "lobster-imp-trace" => ItemTier.Code,
            "lobster-act-trace" => ItemTier.TestCase,
            _ => null,
        };
        if (tier is not { } known)
        {
            log.Add("TRC-016", new SourcePlace(source.Path, 0), $"schema {SourceText.Quote(schema ?? "")} is not one of lobster-req-trace, lobster-imp-trace, lobster-act-trace; hint: give the files that the tools write, not the report");
            return;
        }

        var reader = source.Open();
        reader.Read();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (source.NextProperty(ref reader, names) is { } name)
        {
            if (name != "data" || reader.TokenType != JsonTokenType.StartArray) reader.Skip();
            else while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) new LobsterItem(source, options, known, sink, log).Read(ref reader);
        }
        reader.Read();
    }

    // The schema stands behind the data.
    private static string? SchemaOf(JsonSource source)
    {
        var reader = source.Open();
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject) return null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isSchema = reader.ValueTextEquals("schema"u8);
            reader.Read();
            if (isSchema && reader.TokenType == JsonTokenType.String) return reader.GetString();
            reader.Skip();
        }
        return null;
    }
}
