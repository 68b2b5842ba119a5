using Certify.Facts;
using Certify.Trace.Formats.Common;

namespace Certify.Trace.Formats.ReqIf;

/// <summary>One ReqIF file as it is written: references are not yet followed, since they may lead to other files.</summary>
internal sealed class ReqIfContent(string path)
{
    /// <summary>Path of the file, inside of its archive where there is one.</summary>
    public string Path { get; } = path;

    /// <summary>Attribute definitions of all types, by identifier.</summary>
    public Dictionary<string, AttributeDefinition> Definitions { get; } = new(StringComparer.Ordinal);

    /// <summary>Types of objects, relations and specifications, by identifier.</summary>
    public Dictionary<string, SpecType> Types { get; } = new(StringComparer.Ordinal);

    /// <summary>Names of enumeration values, by identifier.</summary>
    public Dictionary<string, string> EnumValues { get; } = new(StringComparer.Ordinal);

    /// <summary>Objects in the order of the file.</summary>
    public Rows<SpecObject> Objects { get; } = new();

    /// <summary>Relations in the order of the file.</summary>
    public Rows<SpecRelation> Relations { get; } = new();

    /// <summary>Specifications and places in their hierarchies; a parent stands before its children.</summary>
    public Rows<HierarchyNode> Nodes { get; } = new();

    /// <summary>Values of objects and relations; each of these has a range of them.</summary>
    public Rows<RawValue> Values { get; } = new();
}

/// <summary>A definition of an attribute.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">Long name, or the identifier where there is none.</param>
internal sealed class AttributeDefinition(string id, string name)
{
    public string Id { get; } = id;

    public string Name { get; } = name;

    /// <summary>True in files that <see cref="ReqIfWriter"/> wrote.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Value of objects that have none, or null.</summary>
    public RawValue? Default { get; set; }
}

/// <summary>A type with its attributes in the order of the file.</summary>
internal sealed class SpecType(string id, string name)
{
    public string Id { get; } = id;

    public string Name { get; } = name;

    public List<AttributeDefinition> Definitions { get; } = [];

    /// <summary>True in files that <see cref="ReqIfWriter"/> wrote.</summary>
    public bool IsOwn { get; init; }

    /// <summary>True when an attribute has a default value.</summary>
    public bool HasDefaults { get; set; }
}

/// <summary>A value: number of its definition's identifier (<see cref="ReqIfNames.Number"/>), and text or, for enumerations, identifiers of values parted by "\n".</summary>
internal readonly record struct RawValue(int Definition, string Text, bool IsEnum);

/// <summary>A SPEC-OBJECT.</summary>
internal struct SpecObject
{
    public string Id, Type;
    public string? LongName, Description;
    public int Line, Column, FirstValue, Values;
}

/// <summary>A SPEC-RELATION.</summary>
internal struct SpecRelation
{
    public string Type, Source, Target;
    public int Line, FirstValue, Values;
}

/// <summary>A SPECIFICATION (parent -1, with a name) or a SPEC-HIERARCHY (with an object).</summary>
internal struct HierarchyNode
{
    public int Parent, Line;
    public string Object;
    public string? Name;

    /// <summary>Where it stands.</summary>
    public readonly SourcePlace Place(string path) => new(path, Line);
}
