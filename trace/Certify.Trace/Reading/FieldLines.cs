using static Certify.Trace.Reading.ItemId;

namespace Certify.Trace.Reading;

/// <summary>Takes the list of fields under a heading into an item.</summary>
/// <param name="schema">The fields there are.</param>
/// <param name="item">The item that is being read.</param>
/// <param name="report">Takes code, 1-based line and message.</param>
internal sealed class FieldLines(ItemSchema schema, RawItem item, Action<string, int, string> report)
{
    private const int FewFields = 24;
    private readonly int[] _seen = new int[schema.Names.Length];
    private HashSet<(string Name, bool Attribute)>? _names;

    /// <summary>Forgets the item that was read.</summary>
    public void Clear()
    {
        Array.Clear(_seen);
        _names = null;
    }

    /// <summary>Takes a line while the list lasts; false, and the list is over, when the line is no part of it.</summary>
    public bool Take(ReadOnlySpan<char> line, int number, int start, ref bool inFields)
    {
        if (line.IsEmpty || line.IsWhiteSpace())
        {
            inFields = item.Fields.Count == 0;
            return true;
        }

        if (line.StartsWith("- ", StringComparison.Ordinal))
        {
            TakeField(line, number, start);
            return true;
        }

        if (item.Fields.Count > 0 && char.IsWhiteSpace(line[0]))
        {
            item.Fields[^1] = item.Fields[^1] with { End = start + line.Length, Continued = true };
            return true;
        }
        inFields = false;
        return false;
    }

    /// <summary>Adds a bold field and gives the place for its lines; null when it is there already.</summary>
    public LineRanges? AddNote(string name, bool attribute, int line)
    {
        if (!IsNew(name, attribute, line)) return null;
        var note = new RawNote(name, attribute, line, new LineRanges());
        item.Notes.Add(note);
        return note.Lines;
    }

    /// <summary>Names as a list for messages.</summary>
    public static string List(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } list ? list : "no such fields";

    private void TakeField(ReadOnlySpan<char> line, int number, int start)
    {
        if (schema.IsOpen && TakeOpenField(line, number, start)) return;
        var colon = line.IndexOf(':');
        if (colon < 0)
        {
            report("TRC-008", number, $"{Quote(line)} is no field; hint: write '- name: value' with one of {KnownNames()}");
            return;
        }

        var name = line[2..colon].Trim();
        var index = schema.IndexOf(name);
        if (index < 0)
            report("TRC-005", number, $"unknown field {Quote(name)}; hint: a {schema.Noun} has {KnownNames()}");
        else if (_seen[index] > 0)
            Twice(schema.Names[index], number, _seen[index]);
        else if (index < schema.Fields.Length || IsNew(schema.Names[index], true, number))
        {
            _seen[index] = number;
            Add(schema.Names[index], number, start + colon + 1, start + line.Length);
        }
    }

    // 'link ROLE: ids' and 'x NAME: value'; role and name may be quoted.
    private bool TakeOpenField(ReadOnlySpan<char> line, int number, int start)
    {
        var prefix = line[2..].StartsWith(ItemFields.LinkPrefix, StringComparison.Ordinal) ? ItemFields.LinkPrefix
            : line[2..].StartsWith(ItemFields.AttributePrefix, StringComparison.Ordinal) ? ItemFields.AttributePrefix : null;
        if (prefix is null) return false;
        var from = 2 + prefix.Length;
        var rest = line[from..];
        int colon;
        string name;
        if (rest.Length > 0 && rest[0] == '"' && QuotedText.TryRead(rest, out name, out var length))
        {
            colon = rest[length..].TrimStart().StartsWith(':') ? length + rest[length..].IndexOf(':') : -1;
        }
        else
        {
            colon = rest.IndexOf(':');
            name = colon < 0 ? "" : rest[..colon].Trim().ToString();
            if (name.Length == 0) colon = -1;
        }

        if (colon < 0)
            report("TRC-008", number, $"{Quote(line)} is no field; hint: write '- {prefix}NAME: value'");
        else if (prefix == ItemFields.LinkPrefix || IsNew(name, true, number))
            Add(prefix + name, number, start + from + colon + 1, start + line.Length);
        return true;
    }

    private void Add(string name, int number, int start, int end) => item.Fields.Add(new RawField(name, number, start, end, false));

    // Few fields are compared one by one; only an item with very many pays for a set.
    private bool IsNew(string name, bool attribute, int number)
    {
        var first = FirstLine(name, attribute);
        if (first == 0 && _names is not null && !_names.Add((name, attribute))) first = -1;
        if (first == 0) return true;
        Twice(name, number, first);
        return false;
    }

    private int FirstLine(string name, bool attribute)
    {
        if (item.Fields.Count + item.Notes.Count > FewFields)
        {
            if (_names is not null) return 0;
            _names = [.. item.Notes.Select(n => (n.Name, n.IsAttribute)), .. item.Fields.Select(f => (AttributeName(f.Name), true))];
            return 0;
        }

        foreach (var note in item.Notes)
        {
            if (note.Name == name && note.IsAttribute == attribute) return note.Line;
        }
        if (!attribute) return 0;
        foreach (var field in item.Fields)
        {
            if (AttributeName(field.Name) == name) return field.Line;
        }
        return 0;
    }

    // What a field says is an attribute of this name; the names of other fields are no attribute's.
    private string AttributeName(string field) =>
        field.StartsWith(ItemFields.AttributePrefix, StringComparison.Ordinal) ? field[ItemFields.AttributePrefix.Length..]
        : schema.IsAttribute(field) ? field : "";

    private void Twice(string name, int number, int first) => report(
        "TRC-006", number, first > 0 ? $"field '{name}' is given twice, first in line {first}; hint: remove one" : $"field '{name}' is given twice; hint: remove one");

    private string KnownNames() => List(schema.Names.Select(n => $"'{n}'"));
}
