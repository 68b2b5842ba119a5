using System.Xml;

namespace Certify.Trace.Formats.ReqIf;

/// <summary>Writes one attribute value.</summary>
// @llr CFY-LLR-371
internal static class ReqIfValue
{
    private const string Ns = ReqIfNames.Namespace;

    /// <summary>Writes a value.</summary>
    /// <param name="xml">Where to.</param>
    /// <param name="kind">STRING, BOOLEAN, ENUMERATION or XHTML.</param>
    /// <param name="definition">Identifier of its definition.</param>
    /// <param name="value">Text that XML can hold; several enumeration values are parted by "\n".</param>
    /// <param name="valueId">Identifier of an enumeration value.</param>
    public static void Write(XmlWriter xml, string kind, string definition, string value, Func<string, string> valueId)
    {
        xml.WriteStartElement("ATTRIBUTE-VALUE-" + kind, Ns);
        if (kind is "STRING" or "BOOLEAN") xml.WriteAttributeString("THE-VALUE", value);
        xml.WriteStartElement("DEFINITION", Ns);
        xml.WriteElementString($"ATTRIBUTE-DEFINITION-{kind}-REF", Ns, definition);
        xml.WriteEndElement();
        if (kind == "ENUMERATION")
        {
            xml.WriteStartElement("VALUES", Ns);
            foreach (var part in value.Split('\n')) xml.WriteElementString("ENUM-VALUE-REF", Ns, valueId(part));
            xml.WriteEndElement();
        }
        else if (kind == "XHTML")
        {
            xml.WriteStartElement("THE-VALUE", Ns);
            WriteXhtml(xml, value);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    // Lines become line breaks. Where blanks matter, only preformatted text keeps them.
    private static void WriteXhtml(XmlWriter xml, string text)
    {
        xml.WriteStartElement("div", ReqIfNames.Xhtml);
        if (NeedsPre(text)) xml.WriteElementString("pre", ReqIfNames.Xhtml, text);
        else
        {
            var first = true;
            foreach (var line in text.Split('\n'))
            {
                if (!first)
                {
                    xml.WriteStartElement("br", ReqIfNames.Xhtml);
                    xml.WriteEndElement();
                }
                xml.WriteString(line);
                first = false;
            }
        }
        xml.WriteEndElement();
    }

    private static bool NeedsPre(string text)
    {
        var before = '\n';
        foreach (var c in text)
        {
            if (c is '\t' or '\r' or '\u00A0') return true;
            if (c == ' ' && before is ' ' or '\n') return true;
            if (c == '\n' && before == ' ') return true;
            before = c;
        }
        return text.Length > 0 && (before is ' ' or '\n' || text[0] == '\n');
    }
}
