using System.Text;
using Certify.Trace.Formats.Common;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.StrictDoc;

/// <summary>Writes one node.</summary>
/// <param name="item">The item.</param>
/// <param name="names">Takes names of fields that the grammar must declare besides the usual ones.</param>
/// <param name="roles">Takes roles that the grammar must declare.</param>
/// <param name="to">Takes the text.</param>
/// <param name="log">Takes losses.</param>
// @llr CFY-LLR-378
internal sealed class SdocItem(TraceItem item, SortedSet<string> names, SortedSet<string> roles, StringBuilder to, ReadLog log)
{
    /// <summary>Writes the node.</summary>
    public void Write()
    {
        to.Append("\n[REQUIREMENT]\n");
        var id = OneLine("id", item.Id)!;
        Field(ItemField.Id, id);
        Field(ItemField.Tier, TierNames.Of(item.Tier));
        Field(ItemField.Status, OneLine("status", item.Status));
        Field(ItemField.Title, OneLine("title", item.Title.Length == 0 ? null : item.Title));
        Field(ItemField.Text, item.Text.Length == 0 ? null : item.Text);
        Field(ItemField.Rationale, item.Rationale);
        if (item.Derived) Field(ItemField.Derived, "yes");
        Field(ItemField.SafetyFeedback, item.SafetyFeedback);
        Field(ItemField.Source, item.Source);
        Field(ItemField.Level, item.Level);
        Field(ItemField.Component, item.Component.Length == 0 ? null : item.Component);
        if (item.Verification.Count > 0) Field(ItemField.Verification, string.Join(", ", item.Verification));
        if (item.TestKind is { } kind) Field(ItemField.TestKind, kind == Facts.TestKind.Robustness ? "robustness" : "normal range");
        Field(ItemField.Revision, item.Revision);
        Field(ItemField.Owner, item.Owner);
        Field(ItemField.Author, item.Author);
        Field(ItemField.Reviewer, item.Reviewer);
        if (item.Outcome is { } outcome)
        {
            Field(ItemField.Verdict, outcome.Verdict);
            Field(ItemField.Passed, outcome.Passed ? "yes" : "no");
            Field(ItemField.Image, outcome.ImageSha256);
            Field(ItemField.Log, outcome.LogSha256);
        }
        Attributes();
        Relations();
        var plain = new List<Loss>();
        PlainLosses.Returns(item, plain);
        PlainLosses.Surrogates(item, plain);
        foreach (var loss in plain) Lose(loss.What);
    }

    // The grammar declares the fields of all nodes in one order.
    private void Attributes()
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var attribute in item.Attributes)
        {
            var name = attribute.Name == SdocFields.Chapter ? "CHAPTER" : NameOf(attribute.Name);
            if (name != attribute.Name && name != "CHAPTER") Lose($"name of attribute '{attribute.Name}': written as '{name}'");
            if (name == "CHAPTER" && attribute.Name != SdocFields.Chapter) Lose($"name of attribute '{attribute.Name}': reads back as '{SdocFields.Chapter}'");
            fields[name] = fields.TryGetValue(name, out var before) ? before + "\n" + attribute.Value : attribute.Value;
        }
        foreach (var (name, value) in fields)
        {
            names.Add(name);
            Value(name, value);
        }
    }

    // Capital letters, digits and '_'; a name that is a field's gets "X_" before it.
    private static string NameOf(string attribute)
    {
        if (SdocFields.IsName(attribute) && SdocFields.Of(attribute) is null && attribute is not ("MID" or "RELATIONS" or "REFS" or "OPTIONS")) return attribute;
        var name = new StringBuilder();
        foreach (var c in attribute.ToUpperInvariant()) name.Append(char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) ? c : '_');
        if (name.Length > 90) name.Length = 90;
        var made = name.ToString();
        return SdocFields.IsName(made) && SdocFields.Of(made) is null && made is not ("MID" or "RELATIONS" or "REFS" or "OPTIONS") ? made : "X_" + made;
    }

    private void Relations()
    {
        var first = true;
        foreach (var link in item.Links)
        {
            if (first) to.Append("RELATIONS:\n");
            first = false;
            var target = OneLine("target of a link", link.Target) ?? "";
            if (target.Length == 0) Lose("link to an empty id");
            to.Append("- TYPE: Parent\n  VALUE: ").Append(target).Append('\n');
            if (link.Role != Oft.OftTypes.RoleOf(item.Tier))
            {
                var role = OneLine("role of a link", link.Role) ?? "";
                if (role.Length == 0 || (RoleWord.Of(role) is { } known && known.Role != link.Role)) Lose($"role '{link.Role}'");
                if (role.Length > 0) roles.Add(role);
                to.Append("  ROLE: ").Append(role).Append('\n');
            }
            if (link.TargetRevision is not null) Lose("revisions of links");
            if (link.TargetFingerprint is not null) Lose("fingerprints of links");
        }
    }

    private void Field(ItemField field, string? value)
    {
        if (value is not null) Value(SdocFields.NameOf(field), value);
    }

    // A document has no empty strings.
    private void Value(string name, string value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            Lose($"empty '{name}'");
            return;
        }

        var lines = SourceText.Lines(value).Split('\n');
        to.Append(name).Append(": ");
        if (lines.Length == 1 && value.Trim() == value && !value.StartsWith(">>>", StringComparison.Ordinal))
        {
            to.Append(value).Append('\n');
            return;
        }
        to.Append(">>>\n");
        foreach (var line in lines) to.Append(SdocText.Escape(line)).Append('\n');
        to.Append("<<<\n");
    }

    private string? OneLine(string what, string? value)
    {
        if (value is null) return null;
        var line = value.ReplaceLineEndings(" ").Trim();
        if (line != value) Lose($"line ends in, or blanks around, the {what}");
        return line;
    }

    private void Lose(string what) => log.Lose(item.Id, what, item.Place);
}
