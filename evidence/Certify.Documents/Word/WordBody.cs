using System.Globalization;
using Certify.Documents.Model;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Certify.Documents.Word;

/// <summary>Turns blocks into elements, counting headings and tables on the way.</summary>
internal sealed class WordBody(int width, IReadOnlyList<int> pages)
{
    private readonly Outline _outline = new();
    private int _headings;

    /// <summary>Headings of levels 1 and 2 met so far.</summary>
    public List<ContentsEntry> Contents { get; } = [];

    /// <summary>The elements of all blocks.</summary>
    public IEnumerable<OpenXmlElement> Create(IReadOnlyList<Block> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            var keep = KeepsNext(blocks, i);
            foreach (var element in Create(blocks[i]))
            {
                if (keep && element is W.Paragraph { ParagraphProperties: { } properties })
                    properties.InsertAfter(new W.KeepNext(), properties.ParagraphStyleId);
                yield return element;
            }
        }
    }

    /// <summary>
    /// True where a page end after the block would look wrong: normative text and what goes with it, an introduction
    /// right under its heading, and the sentence before a table.
    /// </summary>
    internal static bool KeepsNext(IReadOnlyList<Block> blocks, int i)
    {
        if (i + 1 >= blocks.Count) return false;
        var (block, next) = (blocks[i], blocks[i + 1]);
        return block switch
        {
            Normative => true,
            BulletList { Items.Count: < 8 } => next is FieldList,
            Paragraph => next is FieldList or Model.Table or CodeBlock or BulletList || next is Heading && i > 0 && blocks[i - 1] is Heading,
            _ => false,
        };
    }

    private IEnumerable<OpenXmlElement> Create(Block block) => block switch
    {
        Heading heading => [Heading(heading)],
        Paragraph text => [WordText.Paragraph(WordStyles.Body, WordText.Runs(text.Text))],
        Normative text => [WordText.Paragraph(WordStyles.NormativeText, WordText.Runs(text.Text))],
        Note text => [WordText.Paragraph(WordStyles.NoteText, WordText.Runs(text.Text))],
        BulletList list => list.Items.Select(item => WordText.Paragraph(WordStyles.Item, WordText.Runs(item))),
        CodeBlock code => [WordText.Paragraph(WordStyles.CodeText, WordText.Run(code.Text))],
        FieldList fields => Fields(fields),
        Table table => Table(table),
        _ => throw new ArgumentException($"no form for a block of type '{block.GetType().Name}'"),
    };

    private W.Paragraph Heading(Heading heading)
    {
        var number = _outline.NextHeading(heading.Level);
        var id = (++_headings).ToString(CultureInfo.InvariantCulture);
        var bookmark = "_Toc" + id.PadLeft(6, '0');
        if (heading.Level <= 2) Contents.Add(new ContentsEntry(heading.Level, number, heading.Text, bookmark, pages[_headings - 1]));
        return WordText.Paragraph(
            WordStyles.Heading(heading.Level),
            new W.BookmarkStart { Id = id, Name = bookmark },
            WordText.Run(SafeText.Clean(heading.Text).Replace('\n', ' ')),
            new W.BookmarkEnd { Id = id });
    }

    private static IEnumerable<OpenXmlElement> Fields(FieldList list)
    {
        for (var i = 0; i < list.Fields.Count; i++)
        {
            var field = list.Fields[i];
            var line = WordText.Paragraph(WordStyles.Field,
                [WordText.Run(field.Label, RunStyle.Bold), new W.Run(new W.TabChar()), .. WordText.Runs(field.Value)]);
            if (i < list.Fields.Count - 1)
                line.ParagraphProperties!.Append(new W.KeepNext());
            else
                line.ParagraphProperties!.Append(new W.SpacingBetweenLines { After = "160" });
            yield return line;
        }
    }

    private IEnumerable<OpenXmlElement> Table(Table table)
    {
        var number = _outline.NextTable().ToString(CultureInfo.InvariantCulture);
        yield return WordText.Paragraph(WordStyles.CaptionText,
            [WordText.Run("Table "), .. WordText.Field("SEQ Table \\* ARABIC", number), WordText.Run(": " + table.Caption)]);
        yield return WordTable.Create(table, width);
        var gap = WordText.Paragraph(WordStyles.Body);
        gap.ParagraphProperties!.Append(new W.SpacingBetweenLines { After = "0", Line = "160", LineRule = W.LineSpacingRuleValues.Exact });
        yield return gap;
    }
}
