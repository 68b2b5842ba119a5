using System.Xml;
using Certify.Facts;
using Certify.Trace.Formats.Common;

namespace Certify.Trace.Formats.ReqIf;

/// <summary>
/// Reads one ReqIF file in one pass. Any prefix, any ReqIF namespace and any version is taken; document type declarations are not. What was read
/// before an error in the XML is kept, and the error is a finding.
/// </summary>
// @llr CFY-LLR-366
internal sealed class ReqIfParser
{
    /// <summary>Deepest nesting of elements taken.</summary>
    public const int DepthMax = 4096;

    private const int WordMax = 12; // States, names and numbers, which many objects share.
    private readonly ReqIfContent _content;
    private readonly ReqIfNames _names;
    private readonly ReadLog _log;
    private readonly XhtmlText _xhtml;
    private readonly Dictionary<string, string> _strings = new(StringComparer.Ordinal);
    private readonly List<string> _enumValues = [];
    private XmlReader _reader = null!;
    private IXmlLineInfo _lines = null!;
    private string _namespace = "";

    private SpecType? _type;
    private AttributeDefinition? _definition;
    private SpecObject _object;
    private SpecRelation _relation;
    private Owner _owner;
    private string? _enumValue, _value;
    private ReqIfTag _reference, _end;
    private bool _isEnum, _inValue, _isDefault, _isOwn;
    private int _node = -1, _valueDefinition;

    private enum Owner { None, Object, Relation, Specification }

    private ReqIfParser(string path, ReqIfNames names, ReadLog log) =>
        (_content, _names, _log, _xhtml) = (new ReqIfContent(path), names, log, new XhtmlText(log, path));

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path for places.</param>
    /// <param name="stream">The bytes; a stream may throw <see cref="LimitPassedException"/>.</param>
    /// <param name="names">Names, shared by all files read together.</param>
    /// <param name="log">Takes findings and losses.</param>
    /// <param name="cancel">Stops the reading.</param>
    public static ReqIfContent Read(string path, Stream stream, ReqIfNames names, ReadLog log, CancellationToken cancel)
    {
        var parser = new ReqIfParser(path, names, log);
        try
        {
            using var reader = XmlReader.Create(stream, Settings(names));
            parser.Read(reader, cancel);
        }
        catch (XmlException error)
        {
            log.Add("TRC-016", new SourcePlace(path, error.LineNumber, error.LinePosition), $"not well-formed XML: {Reason(error)}; what stands before it was read; hint: export the file again");
        }
        catch (LimitPassedException error)
        {
            log.Add("TRC-019", new SourcePlace(path, 0), error.Message);
        }
        return parser._content;
    }

