using System.Text;
using Certify.Documents.Excel;
using Certify.Documents.Model;

namespace Certify.Documents.Tests;

/// <summary>A document model as plain text, for whole-document comparison.</summary>
internal static class ModelText
{
    public static string Of(Document document)
    {
        var text = new StringBuilder().Append(Front(document.Identity));
        var outline = new Outline();
        foreach (var block in document.Blocks) text.Append(Of(block, outline)).Append('\n');
        return text.ToString();
    }

    public static string Of(Workbook workbook)
    {
        var text = new StringBuilder().Append(Front(workbook.Identity));
        foreach (var sheet in workbook.Sheets)
            text.Append($"## {sheet.Name}\n").Append(Rows(sheet.Table)).Append(sheet.Table.Rows.Count == 0 ? sheet.WhenEmpty + "\n" : "");
        return text.ToString();
    }

    private static string Front(Identity id) =>
        $"{id.Id} | {id.Title} | {id.Project} | level {id.Level} | {id.Standard}\nrevision {id.Revision}, image {id.ImageSha256}, manifest {id.ManifestSha256}\n"
        + $"marks: {string.Join(", ", id.Marks.Select(m => m.Word))}; revisions: {string.Join(" / ", id.Revisions.Select(r => $"{r.Date} {r.Author} {r.Subject}"))}\n\n";

    private static string Of(Block block, Outline outline) => block switch
    {
        Heading heading => $"{new string('#', heading.Level)} {outline.NextHeading(heading.Level)} {heading.Text}",
        Paragraph text => text.Text.Flat,
        Normative text => "| " + text.Text.Flat,
        Note text => "! " + text.Text.Flat,
        BulletList list => string.Join('\n', list.Items.Select(item => "- " + item.Flat)),
        CodeBlock code => "    " + code.Text.Replace("\n", "\n    ", StringComparison.Ordinal),
        FieldList list => string.Join('\n', list.Fields.Select(field => $"{field.Label}: {field.Value.Flat}")),
        Table table => $"Table {outline.NextTable()}: {table.Caption}\n{Rows(table)}",
        _ => throw new ArgumentException(block.GetType().Name),
    };

    private static string Rows(Table table) =>
        string.Join(" | ", table.Columns.Select(column => column.Heading)) + "\n"
        + string.Concat(table.Rows.Select(row => string.Join(" | ", row.Select(CellText)) + "\n"));

    private static string CellText(Cell cell) =>
        cell.Flat.Replace("\n", " / ", StringComparison.Ordinal) + cell.Tone switch { Tone.Bad => " [bad]", Tone.Waiting => " [waiting]", Tone.Good => " [good]", _ => "" };
}
