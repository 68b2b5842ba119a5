using System.Text.Json;
using Certify.Trace.Formats.Common;

namespace Certify.Trace.Formats.Json;

/// <summary>What the first bytes of a JSON file show of its form, for telling formats apart.</summary>
internal readonly struct JsonShape
{
    private readonly HashSet<string>? _names;

    private JsonShape(HashSet<string> names, string? schema) => (_names, Schema) = (names, schema);

    /// <summary>Value of the outermost property "schema", or of "header.schema", or null.</summary>
    public string? Schema { get; }

    /// <summary>True where a property was seen at a depth: "1:needs" is one of the outermost object.</summary>
    public bool Has(string name) => _names?.Contains(name) == true;

    /// <summary>Looks at the first bytes of a file. Anything but JSON has no shape.</summary>
    public static JsonShape Of(ReadOnlySpan<byte> head)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        string? schema = null, last = null, outer = null;
        var utf8 = SourceText.HeadUtf8(head);
        if (!utf8.TrimStart(" \t\r\n"u8).StartsWith("{"u8) && !utf8.TrimStart(" \t\r\n"u8).StartsWith("["u8)) return default;
        var reader = new Utf8JsonReader(utf8, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = JsonSource.DepthMax }));
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth <= 4)
                {
                    last = reader.GetString()!;
                    if (reader.CurrentDepth == 1) outer = last;
                    if (names.Count < 1000) names.Add($"{reader.CurrentDepth}:{last}");
                }
                else if (reader.TokenType == JsonTokenType.String && last == "schema" && (reader.CurrentDepth == 1 || reader.CurrentDepth == 2 && outer == "header"))
                {
                    schema ??= reader.GetString();
                    last = null;
                }
                else last = null;
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // What was seen up to here has to do; the reader of the format reports the rest.
        }
        return new JsonShape(names, schema);
    }
}
