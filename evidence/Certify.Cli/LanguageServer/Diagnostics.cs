using System.Text.Json;
using Certify.Facts;
using Certify.Trace.Audit;

namespace Certify.Cli.LanguageServer;

/// <summary>Publishes findings as squiggles: per file, and an empty list for a file that has none any more.</summary>
// @llr CFY-LLR-391
internal sealed class Diagnostics(MessageWriter writer, Func<string, string?> helpOf)
{
    private const int Error = 1, Warning = 2;
    private readonly HashSet<string> _marked = new(StringComparer.Ordinal);

    /// <summary>Publishes the findings of a view.</summary>
    public void Publish(ServerView view, IReadOnlyDictionary<string, string> open)
    {
        var byFile = view.Findings.GroupBy(f => view.PathOf(f.Place.Path), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<AuditFinding>)[.. g], StringComparer.Ordinal);
        foreach (var file in _marked.Concat(open.Keys).Concat(byFile.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList())
        {
            var findings = byFile.GetValueOrDefault(file) ?? [];
            writer.Notify("textDocument/publishDiagnostics", json => Write(json, file, findings, open.GetValueOrDefault(file)));
            if (findings.Count > 0) _marked.Add(file);
            else _marked.Remove(file);
        }
    }

    private void Write(Utf8JsonWriter json, string file, IReadOnlyList<AuditFinding> findings, string? text)
    {
        json.WriteStartObject();
        json.WriteString("uri", DocumentUris.Of(file));
        json.WriteStartArray("diagnostics");
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            Range(json, finding.Place, text);
            json.WriteNumber("severity", finding.Severity == FindingSeverity.Error ? Error : Warning);
            json.WriteString("code", finding.Code);
            if (helpOf(finding.Code) is { } help)
            {
                json.WriteStartObject("codeDescription");
                json.WriteString("href", help);
                json.WriteEndObject();
            }
            json.WriteString("source", "certify");
            json.WriteString("message", Message(finding));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Message(AuditFinding finding)
    {
        var rule = AuditRules.All.FirstOrDefault(r => r.Code == finding.Code);
        return rule is null || finding.Message.Contains("hint:", StringComparison.Ordinal) ? finding.Message : $"{finding.Message}\nhint: {rule.Remedy}";
    }

    /// <summary>From the place to the end of its line; the whole line where there is no column.</summary>
    private static void Range(Utf8JsonWriter json, SourcePlace place, string? text)
    {
        var line = Math.Max(0, place.Line - 1);
        var start = Math.Max(0, place.Column - 1);
        var length = (text is null ? null : TextAt.Line(text, line))?.Length ?? start + 1;
        json.WriteStartObject("range");
        Answers.Position(json, "start", line, Math.Min(start, length));
        Answers.Position(json, "end", line, Math.Max(start, length));
        json.WriteEndObject();
    }
}
