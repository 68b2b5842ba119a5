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

    private readonly Dictionary<string, ReqIfTag> _tags = new(ReferenceEqualityComparer.Instance);

    /// <summary>Creates the table.</summary>
    public ReqIfNames()
    {
        foreach (var tag in Enum.GetValues<ReqIfTag>())
        {
            if (tag != ReqIfTag.Other) _tags.Add(Table.Add(NameOf(tag)), tag);
        }
        foreach (var kind in (string[])["STRING", "INTEGER", "REAL", "BOOLEAN", "DATE", "ENUMERATION", "XHTML"])
        {
            _tags.Add(Table.Add("ATTRIBUTE-DEFINITION-" + kind), ReqIfTag.AttributeDefinition);
            _tags.Add(Table.Add("ATTRIBUTE-DEFINITION-" + kind + "-REF"), ReqIfTag.AttributeDefinitionRef);
            if (kind is not ("ENUMERATION" or "XHTML")) _tags.Add(Table.Add("ATTRIBUTE-VALUE-" + kind), ReqIfTag.AttributeValue);
            _tags.Add(Table.Add("DATATYPE-DEFINITION-" + kind), ReqIfTag.DatatypeDefinition);
            _tags.Add(Table.Add("DATATYPE-DEFINITION-" + kind + "-REF"), ReqIfTag.Structure);
        }
        foreach (var name in (string[])["DATATYPES", "SPEC-TYPES", "SPEC-OBJECTS", "SPEC-RELATIONS", "SPECIFICATIONS", "CORE-CONTENT", "REQ-IF-CONTENT",
            "SPEC-ATTRIBUTES", "SPECIFIED-VALUES", "VALUES", "TYPE", "DEFINITION", "CHILDREN", "OBJECT", "PROPERTIES", "REQ-IF", "THE-HEADER",
            "REQ-IF-HEADER", "COMMENT", "CREATION-TIME", "REPOSITORY-ID", "REQ-IF-VERSION", "SOURCE-TOOL-ID", "TITLE",
            "EDITABLE-ATTS"])
        {
            _tags.Add(Table.Add(name), ReqIfTag.Structure);
        }
    }

    /// <summary>The table for the XML reader.</summary>
    public NameTable Table { get; } = new();

    /// <summary>What an element is, from its name as the reader gives it.</summary>
    public ReqIfTag TagOf(string localName) => _tags.GetValueOrDefault(localName);

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
