using System.Text;
using Certify.Facts;
using Certify.Trace.Model;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Certify.Trace.Reading.Settings;

/// <summary>
/// Reads a YAML file into plain nodes: maps, lists, texts with their lines. Strict: one document, no anchors, aliases or tags, no key twice, no value
/// left out, nested at most 16 deep, at most 100,000 nodes.
/// </summary>
internal sealed class YamlTree
{
    private const int DepthMax = 16;
    private const int NodesMax = 100_000;
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly IParser _parser;
    private int _nodes;

    private YamlTree(IParser parser) => _parser = parser;

    /// <summary>Reads a file; null and a call to <paramref name="report"/> (1-based line, message) where it is none.</summary>
    public static YamlNode? Read(InputFile file, Action<int, string> report)
    {
        try
        {
            var text = s_strict.GetString(file.Bytes.Span.StartsWith("\uFEFF"u8) ? file.Bytes.Span[3..] : file.Bytes.Span);
            var tree = new YamlTree(new Parser(new StringReader(text)));
            tree._parser.MoveNext();
            tree._parser.MoveNext();
            if (tree._parser.Current is not DocumentStart) throw new YamlFault(1, "the file is empty");
            tree._parser.MoveNext();
            var root = tree.Node(0);
            tree._parser.MoveNext();
            if (tree._parser.Current is not StreamEnd) throw new YamlFault((int)(tree._parser.Current?.Start.Line ?? 1), "a second document");
            return root;
        }
        catch (DecoderFallbackException)
        {
            report(1, "the file is not UTF-8");
        }
        catch (YamlException e)
        {
            report((int)Math.Max(1, e.Start.Line), (e.InnerException?.Message ?? e.Message).ReplaceLineEndings(" "));
        }
        catch (YamlFault e)
        {
            report(e.Line, e.Message);
        }
        return null;
    }

    // Leaves the parser behind the node.
    private YamlNode Node(int depth)
    {
        var current = _parser.Current ?? throw new YamlFault(1, "the file ends too early");
        var line = (int)Math.Max(1, current.Start.Line);
        if (depth > DepthMax) throw new YamlFault(line, $"nested more than {DepthMax} deep");
        if (++_nodes > NodesMax) throw new YamlFault(line, $"more than {NodesMax} values");
        if (current is AnchorAlias || current is NodeEvent { Anchor.IsEmpty: false }) throw new YamlFault(line, "anchors and aliases are not taken");
        if (current is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } }) throw new YamlFault(line, "tags are not taken");
        _parser.MoveNext();
        switch (current)
        {
            case Scalar scalar:
                if (scalar is { Style: ScalarStyle.Plain, Value: "" or "~" or "null" or "Null" or "NULL" }) throw new YamlFault(line, "a value is missing");
                return new YamlNode(line, scalar.Value, null, null);
            case SequenceStart:
                var items = new List<YamlNode>();
                while (_parser.Current is not SequenceEnd) items.Add(Node(depth + 1));
                _parser.MoveNext();
                return new YamlNode(line, null, items, null);
            case MappingStart:
                return new YamlNode(line, null, null, Entries(depth));
            default:
                throw new YamlFault(line, "a value is missing");
        }
    }

    private Dictionary<string, YamlNode> Entries(int depth)
    {
        var entries = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        while (_parser.Current is not MappingEnd)
        {
            var key = Node(depth + 1);
            if (key.Text is null) throw new YamlFault(key.Line, "a key is no text");
            if (!entries.TryAdd(key.Text, Node(depth + 1))) throw new YamlFault(key.Line, $"key {ItemId.Quote(key.Text)} is given twice");
        }
        _parser.MoveNext();
        return entries;
    }

    private sealed class YamlFault(int line, string message) : Exception(message)
    {
        public int Line { get; } = line;
    }
}

/// <summary>A node: text, list or map; exactly one is not null.</summary>
internal sealed record YamlNode(int Line, string? Text, IReadOnlyList<YamlNode>? Items, IReadOnlyDictionary<string, YamlNode>? Entries);
