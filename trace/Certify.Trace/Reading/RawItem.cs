namespace Certify.Trace.Reading;

/// <summary>One item of a Markdown file before its fields are given meaning. One instance is used for all items of a file, one after the other.</summary>
/// <param name="text">The file's text, which ranges point into.</param>
internal sealed class RawItem(string text)
{
    private HashSet<string>? _broken;

    /// <summary>Text of the file.</summary>
    public string Source { get; } = text;

    public string Id { get; set; } = "";

    public string Title { get; set; } = "";

    /// <summary>1-based line of the heading.</summary>
    public int Line { get; set; }

    /// <summary>List fields in order; names may repeat where the schema allows it.</summary>
    public List<RawField> Fields { get; } = [];

    /// <summary>Bold fields in order.</summary>
    public List<RawNote> Notes { get; } = [];

    /// <summary>Lines of the normative text.</summary>
    public LineRanges Text { get; } = new();

    /// <summary>Names of fields that were reported and must not be reported again.</summary>
    public IReadOnlySet<string>? Broken => _broken;

    /// <summary>Marks a field as reported; false when it was already.</summary>
    public bool Break(string field) => (_broken ??= new HashSet<string>(StringComparer.Ordinal)).Add(field);

    /// <summary>True when a field was reported.</summary>
    public bool IsBroken(string field) => _broken is not null && _broken.Contains(field);

    /// <summary>Position of the first field of this name in <see cref="Fields"/>, or -1.</summary>
    public int IndexOf(string name)
    {
        for (var i = 0; i < Fields.Count; i++)
        {
            if (Fields[i].Name == name) return i;
        }
        return -1;
    }

    /// <summary>The value of a field on one line, continuation lines joined by a blank.</summary>
    public ReadOnlySpan<char> Value(RawField field)
    {
        var span = Source.AsSpan(field.Start, field.End - field.Start);
        return field.Continued ? Prose.Join(span) : span.Trim();
    }

    /// <summary>Begins another item.</summary>
    public void Start(string id, string title, int line)
    {
        (Id, Title, Line) = (id, title, line);
        Fields.Clear();
        Notes.Clear();
        Text.Clear();
        _broken = null;
    }
}

/// <summary>A list field: its name, its 1-based line, and where its value stands.</summary>
internal readonly record struct RawField(string Name, int Line, int Start, int End, bool Continued);

/// <summary>A bold field: its name, whether it is an attribute that no schema declares, its 1-based line and its lines.</summary>
internal sealed record RawNote(string Name, bool IsAttribute, int Line, LineRanges Lines);
