using System.IO.Compression;
using System.Text;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Tests.Xlsx;

/// <summary>Workbooks made by hand, as other programs write them.</summary>
internal static class Workbooks
{
    public const string Types = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    /// <summary>A workbook with the given sheets' XML (inside &lt;worksheet&gt;), shared texts and styles.</summary>
    public static InputFile Of(string[] sheets, string shared = "", string styles = "", string properties = "", params (string Name, string Content)[] more)
    {
        const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var list = string.Concat(sheets.Select((_, i) => $"<sheet name=\"Sheet {i + 1}\" sheetId=\"{i + 1}\" r:id=\"r{i}\"/>"));
        var relations = string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"r{i}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>"));
        List<(string, string)> parts =
        [
            ("_rels/.rels", $"<Relationships><Relationship Id=\"a\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
            ("xl/workbook.xml", $"<workbook {Types}>{properties}<sheets>{list}</sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", $"<Relationships>{relations}<Relationship Id=\"s\" Type=\"{Office}/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/><Relationship Id=\"t\" Type=\"{Office}/styles\" Target=\"styles.xml\"/></Relationships>"),
            ("xl/sharedStrings.xml", $"<sst {Types}>{shared}</sst>"),
            ("xl/styles.xml", $"<styleSheet {Types}>{styles}</styleSheet>"),
            .. sheets.Select((s, i) => ($"xl/worksheets/sheet{i}.xml", s.StartsWith('<') && !s.StartsWith("<!") ? $"<worksheet {Types}>{s}</worksheet>" : s)),
            .. more,
        ];
        return Zip("book.xlsx", parts);
    }

    public static InputFile Zip(string path, IEnumerable<(string Name, string Content)> parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }
        return new InputFile(path, stream.ToArray());
    }

    /// <summary>A row of inline text cells from column A.</summary>
    public static string Row(params string[] cells) =>
        "<row>" + string.Concat(cells.Select(c => $"<c t=\"inlineStr\"><is><t xml:space=\"preserve\">{System.Security.SecurityElement.Escape(c)}</t></is></c>")) + "</row>";
}
