using System.Text;
using Certify.Facts;
using Certify.Trace.Audit;
using Certify.Trace.Model;

namespace Certify.Trace.Reading;

/// <summary>Writes one item as own Markdown.</summary>
internal sealed class ItemWriter(StringBuilder builder, TraceItem item, ItemSchema schema)
{
    /// <summary>Writes the item with an empty line in front.</summary>
    public void Write()
    {
        var inHeading = item.Title.Length > 0 && QuotedText.IsPlain("x" + item.Title) && item.Title.Trim().Length == item.Title.Length;
        builder.Append("\n## ").Append(IdToken.Write(item.Id));
        if (inHeading) builder.Append(' ').Append(item.Title);
        builder.Append("\n\n");
        Fields(inHeading);
        var notesFrom = FirstNoteAttribute();
        for (var i = 0; i < notesFrom; i++) Attribute(item.Attributes[i]);
        builder.Append('\n');
        Text(item.Text);
        if (item.Text.Length > 0) builder.Append('\n');
        Note("Rationale", item.Rationale);
        Note("Safety feedback", item.SafetyFeedback);
        Note("Source", item.Source);
        for (var i = notesFrom; i < item.Attributes.Count; i++)
            Note((schema.IsAttribute(item.Attributes[i].Name) ? "" : ItemFields.AttributePrefix) + item.Attributes[i].Name, item.Attributes[i].Value);
        builder.Length -= builder[^2] == '\n' && builder[^1] == '\n' ? 1 : 0;
    }

    private void Fields(bool inHeading)
    {
        var requirement = TierName.IsRequirement(item.Tier);
        var below = requirement && item.Tier != ItemTier.System;
        Field(ItemFields.Tier, TierName.Of(item.Tier));
        if (!inHeading && item.Title.Length > 0) Field(ItemFields.Title, QuotedText.Quote(item.Title));
        if (!inHeading && item.Title.Length == 0) Field(ItemFields.Title, "\"\"");
        if (item.Component.Length > 0) Field(ItemFields.Component, QuotedText.PlainOrQuoted(item.Component));
        else if (requirement) Field(ItemFields.Component, "\"\"");
        Line(ItemFields.Level, item.Level);
        if (below && !item.Targets(LinkRole.Satisfies).Any()) Field(ItemFields.Parents, "none");
        Links();
        if (below || item.Derived) Field(ItemFields.Derived, item.Derived ? "yes" : "no");
        if (item.Verification.Count > 0) Field(ItemFields.Verification, string.Join(" or ", item.Verification.Select(Name)));
        else if (below) Field(ItemFields.Verification, "none");
        if (item.TestKind is { } kind) Field(ItemFields.Kind, kind == TestKind.Robustness ? "robustness" : "normal range");
        Line(ItemFields.Status, item.Status);
        Line(ItemFields.Revision, item.Revision);
        Line(ItemFields.Owner, item.Owner);
        Line(ItemFields.Author, item.Author);
        Line(ItemFields.Reviewer, item.Reviewer);
        if (item.Outcome is not { } outcome) return;
        Line(ItemFields.Verdict, outcome.Verdict);
        if (outcome.Passed != (outcome.Verdict == "passed")) Field(ItemFields.Passed, outcome.Passed ? "yes" : "no");
        Line(ItemFields.Image, outcome.ImageSha256);
        Line(ItemFields.Log, outcome.LogSha256);
    }

