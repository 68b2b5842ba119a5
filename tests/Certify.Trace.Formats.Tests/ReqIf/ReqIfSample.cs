using Certify.Trace.Formats.ReqIf;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Tests.ReqIf;

/// <summary>Builds small ReqIF files in the manner of a tool, and reads them.</summary>
internal static class ReqIfSample
{
    public static string File(string types, string objects, string relations = "", string specifications = "", string datatypes = "", string after = "") =>
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <REQ-IF xmlns="http://www.omg.org/spec/ReqIF/20110401/reqif.xsd" xmlns:xhtml="http://www.w3.org/1999/xhtml">
        <THE-HEADER><REQ-IF-HEADER IDENTIFIER="h"><REQ-IF-VERSION>1.0.1</REQ-IF-VERSION><TITLE>t</TITLE></REQ-IF-HEADER></THE-HEADER>
        <CORE-CONTENT><REQ-IF-CONTENT>
        <DATATYPES>{datatypes}</DATATYPES>
        <SPEC-TYPES>{types}</SPEC-TYPES>
        <SPEC-OBJECTS>{objects}</SPEC-OBJECTS>
        <SPEC-RELATIONS>{relations}</SPEC-RELATIONS>
        <SPECIFICATIONS>{specifications}</SPECIFICATIONS>
        </REQ-IF-CONTENT></CORE-CONTENT>{after}</REQ-IF>
        """;

    public static string Type(string id, string? name, params (string Id, string? Name, string Kind)[] definitions) =>
        $"""<SPEC-OBJECT-TYPE IDENTIFIER="{id}"{Name(name)}><SPEC-ATTRIBUTES>{string.Concat(definitions.Select(d =>
            $"""<ATTRIBUTE-DEFINITION-{d.Kind} IDENTIFIER="{d.Id}"{Name(d.Name)}><TYPE/></ATTRIBUTE-DEFINITION-{d.Kind}>"""))}</SPEC-ATTRIBUTES></SPEC-OBJECT-TYPE>""";

    public static string Object(string id, string type, params (string Definition, string Kind, string Value)[] values) =>
        $"""<SPEC-OBJECT IDENTIFIER="{id}"><TYPE><SPEC-OBJECT-TYPE-REF>{type}</SPEC-OBJECT-TYPE-REF></TYPE><VALUES>{string.Concat(values.Select(Value))}</VALUES></SPEC-OBJECT>""";

    public static string Value((string Definition, string Kind, string Value) v)
    {
        var definition = $"<DEFINITION><ATTRIBUTE-DEFINITION-{v.Kind}-REF>{v.Definition}</ATTRIBUTE-DEFINITION-{v.Kind}-REF></DEFINITION>";
        return v.Kind switch
        {
            "XHTML" => $"<ATTRIBUTE-VALUE-XHTML>{definition}<THE-VALUE>{v.Value}</THE-VALUE></ATTRIBUTE-VALUE-XHTML>",
            "ENUMERATION" => $"<ATTRIBUTE-VALUE-ENUMERATION>{definition}<VALUES>{string.Concat(v.Value.Split(' ').Select(e => $"<ENUM-VALUE-REF>{e}</ENUM-VALUE-REF>"))}</VALUES></ATTRIBUTE-VALUE-ENUMERATION>",
            _ => $"""<ATTRIBUTE-VALUE-{v.Kind} THE-VALUE="{v.Value}">{definition}</ATTRIBUTE-VALUE-{v.Kind}>""",
        };
    }

    public static string RelationType(string id, string? name) => $"""<SPEC-RELATION-TYPE IDENTIFIER="{id}"{Name(name)}/>""";

    public static string Relation(string id, string type, string source, string target) =>
        $"""
        <SPEC-RELATION IDENTIFIER="{id}"><TYPE><SPEC-RELATION-TYPE-REF>{type}</SPEC-RELATION-TYPE-REF></TYPE>
        <SOURCE><SPEC-OBJECT-REF>{source}</SPEC-OBJECT-REF></SOURCE><TARGET><SPEC-OBJECT-REF>{target}</SPEC-OBJECT-REF></TARGET></SPEC-RELATION>
        """;

    public static string Specification(string name, string children) => $"""<SPECIFICATION IDENTIFIER="spec-{name}" LONG-NAME="{name}"><CHILDREN>{children}</CHILDREN></SPECIFICATION>""";

    public static string Place(string id, string children = "") =>
        $"""<SPEC-HIERARCHY IDENTIFIER="p-{id}"><OBJECT><SPEC-OBJECT-REF>{id}</SPEC-OBJECT-REF></OBJECT>{(children.Length > 0 ? $"<CHILDREN>{children}</CHILDREN>" : "")}</SPEC-HIERARCHY>""";

    public static ReadOutcome Read(string text, ReadOptions? options = null) => Read(options, InputFile.FromText("in.reqif", text));

    public static ReadOutcome Read(ReadOptions? options, params InputFile[] files) => new ReqIfReader("reqif").Read(files, options ?? ReadOptions.Default);

    private static string Name(string? name) => name is null ? "" : $" LONG-NAME=\"{name}\"";
}
