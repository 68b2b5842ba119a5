using Certify.Facts;
using Certify.Trace.Formats.Common;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.StrictDoc;

/// <summary>Reads the lines of one document.</summary>
// @llr CFY-LLR-378
internal sealed class SdocFile(
    string path, ReadOptions options, List<ItemDraft> drafts, List<(string Child, TraceLink Link)> children, ReadLog log)
{
    private const int DepthMax = 1000;
    private const int ChapterMax = 1000;
    private readonly List<(string Tag, string Chapter)> _open = [];
    private readonly List<(string Name, string Value, int Line)> _fields = [];
    private readonly List<SdocRelation> _relations = [];
    private string[] _lines = [];
    private string? _tag;
    private int _start, _at;
    private bool _inRelations, _isContainer;

    /// <summary>Reads all lines.</summary>
    public void Read(string[] lines)
    {
        _lines = lines;
        if (!Array.Exists(lines, l => l.TrimEnd() == "[DOCUMENT]")) log.Add("TRC-016", Place(0), "the file has no [DOCUMENT]");
        for (_at = 0; _at < lines.Length; _at++)
        {
            var line = lines[_at];
            if (Node(line) is var (tag, isEnd, isContainer)) TakeNode(tag, isEnd, isContainer);
            else if (!string.IsNullOrWhiteSpace(line)) TakeLine(line);
        }
        Close();
        if (_open.Count > 0) log.Add("TRC-016", Place(lines.Length - 1), $"'[{_open[^1].Tag}]' is not closed");
    }

    // "[TAG]", "[/TAG]", "[[TAG]]", "[[/TAG]]"
    private static (string Tag, bool IsEnd, bool IsContainer)? Node(string line)
    {
        var text = line.AsSpan().TrimEnd();
        if (text.Length < 3 || text[0] != '[' || text[^1] != ']') return null;
        var isDouble = text.StartsWith("[[") && text.EndsWith("]]");
        text = isDouble ? text[2..^2] : text[1..^1];
        var isEnd = text.StartsWith("/");
        if (isEnd) text = text[1..];
        return SdocFields.IsName(text) ? (text.ToString(), isEnd, isDouble || text is "SECTION" or "COMPOSITE_REQUIREMENT") : null;
    }

    private void TakeNode(string tag, bool isEnd, bool isContainer)
    {
        Close();
        if (isEnd)
        {
            if (_open.Count > 0 && _open[^1].Tag == tag) _open.RemoveAt(_open.Count - 1);
            else if (tag != "FREETEXT") log.Add("TRC-016", Place(_at), $"'[/{tag}]' closes nothing");
            return;
        }

        (_tag, _start, _isContainer) = (tag, _at, isContainer);
        if (tag == "FREETEXT") SkipFreeText();
        else if (tag is "GRAMMAR" or "VIEWS") SkipBlock();
    }

    private void SkipFreeText()
    {
        log.Lose("prose ([FREETEXT], [TEXT])", Place(_at));
        while (_at + 1 < _lines.Length && _lines[_at + 1].TrimEnd() != "[/FREETEXT]") _at++;
        _tag = null;
    }

    // What a grammar declares shows in the nodes themselves.
    private void SkipBlock()
    {
        log.Lose($"declarations of [{_tag}]", Place(_at));
        while (_at + 1 < _lines.Length && Node(_lines[_at + 1]) is null) _at++;
        _tag = null;
    }

    private void TakeLine(string line)
    {
        if (_tag is null)
        {
            log.Add("TRC-016", Place(_at), $"{SourceText.Quote(line)} stands outside of all nodes and was not read");
            return;
        }

        if (_inRelations && line[0] is ' ' or '-' && Relation(line)) return;
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && SdocFields.IsName(line.AsSpan(0, colon))) Field(line[..colon], line[(colon + 1)..].Trim());
        else if (_tag is "DOCUMENT" && line[0] == ' ') log.Lose("options of the document", Place(_at));
        else log.Add("TRC-016", Place(_at), $"{SourceText.Quote(line)} is no field 'NAME: value' of [{_tag}]");
    }

    private void Field(string name, string value)
    {
        var line = _at;
        _inRelations = name is "RELATIONS" or "REFS" && value.Length == 0;
        if (_inRelations || (name == "OPTIONS" && value.Length == 0)) return;
        if (value == ">>>") value = Multiline();
        _fields.Add((name, value, line));
    }

    private string Multiline()
    {
        var from = _at + 1;
        var to = from;
        while (to < _lines.Length && _lines[to].TrimEnd() != "<<<") to++;
        if (to == _lines.Length) log.Add("TRC-016", Place(_at), "'>>>' is not closed by '<<<'");
        _at = to;
        return string.Join('\n', _lines[from..to].Select(SdocText.Unescape));
    }

    private bool Relation(string line)
    {
        var text = line.AsSpan().TrimStart(" -");
        var colon = text.IndexOf(':');
        if (colon <= 0) return false;
        var value = text[(colon + 1)..].Trim().ToString();
        if (line.AsSpan().TrimStart().StartsWith("-")) _relations.Add(new SdocRelation(_at));
        if (_relations.Count == 0) return false;
        _relations[^1].Set(text[..colon].ToString(), value);
        return true;
    }

    private void Close()
    {
        if (_tag is { } tag)
        {
            if (tag is "DOCUMENT" or "DOCUMENT_FROM_FILE" or "TEXT" or "SECTION") LoseFields(tag);
            else Item(tag);
            if (_isContainer) OpenContainer(tag);
        }
        _fields.Clear();
        _relations.Clear();
        (_tag, _inRelations, _isContainer) = (null, false, false);
    }

    private void OpenContainer(string tag)
    {
        var title = _fields.Find(f => f.Name == "TITLE").Value ?? _fields.Find(f => f.Name == "UID").Value ?? tag;
        var around = _open.Count == 0 ? "" : _open[^1].Chapter;
        var chapter = around.Length == 0 ? title : $"{around} / {title}";
        if (_open.Count == DepthMax) log.Add("TRC-019", Place(_start), $"sections nest deeper than {DepthMax}; deeper ones do not show in '{SdocFields.Chapter}'");
        _open.Add((tag, chapter.Length > ChapterMax || _open.Count >= DepthMax ? around : chapter));
    }

    private void LoseFields(string tag)
    {
        if (tag == "TEXT") log.Lose("prose ([FREETEXT], [TEXT])", Place(_start));
        foreach (var (name, value, line) in _fields)
        {
            if (tag == "DOCUMENT_FROM_FILE") log.Lose($"inclusion of '{value}': give that file, too", Place(line));
            else if (tag != "TEXT" && name != "TITLE") log.Lose($"field '{name}' of [{tag}]", Place(line));
        }
    }

    private void Item(string tag)
    {
        var draft = new ItemDraft(Place(_start)) { Id = _fields.Find(f => f.Name == "UID").Value ?? _fields.Find(f => f.Name == "MID").Value ?? "" };
        if (!FieldValues.IsId(draft.Id))
        {
            log.Add("TRC-018", draft.Place, $"[{tag}] has no usable UID; hint: 'strictdoc manage auto-uid' gives one to each");
            return;
        }

        var tier = "";
        var setter = new FieldSetter(options, log);
        foreach (var (name, value, _) in _fields)
        {
            var target = setter.Mapped(name) ?? (SdocFields.Of(name) is { } field ? new FieldTarget(field) : null);
            if (target is { Field: ItemField.Id } || (name == "MID" && value == draft.Id)) continue;
            if (target is { Field: ItemField.Tier }) tier = value;
            else if (target is { } known) setter.Set(draft, known, name, value);
            else draft.Attribute(name == "CHAPTER" ? SdocFields.Chapter : name, value);
        }
        if (_open.Count > 0 && _open[^1].Chapter.Length > 0) draft.Attribute(SdocFields.Chapter, _open[^1].Chapter);
        SetTier(draft, tag, tier);
        foreach (var relation in _relations) Link(draft, relation);
        drafts.Add(draft);
    }

    private void SetTier(ItemDraft draft, string tag, string tier)
    {
        var isMapped = options.Mapping?.Tiers.ContainsKey(tag) == true;
        if (tier.Length == 0 && !isMapped && ReqIf.ReqIfPresets.IsTier(tag.Replace('_', ' '), out var known)) draft.Tier = known;
        else FieldValues.SetTier(draft, tier.Length == 0 && isMapped ? tag : tier, options, log);
    }

    private void Link(ItemDraft draft, SdocRelation relation)
    {
        var place = Place(relation.Line);
        var role = relation.Role.Length == 0 ? Oft.OftTypes.RoleOf(draft.Tier) : RoleWord.Of(relation.Role)?.Role ?? relation.Role;
        if (relation.Type is "Parent" or "" && relation.Value.Length > 0) draft.Link(new TraceLink(role, relation.Value, Place: place));
        else if (relation.Type == "Child" && relation.Value.Length > 0) children.Add((relation.Value, new TraceLink(role, draft.Id, Place: place)));
        else if (relation.Value.Length > 0) draft.Attribute(relation.Type, relation.Value);
        else log.Add("TRC-016", place, "the relation has no VALUE: the link it means is not made");
        foreach (var other in relation.Others) log.Lose($"'{other}' of relations", place);
    }

    private SourcePlace Place(int index) => new(path, index + 1);
}
