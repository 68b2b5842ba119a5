using System.Text.Encodings.Web;
using System.Text.Json;
using Certify.Facts;
using Certify.Projects.Checking;

namespace Certify.Projects.Reporting;

/// <summary>Writes a receipt as SARIF 2.1.0, the format that editors and code hosts read.</summary>
// @llr CFY-LLR-280
public static class SarifWriter
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /// <summary>The bytes of the SARIF file. Equal facts give equal bytes.</summary>
    /// <param name="facts">What the rules found.</param>
    /// <param name="rulePages">Address of the folder with the rules' pages, ending in '/', or null where there is none; the pages' text is in the file anyway.</param>
    /// <param name="failures">Why the receipt does not count; the run is then marked as not successful.</param>
    /// <param name="fixes">The mechanical changes that remove findings, or null.</param>
    public static byte[] Write(AnalysisFacts facts, Uri? rulePages = null, IReadOnlyList<string>? failures = null, IReadOnlyDictionary<RuleFinding, FindingFix>? fixes = null)
    {
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(stream, options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", Schema);
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            WriteRun(json, facts, rulePages, failures ?? [], fixes ?? new Dictionary<RuleFinding, FindingFix>());
            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void WriteRun(
        Utf8JsonWriter json, AnalysisFacts facts, Uri? rulePages, IReadOnlyList<string> failures, IReadOnlyDictionary<RuleFinding, FindingFix> fixes)
    {
        json.WriteStartObject();
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "Certify.Analyzers");
        json.WriteString("version", facts.AnalyzerVersion);
        json.WriteString("language", "en-US");
        json.WriteStartArray("rules");
        foreach (var rule in facts.Rules) SarifRules.Write(json, rule, rulePages);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        if (Project(facts) is { } project)
        {
            // Names the category of the run, so that the runs of several projects stay apart.
            json.WriteStartObject("automationDetails");
            json.WriteString("id", "certify-check/" + project);
            json.WriteEndObject();
        }

        WriteInvocation(json, facts, failures);
        WriteBases(json);
        WriteArtifacts(json, facts);
        json.WriteString("columnKind", "utf16CodeUnits");
        SarifResults.Write(json, facts, fixes);
        json.WriteStartObject("properties");
        json.WriteString("compiler", facts.CompilerVersion);
        json.WriteString("revision", facts.Header.Revision);
        json.WriteBoolean("dirty", facts.Header.Dirty);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string? Project(AnalysisFacts facts) =>
        facts.Header.Inputs.FirstOrDefault(input => input.Path.EndsWith(".csproj", StringComparison.Ordinal))?.Path;

    private static void WriteInvocation(Utf8JsonWriter json, AnalysisFacts facts, IReadOnlyList<string> failures)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", failures.Count == 0);
        json.WriteString("commandLine", facts.Header.CommandLine);
        json.WriteStartArray("toolExecutionNotifications");
        foreach (var failure in failures)
        {
            json.WriteStartObject();
            json.WriteString("level", "error");
            Text(json, "message", failure);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteBases(Utf8JsonWriter json)
    {
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(SarifRules.Root);
        Text(json, "description", "The root of the repository that was analysed.");
        json.WriteEndObject();
        json.WriteStartObject(SarifRules.Pages);
        Text(json, "description", "The root of the Certify repository or of the package Certify.Analyzers; the pages of the rules lie below analyzers/rules/.");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteArtifacts(Utf8JsonWriter json, AnalysisFacts facts)
    {
        json.WriteStartArray("artifacts");
        foreach (var file in facts.Header.Inputs)
        {
            json.WriteStartObject();
            Location(json, "location", file.Path, index: null);
            if (file.Path.EndsWith(".cs", StringComparison.Ordinal)) json.WriteString("sourceLanguage", "csharp");
            json.WriteStartObject("hashes");
            json.WriteString("sha-256", file.Sha256);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>A file below the repository's root.</summary>
    internal static void Location(Utf8JsonWriter json, string name, string path, int? index)
    {
        json.WriteStartObject(name);
        json.WriteString("uri", string.Join('/', path.Split('/').Select(Uri.EscapeDataString)));
        json.WriteString("uriBaseId", SarifRules.Root);
        if (index is { } number) json.WriteNumber("index", number);
        json.WriteEndObject();
    }

    /// <summary>A message object.</summary>
    internal static void Text(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
