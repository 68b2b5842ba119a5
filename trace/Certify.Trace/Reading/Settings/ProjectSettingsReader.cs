using System.Text.RegularExpressions;
using Certify.Facts;
using Certify.Trace.Audit;
using Certify.Trace.Model;

namespace Certify.Trace.Reading.Settings;

/// <summary>Reads a project's settings (trace.yaml). Strict: an unknown key, a missing reason or a value of another kind stops the run.</summary>
// @llr CFY-LLR-340
public static class ProjectSettingsReader
{
    /// <summary>Reads settings.</summary>
    /// <exception cref="TraceInputException">Something in the file is wrong: its findings (TRC-016) name every line; exit code 2.</exception>
    public static ProjectSettings Read(InputFile file)
    {
        var findings = new FindingList();
        void Report(int line, string message) =>
            findings.Add("TRC-016", file.Path, new SourcePlace(file.Path, line), $"{message}; hint: trace/README.md lists the settings");
        var settings = ProjectSettings.Default;
        if (YamlTree.Read(file, Report) is { } root) settings = new Sections(Report).Read(new YamlFields(root, "the file", Report));
        if (findings.Count == 0) return settings;
        var sorted = findings.Sorted();
        throw new TraceInputException($"{sorted[0].Place}: {sorted[0].Message}", sorted);
    }

    private sealed class Sections(Action<int, string> report)
    {
        public ProjectSettings Read(YamlFields root)
        {
            var usual = ProjectSettings.Default;
            var settings = new ProjectSettings
            {
                Level = Level(root),
                Parents = root.ByTier<IReadOnlyList<ItemTier>>("parents", (f, k) => f.Tiers(k)) ?? usual.Parents,
                Needs = root.ByTier<IReadOnlyList<ItemTier>>("needs", (f, k) => f.Tiers(k)) ?? usual.Needs,
                Attributes = Attributes(root),
                Rules = Rules(root),
                DefaultVerification = Verification(root),
                IdsWithoutGaps = [.. root.List("ids-without-gaps").Select(l => l.Text)],
                Reviewed = root.ByTier<string>("reviewed", Levels) ?? usual.Reviewed,
                Independent = root.ByTier<string>("independent", Levels) ?? usual.Independent,
                Reviews = root.Text("reviews"),
                Baselines = root.Text("baselines") ?? usual.Baselines,
                Justifications = [.. root.List("justifications").Select(l => l.Text)],
                Mapping = Mapping(root),
            };
            root.Finish();
            return settings;
        }

        private string? Level(YamlFields root)
        {
            var level = root.Text("level");
            if (level is null or "A" or "B" or "C" or "D" or "E") return level;
            report(root.Take("level")!.Line, $"level is {ItemId.Quote(level)}; write A, B, C, D or E");
            return null;
        }

        private string? Levels(YamlFields fields, string tier)
        {
            var levels = fields.Take(tier)!;
            if (levels.Text is { } text && !text.AsSpan().ContainsAnyExceptInRange('A', 'E')) return text;
            report(levels.Line, $"'{tier}' needs levels such as 'ABC'");
            return null;
        }

        private VerificationMethod Verification(YamlFields root)
        {
            switch (root.Text("verification"))
            {
                case null or "test": return VerificationMethod.Test;
                case "analysis": return VerificationMethod.Analysis;
                case "review": return VerificationMethod.Review;
                default:
                    report(root.Take("verification")!.Line, "verification is 'test', 'analysis' or 'review'");
                    return VerificationMethod.Test;
            }
        }

        private List<AttributeSetting> Attributes(YamlFields root)
        {
            var list = root.Take("attributes");
            if (list is null) return [];
            if (list.Items is null) report(list.Line, "'attributes' is no list");
            var attributes = new List<AttributeSetting>();
            var names = new HashSet<string>(StringComparer.Ordinal);
            foreach (var node in list.Items ?? [])
            {
                var fields = new YamlFields(node, "an attribute", report);
                var name = fields.Text("name");
                var tiers = fields.Tiers("tiers");
                var values = fields.List("values");
                var pattern = Pattern(fields);
                var attribute = new AttributeSetting(
                    name ?? "", tiers, fields.YesNo("required") ?? false, [.. values.Select(v => v.Text)], pattern, fields.YesNo("normative") ?? true);
                fields.Finish();
                if (name is null) report(node.Line, "an attribute has no name");
                else if (ItemFields.All.Contains(name) && !ItemValues.Fields.Contains(name)) report(node.Line, $"'{name}' is a field that every item has");
                else if (!names.Add(name)) report(node.Line, $"the attribute {ItemId.Quote(name)} is declared twice");
                else attributes.Add(attribute);
            }
            return attributes;
        }

        private Regex? Pattern(YamlFields fields)
        {
            if (fields.Text("pattern") is not { } text) return null;
            try
            {
                return new Regex($@"\A(?:{text})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            }
            catch (Exception e) when (e is ArgumentException or NotSupportedException)
            {
                report(fields.Take("pattern")!.Line, $"the pattern cannot be used: {e.Message}");
                return null;
            }
        }

        private Dictionary<string, RuleSwitch> Rules(YamlFields root)
        {
            var rules = new Dictionary<string, RuleSwitch>(StringComparer.Ordinal);
            var map = root.Take("rules");
            if (map is null) return rules;
            if (map.Entries is null) report(map.Line, "'rules' is no map of codes");
            foreach (var (code, node) in map.Entries ?? new Dictionary<string, YamlNode>())
            {
                var fields = new YamlFields(node, $"'{code}'", report);
                var severity = fields.Text("severity");
                var reason = fields.Text("reason");
                fields.Finish();
                if (AuditRules.Find(code) is null || code == AuditRules.NoRequirements) report(node.Line, $"{ItemId.Quote(code)} is no rule that can be switched");
                else if (severity is not ("off" or "warning" or "error")) report(node.Line, $"'{code}' needs 'severity: off', 'warning' or 'error'");
                else if (reason is null) report(node.Line, $"'{code}' needs a 'reason'");
                else rules[code] = new RuleSwitch(severity == "off" ? null : severity == "error" ? FindingSeverity.Error : FindingSeverity.Warning, reason);
            }
            return rules;
        }

        private MappingSetting? Mapping(YamlFields root)
        {
            if (root.Take("mapping") is not { } node) return null;
            var fields = new YamlFields(node, "'mapping'", report);
            var mapping = new MappingSetting(Texts(fields, "fields"), Texts(fields, "tiers"), fields.Text("separators") ?? ",;\n");
            fields.Finish();
            return mapping;
        }

        private Dictionary<string, string> Texts(YamlFields fields, string key)
        {
            var texts = new Dictionary<string, string>(StringComparer.Ordinal);
            if (fields.Take(key) is not { } node) return texts;
            if (node.Entries is null) report(node.Line, $"'{key}' is no map of names");
            foreach (var (name, value) in node.Entries ?? new Dictionary<string, YamlNode>())
            {
                if (value.Text is { } text) texts[name] = text;
                else report(value.Line, $"{ItemId.Quote(name)} in '{key}' is no text");
            }
            return texts;
        }
    }
}
