using System.Xml;
using Certify.Facts;
using Certify.Trace.Formats.Common;

namespace Certify.Trace.Formats.Xlsx;

/// <summary>The parts of a workbook: names and places of its sheets, texts, formats. Nothing outside of the file is ever followed.</summary>
/// <param name="archive">The package.</param>
/// <param name="place">The file, for losses.</param>
/// <param name="log">Takes losses.</param>
internal sealed class XlsxBook(SafeArchive archive, SourcePlace place, ReadLog log)
{
    private static readonly (string Prefix, string What)[] s_parts =
    [
        ("xl/comments", "comments"), ("xl/threadedComments", "comments"), ("xl/drawings/", "drawings and pictures"), ("xl/media/", "drawings and pictures"),
        ("xl/externalLinks/externalLink", "links to other workbooks, which are not followed"), ("xl/vbaProject", "macros, which are not run"),
        ("xl/pivotTables/", "pivot tables"), ("xl/embeddings/", "embedded files"),
    ];

    /// <summary>Sheets in order: name and part.</summary>
    public List<(string Name, string Part)> Sheets { get; } = [];

    /// <summary>Shared texts.</summary>
    public List<string> Texts { get; private set; } = [];

    /// <summary>Cell formats.</summary>
    public XlsxStyles Styles { get; private set; } = new();

    /// <summary>Reads all but the sheets themselves.</summary>
    /// <returns>False where the file is no workbook.</returns>
    public bool Read()
    {
        var main = Relations("_rels/.rels", "").Values.FirstOrDefault(r => r.Type.EndsWith("/officeDocument", StringComparison.Ordinal)).Part ?? "xl/workbook.xml";
        using var stream = archive.OpenEntry(main);
        if (stream is null) return false;
        var folder = main[..(main.LastIndexOf('/') + 1)];
        var relations = Relations($"{folder}_rels/{main[folder.Length..]}.rels", folder);
        var from1904 = ReadWorkbook(stream, relations);
        Styles = WithPart(PartOf(relations, "/styles"), xml => XlsxStyles.Read(xml, from1904));
        var rich = 0;
        Texts = WithPart(PartOf(relations, "/sharedStrings"), xml => XlsxStrings.Read(xml, out rich));
        for (var i = 0; i < rich; i++) log.Lose("formatting inside texts", place);
        foreach (var name in archive.Names)
        {
            foreach (var (prefix, what) in s_parts)
            {
                if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && !name.Contains("/_rels/", StringComparison.Ordinal)) log.Lose(what, place);
            }
        }
        return true;
    }

    /// <summary>Opens a sheet's part, or gives null where it is missing.</summary>
    public XmlReader? OpenSheet(string part) => archive.OpenEntry(part) is { } stream ? SafeXml.Open(stream) : null;

    private bool ReadWorkbook(Stream stream, Dictionary<string, (string Type, string Part)> relations)
    {
        var from1904 = false;
        using var xml = SafeXml.Open(stream);
        while (xml.Next())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "workbookPr") from1904 = xml.GetAttribute("date1904") is "1" or "true";
            if (xml.LocalName != "sheet") continue;
            var name = xml.GetAttribute("name") ?? "";
            var id = RelationId(xml);
            if (id is not null && relations.TryGetValue(id, out var relation) && relation.Type.EndsWith("/worksheet", StringComparison.Ordinal)) Sheets.Add((name, relation.Part));
            else log.Lose($"sheet {SourceText.Quote(name)}, which is no table", place);
        }
        return from1904;
    }

    private static string? RelationId(XmlReader xml)
    {
        string? id = null;
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            if (xml.LocalName == "id" && xml.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal)) id = xml.Value;
        }
        xml.MoveToElement();
        return id;
    }

    private Dictionary<string, (string Type, string Part)> Relations(string part, string folder) => WithPart(part, xml =>
    {
        var relations = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        while (xml is not null && xml.Next())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "Relationship" || xml.GetAttribute("TargetMode") == "External") continue;
            if (xml.GetAttribute("Id") is not { } id || xml.GetAttribute("Target") is not { } target) continue;
            relations.TryAdd(id, (xml.GetAttribute("Type") ?? "", target.StartsWith('/') ? target[1..] : folder + target));
        }
        return relations;
    });

    private static string? PartOf(Dictionary<string, (string Type, string Part)> relations, string type) =>
        relations.Values.FirstOrDefault(r => r.Type.EndsWith(type, StringComparison.Ordinal)).Part;

    private T WithPart<T>(string? part, Func<XmlReader?, T> read)
    {
        using var stream = part is null ? null : archive.OpenEntry(part);
        if (stream is null) return read(null);
        using var xml = SafeXml.Open(stream);
        return read(xml);
    }
}
