using System.Text.Encodings.Web;
using System.Text.Json;
using Certify.Facts;
using Certify.Trace.Model;

namespace Certify.Trace.Reports;

/// <summary>What the JSON reports of the trace share: form, places, items, findings. Written without reflection, which costs start-up time.</summary>
public static class JsonPage
{
    private static readonly JsonWriterOptions s_options = new()
    {
        Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes one object with its schema's name, as UTF-8 ending in a newline.</summary>
    public static byte[] Write(string schema, Action<Utf8JsonWriter> body)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, s_options))
        {
            json.WriteStartObject();
            json.WriteString("schema", schema);
            body(json);
            json.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    /// <summary>Writes path, line and column.</summary>
    public static void Place(Utf8JsonWriter json, SourcePlace place)
    {
        json.WriteStartObject("place");
        json.WriteString("path", place.Path);
        json.WriteNumber("line", place.Line);
        json.WriteNumber("column", place.Column);
        json.WriteEndObject();
    }

    /// <summary>Writes the fields of an item into the object that is open.</summary>
    public static void Item(Utf8JsonWriter json, TraceItem item, string fingerprint)
    {
        json.WriteString("id", item.Id);
        json.WriteString("tier", TierName.Of(item.Tier));
        json.WriteString("title", item.Title);
        json.WriteString("text", item.Text);
        json.WriteString("fingerprint", fingerprint);
        Place(json, item.Place);
        if (item.Derived) json.WriteBoolean("derived", true);
        Optional(json, "component", item.Component.Length > 0 ? item.Component : null);
        Optional(json, "level", item.Level);
        Optional(json, "status", item.Status);
        Optional(json, "revision", item.Revision);
        Optional(json, "author", item.Author);
        Optional(json, "reviewer", item.Reviewer);
        Optional(json, "date", item.Attribute("date"));
        Optional(json, "verdict", item.Outcome?.Verdict);
        if (item.Outcome is { } outcome) json.WriteBoolean("passed", outcome.Passed);
        Optional(json, "image", item.Outcome?.ImageSha256);
        Optional(json, "log", item.Outcome?.LogSha256);
        json.WriteStartArray("links");
        foreach (var link in item.Links)
        {
            json.WriteStartObject();
            json.WriteString("role", link.Role);
            json.WriteString("target", link.Target);
            Optional(json, "revision", link.TargetRevision);
            Optional(json, "fingerprint", link.TargetFingerprint);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>Writes findings as an array.</summary>
    public static void Findings(Utf8JsonWriter json, string name, IEnumerable<AuditFinding> findings)
    {
        json.WriteStartArray(name);
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("code", finding.Code);
            json.WriteString("severity", finding.Severity == FindingSeverity.Error ? "error" : "warning");
            json.WriteString("subject", finding.Subject);
            json.WriteString("message", finding.Message);
            Place(json, finding.Place);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>Writes losses as an array "losses".</summary>
    public static void Losses(Utf8JsonWriter json, IEnumerable<Loss> losses)
    {
        json.WriteStartArray("losses");
        foreach (var loss in losses)
        {
            json.WriteStartObject();
            json.WriteString("subject", loss.Subject);
            json.WriteString("what", loss.What);
            json.WriteNumber("count", loss.Count);
            Place(json, loss.Place);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>Writes a member unless it has no value.</summary>
    public static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }
}
