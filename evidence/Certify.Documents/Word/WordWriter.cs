using System.Text;
using Certify.Documents.Archive;
using Certify.Documents.Model;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Certify.Documents.Word;

/// <summary>
/// Writes a document as DOCX. Equal documents give equal bytes: relationship ids are fixed, no clock is read, and
/// the archive is packed again by <see cref="OfficePackage"/>.
/// </summary>
// @llr CFY-LLR-052
public static class WordWriter
{
    /// <summary>Gives the bytes of the DOCX file.</summary>
    public static byte[] Write(Document document)
    {
        using var archive = new MemoryStream();
        using (var package = WordprocessingDocument.Create(archive, WordprocessingDocumentType.Document, autoSave: true))
        {
            var core = package.AddNewPart<CoreFilePropertiesPart>(
                "application/vnd.openxmlformats-package.core-properties+xml", "rIdCore");
            Feed(core, OfficePackage.CoreProperties(document.Identity.Id, $"{document.Identity.Project}: {document.Identity.Title}"));

            package.AddMainDocumentPart();
            var main = package.MainDocumentPart!;
            package.ChangeIdOfPart(main, "rIdDocument");
            main.AddNewPart<StyleDefinitionsPart>("rIdStyles").Styles = WordStyles.Create();
            main.AddNewPart<NumberingDefinitionsPart>("rIdNumbering").Numbering = WordNumbering.Create();
            main.AddNewPart<DocumentSettingsPart>("rIdSettings").Settings = Settings();
            main.AddNewPart<HeaderPart>(WordPage.HeaderId).Header = WordPage.Header(document.Identity, document.Landscape);
            main.AddNewPart<FooterPart>(WordPage.FooterId).Footer = WordPage.Footer(document.Identity, document.Landscape);
            main.Document = new W.Document(Body(document));
        }
        return OfficePackage.Repack(archive);
    }

    private static W.Body Body(Document document)
    {
        var width = WordPage.TextWidth(document.Landscape);
        var writer = new WordBody(width, PageEstimate.OfHeadings(document));
        OpenXmlElement[] content = [.. writer.Create(document.Blocks)];
        if (content.Length > 0 && content[0] is W.Paragraph first)
            first.ParagraphProperties!.InsertAfter(new W.PageBreakBefore(), first.ParagraphProperties.ParagraphStyleId);

        var body = new W.Body();
        body.Append(WordFront.Create(document.Identity, width, document.Landscape));
        body.Append(WordContents.Create(writer.Contents, width));
        body.Append(content);
        body.Append(WordPage.Section(document.Landscape));
        return body;
    }

    private static W.Settings Settings() => new(
        new W.Zoom { Percent = "100" },
        new W.DefaultTabStop { Val = 709 },
        new W.CharacterSpacingControl { Val = W.CharacterSpacingValues.DoNotCompress },
        new W.Compatibility(new W.CompatibilitySetting
        {
            Name = W.CompatSettingNameValues.CompatibilityMode,
            Uri = "http://schemas.microsoft.com/office/word",
            Val = "15",
        }));

    private static void Feed(OpenXmlPart part, string xml)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        part.FeedData(stream);
    }
}