    // Links of a role stand in its field; where roles take turns, the later ones are written one by one, which keeps their order.
    private void Links()
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < item.Links.Count;)
        {
            var role = item.Links[i].Role;
            var field = ItemFields.FieldOf(role);
            if (field is null || !named.Add(role))
                field = ItemFields.LinkPrefix + (IsSimpleName(role) ? role : QuotedText.Quote(role));
            builder.Append("- ").Append(field).Append(": ");
            for (var first = true; i < item.Links.Count && item.Links[i].Role == role; i++, first = false)
            {
                if (!first) builder.Append(", ");
                LinkField.Write(builder, item.Links[i]);
            }
            builder.Append('\n');
        }
    }

    // Attributes up to here are list fields, those from here on bold fields: so their order is kept.
    private int FirstNoteAttribute()
    {
        if (!item.Attributes.All(a => IsSimpleName(a.Name))) return item.Attributes.Count;
        for (var i = 0; i < item.Attributes.Count; i++)
        {
            if (item.Attributes[i].Value.Contains('\n')) return i;
        }
        return item.Attributes.Count;
    }

    private void Attribute(ItemAttribute attribute)
    {
        var name = schema.IsAttribute(attribute.Name) ? attribute.Name
            : ItemFields.AttributePrefix + (IsSimpleName(attribute.Name) ? attribute.Name : QuotedText.Quote(attribute.Name));
        Field(name, QuotedText.PlainOrQuoted(attribute.Value));
    }

    private void Line(string name, string? value)
    {
        if (value is not null) Field(name, QuotedText.PlainOrQuoted(value));
    }

    private void Field(string name, string value) => builder.Append("- ").Append(name).Append(": ").Append(value).Append('\n');

    private void Note(string name, string? text)
    {
        if (text is null) return;
        builder.Append("**").Append(name).Append(":**");
        if (IsProse(text) && !Fence.Opens(text.Split('\n')[0]).IsOpen) builder.Append(' ').Append(text).Append('\n');
        else Fenced(text, "\n\n");
        builder.Append('\n');
    }

    private void Text(string text)
    {
        if (text.Length == 0) return;
        if (IsProse(text)) builder.Append(text).Append('\n');
        else Fenced(text, "");
    }

    private void Fenced(string text, string before)
    {
        var marks = 3;
        while (text.Contains(new string('`', marks), StringComparison.Ordinal)) marks++;
        var escape = QuotedText.NeedsEscape(text) || HasHeading(text);
        builder.Append(before).Append('`', marks).Append(escape ? Prose.Escaped : Prose.Verbatim).Append('\n');
        for (var i = 0; i < text.Length; i++)
        {
            if (escape && text[i] == '\\') builder.Append("\\\\");
            else if (escape && text[i] == '#' && (i == 0 || text[i - 1] is '\n' or ' ')) QuotedText.Escape(builder, '#');
            else if (!escape || text[i] == '\n' || QuotedText.Stands(text, i)) builder.Append(text[i]);
            else QuotedText.Escape(builder, text[i]);
        }
        if (text.Length > 0) builder.Append('\n');
        builder.Append('`', marks).Append('\n');
    }

    // In a fence a heading of an item would be taken for one that the fence hides.
    private static bool HasHeading(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (!LostHeading.IdInFence(line, out _).IsEmpty) return true;
        }
        return false;
    }

    /// <summary>True when reading the text as prose gives it back unchanged and without a finding.</summary>
    private bool IsProse(string text)
    {
        if (text.Length == 0 || QuotedText.NeedsEscape(text)) return false;
        if (char.IsLetter(text[0]) && !char.IsWhiteSpace(text[^1]) && !text.Contains('\n')
            && !text.Contains("<!--", StringComparison.Ordinal) && !text.Contains("##", StringComparison.Ordinal)) return true;
        var findings = new FindingList();
        string? read = null;
        var file = InputFile.FromText("x", $"## A-1 T\n\n- status: x\n\n{text}\n");
        MarkdownItems.Read(file, schema, findings, raw => read = raw.Notes.Count > 0 ? null : Prose.Unwrap(raw.Source, raw.Text));
        return findings.Count == 0 && read == text;
    }

    private static bool IsSimpleName(string name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not (' ' or '-' or '_' or '.' or '/' or '(' or ')')) return false;
        }
        return name.Length > 0 && name[0] != ' ' && name[^1] != ' ';
    }

    private static string Name(VerificationMethod method) => method switch
    {
        VerificationMethod.Test => "test",
        VerificationMethod.Analysis => "analysis",
        _ => "review",
    };
}
