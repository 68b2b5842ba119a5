using Certify.Facts;
using Certify.Trace.Formats.Common;

namespace Certify.Trace.Formats.ReqIf;

/// <summary>Files that are read together, and how a reference in one of them is followed: in the file itself first, then in the others by path.</summary>
// @llr CFY-LLR-366
internal sealed class ReqIfSet
{
    private readonly Dictionary<string, int> _objects = new(StringComparer.Ordinal);
    private readonly Rows<Link> _list = new();
    private readonly HashSet<(int, string)> _missing = [];
    private readonly Dictionary<string, int> _tails = new(StringComparer.Ordinal);
    private readonly ReadLog _log;
    private Dictionary<string, AttributeDefinition>? _definitions;
    private Dictionary<string, SpecType>? _types;
    private Dictionary<string, string>? _enumValues;

    /// <summary>Takes files in ordinal order of path.</summary>
    public ReqIfSet(IReadOnlyList<ReqIfContent> files, ReqIfNames names, ReadLog log)
    {
        (Files, Names, _log) = (files, names, log);
        var count = 0;
        foreach (var file in files) count += file.Objects.Count;
        _objects.EnsureCapacity(count);
        for (var file = 0; file < files.Count; file++)
        {
            FirstOf.Add(_list.Count);
            for (var i = 0; i < files[file].Objects.Count; i++) Add(file, i);
        }
    }

    /// <summary>The files.</summary>
    public IReadOnlyList<ReqIfContent> Files { get; }

    /// <summary>The names that the files were read with.</summary>
    public ReqIfNames Names { get; }

    /// <summary>Number of objects in all files.</summary>
    public int Count => _list.Count;

    /// <summary>Index of the first object of each file.</summary>
    public List<int> FirstOf { get; } = [];

    /// <summary>File of an object.</summary>
    public int FileOf(int index) => _list[index].File;

    /// <summary>An object by its index over all files.</summary>
    public ref readonly SpecObject Object(int index) =>
        ref Files[_list[index].File].Objects[_list[index].Object];

    /// <summary>Index of the object that a reference leads to, or -1.</summary>
    public int Find(int file, string id)
    {
        if (!_objects.TryGetValue(id, out var first)) return -1;
        for (var at = first; at >= 0; at = _list[at].Next)
        {
            if (_list[at].File == file) return at;
        }
        return first;
    }

    /// <summary>Indices of objects with an identifier that an earlier one of the same file has.</summary>
    public IEnumerable<(int Index, int Earlier)> Twice()
    {
        foreach (var first in _objects.Values)
        {
            for (var (before, at) = (first, _list[first].Next); at >= 0; (before, at) = (at, _list[at].Next))
            {
                if (_list[before].File == _list[at].File) yield return (at, before);
            }
        }
    }

    /// <summary>A definition, or null after a finding.</summary>
    public AttributeDefinition? Definition(int file, string id, int line) =>
        Files[file].Definitions.TryGetValue(id, out var found) || (_definitions ??= All(static f => f.Definitions)).TryGetValue(id, out found)
            ? found : Missing<AttributeDefinition>(file, "attribute definition", id, line);

    /// <summary>A type, or null after a finding.</summary>
    public SpecType? Type(int file, string id, int line) =>
        Files[file].Types.TryGetValue(id, out var found) || (_types ??= All(static f => f.Types)).TryGetValue(id, out found)
            ? found : Missing<SpecType>(file, "type", id, line);

    /// <summary>Name of an enumeration value; its identifier after a finding.</summary>
    public string EnumValue(int file, string id, int line) =>
        Files[file].EnumValues.TryGetValue(id, out var found) || (_enumValues ??= All(static f => f.EnumValues)).TryGetValue(id, out found)
            ? found : Missing<string>(file, "enumeration value", id, line) ?? id;

    /// <summary>Adds a finding for a reference that leads nowhere, once for each file and identifier.</summary>
    public T? Missing<T>(int file, string what, string id, int line) where T : class
    {
        if (_missing.Add((file, id)))
        {
            var name = id.Length == 0 ? $"an empty reference to a {what}" : $"{what} '{id}' is in none of the files";
            _log.Add("TRC-016", new SourcePlace(Files[file].Path, line), $"{name}; hint: export the files that belong together");
        }
        return null;
    }

    private Dictionary<string, T> All<T>(Func<ReqIfContent, Dictionary<string, T>> table)
    {
        var all = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var file in Files)
        {
            foreach (var (id, value) in table(file)) all.TryAdd(id, value);
        }
        return all;
    }

    // Same identifiers are chained behind the first one, in order; the chain's last element is found from its head's tail.
    private void Add(int file, int index)
    {
        var id = Files[file].Objects[index].Id;
        var at = _list.Count;
        _list.Add(new Link { File = file, Object = index, Next = -1 });
        if (_objects.TryAdd(id, at)) return;
        if (!_tails.TryGetValue(id, out var tail)) tail = _objects[id];
        _list[tail].Next = at;
        _tails[id] = at;
    }

    // An object of a file, and the next one with the same identifier, or -1.
    private struct Link
    {
        public int File, Object, Next;
    }
}
