using System.Text;
using Certify.Trace.Formats.Common;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Oft;

/// <summary>Writes one item of OpenFastTrace Markdown.</summary>
// @llr CFY-LLR-373
internal sealed class OftItem(TraceItem item, IReadOnlyDictionary<string, OftId> ids, StringBuilder to, ReadLog log)
{
    /// <summary>Writes the item.</summary>
    public void Write()
    {
        var id = OftWriter.IdOf(item);
        var tier = OftTypes.TierOf(id.Type, ReadOptions.Default);
        if (id.ItemId != item.Id) Lose($"id: written as '{id.ItemId}'");
        if (id.Revision != item.Revision) Lose($"revision: written as {id.Revision}");
        if (tier != item.Tier) Lose("tier");
        to.Append('\n');
        if (item.Title.Length > 0) to.Append("### ").Append(OftWriter.OneLine(item.Title)).Append('\n');
        if (item.Title.ReplaceLineEndings(" ") != item.Title) Lose("line ends in the title");
        to.Append('`').Append(id).Append("`\n");
        Block(null, item.Text);
        Block("Rationale", item.Rationale);
        var kept = new HashSet<string>(StringComparer.Ordinal);
        if (item.Attribute("Comment") is { Length: > 0 } comment && kept.Add("Comment")) Block("Comment", comment);
        Line("Status", item.Status, "status");
        Line("Tags", item.Attribute("Tags"), "attribute 'Tags'", kept);
        Line("Needs", item.Attribute("Needs"), "attribute 'Needs'", kept);
        Links("Covers", OftTypes.RoleOf(tier));
        Links("Depends", LinkRole.DependsOn);
        foreach (var attribute in item.Attributes)
        {
            if (!kept.Contains(attribute.Name)) Lose($"attribute '{attribute.Name}'");
        }
        LoseRest(tier);
        var plain = new List<Loss>();
        PlainLosses.Surrogates(item, plain);
        foreach (var loss in plain) Lose(loss.What);
    }

    private void Block(string? keyword, string? text)
    {
        if (keyword is not null && text is { Length: 0 }) Lose($"empty {keyword.ToLowerInvariant()}");
        if (string.IsNullOrEmpty(text)) return;
        if (!MarkdownLine.IsBlock(text)) Lose($"empty lines around the {keyword?.ToLowerInvariant() ?? "text"}, or carriage returns in it");
        to.Append('\n');
        if (keyword is not null) to.Append(keyword).Append(":\n\n");
        foreach (var line in SourceText.Lines(text).Split('\n')) to.Append(OftLine.Escape(line)).Append('\n');
    }

    private void Line(string keyword, string? value, string what, HashSet<string>? kept = null)
    {
        if (value is null) return;
        kept?.Add(keyword);
        var list = OftLine.List(OftWriter.OneLine(value));
        if (list != value) Lose($"{what}: blanks, line ends or empty entries in it");
        if (list.Length > 0) to.Append('\n').Append(keyword).Append(": ").Append(list).Append('\n');
    }

    private void Links(string keyword, string role)
    {
        var first = true;
        foreach (var link in item.Links)
        {
            if (link.Role != role) continue;
            if (first) to.Append('\n').Append(keyword).Append(":\n\n");
            first = false;
            var target = Target(link);
            if (target.ItemId != link.Target) Lose($"target of a link: written as '{target.ItemId}'");
            if (target.Revision != link.TargetRevision) Lose("links without a revision that is a number: written with that of the target, or 1");
            if (link.TargetFingerprint is not null) Lose("fingerprints of links");
            to.Append("* `").Append(target).Append("`\n");
        }
    }

    private OftId Target(TraceLink link)
    {
        var known = ids.GetValueOrDefault(link.Target);
        var revision = link.TargetRevision is { Length: > 0 and <= 9 } number && !number.AsSpan().ContainsAnyExceptInRange('0', '9')
            ? number : known?.Revision ?? "1";
        return known is not null ? known with { Revision = revision } : OftWriter.OfId(link.Target, "req", revision);
    }

    private void LoseRest(ItemTier tier)
    {
        var roles = item.Links.Where(l => l.Role != LinkRole.DependsOn && l.Role != OftTypes.RoleOf(tier)).Select(l => l.Role);
        foreach (var role in roles) Lose($"links '{role}'");
        if (item.Derived) Lose("derived");
        if (item.SafetyFeedback is not null) Lose("safety feedback");
        if (item.Source is not null) Lose("source");
        if (item.Level is not null) Lose("level");
        if (item.Component.Length > 0) Lose("component");
        if (item.Verification.Count > 0) Lose("verification");
        if (item.TestKind is not null) Lose("test kind");
        if (item.Owner is not null) Lose("owner");
        if (item.Author is not null) Lose("author");
        if (item.Reviewer is not null) Lose("reviewer");
        if (item.Outcome is not null) Lose("outcome");
    }

    private void Lose(string what) => log.Lose(item.Id, what, item.Place);
}
