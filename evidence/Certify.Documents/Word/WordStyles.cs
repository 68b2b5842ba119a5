using System.Globalization;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Certify.Documents.Word;

/// <summary>The style sheet of every document. Sizes in half points, spacing in twentieths of a point.</summary>
internal static class WordStyles
{
    public const string Body = "Normal";
    public const string DocumentTitle = "Title";
    public const string Subtitle = "Subtitle";
    public const string ContentsHeading = "ContentsHeading";
    public const string NormativeText = "Normative";
    public const string NoteText = "Note";
    public const string Field = "FieldLine";
    public const string Item = "ListItem";
    public const string CodeText = "CodeBlock";
    public const string CodeRun = "CodeRun";
    public const string IdRun = "Identifier";
    public const string CaptionText = "Caption";
    public const string TableText = "TableText";
    public const string TableHead = "TableHead";
    public const string PageHead = "Header";
    public const string PageFoot = "Footer";
    public const string MarkText = "PageMark";

    public const string Navy = "1F3864";
    private const string Red = "B00020";
    private const string Sans = "Arial";
    private const string Mono = "Courier New";

    /// <summary>Style id of a heading of level 1 to 3.</summary>
    public static string Heading(int level) => "Heading" + level.ToString(CultureInfo.InvariantCulture);

    /// <summary>Font size and space above of a heading of level 1 to 3.</summary>
    public static (int HalfPoints, int Before) HeadingLook(int level) =>
        level switch { 1 => (32, 480), 2 => (26, 280), _ => (21, 280) };

    /// <summary>Style id of a contents line of level 1 to 2.</summary>
    public static string Contents(int level) => "TOC" + level.ToString(CultureInfo.InvariantCulture);

    /// <summary>Builds the style part.</summary>
    public static W.Styles Create()
    {
        var styles = new W.Styles(Defaults());
        styles.Append(Style(Body, "Normal", null, Spacing(0, 120, 264), new W.StyleRunProperties(), isDefault: true));
        for (var level = 1; level <= 3; level++) styles.Append(HeadingStyle(level));
        for (var level = 1; level <= 2; level++) styles.Append(ContentsStyle(level));
        styles.Append(Style(DocumentTitle, "Title", Body, Spacing(0, 120, 240), Look(52, Navy, bold: true)));
        styles.Append(Style(Subtitle, "Subtitle", Body, Spacing(0, 240, 240), Look(26, "595959")));
        styles.Append(Style(ContentsHeading, "Contents Heading", Body, KeepNext(Spacing(240, 120, 240)), Look(28, Navy, bold: true)));
        styles.Append(Style(NormativeText, "Normative", Body, KeepLines(BarLeft(Navy, "EEF2F9")), new W.StyleRunProperties()));
        styles.Append(Style(NoteText, "Note", Body, BarLeft("C77700", "FFF6E5"), new W.StyleRunProperties()));
        styles.Append(Style(Field, "Field Line", Body, FieldLayout(), Look(18)));
        styles.Append(Style(Item, "List Item", Body, ListLayout(), new W.StyleRunProperties()));
        styles.Append(Style(CodeText, "Code Block", Body, CodeLayout(), Look(16, font: Mono)));
        styles.Append(Style(CaptionText, "caption", Body, KeepNext(Spacing(180, 80, 240)), Look(18, Navy, bold: true)));
        styles.Append(Style(TableText, "Table Text", Body, Spacing(20, 20, 240), Look(16)));
        styles.Append(Style(TableHead, "Table Head", TableText, KeepNext(Spacing(40, 40, 240)), Look(16, Navy, bold: true)));
        styles.Append(Style(PageHead, "header", Body, Spacing(0, 0, 240), Look(16, "404040")));
        styles.Append(Style(PageFoot, "footer", Body, Spacing(0, 0, 240), Look(16, "404040")));
        styles.Append(Style(MarkText, "Page Mark", Body, Spacing(0, 0, 240), Look(18, Red, bold: true)));
        styles.Append(CodeRunStyle(), IdRunStyle());
        return styles;
    }

    private static W.DocDefaults Defaults() => new(
        new W.RunPropertiesDefault(new W.RunPropertiesBaseStyle(
            Fonts(Sans), new W.FontSize { Val = "20" }, new W.FontSizeComplexScript { Val = "20" },
            new W.Languages { Val = "en-GB", EastAsia = "en-GB", Bidi = "ar-SA" })),
        new W.ParagraphPropertiesDefault());

    private static W.Style Style(
        string id, string name, string? basedOn, W.StyleParagraphProperties paragraph, W.StyleRunProperties run,
        bool isDefault = false)
    {
        var style = new W.Style { Type = W.StyleValues.Paragraph, StyleId = id };
        if (isDefault) style.Default = true;
        style.Append(new W.StyleName { Val = name });
        if (basedOn is not null) style.Append(new W.BasedOn { Val = basedOn });
        style.Append(new W.PrimaryStyle());
        style.Append(paragraph, run);
        return style;
    }

