using System.Globalization;
using Certify.Documents.Model;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Certify.Documents.Word;

/// <summary>A line of the contents.</summary>
/// <param name="Level">1 or 2.</param>
/// <param name="Number">Heading number.</param>
/// <param name="Text">Heading.</param>
/// <param name="Bookmark">Where it points.</param>
/// <param name="Page">The page shown until the word processor counts for itself.</param>
internal sealed record ContentsEntry(int Level, string Number, string Text, string Bookmark, int Page);

/// <summary>
/// The contents. Each line is filled in beforehand and ends in a page-number field of its own. There is no table-of-
/// contents field around the lines: inside one LibreOffice would keep the stored numbers, outside it shows true ones.
/// </summary>
internal static class WordContents
{
    /// <summary>The contents page.</summary>
    public static IEnumerable<OpenXmlElement> Create(IReadOnlyList<ContentsEntry> entries, int width) =>
        [WordFront.Heading("Contents"), .. entries.Select(entry => Line(entry, width))];

    private static W.Paragraph Line(ContentsEntry entry, int width)
    {
        var paragraph = WordText.Paragraph(WordStyles.Contents(entry.Level));
        paragraph.ParagraphProperties!.Append(new W.Tabs(new W.TabStop
        {
            Val = W.TabStopValues.Right, Leader = W.TabStopLeaderCharValues.Dot, Position = width,
        }));
        var link = new W.Hyperlink { Anchor = entry.Bookmark, History = true };
        link.Append(WordText.Run(entry.Number + "\t" + SafeText.Clean(entry.Text).Replace('\n', ' ') + "\t"));
        var page = entry.Page.ToString(CultureInfo.InvariantCulture);
        link.Append(WordText.Field($"PAGEREF {entry.Bookmark} \\h", page));
        paragraph.Append(link);
        return paragraph;
    }
}
