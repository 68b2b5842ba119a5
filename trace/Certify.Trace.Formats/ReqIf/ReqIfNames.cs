using System.Xml;

namespace Certify.Trace.Formats.ReqIf;

/// <summary>The names of ReqIF as objects of one name table, so that a reader on this table compares references, not text.</summary>
internal sealed class ReqIfNames
{
    /// <summary>Namespace of ReqIF 1.0 to 1.2.</summary>
    public const string Namespace = "http://www.omg.org/spec/ReqIF/20110401/reqif.xsd";

    /// <summary>How all namespaces of ReqIF begin.</summary>
    public const string NamespaceStart = "http://www.omg.org/spec/ReqIF/";

    /// <summary>Namespace of XHTML values.</summary>
    public const string Xhtml = "http://www.w3.org/1999/xhtml";

    private const int Slots = 512; // A power of two, several times the number of names.
    private readonly string?[] _names = new string?[Slots];
    private readonly ReqIfTag[] _tags = new ReqIfTag[Slots];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _definitions = [];

    /// <summary>Creates the table.</summary>
    public ReqIfNames()
    {
        foreach (var tag in Enum.GetValues<ReqIfTag>())
        {
            if (tag != ReqIfTag.Other) Add(NameOf(tag), tag);
        }
        foreach (var kind in (string[])["STRING", "INTEGER", "REAL", "BOOLEAN", "DATE", "ENUMERATION", "XHTML"])
        {
            Add("ATTRIBUTE-DEFINITION-" + kind, ReqIfTag.AttributeDefinition);
            Add("ATTRIBUTE-DEFINITION-" + kind + "-REF", ReqIfTag.AttributeDefinitionRef);
            if (kind is not ("ENUMERATION" or "XHTML")) Add("ATTRIBUTE-VALUE-" + kind, ReqIfTag.AttributeValue);
            Add("DATATYPE-DEFINITION-" + kind, ReqIfTag.DatatypeDefinition);
            Add("DATATYPE-DEFINITION-" + kind + "-REF", ReqIfTag.Structure);
        }
        foreach (var name in (string[])["DATATYPES", "SPEC-TYPES", "SPEC-OBJECTS", "SPEC-RELATIONS", "SPECIFICATIONS", "CORE-CONTENT", "REQ-IF-CONTENT",
            "SPEC-ATTRIBUTES", "SPECIFIED-VALUES", "VALUES", "TYPE", "DEFINITION", "CHILDREN", "OBJECT", "PROPERTIES", "REQ-IF", "THE-HEADER",
            "REQ-IF-HEADER", "COMMENT", "CREATION-TIME", "REPOSITORY-ID", "REQ-IF-VERSION", "SOURCE-TOOL-ID", "TITLE",
            "EDITABLE-ATTS"])
        {
            Add(name, ReqIfTag.Structure);
        }
    }

    /// <summary>The table for the XML reader.</summary>
    public NameTable Table { get; } = new();

    /// <summary>What an element is, from its name as the reader gives it.</summary>
    public ReqIfTag TagOf(string localName)
    {
        for (var slot = SlotOf(localName); _names[slot] is { } name; slot = (slot + 1) & (Slots - 1))
        {
            if (ReferenceEquals(name, localName)) return _tags[slot];
        }
        return ReqIfTag.Other;
    }

    /// <summary>The number of a definition's identifier, the same for all files read together.</summary>
    public int Number(string definition)
    {
        if (_numbers.TryGetValue(definition, out var known)) return known;
        _numbers.Add(definition, _definitions.Count);
        _definitions.Add(definition);
        return _definitions.Count - 1;
    }

    /// <summary>The identifier with a number.</summary>
    public string Definition(int number) => _definitions[number];

    /// <summary>How many identifiers have a number.</summary>
    public int Definitions => _definitions.Count;

    private void Add(string name, ReqIfTag tag)
    {
        var slot = SlotOf(name);
        while (_names[slot] is not null) slot = (slot + 1) & (Slots - 1);
        (_names[slot], _tags[slot]) = (Table.Add(name), tag);
    }

    // Names of the standard part at their ends and in their middle; a name of nothing takes one look.
    private static int SlotOf(string name) => name.Length == 0 ? 0 : ((name.Length * 31) + (name[^1] * 7) + (name[name.Length / 2] * 57) + (name[name.Length / 3] * 131)) & (Slots - 1);

    // SpecObjectRef is SPEC-OBJECT-REF.
    private static string NameOf(ReqIfTag tag)
    {
        var name = new System.Text.StringBuilder();
        foreach (var c in tag.ToString())
        {
            if (char.IsAsciiLetterUpper(c) && name.Length > 0) name.Append('-');
            name.Append(char.ToUpperInvariant(c));
        }
        return name.ToString();
    }
}

/// <summary>Elements that the reader acts upon; <see cref="Structure"/> are those that only hold others.</summary>
internal enum ReqIfTag
{
    Other, Structure, AttributeDefinition, AttributeDefinitionRef, AttributeValue, AttributeValueXhtml, AttributeValueEnumeration, DatatypeDefinition,
    EnumValue, EmbeddedValue, EnumValueRef, DefaultValue, TheValue, TheOriginalValue, SpecObjectType, SpecRelationType, SpecificationType,
    RelationGroupType, SpecObject, SpecRelation, Specification, SpecHierarchy, SpecObjectRef, SpecObjectTypeRef, SpecRelationTypeRef,
    SpecificationTypeRef, Source, Target, SpecRelationGroups, ToolExtensions, AlternativeId, ReqIfToolId,
}
