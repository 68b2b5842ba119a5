using System.Text.Json;
using Certify.Trace.Formats.Json;

namespace Certify.Trace.Formats.Needs;

/// <summary>Which version of the file to read, and which of its fields are links: looked up before the needs are read, since both may stand behind them.</summary>
internal sealed class NeedsFields
{
    private readonly HashSet<string> _links = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>The version to read, or null where the file says none.</summary>
    public string? Version { get; private set; }

    /// <summary>Names of all versions in the file.</summary>
    public List<string> Versions { get; } = [];

    /// <summary>True where a list of that name holds links.</summary>
    public bool IsLink(string name) => NeedsNames.IsKnownRole(name) || _links.Contains(name) || _names.Contains(name + NeedsNames.Back);

    /// <summary>True where a list of that name holds the other end of links.</summary>
    public bool IsBack(string name) =>
        name.EndsWith(NeedsNames.Back, StringComparison.Ordinal) && IsLink(name[..^NeedsNames.Back.Length]);

    /// <summary>Looks through a file.</summary>
    public static NeedsFields Find(JsonSource source)
    {
        var fields = new NeedsFields();
        var reader = source.Open();
        var path = new List<string>();
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName) continue;
            var depth = reader.CurrentDepth;
            if (depth > 7) continue;
            if (depth > 3 && path.Count > 2 && path[2] == "needs")
            {
                if (depth == 5 && reader.ValueSpan.EndsWith("_back"u8)) fields.AddIfList(ref reader);
                continue;
            }
            var name = reader.GetString()!;
            while (path.Count < depth) path.Add("");
            path.RemoveRange(depth - 1, path.Count - depth + 1);
            path.Add(name);
            if (depth == 1 && name == "current_version") fields.Version = Text(ref reader);
            else if (depth == 2 && path[0] == "versions") fields.Versions.Add(name);
            else if (name == "field_type" && path.Contains("needs_schema") && Text(ref reader) == "links") fields._links.Add(path[^2]);
        }
        return fields;
    }

    private void AddIfList(ref Utf8JsonReader reader)
    {
        var name = reader.GetString()!;
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartArray) _names.Add(name);
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
    }
}
