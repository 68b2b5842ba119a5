using System.Text;
using Certify.Trace.Formats.Common;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Doorstop;

/// <summary>Writes one item.</summary>
// @llr CFY-LLR-379
internal sealed class DoorstopText(TraceItem item, ReadLog log)
{
    private readonly StringBuilder _to = new();

    /// <summary>Gives the file's text.</summary>
    public string Write()
    {
        var isInactive = item.Status == "inactive";
        _to.Append("active: ").Append(isInactive ? "false" : "true").Append("\nderived: ").Append(item.Derived ? "true" : "false").Append('\n');
        Value("header", item.Title.Length == 0 ? null : item.Title);
        Links();
        _to.Append("normative: true\n");
        References();
        _to.Append("reviewed: ").Append(item.Revision is null ? "null" : YamlText.Quote(item.Revision)).Append('\n');
        Value("text", item.Text.Length == 0 ? null : item.Text);
        Fields(isInactive);
        foreach (var attribute in item.Attributes)
        {
            if (attribute.Name is "references") continue;
            if (attribute.Name == "level" && attribute.Value.Length > 0) Value("level", attribute.Value);
            else if (DoorstopFields.IsTaken(attribute.Name) || attribute.Name.Length == 0) Lose($"attribute '{attribute.Name}': the format has no room for this name");
            else Value(attribute.Name, attribute.Value);
        }
        var plain = new List<Loss>();
        PlainLosses.Surrogates(item, plain);
        foreach (var loss in plain) Lose(loss.What);
        return _to.ToString();
    }

    private void Fields(bool isInactive)
    {
        Field(ItemField.Tier, TierNames.Of(item.Tier));
        Field(ItemField.Rationale, item.Rationale);
        Field(ItemField.SafetyFeedback, item.SafetyFeedback);
        Field(ItemField.Source, item.Source);
        Field(ItemField.Level, item.Level);
        Field(ItemField.Component, item.Component.Length == 0 ? null : item.Component);
        Field(ItemField.Verification, item.Verification.Count == 0 ? null : string.Join(", ", item.Verification));
        Field(ItemField.TestKind, item.TestKind switch { null => null, Facts.TestKind.Robustness => "robustness", _ => "normal range" });
        Field(ItemField.Status, isInactive ? null : item.Status);
        Field(ItemField.Owner, item.Owner);
        Field(ItemField.Author, item.Author);
        Field(ItemField.Reviewer, item.Reviewer);
        if (item.Outcome is not { } outcome) return;
        Field(ItemField.Verdict, outcome.Verdict);
        Field(ItemField.Passed, outcome.Passed ? "yes" : "no");
        Field(ItemField.Image, outcome.ImageSha256);
        Field(ItemField.Log, outcome.LogSha256);
    }

    private void Links()
    {
        if (item.Links.Count == 0)
        {
            _to.Append("links: []\n");
            return;
        }

        _to.Append("links:\n");
        foreach (var link in item.Links)
        {
            if (link.Target.Length == 0) Lose("link to an empty id");
            _to.Append("- ").Append(YamlText.Quote(link.Target)).Append(": ");
            if (link.Role == Oft.OftTypes.RoleOf(item.Tier) && link.TargetFingerprint is null)
            {
                _to.Append(link.TargetRevision is null ? "null" : YamlText.Quote(link.TargetRevision)).Append('\n');
                continue;
            }

            _to.Append("{role: ").Append(YamlText.Quote(link.Role));
            if (link.TargetRevision is not null) _to.Append(", revision: ").Append(YamlText.Quote(link.TargetRevision));
            if (link.TargetFingerprint is not null) _to.Append(", fingerprint: ").Append(YamlText.Quote(link.TargetFingerprint));
            _to.Append("}\n");
        }
    }

    private void References()
    {
        if (item.Attribute("references") is not { } references) return;
        if (references.Length == 0) Lose("empty 'references'");
        if (references.Length == 0) return;
        _to.Append("references:\n");
        foreach (var line in references.Split('\n'))
        {
            var keyword = line.EndsWith(')') ? line.LastIndexOf(" (keyword ", StringComparison.Ordinal) : -1;
            _to.Append("- path: ").Append(YamlText.Quote(keyword < 0 ? line : line[..keyword])).Append("\n  type: file\n");
            if (keyword >= 0) _to.Append("  keyword: ").Append(YamlText.Quote(line[(keyword + 10)..^1])).Append('\n');
        }
        if (references.EndsWith('\n')) Lose("line ends behind 'references'");
    }

    private void Field(ItemField field, string? value) => Value(DoorstopFields.KeyOf(field), value);

    private void Value(string key, string? value)
    {
        if (value is null) return;
        if (value.Length == 0 && DoorstopFields.IsTaken(key)) Lose($"empty '{key}'");
        if (value.EndsWith('\n')) Lose($"line ends behind '{key}'");
        YamlText.Append(_to, key, value);
    }

    private void Lose(string what) => log.Lose(item.Id, what, item.Place);
}
