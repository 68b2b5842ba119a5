using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Certify.Analyzers.Catalogue;

namespace Certify.Analyzers.Settings.Deviations;

/// <summary>
/// Reads deviation records: Markdown, a heading <c>## ID Title</c> for each, a list of fields, then the rationale.
/// Strict: what it does not know is a fault, and a record with a fault covers nothing.
/// </summary>
// @llr CFY-LLR-250
public static class DeviationReader
{
    private const string Rule = "rule", File = "file", Member = "member", Approver = "approver", Expires = "expires", Revision = "revision";
    private static readonly string[] s_keys = [Rule, File, Member, Approver, Expires, Revision];
    private static readonly Regex s_heading = new(@"^##\s+(?<id>[A-Z][A-Z0-9]*(-[A-Z0-9]+)*-\d+)\s+(?<title>\S.*)$", RegexOptions.CultureInvariant);
    private static readonly Regex s_field = new(@"^-\s+(?<key>[^:\s]+)\s*:\s*(?<value>.*)$", RegexOptions.CultureInvariant);
    private static readonly Regex s_digest = new("^[0-9a-f]{64}$", RegexOptions.CultureInvariant);

    /// <summary>True for a file that can hold records: certify.deviations.md, or one of a folder deviations.</summary>
    public static bool IsRecordFile(string path)
    {
        var parts = path.Replace('\\', '/').Split('/');
        if (parts[parts.Length - 1] == "certify.deviations.md") return true;
        return parts.Length > 1 && parts[parts.Length - 2] == "deviations" && parts[parts.Length - 1].EndsWith(".md", StringComparison.Ordinal);
    }

    /// <summary>Reads one file.</summary>
    /// <param name="path">Its absolute path; the files that records name are relative to the folder with the records (of a folder deviations: its parent).</param>
    /// <param name="text">Its text.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static IReadOnlyList<Deviation> Read(string path, string text, ICollection<DeviationFault> faults)
    {
        var file = path.Replace('\\', '/');
        var records = new List<Deviation>();
        var lines = text.Replace("\r\n", "\n").Split('\n');
        var start = Array.FindIndex(lines, IsHeading);
        while (start >= 0)
        {
            var end = Array.FindIndex(lines, start + 1, IsHeading);
            var record = ReadRecord(file, lines, start, end < 0 ? lines.Length : end, faults);
            if (record is not null) records.Add(record);
            start = end;
        }

        return records;
    }

    private static bool IsHeading(string line) => line.StartsWith("## ", StringComparison.Ordinal);

    private static Deviation? ReadRecord(string file, string[] lines, int start, int end, ICollection<DeviationFault> faults)
    {
        var heading = s_heading.Match(lines[start].TrimEnd());
        var id = heading.Groups["id"].Value;
        var before = faults.Count;
        void Fault(int line, string what, string remedy) => faults.Add(new DeviationFault(id, file, line + 1, what, remedy));
        if (!heading.Success)
        {
            Fault(start, "has a heading that is not '## ID Title' with an ID such as DEV-001", "Write the heading so.");
            return null;
        }

        var fields = ReadFields(lines, start + 1, end, Fault, out var rest);
        var rationale = string.Join("\n", lines.Skip(rest).Take(end - rest)).Trim();
        string Value(string key)
        {
            if (fields.TryGetValue(key, out var value) && value.Length > 0) return value;
            Fault(start, $"names no {key}", $"Add the line '- {key}: …'.");
            return "";
        }

        var rule = Value(Rule);
        var path = Value(File);
        var approver = Value(Approver);
        var expires = Value(Expires);
        var revision = Value(Revision);
        var member = fields.TryGetValue(Member, out var name) ? name : "";
        if (rationale.Length == 0) Fault(start, "gives no rationale", "Write below the list why the deviation is right.");
        if (rule.Length > 0 && !MayDeviate(rule)) Fault(start, $"names '{rule}', which is no rule that allows a deviation", "Name a rule that is decided on source.");
        if (revision.Length > 0 && !s_digest.IsMatch(revision)) Fault(start, "has a revision that is not a SHA-256 in lower-case hex", "Copy the digest from the finding that the record is stale.");
        if (!DateTime.TryParseExact(expires, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && expires.Length > 0)
        {
            Fault(start, $"expires on '{expires}', which is no date", "Write it as yyyy-MM-dd.");
        }

        if (path.Length > 0 && Width(path) is { } width) Fault(start, width, "Name one source file, and a member where it can be one.");
        return faults.Count > before
            ? null
            : new Deviation(
                id, heading.Groups["title"].Value.Trim(), rule, Folder(file) + path.Replace('\\', '/'), member, approver, date, revision, rationale, file, start + 1);
    }

    private static Dictionary<string, string> ReadFields(
        string[] lines, int from, int end, Action<int, string, string> fault, out int rest)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        rest = from;
        for (; rest < end; rest++)
        {
            var line = lines[rest].Trim();
            if (line.Length == 0) continue;
            var field = s_field.Match(line);
            if (!field.Success) break;
            var key = field.Groups["key"].Value;
            if (!s_keys.Contains(key)) fault(rest, $"has the unknown field '{key}'", $"Fields are {string.Join(", ", s_keys)}.");
            else if (fields.ContainsKey(key)) fault(rest, $"gives {key} twice", "Leave one.");
            else fields.Add(key, field.Groups["value"].Value.Trim());
        }

        return fields;
    }

    // The rules about the build and about records guard the others; nothing may deviate from them.
    private static bool MayDeviate(string id) =>
        RuleCatalogue.All.FirstOrDefault(entry => entry.Id == id) is { Decided: "source" } rule
        && rule.Category != "Build" && rule.Id != RuleIds.Deviation;

    private static string? Width(string path)
    {
        if (path.IndexOfAny(['*', '?']) >= 0) return $"covers '{path}', which is more than one file";
        var parts = path.Replace('\\', '/').Split('/');
        if (parts.Any(part => part is "" or "." or "..")) return $"covers '{path}', which is no file below the folder of the records";
        return path.EndsWith(".cs", StringComparison.Ordinal) ? null : $"covers '{path}', which is no C# file";
    }

    private static string Folder(string file)
    {
        var folder = file.Substring(0, file.LastIndexOf('/') + 1);
        return folder.EndsWith("/deviations/", StringComparison.Ordinal) ? folder.Substring(0, folder.Length - "deviations/".Length) : folder;
    }
}
