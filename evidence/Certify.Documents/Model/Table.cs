namespace Certify.Documents.Model;

/// <summary>What a cell says at a glance. Colour never carries it alone: the text says the same.</summary>
public enum Tone
{
    /// <summary>No statement.</summary>
    None,
    /// <summary>Held.</summary>
    Good,
    /// <summary>Did not hold.</summary>
    Bad,
    /// <summary>Open: somebody has to act.</summary>
    Waiting,
    /// <summary>Of no weight here.</summary>
    Muted,
}

/// <summary>A table cell: paragraphs and a tone.</summary>
public sealed record Cell(IReadOnlyList<Rich> Paragraphs, Tone Tone = Tone.None)
{
    /// <summary>Text whose line ends start new paragraphs.</summary>
    public static implicit operator Cell(string text) => Of(text, Tone.None);

    /// <summary>One styled paragraph.</summary>
    public static implicit operator Cell(Rich text) => new([text]);

    /// <summary>Text with a tone.</summary>
    public static Cell Of(string text, Tone tone) =>
        new([.. text.ReplaceLineEndings("\n").Split('\n').Select(line => (Rich)line)], tone);

    /// <summary>Fixed-width text.</summary>
    public static Cell Code(string text) => new([Rich.Code(text)]);

    /// <summary>One paragraph per item, or a dash where there is none.</summary>
    public static Cell Lines(IEnumerable<string> items)
    {
        Rich[] lines = [.. items.Select(item => (Rich)item)];
        return lines.Length == 0 ? new([(Rich)"-"], Tone.Muted) : new(lines);
    }

    /// <summary>The text alone, paragraphs joined by line ends.</summary>
    public string Flat => string.Join('\n', Paragraphs.Select(paragraph => paragraph.Flat));
}

/// <summary>A column: its heading and its share of the width (any positive unit).</summary>
public sealed record Column(string Heading, int Weight);

/// <summary>A table with a repeated heading row.</summary>
/// <param name="Caption">Caption without its number.</param>
/// <param name="Columns">At least one column.</param>
/// <param name="Rows">Rows with as many cells as there are columns.</param>
public sealed record Table(string Caption, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows)
    : Block;
