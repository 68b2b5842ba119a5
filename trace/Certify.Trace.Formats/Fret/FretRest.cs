using System.Globalization;
using System.Text.Json;
using Certify.Trace.Formats.Common;
using Certify.Trace.Formats.Json;
using static Certify.Trace.Formats.Fret.FretNames;

namespace Certify.Trace.Formats.Fret;

/// <summary>What a FRET file holds beside its requirements.</summary>
internal sealed class FretRest
{
    private readonly List<(string Component, string Json)> _variables = [];

    /// <summary>True for a file that is a list of requirements and nothing around it.</summary>
    public bool IsPlainList { get; set; }

    /// <summary>Properties of the file that are neither requirements nor variables, as JSON.</summary>
    public List<(string Name, string Json)> Root { get; } = [];

    /// <summary>Reads the list of variables.</summary>
    public void ReadVariables(JsonSource source, ref Utf8JsonReader reader)
    {
        if (_variables.Count == 0) Root.Add(("variables", "[]"));
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var component = reader.TokenType == JsonTokenType.StartObject ? ComponentOf(reader) : "";
            _variables.Add((component, source.Raw(ref reader)));
        }
    }

    /// <summary>Puts everything at the items it belongs to, or at the first one.</summary>
    public void AddTo(List<ItemDraft> drafts)
    {
        if (drafts.Count == 0) return;
        if (IsPlainList) drafts[0].Attribute(PlainList, "[]");
        foreach (var (name, json) in Root) drafts[0].Attribute(FretNames.Root + name + FretNames.JsonMark, json);
        var byComponent = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < drafts.Count; i++)
        {
            if (drafts[i][ItemField.Component] is { Length: > 0 } component) byComponent.TryAdd(component, i);
        }

        var lines = new List<string>?[drafts.Count];
        for (var i = 0; i < _variables.Count; i++)
        {
            var at = byComponent.GetValueOrDefault(_variables[i].Component, 0);
            (lines[at] ??= []).Add(string.Create(CultureInfo.InvariantCulture, $"{i} {_variables[i].Json}"));
        }
        for (var i = 0; i < drafts.Count; i++)
        {
            if (lines[i] is { } own) drafts[i].Attribute(Variables, string.Join('\n', own));
        }
    }

    // The reader comes as a copy: the caller still stands at the object's start.
    private static string ComponentOf(Utf8JsonReader reader)
    {
        var depth = reader.CurrentDepth;
        while (reader.Read() && reader.CurrentDepth > depth)
        {
            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != depth + 1) continue;
            var isComponent = reader.ValueTextEquals("component_name"u8);
            reader.Read();
            if (isComponent && reader.TokenType == JsonTokenType.String) return reader.GetString()!;
            reader.Skip();
        }
        return "";
    }
}
