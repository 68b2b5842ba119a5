using Certify.Documents.Model;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Certify.Documents.Word;

/// <summary>Runs, paragraphs and fields.</summary>
internal static class WordText
{
    /// <summary>A paragraph in a named style.</summary>
    public static W.Paragraph Paragraph(string style, params OpenXmlElement[] content)
    {
        var paragraph = new W.Paragraph(
            new W.ParagraphProperties(new W.ParagraphStyleId { Val = style }));
        paragraph.Append(content);
        return paragraph;
    }

    /// <summary>The runs of a styled text.</summary>
    public static OpenXmlElement[] Runs(Rich text) => [.. text.Runs.Select(run => Run(run.Text, run.Style))];

    /// <summary>A run; line ends become breaks and tabs become tabs.</summary>
    public static W.Run Run(string text, RunStyle style = RunStyle.Plain)
    {
        var run = new W.Run();
        if (style != RunStyle.Plain) run.Append(new W.RunProperties(Look(style)));
        var clean = SafeText.Clean(text);
        var start = 0;
        for (var i = 0; i <= clean.Length; i++)
        {
            var c = i < clean.Length ? clean[i] : '\0';
            if (i < clean.Length && c is not ('\n' or '\t')) continue;
            if (i > start || clean.Length == 0) run.Append(Text(clean[start..i]));
            if (c == '\n') run.Append(new W.Break());
            if (c == '\t') run.Append(new W.TabChar());
            start = i + 1;
        }
        return run;
    }

    /// <summary>A field with the result it shows until somebody updates it.</summary>
    public static IEnumerable<W.Run> Field(string instruction, string result)
    {
        yield return FieldMark(W.FieldCharValues.Begin);
        yield return FieldCode(instruction);
        yield return FieldMark(W.FieldCharValues.Separate);
        yield return Run(result);
        yield return FieldMark(W.FieldCharValues.End);
    }

    /// <summary>The start, middle or end of a field.</summary>
    public static W.Run FieldMark(W.FieldCharValues type) => new(new W.FieldChar { FieldCharType = type });

    /// <summary>The instruction of a field.</summary>
    public static W.Run FieldCode(string instruction) =>
        new(new W.FieldCode($" {instruction} ") { Space = SpaceProcessingModeValues.Preserve });

    private static OpenXmlElement Look(RunStyle style) =>
        style == RunStyle.Bold ? new W.Bold()
        : new W.RunStyle { Val = style == RunStyle.Code ? WordStyles.CodeRun : WordStyles.IdRun };

    private static W.Text Text(string text) => new(text) { Space = SpaceProcessingModeValues.Preserve };
}
