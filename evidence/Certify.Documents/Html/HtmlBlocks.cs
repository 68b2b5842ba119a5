using System.Text;
using Certify.Documents.Model;

namespace Certify.Documents.Html;

/// <summary>Blocks as HTML. Everything that comes from facts goes through <see cref="HtmlText"/>.</summary>
internal static class HtmlBlocks
{
    private const int WordMax = 24;

    /// <summary>A block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="table">How to write a table.</param>
    public static string Of(Block block, Func<Table, string> table) => block switch
    {
        Heading heading => $"<h{Say.Count(heading.Level)}>{HtmlText.Escape(heading.Text)}</h{Say.Count(heading.Level)}>\n",
        Paragraph paragraph => $"<p>{Runs(paragraph.Text)}</p>\n",
        Normative normative => $"<p>{Runs(normative.Text)}</p>\n",
        Note note => $"<p class=\"note\">{Runs(note.Text)}</p>\n",
        BulletList list => $"<ul>\n{string.Concat(list.Items.Select(item => $"<li>{Runs(item)}</li>\n"))}</ul>\n",
        CodeBlock code => $"<pre>{HtmlText.Escape(code.Text)}</pre>\n",
        FieldList list => $"<dl>{string.Concat(list.Fields.Select(field => $"<dt>{HtmlText.Escape(field.Label)}</dt><dd>{Runs(field.Value)}</dd>"))}</dl>\n",
        Table given => table(given),
        _ => throw new ArgumentException(block.GetType().Name),
    };

    /// <summary>A table's cell with its tone.</summary>
    public static string CellText(Cell cell) => $"<td{Tone(cell)}>{string.Join("<br>", cell.Paragraphs.Select(Runs))}</td>";

    /// <summary>The class of a cell's tone, as an attribute.</summary>
    public static string Tone(Cell cell) => cell.Tone == Model.Tone.None ? "" : $" class=\"{cell.Tone.ToString().ToLowerInvariant()}\"";

    /// <summary>Styled text.</summary>
    public static string Runs(Rich text) => string.Concat(text.Runs.Select(run => run.Style switch
    {
        RunStyle.Bold => $"<strong>{HtmlText.Escape(run.Text)}</strong>",
        RunStyle.Code or RunStyle.Id => $"<code>{HtmlText.Escape(run.Text)}</code>",
        _ => $"<bdi{Breaks(run.Text)}>{HtmlText.Escape(run.Text)}</bdi>",
    }));

    /// <summary>The row of column headings.</summary>
    public static string Headings(IEnumerable<string> headings) => new StringBuilder("<thead><tr>")
        .AppendJoin("", headings.Select(heading => $"<th scope=\"col\">{HtmlText.Escape(heading)}</th>")).Append("</tr></thead>\n").ToString();

    // A short identifier stays on one line, it would otherwise break at its hyphens; a long one may break anywhere.
    private static string Breaks(string text)
    {
        var longest = text.Split(' ', '\n').Max(word => word.Length);
        return longest > WordMax ? " class=\"long\"" : longest == text.Length ? " class=\"nb\"" : "";
    }
}
