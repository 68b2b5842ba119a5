using System.Globalization;
using Certify.Documents.Model;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Certify.Documents.Word;

/// <summary>A4 pages with a running header and footer. Lengths in twentieths of a point.</summary>
internal static class WordPage
{
    /// <summary>Relationship id of the header part.</summary>
    public const string HeaderId = "rIdHeader";

    /// <summary>Relationship id of the footer part.</summary>
    public const string FooterId = "rIdFooter";

    private const uint Short = 11906;
    private const uint Long = 16838;
    private const int Margin = 1134;
    private const int Top = 1560;
    private const int Bottom = 1304;

    /// <summary>Width between the margins.</summary>
    public static int TextWidth(bool landscape) => (int)(landscape ? Long : Short) - 2 * Margin;

    /// <summary>Height between the margins.</summary>
    public static int TextHeight(bool landscape) => (int)(landscape ? Short : Long) - Top - Bottom;

    /// <summary>Page size, margins and the references to header and footer.</summary>
    public static W.SectionProperties Section(bool landscape)
    {
        var size = new W.PageSize { Width = landscape ? Long : Short, Height = landscape ? Short : Long };
        if (landscape) size.Orient = W.PageOrientationValues.Landscape;
        return new W.SectionProperties(
            new W.HeaderReference { Type = W.HeaderFooterValues.Default, Id = HeaderId },
            new W.FooterReference { Type = W.HeaderFooterValues.Default, Id = FooterId },
            size,
            new W.PageMargin { Top = Top, Bottom = Bottom, Left = Margin, Right = Margin, Header = 600, Footer = 567, Gutter = 0 });
    }

    /// <summary>Document, revision and the marks, on every page.</summary>
    public static W.Header Header(Identity identity, bool landscape)
    {
        var width = TextWidth(landscape);
        var header = new W.Header(Ruled(
            WordStyles.PageHead, width, bottom: identity.Marks.Count == 0,
            WordText.Run(identity.Id, RunStyle.Bold),
            WordText.Run($"  {identity.Project}: {identity.Title}"),
            new W.Run(new W.TabChar()),
            WordText.Run("Revision " + SafeText.Short(identity.Revision))));
        for (var i = 0; i < identity.Marks.Count; i++)
        {
            var mark = identity.Marks[i];
            header.Append(Ruled(WordStyles.MarkText, width, bottom: i == identity.Marks.Count - 1,
                WordText.Run($"{mark.Word}: {mark.Meaning}")));
        }
        return header;
    }

    /// <summary>Facts manifest and page number.</summary>
    public static W.Footer Footer(Identity identity, bool landscape)
    {
        var paragraph = Tabbed(WordStyles.PageFoot, TextWidth(landscape));
        paragraph.Append(WordText.Run($"Facts manifest {SafeText.Short(identity.ManifestSha256)}   not approved"));
        paragraph.Append(new W.Run(new W.TabChar()), WordText.Run("page "));
        paragraph.Append(WordText.Field("PAGE", "1"));
        paragraph.Append(WordText.Run(" of "));
        paragraph.Append(WordText.Field("NUMPAGES", "1"));
        return new W.Footer(paragraph);
    }

    private static W.Paragraph Ruled(string style, int width, bool bottom, params ReadOnlySpan<OpenXmlElement> content)
    {
        var paragraph = Tabbed(style, width);
        if (bottom)
        {
            paragraph.ParagraphProperties!.InsertAfter(
                new W.ParagraphBorders(new W.BottomBorder { Val = W.BorderValues.Single, Size = 6, Space = 4, Color = WordStyles.Navy }),
                paragraph.ParagraphProperties.ParagraphStyleId);
        }
        foreach (var element in content) paragraph.Append(element);
        return paragraph;
    }

    private static W.Paragraph Tabbed(string style, int width)
    {
        var paragraph = WordText.Paragraph(style);
        paragraph.ParagraphProperties!.Append(new W.Tabs(
            new W.TabStop { Val = W.TabStopValues.Right, Position = width }));
        return paragraph;
    }
}