    private static XmlReaderSettings Settings(ReqIfNames names) => new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, NameTable = names.Table, IgnoreComments = true,
        IgnoreProcessingInstructions = true, CloseInput = false, MaxCharactersFromEntities = 1024,
    };

    // The library's text ends in the line and position, which stand in the place already.
    private static string Reason(XmlException error)
    {
        var text = error.Message;
        var end = text.LastIndexOf(" Line ", StringComparison.Ordinal);
        if (text.Contains("DTD", StringComparison.Ordinal)) return "a document type declaration is not taken";
        return (end > 0 ? text[..end] : text).TrimEnd('.');
    }

    private void Read(XmlReader reader, CancellationToken cancel)
    {
        (_reader, _lines) = (reader, (IXmlLineInfo)reader);
        if (!FindRoot()) return;
        for (var count = 0; reader.Read(); count++)
        {
            if ((count & 0xFFF) == 0) cancel.ThrowIfCancellationRequested();
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.Depth > DepthMax:
                    TooDeep();
                    return;
                case XmlNodeType.Element when ReferenceEquals(reader.NamespaceURI, _namespace):
                    var tag = _names.TagOf(reader.LocalName);
                    if (!Open(tag)) return;
                    if (reader.IsEmptyElement) Close(tag);
                    break;
                case XmlNodeType.Element:
                    SkipLost($"element '{reader.Name}' of another namespace");
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA when _reference != ReqIfTag.Other:
                    TakeReference(reader.Value.Trim());
                    break;
                case XmlNodeType.EndElement:
                    Close(_names.TagOf(reader.LocalName));
                    break;
            }
        }
        if (_xhtml.Formatted > 0) _log.Lose($"formatting of {_xhtml.Formatted} pieces of text", new SourcePlace(_content.Path, 0));
    }

    private bool FindRoot()
    {
        while (_reader.Read() && _reader.NodeType != XmlNodeType.Element) { }
        _namespace = _reader.NamespaceURI;
        if (_reader.LocalName == "REQ-IF" && (_namespace.Length == 0 || _namespace.StartsWith(ReqIfNames.NamespaceStart, StringComparison.Ordinal))) return true;
        _log.Add("TRC-016", Here(), $"the root element is '{_reader.Name}', not REQ-IF; hint: give the right format with '--from'");
        return false;
    }

    private void TooDeep() =>
        _log.Add("TRC-019", Here(), $"elements nest deeper than {DepthMax}; what follows was not read");

    /// <summary>Acts on a start tag; false stops the reading.</summary>
    private bool Open(ReqIfTag tag)
    {
        switch (tag)
        {
            case ReqIfTag.Structure or ReqIfTag.DatatypeDefinition: break;
            case ReqIfTag.SpecObject: OpenObject(); break;
            case ReqIfTag.SpecRelation: OpenRelation(); break;
            case ReqIfTag.Specification: OpenNode(-1, Name()); _owner = Owner.Specification; break;
            case ReqIfTag.SpecHierarchy: OpenNode(_node, null); break;
            case ReqIfTag.SpecObjectType or ReqIfTag.SpecRelationType or ReqIfTag.SpecificationType or ReqIfTag.RelationGroupType: OpenType(); break;
            case ReqIfTag.AttributeDefinition: OpenDefinition(); break;
            case ReqIfTag.DefaultValue: _isDefault = true; break;
            case ReqIfTag.EnumValue: OpenEnumValue(); break;
            case ReqIfTag.EmbeddedValue: TakeEmbedded(); break;
            case ReqIfTag.AttributeValue or ReqIfTag.AttributeValueXhtml or ReqIfTag.AttributeValueEnumeration: OpenValue(tag); break;
            case ReqIfTag.TheValue: return TakeXhtml();
            case ReqIfTag.Source or ReqIfTag.Target: _end = tag; break;
            case ReqIfTag.AttributeDefinitionRef or ReqIfTag.EnumValueRef or ReqIfTag.SpecObjectRef or ReqIfTag.SpecObjectTypeRef
                or ReqIfTag.SpecRelationTypeRef or ReqIfTag.SpecificationTypeRef or ReqIfTag.ReqIfToolId: _reference = tag; break;
            case ReqIfTag.TheOriginalValue: SkipLost("original of a simplified value"); break;
            case ReqIfTag.AlternativeId: SkipLost("alternative identifiers"); break;
            case ReqIfTag.SpecRelationGroups: SkipLost("groups of relations"); break;
            case ReqIfTag.ToolExtensions: SkipLost("extensions of the tool that wrote the file"); break;
            default: SkipLost($"element '{_reader.LocalName}'"); break;
        }
        return true;
    }

    private void Close(ReqIfTag tag)
    {
        switch (tag)
        {
            case ReqIfTag.SpecObject: CloseObject(); break;
            case ReqIfTag.SpecRelation: CloseRelation(); break;
            case ReqIfTag.Specification or ReqIfTag.SpecHierarchy:
                _node = _node < 0 ? -1 : _content.Nodes[_node].Parent;
                if (tag == ReqIfTag.Specification) _owner = Owner.None;
                break;
            case ReqIfTag.SpecObjectType or ReqIfTag.SpecRelationType or ReqIfTag.SpecificationType or ReqIfTag.RelationGroupType: _type = null; break;
            case ReqIfTag.AttributeDefinition: _definition = null; break;
            case ReqIfTag.DefaultValue: _isDefault = false; break;
            case ReqIfTag.EnumValue: _enumValue = null; break;
            case ReqIfTag.AttributeValue or ReqIfTag.AttributeValueXhtml or ReqIfTag.AttributeValueEnumeration: CloseValue(); break;
            case ReqIfTag.Source or ReqIfTag.Target: _end = ReqIfTag.Other; break;
            default: _reference = ReqIfTag.Other; break;
        }
    }

    private void OpenObject()
    {
        _owner = Owner.Object;
        _object = new SpecObject
        {
            Id = Intern(_reader.GetAttribute("IDENTIFIER") ?? ""), Type = "", LongName = NullIfEmpty("LONG-NAME"), Description = NullIfEmpty("DESC"),
            Line = _lines.LineNumber, Column = _lines.LinePosition, FirstValue = _content.Values.Count,
        };
    }

    private void CloseObject()
    {
        _owner = Owner.None;
        _object.Values = _content.Values.Count - _object.FirstValue;
        _content.Objects.Add(_object);
    }

    private void OpenRelation()
    {
        _owner = Owner.Relation;
        _relation = new SpecRelation
        {
            Type = "", Source = "", Target = "",
            Line = _lines.LineNumber, FirstValue = _content.Values.Count,
        };
    }

    private void CloseRelation()
    {
        _owner = Owner.None;
        _relation.Values = _content.Values.Count - _relation.FirstValue;
        _content.Relations.Add(_relation);
    }

    private void OpenNode(int parent, string? name)
    {
        _node = _content.Nodes.Count;
        _content.Nodes.Add(new HierarchyNode { Parent = parent, Line = _lines.LineNumber, Object = "", Name = name });
    }

    private void OpenType()
    {
        var id = Intern(_reader.GetAttribute("IDENTIFIER") ?? "");
        _type = new SpecType(id, Name()) { IsOwn = _isOwn };
        if (!_content.Types.TryAdd(id, _type)) Twice("type", id);
    }

    private void OpenDefinition()
    {
        var id = Intern(_reader.GetAttribute("IDENTIFIER") ?? "");
        _definition = new AttributeDefinition(id, Name()) { IsOwn = _isOwn };
        if (!_content.Definitions.TryAdd(id, _definition)) Twice("attribute definition", id);
        _type?.Definitions.Add(_definition);
    }

    private void OpenEnumValue()
    {
        _enumValue = Intern(_reader.GetAttribute("IDENTIFIER") ?? "");
        if (!_content.EnumValues.TryAdd(_enumValue, Name())) Twice("enumeration value", _enumValue);
    }

    // A value without a long name is known by what the tool shows beside its key.
    private void TakeEmbedded()
    {
        if (_enumValue is null || _content.EnumValues[_enumValue] != _enumValue) return;
        var shown = NullIfEmpty("OTHER-CONTENT") ?? NullIfEmpty("KEY");
        if (shown is not null) _content.EnumValues[_enumValue] = shown;
    }

    private void OpenValue(ReqIfTag tag)
    {
        _inValue = true;
        _isEnum = tag == ReqIfTag.AttributeValueEnumeration;
        _value = tag == ReqIfTag.AttributeValue ? _reader.GetAttribute("THE-VALUE") ?? "" : "";
        if (_value.Length <= WordMax) _value = Intern(_value);
        if (_value.Contains('\r', StringComparison.Ordinal)) _value = _value.Replace("\r\n", "\n", StringComparison.Ordinal);
        _valueDefinition = _names.Number("");
        _enumValues.Clear();
    }

    private bool TakeXhtml()
    {
        if (!_inValue) return true;
        _value = _xhtml.Read(_reader, _owner == Owner.Object ? _object.Id : _content.Path, DepthMax);
        if (_value is not null) return true;
        TooDeep();
        return false;
    }

    private void CloseValue()
    {
        _inValue = false;
        var text = _isEnum ? string.Join('\n', _enumValues) : _value!;
        if (_isDefault && _definition is not null)
        {
            _definition.Default = new RawValue(_names.Number(_definition.Id), text, _isEnum);
            if (_type is not null) _type.HasDefaults = true;
        }
        else if (_owner is Owner.Object or Owner.Relation)
        {
            _content.Values.Add(new RawValue(_valueDefinition, text, _isEnum));
        }
        else
        {
            _log.Lose($"attribute '{_names.Definition(_valueDefinition)}' of a specification", Here());
        }
    }

    private void TakeReference(string id)
    {
        switch (_reference)
        {
            case ReqIfTag.ReqIfToolId: _isOwn = id == ReqIfPresets.Tool; break;
            case ReqIfTag.AttributeDefinitionRef when _inValue: _valueDefinition = _names.Number(id); break;
            case ReqIfTag.EnumValueRef when _inValue: _enumValues.Add(Intern(id)); break;
            case ReqIfTag.SpecObjectTypeRef when _owner == Owner.Object: _object.Type = Intern(id); break;
            case ReqIfTag.SpecRelationTypeRef when _owner == Owner.Relation: _relation.Type = Intern(id); break;
            case ReqIfTag.SpecObjectRef when _end == ReqIfTag.Source: _relation.Source = Intern(id); break;
            case ReqIfTag.SpecObjectRef when _end == ReqIfTag.Target: _relation.Target = Intern(id); break;
            case ReqIfTag.SpecObjectRef when _node >= 0:
                _content.Nodes[_node].Object = Intern(id);
                break;
        }
    }

    // Leaves the reader on the end of the element, as if it had been read. An element that says nothing is no loss.
    private void SkipLost(string what)
    {
        var place = Here();
        var lost = _reader.HasAttributes;
        var depth = _reader.Depth;
        if (!_reader.IsEmptyElement)
        {
            while (_reader.Read() && _reader.Depth > depth) lost |= _reader.NodeType is XmlNodeType.Element or XmlNodeType.Text or XmlNodeType.CDATA;
        }
        if (lost) _log.Lose(what, place);
    }

    private void Twice(string what, string id) => _log.Add("TRC-016", Here(), $"{what} '{id}' is defined twice in the file; the first one is used");

    private string Name() => NullIfEmpty("LONG-NAME") ?? _reader.GetAttribute("IDENTIFIER") ?? "";

    private string? NullIfEmpty(string attribute) => _reader.GetAttribute(attribute) is { Length: > 0 } value ? Intern(value) : null;

    private SourcePlace Here() => new(_content.Path, _lines.LineNumber, _lines.LinePosition);

    private string Intern(string text)
    {
        if (_strings.TryGetValue(text, out var known)) return known;
        _strings.Add(text, text);
        return text;
    }
}
