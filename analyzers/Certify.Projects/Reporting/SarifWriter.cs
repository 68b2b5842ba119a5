using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Certify.Analyzers.Catalogue;
using Certify.Facts;
using Certify.Projects.Checking;

namespace Certify.Projects.Reporting;

/// <summary>Writes a receipt as SARIF 2.1.0, the format that editors and code hosts read.</summary>
public static class SarifWriter
{
    private const string Root = "SRCROOT";

    /// <summary>The bytes of the SARIF file. Equal facts give equal bytes.</summary>
    /// <param name="facts">What the rules found.</param>
    /// <param name="rulePages">Address of the folder with the rules' pages, ending in '/', or null where there is none; the pages' text is in the file anyway.</param>
    public static byte[] Write(AnalysisFacts facts, Uri? rulePages = null)
    {
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(stream, options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            WriteRun(json, facts, rulePages);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void WriteRun(Utf8JsonWriter json, AnalysisFacts facts, Uri? rulePages)
    {
        json.WriteStartObject();
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "Certify.Analyzers");
        json.WriteString("version", facts.AnalyzerVersion);
        json.WriteStartArray("rules");
        foreach (var rule in facts.Rules) WriteRule(json, rule, rulePages);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", true);
        json.WriteString("commandLine", facts.Header.CommandLine);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(Root);
        WriteText(json, "description", "The root of the repository.");
        json.WriteEndObject();
        json.WriteEndObject();
        WriteArtifacts(json, facts);
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (var finding in facts.Findings) WriteResult(json, finding, facts.Rules);
        json.WriteEndArray();
        json.WriteStartObject("properties");
        json.WriteString("compiler", facts.CompilerVersion);
        json.WriteString("revision", facts.Header.Revision);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, RuleFact rule, Uri? rulePages)
    {
        var descriptor = RuleRun.Rules.SelectMany(analyzer => analyzer.SupportedDiagnostics).FirstOrDefault(d => d.Id == rule.Id);
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        WriteText(json, "shortDescription", rule.Title);
        WriteText(json, "fullDescription", descriptor?.Description.ToString() is { Length: > 0 } text ? text : rule.Title);
        if (rulePages is not null) json.WriteString("helpUri", new Uri(rulePages, rule.Id + ".md").AbsoluteUri);
        json.WriteStartObject("help");
        json.WriteString("text", RuleCatalogue.Page(rule.Id));
        if (Page(rule.Id) is { } page) json.WriteString("markdown", page);
        json.WriteEndObject();
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", rule.Obligation == "advisory" ? "note" : "error");
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("category", rule.Category);
        json.WriteString("obligation", rule.Obligation);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteArtifacts(Utf8JsonWriter json, AnalysisFacts facts)
    {
        json.WriteStartArray("artifacts");
        foreach (var file in facts.Header.Inputs)
        {
            json.WriteStartObject();
            WriteLocation(json, "location", file.Path);
            json.WriteStartObject("hashes");
            json.WriteString("sha-256", file.Sha256);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteResult(Utf8JsonWriter json, RuleFinding finding, IReadOnlyList<RuleFact> rules)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.RuleId);
        json.WriteNumber("ruleIndex", rules.TakeWhile(rule => rule.Id != finding.RuleId).Count());
        WriteLevel(json, finding.Verdict);
        WriteText(json, "message", finding.Message);
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        WriteLocation(json, "artifactLocation", finding.Place.Path);
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
        json.WriteStartArray("suppressions");
        if (finding.Suppressed) WriteSuppression(json, "inSource", "rejected", null);
        if (finding.DeviationId is { } deviation) WriteSuppression(json, "external", "accepted", deviation);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteLevel(Utf8JsonWriter json, FindingVerdict verdict)
    {
        // A check that stops the fault at run time is no failure of the rule; the format then wants the level "none".
        json.WriteString("kind", verdict == FindingVerdict.CheckedAtRunTime ? "informational" : "fail");
        json.WriteString("level", verdict switch
        {
            FindingVerdict.CheckedAtRunTime => "none",
            FindingVerdict.Advisory => "note",
            _ => "error",
        });
    }

    private static void WriteSuppression(Utf8JsonWriter json, string kind, string status, string? justification)
    {
        json.WriteStartObject();
        json.WriteString("kind", kind);
        json.WriteString("status", status);
        if (justification is not null) json.WriteString("justification", justification);
        json.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter json, string name, string path)
    {
        json.WriteStartObject(name);
        json.WriteString("uri", string.Join('/', path.Split('/').Select(Uri.EscapeDataString)));
        json.WriteString("uriBaseId", Root);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string? Page(string id)
    {
        using var stream = typeof(SarifWriter).Assembly.GetManifestResourceStream(id + ".md");
        if (stream is null) return null;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
