using System.Globalization;
using Certify.Documents.Model;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Certify.Documents.Word;

/// <summary>Title page with signature lines, and the revision table.</summary>
internal static class WordFront
{
    private const string Line = "________________________";

    /// <summary>Everything before the contents.</summary>
    public static IEnumerable<OpenXmlElement> Create(Identity identity, int width, bool landscape)
    {
        var lead = WordText.Paragraph(WordStyles.Subtitle, WordText.Run(identity.Project));
        lead.ParagraphProperties!.Append(new W.SpacingBetweenLines { Before = landscape ? "0" : "1200", After = "60" });
        yield return lead;
        yield return WordText.Paragraph(WordStyles.DocumentTitle, WordText.Run(identity.Title));
        yield return WordText.Paragraph(WordStyles.Subtitle, WordText.Run(identity.Id));
        foreach (var mark in identity.Marks)
            yield return WordText.Paragraph(WordStyles.MarkText, WordText.Run($"{mark.Word}: {mark.Meaning}"));
        if (!landscape) yield return WordText.Paragraph(WordStyles.Body);
        yield return WordTable.Particulars(Particulars(identity), width);
        yield return Heading("Approval");
        yield return WordText.Paragraph(WordStyles.Body, WordText.Run(
            "Not approved. The lines below are for the people who prepare, review and approve this document; the tool fills in none of them."));
        yield return WordTable.Create(Signatures(), width);
        yield return Heading("Revisions", newPage: true);
        foreach (var element in Revisions(identity, width)) yield return element;
    }

    /// <summary>A heading outside the numbering.</summary>
    public static W.Paragraph Heading(string text, bool newPage = false)
    {
        var paragraph = WordText.Paragraph(WordStyles.ContentsHeading, WordText.Run(text));
        if (newPage) paragraph.ParagraphProperties!.Append(new W.PageBreakBefore());
        return paragraph;
    }

    private static IEnumerable<(string, Rich)> Particulars(Identity identity)
    {
        yield return ("Document", identity.Id);
        yield return ("Serves", identity.Standard);
        yield return ("Product", identity.Project);
        yield return ("Part number", identity.PartNumber ?? "not recorded");
        yield return ("Organisation", identity.Organisation ?? "not recorded");
        yield return ("Software level", identity.Level);
        yield return ("Revision", Rich.Code(identity.Revision));
        yield return ("Image SHA-256", identity.ImageSha256 is { } image ? Rich.Code(image) : "no image was recorded");
        yield return ("Facts manifest SHA-256", Rich.Code(identity.ManifestSha256));
        yield return ("Written by", $"Certify {identity.ToolVersion}, from the fact files of this package");
        yield return ("Status", identity.Marks.Count == 0 ? "not approved" : string.Join(", ", identity.Marks.Select(mark => mark.Word)) + ", not approved");
    }

    private static Table Signatures()
    {
        static IReadOnlyList<Cell> Row(string role) => [role, Line, Line, "____-__-__"];
        return new Table("", [new("Role", 22), new("Name", 31), new("Signature", 31), new("Date", 16)],
            [Row("Prepared by:"), Row("Reviewed by:"), Row("Approved by:")]);
    }

    private static IEnumerable<OpenXmlElement> Revisions(Identity identity, int width)
    {
        if (identity.Revisions.Count == 0)
        {
            yield return WordText.Paragraph(WordStyles.Body, WordText.Run("No revision history was recorded."));
            yield break;
        }
        yield return WordTable.Create(
            new Table("", [new("Date", 14), new("Revision", 18), new("Author", 22), new("Change", 46)],
                [.. identity.Revisions.Select(IReadOnlyList<Cell> (row) =>
                    [row.Date, Cell.Code(SafeText.Short(row.Id)), row.Author, row.Subject])]),
            width);
        if (identity.OlderRevisions > 0)
        {
            var count = identity.OlderRevisions.ToString(CultureInfo.InvariantCulture);
            yield return WordText.Paragraph(WordStyles.Field, WordText.Run($"{count} older revisions are in the project fact file."));
        }
    }
}
