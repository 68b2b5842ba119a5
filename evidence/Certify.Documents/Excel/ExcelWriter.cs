using System.Text;
using Certify.Documents.Archive;
using Certify.Documents.Model;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Certify.Documents.Excel;

/// <summary>Writes a workbook as XLSX. Every cell is text; equal workbooks give equal bytes.</summary>
// @llr CFY-LLR-053
public static class ExcelWriter
{
    /// <summary>Gives the bytes of the XLSX file; its first sheet says what the workbook is.</summary>
    public static byte[] Write(Workbook workbook)
    {
        using var archive = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(archive, SpreadsheetDocumentType.Workbook, autoSave: true))
        {
            var core = package.AddNewPart<CoreFilePropertiesPart>(
                "application/vnd.openxmlformats-package.core-properties+xml", "rIdCore");
            var xml = OfficePackage.CoreProperties(workbook.Identity.Id, $"{workbook.Identity.Project}: {workbook.Identity.Title}");
            using (var stream = new MemoryStream(Encoding.UTF8.GetBytes(xml))) core.FeedData(stream);

            var main = package.AddWorkbookPart();
            package.ChangeIdOfPart(main, "rIdWorkbook");
            main.AddNewPart<WorkbookStylesPart>("rIdStyles").Stylesheet = ExcelStyles.Create();

            IReadOnlyList<Sheet> sheets = [About(workbook.Identity), .. workbook.Sheets];
            var list = new S.Sheets();
            var names = new S.DefinedNames();
            for (var i = 0; i < sheets.Count; i++)
            {
                var id = "rIdSheet" + Say.Count(i + 1);
                main.AddNewPart<WorksheetPart>(id).Worksheet = ExcelSheet.Create(sheets[i], workbook.Identity);
                list.Append(new S.Sheet { Name = sheets[i].Name, SheetId = (uint)i + 1, Id = id });
                names.Append(PrintTitle(sheets[i].Name, (uint)i));
            }
            main.Workbook = new S.Workbook(new S.BookViews(new S.WorkbookView { ActiveTab = 0 }), list, names);
        }
        return OfficePackage.Repack(archive);
    }

    private static S.DefinedName PrintTitle(string sheet, uint position) =>
        new($"'{sheet}'!${Say.Count(ExcelSheet.HeadRow)}:${Say.Count(ExcelSheet.HeadRow)}")
        { Name = "_xlnm.Print_Titles", LocalSheetId = position };

    private static Sheet About(Identity identity)
    {
        var rows = new List<IReadOnlyList<Cell>>
        {
            (Cell[])["Document", identity.Id],
            (Cell[])["Title", identity.Title],
            (Cell[])["Serves", identity.Standard],
            (Cell[])["Product", identity.Project],
            (Cell[])["Part number", identity.PartNumber ?? "not recorded"],
            (Cell[])["Organisation", identity.Organisation ?? "not recorded"],
            (Cell[])["Software level", identity.Level],
            (Cell[])["Revision", identity.Revision],
            (Cell[])["Image SHA-256", identity.ImageSha256 ?? "no image was recorded"],
            (Cell[])["Facts manifest SHA-256", identity.ManifestSha256],
            (Cell[])["Written by", $"Certify {identity.ToolVersion}, from the fact files of this package"],
            (Cell[])["Approved by", "________________________ (not approved)"],
        };
        rows.AddRange(identity.Marks.Select(mark => (Cell[])[Cell.Of(mark.Word, Tone.Bad), Cell.Of(mark.Meaning, Tone.Bad)]));
        return new Sheet("About", new Table(identity.Title, [new("Field", 1), new("Value", 3)], rows), "");
    }
}
