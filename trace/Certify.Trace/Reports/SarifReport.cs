using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Certify.Facts;
using Certify.Trace.Audit;

namespace Certify.Trace.Reports;

/// <summary>The audit as SARIF 2.1.0, for editors and forges.</summary>
/// <remarks>Source: OASIS SARIF 2.1.0, sections 3.13 (log), 3.19 (tool component), 3.27 (result), 3.28 (location).</remarks>
public static class SarifReport
{
    private const int FlushBytes = 1 << 16;

    /// <summary>Writes the log as UTF-8 without byte-order mark, ending in a newline.</summary>
    public static byte[] Write(TraceFacts facts)
    {
        using var stream = new MemoryStream();
        Write(stream, facts);
        return stream.ToArray();
    }

    /// <summary>Writes the log as it comes about: one of a million results can be larger than an array.</summary>
    public static void Write(Stream stream, TraceFacts facts)
    {
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(stream, options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            Tool(json, facts);
            json.WriteStartArray("results");
            foreach (var finding in facts.Findings)
            {
                Result(json, finding);
                if (json.BytesPending > FlushBytes) json.Flush();
            }
            json.WriteEndArray();
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
    }

    private static void Tool(Utf8JsonWriter json, TraceFacts facts)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "Certify trace audit");
        json.WriteString("version", facts.Header.ToolVersion);
        json.WriteStartArray("rules");
        foreach (var rule in AuditRules.All)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Code);
            Message(json, "shortDescription", rule.Title);
            Message(json, "fullDescription", rule.Meaning);
            Message(json, "help", rule.Remedy);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Result(Utf8JsonWriter json, AuditFinding finding)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Code);
        json.WriteString("level", Words.Of(finding.Severity));
        Message(json, "message", OneLine.Escape(finding.Message));
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", string.Join('/', finding.Place.Path.Split('/').Select(Uri.EscapeDataString)));
        json.WriteEndObject();
        if (finding.Place.Line > 0)
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", finding.Place.Line);
            if (finding.Place.Column > 0) json.WriteNumber("startColumn", finding.Place.Column);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Message(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
