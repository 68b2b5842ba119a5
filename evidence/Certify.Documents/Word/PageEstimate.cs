using Certify.Documents.Model;

namespace Certify.Documents.Word;

/// <summary>
/// Page numbers for the contents, estimated beforehand. They are what a reader sees until the word processor has
/// counted for itself: LibreOffice does so on opening, Word when somebody updates fields.
/// </summary>
internal sealed class PageEstimate
{
    // Line height of Arial and of Courier New in thousandths of the font size.
    private const int Leading = 1150;
    private const int MonoLeading = 1133;
    private const int CellMargins = 170;
    private const int RowMargins = 90;

    private readonly int _width;
    private readonly PageFlow _flow;
    private readonly List<int> _pages = [];

    private PageEstimate(int width, int height, int firstPage)
    {
        _width = width;
        _flow = new PageFlow(height, firstPage);
    }

    /// <summary>The page of each heading, all levels, in reading order.</summary>
    public static IReadOnlyList<int> OfHeadings(Document document)
    {
        var width = WordPage.TextWidth(document.Landscape);
        var height = WordPage.TextHeight(document.Landscape);
        var front = new PageEstimate(width, height, 2);
        front.Front(document);
        var body = new PageEstimate(width, height, front._flow.Page + 1);
        for (var i = 0; i < document.Blocks.Count; i++)
            body.Add(document.Blocks[i], WordBody.KeepsNext(document.Blocks, i));
        body._flow.Flush();
        return body._pages;
    }

    private void Front(Document document)
    {
        Add(28, 240, 240, 120, "Revisions");
        AddTable(new Table("", [new("Date", 14), new("Revision", 18), new("Author", 22), new("Change", 46)],
            [.. document.Identity.Revisions.Select(IReadOnlyList<Cell> (r) => [r.Date, SafeText.Short(r.Id), r.Author, r.Subject])]));
        Add(28, 240, 240, 120, "Contents");
        foreach (var heading in document.Blocks.OfType<Heading>().Where(h => h.Level <= 2))
            Add(20, heading.Level == 1 ? 80 : 0, 240, 20, heading.Text, indent: heading.Level == 1 ? 480 : 1200);
        _flow.Flush();
    }

    private void Add(Block block, bool keepNext)
    {
        switch (block)
        {
            case Heading heading:
                var (size, before) = WordStyles.HeadingLook(heading.Level);
                Add(size, before, 240, 120, heading.Text, 800, keepNext: true, whole: true, bold: true, placed: _pages.Add);
                break;
            case Paragraph text: Add(20, 0, 264, 120, text.Text.Flat, 0, keepNext); break;
            case Normative text: Add(20, 60, 264, 120, text.Text.Flat, 360, keepNext, whole: true); break;
            case Note text: Add(20, 60, 264, 120, text.Text.Flat, 360, keepNext); break;
            case CodeBlock code: Add(16, 60, 240, 160, code.Text, 360, keepNext, whole: true, mono: true); break;
            case BulletList list:
                foreach (var item in list.Items) Add(20, 0, 264, 60, item.Flat, 567, keepNext);
                break;
            case FieldList list:
                for (var i = 0; i < list.Fields.Count; i++)
                    Add(18, 0, 252, i < list.Fields.Count - 1 ? 40 : 160, list.Fields[i].Value.Flat, 1800, keepNext: i < list.Fields.Count - 1);
                break;
            case Table table:
                Add(18, 180, 240, 80, table.Caption, 0, keepNext: true, bold: true);
                AddTable(table);
                _flow.Add(new Stretch(0, 1, 160, 0));
                break;
        }
    }

    private void AddTable(Table table)
    {
        var widths = WordTable.Widths(table.Columns, _width);
        var head = table.Columns.Select((c, i) => TextMetrics.Lines(c.Heading, 16, widths[i] - CellMargins, bold: true)).Max() * LineHeight(16, 240) + RowMargins + 40;
        _flow.Add(new Stretch(0, 1, head, 0, KeepNext: true));
        foreach (var row in table.Rows)
        {
            var height = row.Select((cell, i) => cell.Paragraphs.Sum(p =>
                40 + LineHeight(16, 240) * TextMetrics.Lines(SafeText.Clean(p.Flat), 16, widths[i] - CellMargins, mono: p.Runs.Any(r => r.Style == RunStyle.Code)))).Max() + RowMargins - 40;
            var whole = WordTable.StaysWhole(row);
            _flow.Add(whole
                ? new Stretch(0, 1, height, 0, Whole: true)
                : new Stretch(0, Math.Max(1, height / LineHeight(16, 240)), LineHeight(16, 240), RowMargins));
            _flow.RepeatedHead = head;
        }
        _flow.RepeatedHead = 0;
    }

    private void Add(
        int halfPoints, int before, int spacing, int after, string text, int indent = 0, bool keepNext = false, bool whole = false,
        bool mono = false, bool bold = false, Action<int>? placed = null)
    {
        var lines = TextMetrics.Lines(SafeText.Clean(text), halfPoints, _width - indent, mono, bold);
        _flow.Add(new Stretch(before, lines, LineHeight(halfPoints, spacing, mono), after, keepNext, whole), placed);
    }

    // Half points are tenths of twentieths of a point.
    private static int LineHeight(int halfPoints, int spacing, bool mono = false) =>
        halfPoints * 10 * (mono ? MonoLeading : Leading) / 1000 * spacing / 240;
}
