using System.Text;
using Certify.Trace.Formats.Common;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Reqtraq;

/// <summary>Writes one requirement as a heading with its attributes.</summary>
// @llr CFY-LLR-375
internal sealed class ReqtraqItem(TraceItem item, IReadOnlyDictionary<string, string> ids, StringBuilder to, ReadLog log)
{
    /// <summary>Writes the requirement.</summary>
    public void Write()
    {
        var id = ids[item.Id];
        var title = item.Title.ReplaceLineEndings(" ");
        if (title != item.Title) Lose("line ends in the title");
        to.Append("\n## ").Append(id);
        if (title.Length > 0) to.Append(' ').Append(title);
        to.Append('\n');
        if (item.Text.Length > 0) Text();
        to.Append("\n### Attributes:\n");
        if (id != item.Id) Lose($"id: written as '{id}'");
        if (id != item.Id) Value(ReqtraqFields.OriginalId, item.Id);
        Links();
        Fields(id);
        foreach (var attribute in item.Attributes)
        {
            var isTaken = ReqtraqFields.Of(attribute.Name) is not null || attribute.Name == ReqtraqFields.OriginalId;
            if (isTaken || attribute.Name.AsSpan().ContainsAny(":\r\n") || attribute.Name.Length < 1) Lose($"attribute '{attribute.Name}': the format has no room for this name");
            else Value(attribute.Name, attribute.Value);
        }
        var plain = new List<Loss>();
        PlainLosses.Surrogates(item, plain);
        foreach (var loss in plain) Lose(loss.What);
    }

    private void Text()
    {
        if (!MarkdownLine.IsBlock(item.Text)) Lose("empty lines around the text, or carriage returns in it");
        to.Append('\n');
        foreach (var line in SourceText.Lines(item.Text).Split('\n')) to.Append(ReqtraqLine.Escape(line, inAttributes: false)).Append('\n');
    }

    private void Fields(string id)
    {
        if (item.Tier != ReqtraqId.TierOf(id, ReadOptions.Default)) Field(ItemField.Tier, TierNames.Of(item.Tier));
        Field(ItemField.Rationale, item.Rationale);
        if (item.Verification.Count > 0) Field(ItemField.Verification, string.Join(", ", item.Verification));
        if (item.Derived != ReqtraqLine.IsDerived(item.Tier, item.Rationale, item.Links)) Field(ItemField.Derived, item.Derived ? "yes" : "no");
        Field(ItemField.SafetyFeedback, item.SafetyFeedback);
        Field(ItemField.Source, item.Source);
        Field(ItemField.Level, item.Level);
        Field(ItemField.Component, item.Component.Length == 0 ? null : item.Component);
        if (item.TestKind is { } kind) Field(ItemField.TestKind, kind == Facts.TestKind.Robustness ? "robustness" : "normal range");
        var isDeleted = item.Title.StartsWith("DELETED", StringComparison.Ordinal);
        if (isDeleted && item.Status is null) Lose("that a deleted requirement has no status");
        if (!isDeleted || item.Status != "deleted") Field(ItemField.Status, item.Status);
        Field(ItemField.Revision, item.Revision);
        Field(ItemField.Owner, item.Owner);
        Field(ItemField.Author, item.Author);
        Field(ItemField.Reviewer, item.Reviewer);
        if (item.Outcome is not { } outcome) return;
        Field(ItemField.Verdict, outcome.Verdict);
        Field(ItemField.Passed, outcome.Passed ? "yes" : "no");
        Field(ItemField.Image, outcome.ImageSha256);
        Field(ItemField.Log, outcome.LogSha256);
    }

    private void Field(ItemField field, string? value)
    {
        if (value is not null) Value(ReqtraqFields.NameOf(field), value);
    }

    private void Value(string name, string value)
    {
        if (value.Length == 0) Lose($"empty '{name}'");
        if (value.Length == 0) return;
        if (!MarkdownLine.IsBlock(value)) Lose($"empty lines around '{name}', or carriage returns in it");
        to.Append("- ").Append(name).Append(": ");
        var lines = SourceText.Lines(value).Split('\n');
        for (var i = 0; i < lines.Length; i++) to.Append(i == 0 ? lines[i] : ReqtraqLine.Escape(lines[i], inAttributes: true)).Append('\n');
    }

    private void Links()
    {
        var names = new List<(string Name, List<string> Targets)>();
        foreach (var link in item.Links)
        {
            var target = ids.GetValueOrDefault(link.Target, link.Target);
            if (target != link.Target) Lose($"target of a link: written as '{target}'");
            if (link.TargetRevision is not null) Lose("revisions of links");
            if (link.TargetFingerprint is not null) Lose("fingerprints of links");
            if (target.AsSpan().ContainsAny(",\r\n") || target.Trim() != target || target.Length == 0) Lose($"link to '{link.Target}': the format parts targets by commas");
            if (link.Role.AsSpan().ContainsAny(":\r\n") || link.Role.Length == 0)
            {
                Lose($"link of role '{link.Role}': the format has no room for this name");
                continue;
            }

            var isAssumption = target.StartsWith("ASM-", StringComparison.Ordinal);
            var isParent = link.Role == LinkRole.Assumes ? isAssumption : link.Role == LinkRole.Satisfies && !isAssumption;
            var name = isParent ? "Parents" : ReqtraqFields.Links + link.Role;
            var at = names.FindIndex(n => n.Name == name);
            if (at < 0) names.Add((name, [target]));
            else names[at].Targets.Add(target);
        }
        foreach (var (name, targets) in names) Value(name, string.Join(", ", targets));
    }

    private void Lose(string what) => log.Lose(item.Id, what, item.Place);
}
