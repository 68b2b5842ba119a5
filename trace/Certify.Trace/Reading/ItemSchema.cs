using Certify.Trace.Model;

namespace Certify.Trace.Reading;

/// <summary>The fields that items of one kind of file have.</summary>
internal sealed class ItemSchema
{
    private readonly Dictionary<string, int> _fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    private ItemSchema(string noun, string[] fields, string[] notes, bool open, string[]? attributes = null)
    {
        (Noun, Fields, Notes, IsOpen, Attributes) = (noun, fields, notes, open, attributes ?? []);
        foreach (var name in fields) _fields.Add(name, _fields.Count);
        foreach (var name in Attributes) _fields.TryAdd(name, _fields.Count);
        Names = [.. _fields.Keys];
        _lookup = _fields.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Items of the trace, of any tier.</summary>
    public static ItemSchema Requirement { get; } = new("requirement", [.. ItemFields.All], ["Rationale", "Safety feedback", "Source"], open: true, [ReviewRecord.Date]);

    /// <summary>Problem reports.</summary>
    public static ItemSchema ProblemReport { get; } = new("problem report", ["status", "safety-impact"], [], open: false);

    /// <summary>What an item is called in messages.</summary>
    public string Noun { get; }

    /// <summary>Names of list fields, without the attributes.</summary>
    public string[] Fields { get; }

    /// <summary>Names of bold fields.</summary>
    public string[] Notes { get; }

    /// <summary>Names of attributes that the project declares; they are list fields or bold fields.</summary>
    public string[] Attributes { get; }

    /// <summary>Names of fields and attributes.</summary>
    public string[] Names { get; }

    /// <summary>True when 'link ROLE' and 'x NAME' are fields too.</summary>
    public bool IsOpen { get; }

    /// <summary>The schema with attributes of a project; null or none gives the schema itself.</summary>
    public ItemSchema With(IReadOnlyCollection<string>? attributes) =>
        attributes is null or { Count: 0 } ? this : new ItemSchema(Noun, Fields, Notes, IsOpen, [.. Attributes.Union(attributes).Except(Fields).Except(Notes)]);

    /// <summary>Position of a field in <see cref="Names"/>, or -1.</summary>
    public int IndexOf(ReadOnlySpan<char> name) => _lookup.TryGetValue(name, out var index) ? index : -1;

    /// <summary>True for an attribute of the project.</summary>
    public bool IsAttribute(string name) => Array.IndexOf(Attributes, name) >= 0;
}