    private static W.Style HeadingStyle(int level)
    {
        var (size, before) = HeadingLook(level);
        var paragraph = new W.StyleParagraphProperties(
            new W.KeepNext(),
            new W.KeepLines(),
            new W.NumberingProperties(
                new W.NumberingLevelReference { Val = level - 1 }, new W.NumberingId { Val = WordNumbering.Headings }),
            new W.SpacingBetweenLines { Before = before.ToString(CultureInfo.InvariantCulture), After = "120", Line = "240", LineRule = W.LineSpacingRuleValues.Auto },
            new W.OutlineLevel { Val = level - 1 });
        var style = Style(Heading(level), $"heading {level.ToString(CultureInfo.InvariantCulture)}", Body, paragraph, Look(size, Navy, bold: true));
        style.InsertAfter(new W.NextParagraphStyle { Val = Body }, style.GetFirstChild<W.BasedOn>());
        return style;
    }

    private static W.Style ContentsStyle(int level)
    {
        var paragraph = new W.StyleParagraphProperties(
            new W.Tabs(
                new W.TabStop { Val = W.TabStopValues.Left, Position = level == 1 ? 480 : 1200 }),
            new W.SpacingBetweenLines { Before = level == 1 ? "80" : "0", After = "20", Line = "240", LineRule = W.LineSpacingRuleValues.Auto },
            new W.Indentation { Left = level == 1 ? "480" : "1200", Hanging = level == 1 ? "480" : "720" });
        return Style(Contents(level), $"toc {level.ToString(CultureInfo.InvariantCulture)}", Body, paragraph,
            Look(20, bold: level == 1));
    }

    private static W.Style CodeRunStyle() => new(
        new W.StyleName { Val = "Code Run" },
        new W.StyleRunProperties(Fonts(Mono), new W.FontSize { Val = "16" }, new W.FontSizeComplexScript { Val = "16" }))
    { Type = W.StyleValues.Character, StyleId = CodeRun };

    private static W.Style IdRunStyle() => new(
        new W.StyleName { Val = "Identifier" },
        new W.StyleRunProperties(new W.NoProof(), new W.FontSize { Val = "16" }, new W.FontSizeComplexScript { Val = "16" }))
    { Type = W.StyleValues.Character, StyleId = IdRun };

    private static W.StyleParagraphProperties Spacing(int before, int after, int line) => new(SpacingValue(before, after, line));

    private static W.SpacingBetweenLines SpacingValue(int before, int after, int line) => new()
    {
        Before = before.ToString(CultureInfo.InvariantCulture),
        After = after.ToString(CultureInfo.InvariantCulture),
        Line = line.ToString(CultureInfo.InvariantCulture),
        LineRule = W.LineSpacingRuleValues.Auto,
    };

    private static W.StyleParagraphProperties KeepNext(W.StyleParagraphProperties properties)
    {
        properties.InsertAt(new W.KeepNext(), 0);
        return properties;
    }

    private static W.StyleParagraphProperties KeepLines(W.StyleParagraphProperties properties)
    {
        properties.InsertAt(new W.KeepLines(), 0);
        return properties;
    }

    private static W.StyleParagraphProperties BarLeft(string colour, string fill) => new(
        new W.ParagraphBorders(new W.LeftBorder { Val = W.BorderValues.Single, Size = 18, Space = 8, Color = colour }),
        new W.Shading { Val = W.ShadingPatternValues.Clear, Color = "auto", Fill = fill },
        SpacingValue(60, 120, 264),
        new W.Indentation { Left = "240", Right = "120" });

    private static W.StyleParagraphProperties FieldLayout() => new(
        new W.Tabs(new W.TabStop { Val = W.TabStopValues.Left, Position = 1800 }),
        SpacingValue(0, 40, 252),
        new W.Indentation { Left = "1800", Hanging = "1560" });

    private static W.StyleParagraphProperties ListLayout() => new(
        new W.NumberingProperties(new W.NumberingLevelReference { Val = 0 }, new W.NumberingId { Val = WordNumbering.Bullets }),
        SpacingValue(0, 60, 264));

    private static W.StyleParagraphProperties CodeLayout() => new(
        new W.KeepLines(),
        new W.Shading { Val = W.ShadingPatternValues.Clear, Color = "auto", Fill = "F4F4F4" },
        SpacingValue(60, 160, 240),
        new W.Indentation { Left = "240", Right = "120" });

    private static W.StyleRunProperties Look(int size, string? colour = null, bool bold = false, string? font = null)
    {
        var look = new W.StyleRunProperties();
        if (font is not null) look.Append(Fonts(font));
        if (bold) look.Append(new W.Bold());
        if (colour is not null) look.Append(new W.Color { Val = colour });
        var value = size.ToString(CultureInfo.InvariantCulture);
        look.Append(new W.FontSize { Val = value }, new W.FontSizeComplexScript { Val = value });
        return look;
    }

    private static W.RunFonts Fonts(string font) =>
        new() { Ascii = font, HighAnsi = font, ComplexScript = font, EastAsia = font };
}
