using System.Runtime.InteropServices;
using System.Text;
using System.Xml;
using Certify.Facts;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Common;

/// <summary>XML readers that follow nothing: no document type, no external entity, no address; nesting is limited.</summary>
internal static class SafeXml
{
    /// <summary>Deepest nesting of elements read.</summary>
    public const int DepthMax = 256;

    /// <summary>Opens XML from a stream.</summary>
    public static XmlReader Open(Stream stream) => XmlReader.Create(stream, s_settings);

    /// <summary>Opens a file.</summary>
    public static XmlReader Open(InputFile file) =>
        Open(MemoryMarshal.TryGetArray(file.Bytes, out var part) ? new MemoryStream(part.Array!, part.Offset, part.Count, false) : new MemoryStream(file.Bytes.ToArray()));

    /// <summary>Moves on by one node.</summary>
    /// <exception cref="LimitException">Elements are nested too deep.</exception>
    public static bool Next(this XmlReader xml)
    {
        if (xml.Depth > DepthMax) throw new LimitException("elements are nested deeper than 256 levels");
        return xml.Read();
    }

    /// <summary>Place of the reader's node.</summary>
    public static SourcePlace PlaceOf(this XmlReader xml, string path) =>
        xml is IXmlLineInfo info && info.HasLineInfo() ? new SourcePlace(path, info.LineNumber, info.LinePosition) : new SourcePlace(path, 0);

    /// <summary>Gives the text inside the element that the reader stands on, and leaves the reader on its end.</summary>
    public static string InnerText(this XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var depth = xml.Depth;
        string? only = null;
        StringBuilder? all = null;
        while (xml.Next() && xml.Depth > depth)
        {
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)) continue;
            if (only is null) only = xml.Value;
            else (all ??= new StringBuilder(only)).Append(xml.Value);
        }
        return all?.ToString() ?? only ?? "";
    }

    /// <summary>Reports why XML could not be read to its end.</summary>
    public static void Report(Exception e, string path, ReadLog log)
    {
        var place = e is XmlException x ? new SourcePlace(path, x.LineNumber, x.LinePosition) : new SourcePlace(path, 0);
        if (e is LimitException) log.Add("TRC-019", place, $"{e.Message}; hint: check where the file comes from");
        else if (e.Message.Contains("DTD", StringComparison.Ordinal)) log.Add("TRC-016", place, "the file has a document type, which could include other files; hint: remove '<!DOCTYPE'");
        else log.Add("TRC-016", place, $"the XML does not hold together here ({e.GetType().Name}); hint: the file may be cut off, export it again");
    }

    /// <summary>Name of the root element in the first bytes of a file, or null. Never throws.</summary>
    public static string? RootOf(ReadOnlySpan<byte> head)
    {
        var start = head.StartsWith("\uFEFF"u8) ? 3 : 0;
        if (!head[start..].TrimStart(" \t\r\n"u8).StartsWith("<"u8) && !(head.Length > 3 && (head[0] is 0xFF or 0xFE or 0))) return null;
        try
        {
            using var xml = Open(new MemoryStream(head.ToArray()));
            return xml.MoveToContent() == XmlNodeType.Element ? xml.LocalName : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static readonly XmlReaderSettings s_settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false, IgnoreComments = true, IgnoreProcessingInstructions = true,
        CloseInput = true,
    };
}
