using System.Globalization;
using System.Xml;
using Certify.Trace.Formats.Common;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.ReqIf;

/// <summary>Writes one ReqIF file, part by part in the order of the schema.</summary>
// @llr CFY-LLR-371
internal sealed class ReqIfDocument
{
    private const string Type = "t-item";
    private readonly XmlWriter _xml;
    private readonly IReadOnlyList<TraceItem> _items;
    private readonly ReadLog _log;
    private readonly string[] _names;
    private readonly Dictionary<string, string> _targets = new(StringComparer.Ordinal);
    private readonly List<string> _outside = [];

    /// <summary>Gives each item its identifier, and one to each target that is no item of the set.</summary>
    public ReqIfDocument(XmlWriter xml, IReadOnlyList<TraceItem> items, ReadLog log)
    {
        (_xml, _items, _log, _names) = (xml, items, log, new string[items.Count]);
        var copies = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < _names.Length; i++)
        {
            _names[i] = XmlSafe.Name("i-", items[i].Id);
            if (_targets.TryAdd(items[i].Id, _names[i])) continue;
            var copy = copies[items[i].Id] = copies.GetValueOrDefault(items[i].Id, 1) + 1;
            _names[i] += string.Create(CultureInfo.InvariantCulture, $"_x{copy}");
        }
        foreach (var item in items)
        {
            foreach (var link in item.Links)
            {
                if (_targets.TryAdd(link.Target, XmlSafe.Name("o-", link.Target))) _outside.Add(link.Target);
            }
        }
    }

    /// <summary>Writes the file.</summary>
    public void Write(string title)
    {
        _xml.WriteStartDocument();
        _xml.WriteStartElement("REQ-IF", ReqIfNames.Namespace);
        _xml.WriteAttributeString("xmlns", "xhtml", null, ReqIfNames.Xhtml);
        WriteHeader(title);
        Start("CORE-CONTENT");
        Start("REQ-IF-CONTENT");
        Start("DATATYPES");
        WriteDatatypes();
        End();
        Start("SPEC-TYPES");
        WriteTypes();
        End();
        Start("SPEC-OBJECTS");
        for (var i = 0; i < _items.Count; i++) WriteItem(_items[i], _names[i]);
        foreach (var id in _outside) WriteOutside(id);
        End();
        Start("SPEC-RELATIONS");
        for (var i = 0; i < _items.Count; i++) WriteLinks(_items[i], _names[i]);
        End();
        Start("SPECIFICATIONS");
        WriteSpecification(title);
        End();
        End();
        End();
        End();
    }

    private void WriteHeader(string title)
    {
        Start("THE-HEADER");
        Start("REQ-IF-HEADER");
        Attribute("IDENTIFIER", XmlSafe.Name("certify-", title));
        _xml.WriteElementString("CREATION-TIME", ReqIfNames.Namespace, ReqIfWriter.Time);
        _xml.WriteElementString("REQ-IF-TOOL-ID", ReqIfNames.Namespace, ReqIfPresets.Tool);
        _xml.WriteElementString("REQ-IF-VERSION", ReqIfNames.Namespace, "1.0");
        _xml.WriteElementString("SOURCE-TOOL-ID", ReqIfNames.Namespace, ReqIfPresets.Tool);
        _xml.WriteElementString("TITLE", ReqIfNames.Namespace, XmlSafe.Text(title));
        End();
        End();
    }

    private void WriteDatatypes()
    {
        foreach (var kind in (string[])["STRING", "BOOLEAN", "XHTML"])
        {
            Identified("DATATYPE-DEFINITION-" + kind, "d-" + kind.ToLowerInvariant(), kind.ToLowerInvariant());
            if (kind == "STRING") Attribute("MAX-LENGTH", "2147483647");
            End();
        }
        foreach (var (field, values) in ReqIfFields.Enumerations)
        {
            Identified("DATATYPE-DEFINITION-ENUMERATION", "d-" + field, field);
            Start("SPECIFIED-VALUES");
            for (var i = 0; i < values.Count; i++)
            {
                Identified("ENUM-VALUE", ValueId(field, values[i]), values[i]);
                Start("PROPERTIES");
                Start("EMBEDDED-VALUE");
                Attribute("KEY", i.ToString(CultureInfo.InvariantCulture));
                Attribute("OTHER-CONTENT", "");
                End();
                End();
                End();
            }
            End();
            End();
        }
    }

    private static string ValueId(string field, string value) => XmlSafe.Name($"v-{field}-", value);

    private void WriteTypes()
    {
        Identified("SPEC-OBJECT-TYPE", Type, "Item");
        Start("SPEC-ATTRIBUTES");
        foreach (var field in ReqIfFields.All) WriteDefinition(field.Kind, ReqIfPresets.FieldPrefix + field.Field, field.Name, field.Field);
        foreach (var name in AttributeNames()) WriteDefinition("STRING", XmlSafe.Name(ReqIfPresets.AttributePrefix, name), name, "");
        End();
        End();
        if (_outside.Count > 0) WriteOutsideType();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in _items)
        {
            foreach (var link in item.Links)
            {
                if (seen.Add(link.Role)) WriteRelationType(link.Role);
            }
        }
        Identified("SPECIFICATION-TYPE", "t-specification", "Specification");
        End();
    }

    private void WriteOutsideType()
    {
        Identified("SPEC-OBJECT-TYPE", ReqIfPresets.ExternalType, "Item outside of the set");
        Start("SPEC-ATTRIBUTES");
        WriteDefinition("STRING", ReqIfPresets.OutsideId, "ReqIF.ForeignID", "id");
        End();
        End();
    }

    private void WriteRelationType(string role)
    {
        Identified("SPEC-RELATION-TYPE", XmlSafe.Name(ReqIfRelations.TypePrefix, role), XmlSafe.Text(role));
        Start("SPEC-ATTRIBUTES");
        WriteDefinition("STRING", XmlSafe.Name(ReqIfRelations.RevisionId + "-", role), "Target revision", "");
        WriteDefinition("STRING", XmlSafe.Name(ReqIfRelations.FingerprintId + "-", role), "Target fingerprint", "");
        End();
        End();
    }

    private IEnumerable<string> AttributeNames()
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var item in _items)
        {
            foreach (var attribute in item.Attributes) names.Add(attribute.Name);
        }
        return names;
    }

    private void WriteDefinition(string kind, string id, string name, string field)
    {
        Identified("ATTRIBUTE-DEFINITION-" + kind, id, XmlSafe.Text(name));
        if (kind == "ENUMERATION") Attribute("MULTI-VALUED", field == "verification" ? "true" : "false");
        if (field == "derived") WriteDefault(id);
        Start("TYPE");
        Reference($"DATATYPE-DEFINITION-{kind}-REF", "d-" + (kind == "ENUMERATION" ? field : kind.ToLowerInvariant()));
        End();
        End();
    }

    // Most requirements are not derived: the type says so once.
    private void WriteDefault(string id)
    {
        Start("DEFAULT-VALUE");
        ReqIfValue.Write(_xml, "BOOLEAN", id, "false", v => v);
        End();
    }

    private void WriteItem(TraceItem item, string name)
    {
        OpenObject(name, Type);
        foreach (var field in ReqIfFields.All)
        {
            if (field.Of(item) is { } value) ReqIfValue.Write(_xml, field.Kind, ReqIfPresets.FieldPrefix + field.Field, Safe(item, value), v => ValueId(field.Field, v));
        }
        foreach (var attribute in item.Attributes)
            ReqIfValue.Write(_xml, "STRING", XmlSafe.Name(ReqIfPresets.AttributePrefix, attribute.Name), Safe(item, attribute.Value), v => v);
        End();
        End();
        if (item.Broken.Count > 0) _log.Lose(item.Id, "marks of fields that could not be read", item.Place);
    }

    private void WriteOutside(string id)
    {
        OpenObject(_targets[id], ReqIfPresets.ExternalType);
        ReqIfValue.Write(_xml, "STRING", ReqIfPresets.OutsideId, XmlSafe.Text(id), v => v);
        End();
        End();
    }

    private void OpenObject(string name, string type)
    {
        StartLine("SPEC-OBJECT");
        Attribute("IDENTIFIER", name);
        Attribute("LAST-CHANGE", ReqIfWriter.Time);
        Start("TYPE");
        Reference("SPEC-OBJECT-TYPE-REF", type);
        End();
        Start("VALUES");
    }

    private void WriteLinks(TraceItem item, string name)
    {
        for (var i = 0; i < item.Links.Count; i++)
        {
            var link = item.Links[i];
            StartLine("SPEC-RELATION");
            Attribute("IDENTIFIER", string.Create(CultureInfo.InvariantCulture, $"l-{name}-{i + 1}"));
            Attribute("LAST-CHANGE", ReqIfWriter.Time);
            Start("TYPE");
            Reference("SPEC-RELATION-TYPE-REF", XmlSafe.Name(ReqIfRelations.TypePrefix, link.Role));
            End();
            Start("SOURCE");
            Reference("SPEC-OBJECT-REF", name);
            End();
            Start("TARGET");
            Reference("SPEC-OBJECT-REF", _targets[link.Target]);
            End();
            if (link.TargetRevision is not null || link.TargetFingerprint is not null) WriteLinkValues(item, link);
            End();
        }
    }

    private void WriteLinkValues(TraceItem item, TraceLink link)
    {
        Start("VALUES");
        if (link.TargetRevision is { } revision)
            ReqIfValue.Write(_xml, "STRING", XmlSafe.Name(ReqIfRelations.RevisionId + "-", link.Role), Safe(item, revision), v => v);
        if (link.TargetFingerprint is { } fingerprint)
            ReqIfValue.Write(_xml, "STRING", XmlSafe.Name(ReqIfRelations.FingerprintId + "-", link.Role), Safe(item, fingerprint), v => v);
        End();
    }

    private void WriteSpecification(string title)
    {
        Identified("SPECIFICATION", "s-1", XmlSafe.Text(title));
        Start("TYPE");
        Reference("SPECIFICATION-TYPE-REF", "t-specification");
        End();
        if (_names.Length > 0) Start("CHILDREN");
        foreach (var name in _names)
        {
            StartLine("SPEC-HIERARCHY");
            Attribute("IDENTIFIER", "p-" + name);
            Attribute("LAST-CHANGE", ReqIfWriter.Time);
            Start("OBJECT");
            Reference("SPEC-OBJECT-REF", name);
            End();
            End();
        }
        if (_names.Length > 0) End();
        End();
    }

    private string Safe(TraceItem item, string text)
    {
        var safe = XmlSafe.Text(text);
        if (!ReferenceEquals(safe, text)) _log.Lose(item.Id, "characters that XML cannot hold (now U+FFFD)", item.Place);
        return safe;
    }

    private void Identified(string element, string id, string name)
    {
        StartLine(element);
        Attribute("IDENTIFIER", id);
        Attribute("LAST-CHANGE", ReqIfWriter.Time);
        Attribute("LONG-NAME", name);
    }

    private void Reference(string element, string id) => _xml.WriteElementString(element, ReqIfNames.Namespace, id);

    // A line for each object and definition; more white space would make files half as large again.
    private void StartLine(string element)
    {
        _xml.WriteWhitespace("\n");
        Start(element);
    }

    private void Start(string element) => _xml.WriteStartElement(element, ReqIfNames.Namespace);

    private void Attribute(string name, string value) => _xml.WriteAttributeString(name, value);

    private void End() => _xml.WriteEndElement();
}
