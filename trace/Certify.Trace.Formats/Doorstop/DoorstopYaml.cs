using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Certify.Trace.Formats.Doorstop;

/// <summary>A value of YAML: text, list, map (keys in order), or none of them: null.</summary>
internal sealed record YamlValue(int Line, string? Text = null, IReadOnlyList<YamlValue>? Items = null, IReadOnlyList<(string Key, YamlValue Value)>? Map = null)
{
    /// <summary>Value of a key, or null.</summary>
    public YamlValue? this[string key]
    {
        get
        {
            foreach (var (name, value) in Map ?? [])
            {
                if (name == key) return value;
            }
            return null;
        }
    }

    /// <summary>The value as text: a list has a line for each entry, a map is "{key: value, ...}".</summary>
    public override string ToString() => Items is not null ? string.Join('\n', Items)
        : Map is not null ? "{" + string.Join(", ", Map.Select(m => $"{m.Key}: {m.Value}")) + "}" : Text ?? "";
}

/// <summary>
/// Reads one YAML document. No aliases, which can grow without bound; nested at most 16 deep; no key twice. The grammar is YamlDotNet's own parser; only
/// the tree is made here, since the library's (YamlStream) follows aliases, and nests as deep as the file does until the stack overflows.
/// </summary>
// @llr CFY-LLR-379
internal sealed class DoorstopYaml
{
    private const int DepthMax = 16;
    private readonly Parser _parser;

    private DoorstopYaml(string text) => _parser = new Parser(new StringReader(text));

    /// <summary>Reads a document; null and a message with its 1-based line where it is none.</summary>
    public static YamlValue? Read(string text, out (int Line, string Message) fault)
    {
        fault = (1, "the file holds no keys");
        try
        {
            var yaml = new DoorstopYaml(text);
            while (yaml._parser.MoveNext() && yaml._parser.Current is StreamStart or DocumentStart) { }
            var root = yaml.Value(0);
            if (root.Map is not null) return root;
        }
        catch (YamlException e)
        {
            fault = ((int)Math.Max(1, e.Start.Line), e.Message.ReplaceLineEndings(" "));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException or OverflowException)
        {
            fault = (1, "the YAML cannot be parsed"); // The library's own slips on damaged input.
        }
        return null;
    }

    private YamlValue Value(int depth)
    {
        var current = _parser.Current;
        var line = (int)Math.Max(1, current?.Start.Line ?? 1);
        if (depth > DepthMax) throw new YamlException(current!.Start, current.End, $"nested more than {DepthMax} deep");
        if (current is AnchorAlias) throw new YamlException(current.Start, current.End, "aliases are not taken");
        _parser.MoveNext();
        switch (current)
        {
            case Scalar { Style: ScalarStyle.Plain, Value: "" or "~" or "null" or "Null" or "NULL" }: return new YamlValue(line);
            case Scalar scalar: return new YamlValue(line, scalar.Value);
            case SequenceStart:
                var items = new List<YamlValue>();
                while (_parser.Current is not (SequenceEnd or null)) items.Add(Value(depth + 1));
                _parser.MoveNext();
                return new YamlValue(line, Items: items);
            case MappingStart: return new YamlValue(line, Map: Entries(depth));
            default: return new YamlValue(line);
        }
    }

    private List<(string, YamlValue)> Entries(int depth)
    {
        var entries = new List<(string, YamlValue)>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (_parser.Current is not (MappingEnd or null))
        {
            var (start, end) = (_parser.Current.Start, _parser.Current.End);
            var key = Value(depth + 1).ToString();
            if (!keys.Add(key)) throw new YamlException(start, end, $"key '{key}' is given twice");
            entries.Add((key, Value(depth + 1)));
        }
        _parser.MoveNext();
        return entries;
    }
}
