using Certify.Facts;
using Certify.Trace.Formats.Common;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Doorstop;

/// <summary>Reads one item. Its id is the name of its file.</summary>
// @llr CFY-LLR-379
internal sealed class DoorstopItem(string path, ReadOptions options, ReadLog log)
{
    private readonly FieldSetter _setter = new(options, log);

    /// <summary>Reads the file.</summary>
    public void Read(string text, string prefix, ItemSink sink)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var draft = new ItemDraft(new SourcePlace(path, 1)) { Id = DoorstopName.Decode(name[..Math.Max(0, name.LastIndexOf('.'))]) };
        var isMarkdown = name.EndsWith(".md", StringComparison.OrdinalIgnoreCase);
        var (yaml, body) = isMarkdown ? Parts(text) : (text, null);
        (int Line, string Message) fault = (1, "no YAML between two lines '---' stands at the begin");
        if (yaml is null || DoorstopYaml.Read(yaml, out fault) is not { } root)
        {
            log.Add("TRC-016", new SourcePlace(path, fault.Line), fault.Message);
            return;
        }
        if (!FieldValues.IsId(draft.Id))
        {
            log.Add("TRC-018", draft.Place, "the file's name gives no id");
            return;
        }
        if (root["normative"]?.Text is "false" or "False")
        {
            log.Lose(draft.Id, "item that is not normative (a heading or a note)", draft.Place);
            return;
        }

        SetTier(draft, root["tier"]?.ToString() ?? "", prefix);
        if (body is not null) Body(draft, body);
        foreach (var (key, value) in root.Map!) Take(draft, key, value);
        sink.Add(draft);
    }

    private static (string? Yaml, string Body) Parts(string text)
    {
        if (!text.StartsWith("---\n", StringComparison.Ordinal)) return (null, "");
        var end = text.IndexOf("\n---\n", 3, StringComparison.Ordinal);
        if (end >= 0) return (text[4..(end + 1)], text[(end + 5)..]);
        return text.EndsWith("\n---", StringComparison.Ordinal) ? (text[4..^3], "") : (null, "");
    }

    // The first heading of level 1 is the header.
    private static void Body(ItemDraft draft, string body)
    {
        var lines = body.Trim('\n').Split('\n').ToList();
        if (MarkdownLine.Heading(lines[0]) == 1)
        {
            draft[ItemField.Title] = MarkdownLine.Title(lines[0], 1).Trim().ToString();
            lines.RemoveAt(0);
        }
        if (MarkdownLine.Block(lines) is { Length: > 0 } text) draft[ItemField.Text] = text;
    }

    private void SetTier(ItemDraft draft, string word, string prefix)
    {
        if (word.Length > 0) FieldValues.SetTier(draft, word, options, log);
        else if (options.Mapping?.Tiers.ContainsKey(prefix) == true) FieldValues.SetTier(draft, prefix, options, log);
        else
        {
            FieldValues.SetTier(draft, "", options, log);
            var letters = prefix.AsSpan().TrimEnd("-_.");
            if (options.Mapping is not null) return;
            if (TierNames.TryParse(letters, out var tier)) draft.Tier = tier;
            else if (letters is "TST" or "TEST" or "TC") draft.Tier = ItemTier.TestCase;
            else if (letters is "SYS") draft.Tier = ItemTier.System;
        }
    }

    private void Take(ItemDraft draft, string key, YamlValue value)
    {
        var text = value.ToString().TrimEnd('\n');
        switch (key)
        {
            case "active" when text is "false" or "False": draft[ItemField.Status] = "inactive"; break;
            case "active" or "normative" or "tier": break;
            case "derived": FieldValues.SetDerived(draft, text, log); break;
            case "header": Once(draft, ItemField.Title, text); break;
            case "text": Once(draft, ItemField.Text, text); break;
            case "reviewed": Once(draft, ItemField.Revision, text); break;
            case "level" or "ref": Attribute(draft, key, text); break;
            case "links": Links(draft, value); break;
            case "references": References(draft, value); break;
            default:
                var target = _setter.Mapped(key) ?? (DoorstopFields.Of(key) is { } field ? new FieldTarget(field) : null);
                if (value.Map is not null) log.Lose(draft.Id, $"structure of attribute '{key}'", new SourcePlace(path, value.Line));
                if (target is { Field: ItemField.Status } && draft[ItemField.Status] is not null) draft.Attribute(key, text);
                else if (target is { } known) _setter.Set(draft, known, key, text);
                else draft.Attribute(key, text);
                break;
        }
    }

    private static void Once(ItemDraft draft, ItemField field, string text)
    {
        if (text.Length > 0 && draft[field] is null) draft[field] = text;
        else if (text.Length > 0) draft.Attribute(field == ItemField.Title ? "header" : "text", text);
    }

    private static void Attribute(ItemDraft draft, string key, string text)
    {
        if (text.Length > 0) draft.Attribute(key, text);
    }

    // "- UID", "- UID: stamp" or "- UID: {role: .., revision: .., fingerprint: ..}"; the last one is what this tool writes.
    private void Links(ItemDraft draft, YamlValue links)
    {
        var own = Oft.OftTypes.RoleOf(draft.Tier);
        foreach (var link in links.Items ?? [])
        {
            var place = new SourcePlace(path, link.Line);
            if (link.Text is { Length: > 0 } id) draft.Link(new TraceLink(own, id, Place: place));
            else if (link.Map is not [var (target, stamp)] || target.Length == 0) log.Add("TRC-016", place, "an entry of 'links' is neither a UID nor a UID with a stamp");
            else if (stamp.Map is null) draft.Link(new TraceLink(own, target, stamp.Text, Place: place));
            else draft.Link(new TraceLink(stamp["role"]?.Text ?? own, target, stamp["revision"]?.Text, stamp["fingerprint"]?.Text, place));
        }
        if (links.Items is null && links.ToString().Length > 0) log.Add("TRC-016", new SourcePlace(path, links.Line), "'links' is no list");
    }

    private void References(ItemDraft draft, YamlValue references)
    {
        var lines = new List<string>();
        foreach (var reference in references.Items ?? [])
        {
            lines.Add(reference["keyword"]?.Text is { } keyword ? $"{reference["path"]} (keyword {keyword})" : reference["path"]?.ToString() ?? reference.ToString());
            foreach (var (key, _) in reference.Map ?? [])
            {
                if (key is not ("path" or "type" or "keyword")) log.Lose(draft.Id, $"'{key}' of a reference", new SourcePlace(path, reference.Line));
            }
        }
        Attribute(draft, "references", string.Join('\n', lines));
    }
}
