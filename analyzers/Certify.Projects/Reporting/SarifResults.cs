using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Certify.Facts;
using Certify.Projects.Checking;

namespace Certify.Projects.Reporting;

/// <summary>The results' part of a SARIF run.</summary>
internal static class SarifResults
{
    /// <summary>Name and version of the fingerprint: it survives moved lines, not a changed message.</summary>
    private const string Fingerprint = "certifyFinding/v1";

    /// <summary>Every finding, in the order of the facts.</summary>
    public static void Write(Utf8JsonWriter json, AnalysisFacts facts, IReadOnlyDictionary<RuleFinding, FindingFix> fixes)
    {
        var rules = Numbered(facts.Rules.Select(rule => rule.Id));
        var files = Numbered(facts.Header.Inputs.Select(input => input.Path));
        var deviations = facts.Deviations.GroupBy(d => d.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        json.WriteStartArray("results");
        foreach (var finding in facts.Findings)
        {
            json.WriteStartObject();
            json.WriteString("ruleId", finding.RuleId);
            if (rules.TryGetValue(finding.RuleId, out var rule)) json.WriteNumber("ruleIndex", rule);
            WriteLevel(json, finding.Verdict);
            SarifWriter.Text(json, "message", finding.Message);
            WriteLocation(json, finding.Place, files);
            json.WriteStartObject("partialFingerprints");
            json.WriteString(Fingerprint, Digest(finding, seen));
            json.WriteEndObject();
            WriteSuppressions(json, finding, deviations);
            if (fixes.TryGetValue(finding, out var fix)) WriteFix(json, fix, finding.Place, files);
            if (finding.Check is { } check)
            {
                json.WriteStartObject("properties");
                json.WriteString("runTimeCheck", check);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
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

    private static void WriteLocation(Utf8JsonWriter json, SourcePlace place, Dictionary<string, int> files)
    {
        json.WriteStartArray("locations");
        if (place.Path.StartsWith('('))
        {
            // A finding about the compilation as a whole lies in no file.
            json.WriteEndArray();
            return;
        }

        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        SarifWriter.Location(json, "artifactLocation", place.Path, files.TryGetValue(place.Path, out var index) ? index : null);
        if (place.Line > 0)
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", place.Line);
            if (place.Column > 0) json.WriteNumber("startColumn", place.Column);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteFix(Utf8JsonWriter json, FindingFix fix, SourcePlace place, Dictionary<string, int> files)
    {
        json.WriteStartArray("fixes");
        json.WriteStartObject();
        SarifWriter.Text(json, "description", fix.Title + ".");
        json.WriteStartArray("artifactChanges");
        json.WriteStartObject();
        SarifWriter.Location(json, "artifactLocation", place.Path, files.TryGetValue(place.Path, out var index) ? index : null);
        json.WriteStartArray("replacements");
        foreach (var change in fix.Changes)
        {
            json.WriteStartObject();
            json.WriteStartObject("deletedRegion");
            json.WriteNumber("startLine", change.StartLine);
            json.WriteNumber("startColumn", change.StartColumn);
            json.WriteNumber("endLine", change.EndLine);
            json.WriteNumber("endColumn", change.EndColumn);
            json.WriteEndObject();
            if (change.Text.Length > 0) SarifWriter.Text(json, "insertedContent", change.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary>An empty list says that nothing suppresses the result; only a deviation record that is in use is accepted.</summary>
    private static void WriteSuppressions(Utf8JsonWriter json, RuleFinding finding, Dictionary<string, DeviationFact> deviations)
    {
        json.WriteStartArray("suppressions");
        if (finding.Suppressed) WriteSuppression(json, "inSource", "rejected", "The rules cannot be suppressed in the source.");
        if (finding.DeviationId is { } id)
        {
            var record = deviations.GetValueOrDefault(id);
            var holds = finding.Verdict == FindingVerdict.Deviated && record is null or { Status: DeviationStatus.InUse };
            var text = record is null ? id : $"{id} {record.Title}: {record.Rationale} Approved by {record.Approver}, valid to {record.Expiry}.";
            WriteSuppression(json, "external", holds ? "accepted" : "rejected", text);
        }

        json.WriteEndArray();
    }

    private static void WriteSuppression(Utf8JsonWriter json, string kind, string status, string justification)
    {
        json.WriteStartObject();
        json.WriteString("kind", kind);
        json.WriteString("status", status);
        json.WriteString("justification", justification);
        json.WriteEndObject();
    }

    private static string Digest(RuleFinding finding, Dictionary<string, int> seen)
    {
        var key = $"{finding.RuleId}\n{finding.Place.Path}\n{finding.Message}";
        var number = seen[key] = seen.GetValueOrDefault(key) + 1;
        var bytes = Encoding.UTF8.GetBytes(key + "\n" + number.ToString(CultureInfo.InvariantCulture));
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    private static Dictionary<string, int> Numbered(IEnumerable<string> names)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (index, name) in names.Index()) numbers.TryAdd(name, index);
        return numbers;
    }
}
