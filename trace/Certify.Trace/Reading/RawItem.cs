namespace Certify.Trace.Reading;

/// <summary>One item of a Markdown file before its fields are given meaning.</summary>
/// <param name="id">First word of the heading.</param>
/// <param name="title">The rest of the heading.</param>
/// <param name="line">1-based line of the heading.</param>
internal sealed class RawItem(string id, string title, int line)
{
    public string Id { get; } = id;

    public string Title { get; } = title;

    public int Line { get; } = line;

    /// <summary>List fields in order; names may repeat where the schema allows it.</summary>
    public List<RawField> Fields { get; } = [];

    /// <summary>Bold fields in order.</summary>
    public List<RawField> Notes { get; } = [];

    /// <summary>Lines of the normative text.</summary>
    public List<string> Text { get; } = [];

    /// <summary>Names of fields that were reported and must not be reported again.</summary>
    public HashSet<string> Broken { get; } = new(StringComparer.Ordinal);

    /// <summary>Gives the value of the first field of this name, or null.</summary>
    public RawField? Field(string name) => Fields.Find(f => f.Name == name);

    /// <summary>Gives the text of a bold field, or null.</summary>
    public string? Note(string name) => Notes.Find(f => f.Name == name) is { } note ? Prose.Unwrap(note.Lines) : null;
}

/// <summary>A field: name, 1-based line, and its lines of text.</summary>
internal sealed record RawField(string Name, int Line, List<string> Lines)
{
    /// <summary>The value on one line.</summary>
    public string Value { get; } = "";

    /// <summary>Creates a list field whose value is on one line.</summary>
    public RawField(string name, int line, string value) : this(name, line, [value]) => Value = value;
}
