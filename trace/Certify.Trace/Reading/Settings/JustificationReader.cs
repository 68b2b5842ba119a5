using System.Globalization;
using Certify.Facts;
using Certify.Trace.Audit;
using Certify.Trace.Model;

namespace Certify.Trace.Reading.Settings;

/// <summary>
/// Reads files of justifications: a list 'justifications' whose entries have id, rule, items (ids, each with ' (sha256:HEX)' where it was approved for a
/// fingerprint), rationale, approver and expires.
/// </summary>
// @llr CFY-LLR-339
public static class JustificationReader
{
    /// <summary>Most items that one justification may name.</summary>
    public const int ItemsMax = 20;

    /// <summary>Reads a file: the usable justifications in its order, and a finding for each of the others.</summary>
    public static ReadResult<Justification> Read(InputFile file)
    {
        var findings = new FindingList();
        return new ReadResult<Justification>(Read(file, findings), findings.Sorted());
    }

    internal static List<Justification> Read(InputFile file, FindingList findings)
    {
        var good = new List<Justification>();
        void Report(int line, string message) => Malformed(findings, file.Path, file.Path, line, message);
        if (YamlTree.Read(file, Report) is not { } node) return good;
        var root = new YamlFields(node, "the file", Report);
        var list = root.Take("justifications");
        root.Finish();
        if (list?.Items is null) Report(node.Line, "the file has no list 'justifications'");
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in list?.Items ?? [])
        {
            if (One(file.Path, entry, findings) is not { } justification) continue;
            if (ids.Add(justification.Id)) good.Add(justification);
            else Malformed(findings, file.Path, justification.Id, entry.Line, $"the id {justification.Id} is given twice");
        }
        return good;
    }

    private static Justification? One(string path, YamlNode entry, FindingList findings)
    {
        var problems = new List<(int Line, string Message)>();
        var fields = new YamlFields(entry, "a justification", (line, message) => problems.Add((line, message)));
        var id = fields.Text("id");
        var rule = fields.Text("rule");
        var items = Items(fields, problems);
        var rationale = fields.Text("rationale");
        var approver = fields.Text("approver");
        var expires = fields.Text("expires");
        fields.Finish();
        string?[] missing = [id is null ? "id" : null, rationale is null ? "rationale" : null, approver is null ? "approver" : null, items.Count == 0 && problems.Count == 0 ? "items" : null];
        foreach (var name in missing)
        {
            if (name is not null) problems.Add((entry.Line, $"a justification has no '{name}'"));
        }
        if (rule is null || AuditRules.Find(rule) is null || rule[4] is '0' or '6') problems.Add((entry.Line, $"rule is {ItemId.Quote(rule ?? "")}, which is no code that can be justified"));
        if (!DateOnly.TryParseExact(expires, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            problems.Add((entry.Line, $"expires is {ItemId.Quote(expires ?? "")}; write YYYY-MM-DD"));
        if (problems.Count > 0)
        {
            // One slip, one finding: the first in the file names the record.
            var (line, message) = problems.MinBy(p => p.Line);
            Malformed(findings, path, id ?? path, line, message);
            return null;
        }

        if (items.Count <= ItemsMax && !items.Exists(i => i.Id.AsSpan().ContainsAny('*', '?'))) return new Justification(id!, rule!, items, rationale!, approver!, day, new SourcePlace(path, entry.Line));
        findings.Add("TRC-605", id!, new SourcePlace(path, entry.Line), $"the justification {id} names {(items.Count > ItemsMax ? Words.Count(items.Count, "item") : "a pattern")}; hint: name at most {ItemsMax} items, by their ids");
        return null;
    }

    private static List<JustifiedItem> Items(YamlFields fields, List<(int, string)> problems)
    {
        var items = new List<JustifiedItem>();
        foreach (var (text, line) in fields.List("items"))
        {
            var print = text.IndexOf(" (sha256:", StringComparison.Ordinal);
            if (print < 0) items.Add(new JustifiedItem(text, null));
            else if (text.EndsWith(')') && text.Length - print - 10 == 64) items.Add(new JustifiedItem(text[..print], text[(print + 9)..^1]));
            else problems.Add((line, $"{ItemId.Quote(text)} has no fingerprint of 64 digits"));
        }
        return items;
    }

    private static void Malformed(FindingList findings, string path, string subject, int line, string message) =>
        findings.Add("TRC-604", subject, new SourcePlace(path, line), $"{message}; hint: write id, rule, items, rationale, approver and expires");
}
