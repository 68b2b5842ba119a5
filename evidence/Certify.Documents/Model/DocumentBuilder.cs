namespace Certify.Documents.Model;

/// <summary>Collects blocks in reading order.</summary>
public sealed class DocumentBuilder
{
    private readonly List<Block> _blocks = [];

    /// <summary>The blocks so far.</summary>
    public IReadOnlyList<Block> Blocks => _blocks;

    /// <summary>Adds a block.</summary>
    public DocumentBuilder Add(Block block)
    {
        _blocks.Add(block);
        return this;
    }

    /// <summary>Adds a heading of level 1 to 3.</summary>
    public DocumentBuilder Heading(int level, string text) => Add(new Heading(level, text));

    /// <summary>Adds a paragraph.</summary>
    public DocumentBuilder Text(string text) => Add(new Paragraph(text));

    /// <summary>Adds a paragraph of styled text.</summary>
    public DocumentBuilder Text(Rich text) => Add(new Paragraph(text));

    /// <summary>Adds a note.</summary>
    public DocumentBuilder Note(string text) => Add(new Note(text));

    /// <summary>Adds a list, or nothing where it is empty.</summary>
    public DocumentBuilder Bullets(IEnumerable<string> items)
    {
        Rich[] list = [.. items.Select(item => (Rich)item)];
        return list.Length == 0 ? this : Add(new BulletList(list));
    }

    /// <summary>Adds fixed-width lines.</summary>
    public DocumentBuilder Code(string text) => Add(new CodeBlock(text));

    /// <summary>Adds labelled lines.</summary>
    public DocumentBuilder Fields(params ReadOnlySpan<Field> fields) => Add(new FieldList(fields.ToArray()));

    /// <summary>Adds text a person wrote: paragraphs, lists and code in simple Markdown.</summary>
    public DocumentBuilder Prose(string text, bool normative = false)
    {
        _blocks.AddRange(ProseReader.Read(text, normative));
        return this;
    }

    /// <summary>Adds a table, or the sentence that stands for it where there are no rows.</summary>
    public DocumentBuilder Table(
        string caption, string whenEmpty, Column[] columns, IEnumerable<IReadOnlyList<Cell>> rows)
    {
        IReadOnlyList<Cell>[] list = [.. rows];
        foreach (var row in list)
        {
            if (row.Count != columns.Length)
                throw new ArgumentException($"table '{caption}': a row has {row.Count} cells for {columns.Length} columns");
        }
        return list.Length == 0 ? Text(whenEmpty) : Add(new Table(caption, columns, list));
    }
}
