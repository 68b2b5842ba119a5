using System.Text;
using Certify.Documents.Model;

namespace Certify.Documents.Analysis;

/// <summary>Writes blocks as Markdown. Text of facts never becomes markup.</summary>
// @llr CFY-LLR-285
internal static class MarkdownWriter
{
    private const string Special = "\\`*_{}[]<>#|~!&";

    /// <summary>A document with a title of level 1; headings of the blocks start at level 2.</summary>
    public static string Write(string title, IEnumerable<Block> blocks)
    {
        var text = new StringBuilder($"# {Escape(title)}\n");
        foreach (var block in blocks) text.Append('\n').Append(Of(block));
        return text.ToString();
    }

    private static string Of(Block block) => block switch
    {
        Heading heading => $"{new string('#', heading.Level)} {Escape(heading.Text)}\n",
        Paragraph paragraph => Runs(paragraph.Text) + "\n",
        Normative normative => $"> {Runs(normative.Text)}\n",
        Note note => $"> **Note:** {Runs(note.Text)}\n",
        BulletList list => string.Concat(list.Items.Select(item => $"- {Runs(item)}\n")),
        CodeBlock code => string.Concat(SafeText.Clean(code.Text).Split('\n').Select(line => $"    {line}\n")),
        FieldList list => string.Concat(list.Fields.Select(field => $"- {Escape(field.Label)}: {Runs(field.Value)}\n")),
        Table table => Of(table),
        _ => throw new ArgumentException(block.GetType().Name),
    };

    private static string Of(Table table) =>
        $"**{Escape(table.Caption)}**\n\n| {string.Join(" | ", table.Columns.Select(column => Escape(column.Heading)))} |\n|{string.Concat(table.Columns.Select(_ => "---|"))}\n"
        + string.Concat(table.Rows.Select(row => $"| {string.Join(" | ", row.Select(cell => string.Join("<br>", cell.Paragraphs.Select(Runs))))} |\n"));

    private static string Runs(Rich text) => string.Concat(text.Runs.Select(run => run.Style switch
    {
        RunStyle.Bold => $"**{Escape(run.Text).Trim()}**{(run.Text.EndsWith(' ') ? " " : "")}",
        RunStyle.Code or RunStyle.Id => Code(run.Text),
        _ => Escape(run.Text),
    }));

    /// <summary>Code in a span; a bar would end a table's cell, a backtick the span.</summary>
    private static string Code(string text)
    {
        var clean = OneLine(text);
        return clean.AsSpan().IndexOfAny('`', '|', '\\') >= 0 ? Escape(clean) : $"`{clean}`";
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in OneLine(text))
        {
            if (Special.Contains(c, StringComparison.Ordinal)) escaped.Append('\\');
            escaped.Append(c);
        }

        return escaped.ToString();
    }

    private static string OneLine(string text) => SafeText.Clean(text).Replace('\n', ' ').Replace('\t', ' ');
}
