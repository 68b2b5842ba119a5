using System.Globalization;
using System.Xml;

namespace Certify.Image.Ilc;

/// <summary>An object node that ILC wrote.</summary>
/// <param name="Kind">ILC's word for it, for example "MethodCode" or "NonGCStatics".</param>
/// <param name="Name">Symbol name.</param>
/// <param name="Bytes">Size.</param>
public sealed record IlcNode(string Kind, string Name, long Bytes);

/// <summary>ILC's --map file: every node with its size. Shape seen in ILC 10.0.14.</summary>
public sealed class IlcMap
{
    private readonly Dictionary<string, IlcNode> _byName = new(StringComparer.Ordinal);

    private IlcMap(IReadOnlyList<IlcNode> nodes)
    {
        Nodes = nodes;
        // GC information and unwind data share the name of the code they describe and have no symbol of that name.
        foreach (var node in nodes.Where(n => n.Kind is not ("GCInfo" or "UnwindInfo"))) _byName.TryAdd(node.Name, node);
    }

    /// <summary>A map without nodes.</summary>
    public static IlcMap Empty { get; } = new([]);

    /// <summary>Nodes in the order of the file.</summary>
    public IReadOnlyList<IlcNode> Nodes { get; }

    /// <summary>The node of a symbol, or null.</summary>
    public IlcNode? Find(string symbol) => _byName.GetValueOrDefault(symbol);

    /// <summary>Reads a map.xml.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="name">Its name for messages.</param>
    /// <exception cref="ImageFormatException">It is not such a file.</exception>
    public static IlcMap Read(Stream stream, string name)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        var nodes = new List<IlcNode>();
        try
        {
            using var reader = XmlReader.Create(stream, settings);
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element || reader.Depth == 0) continue;
                if (reader.GetAttribute("Name") is not { } symbol) continue;
                var bytes = reader.GetAttribute("Length");
                if (!long.TryParse(bytes, NumberStyles.None, CultureInfo.InvariantCulture, out var length))
                    throw new ImageFormatException($"{name}: node '{symbol}' has no length");
                nodes.Add(new(reader.Name, symbol, length));
            }
        }
        catch (XmlException e)
        {
            throw new ImageFormatException($"{name}:{e.LineNumber}: not an ILC map: {e.Message}", e);
        }
        return new(nodes);
    }
}
