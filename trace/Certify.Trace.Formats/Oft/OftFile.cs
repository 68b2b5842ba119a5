using Certify.Facts;
using Certify.Trace.Formats.Common;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Oft;

/// <summary>Reads the lines of one OpenFastTrace file.</summary>
// @llr CFY-LLR-372
internal sealed class OftFile(string path, ReadOptions options, ItemSink sink, ReadLog log)
{
    private readonly List<string> _block = [];
    private ItemDraft? _item;
    private string _keyword = "";
    private string? _title;
    private char _fence;
    private int _prose;

    /// <summary>Reads all lines.</summary>
    public void Read(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (_fence != '\0' || MarkdownLine.Fence(line) != '\0') TakeFence(line);
            else if (MarkdownLine.Heading(line) is > 0 and var level)
            {
                Close();
                _title = MarkdownLine.Title(line, level).ToString();
                continue;
            }
            else if (OftLine.Item(line) is { } id) Open(id, i + 1);
            else if (OftLine.Forward(line) is { } forward) Forward(forward, i + 1);
            else if (_item is not null && OftLine.Keyword(line) is var (keyword, rest)) Begin(keyword, rest, i + 1);
            else if (_item is not null) TakeLine(line, i + 1);
            else if (!string.IsNullOrWhiteSpace(line) && _prose == 0) _prose = i + 1;
            _title = null;
        }
        Close();
        if (_prose > 0) log.Lose("prose outside of items", new SourcePlace(path, _prose));
    }

    // Nothing inside of a code fence is syntax.
    private void TakeFence(string line)
    {
        var mark = MarkdownLine.Fence(line);
        _fence = _fence == '\0' ? mark : mark == _fence ? '\0' : _fence;
        if (_item is not null) _block.Add(line);
    }

    private void Open(OftId id, int line)
    {
        Close();
        _item = Draft(id, line);
        if (!string.IsNullOrEmpty(_title)) _item[ItemField.Title] = _title;
        _keyword = "Description";
    }

    private ItemDraft Draft(OftId id, int line)
    {
        var draft = new ItemDraft(new SourcePlace(path, line)) { Id = id.ItemId, Tier = OftTypes.TierOf(id.Type, options) };
        draft[ItemField.Revision] = id.Revision;
        return draft;
    }

    private void Forward((string Type, string Needs, OftId Target) forward, int line)
    {
        Close();
        var (type, needs, target) = forward;
        var draft = Draft(target with { Type = type }, line);
        draft.Link(new TraceLink(OftTypes.RoleOf(draft.Tier), target.ItemId, target.Revision, Place: draft.Place));
        draft.Attribute("Needs", needs);
        sink.Add(draft);
    }

    private void Begin(string keyword, string rest, int line)
    {
        EndBlock();
        _keyword = keyword;
        if (rest.Length > 0) TakeLine(rest, line);
    }

    private void TakeLine(string line, int number)
    {
        if (_keyword is not ("Covers" or "Depends"))
        {
            _block.Add(OftLine.Unescape(line));
            return;
        }

        foreach (var entry in (MarkdownLine.ListItem(line) ?? line).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var place = new SourcePlace(path, number);
            if (OftLine.Reference(entry) is { } id)
                _item!.Link(new TraceLink(_keyword == "Covers" ? OftTypes.RoleOf(_item.Tier) : LinkRole.DependsOn, id.ItemId, id.Revision, Place: place));
            else log.Add("TRC-016", place, $"{SourceText.Quote(entry)} under '{_keyword}:' is no id such as 'req~name~1': the link it means is not made");
        }
    }

    private void EndBlock()
    {
        var text = _keyword is "Needs" or "Tags" or "Status"
            ? OftLine.List(string.Join(',', _block.Select(l => MarkdownLine.ListItem(l) ?? l)))
            : MarkdownLine.Block(_block);
        _block.Clear();
        if (text.Length == 0) return;
        switch (_keyword)
        {
            case "Description" when _item![ItemField.Text] is { } before: _item[ItemField.Text] = before + "\n\n" + text; break;
            case "Description": _item![ItemField.Text] = text; break;
            case "Rationale" when _item![ItemField.Rationale] is { } before: _item[ItemField.Rationale] = before + "\n\n" + text; break;
            case "Rationale": _item![ItemField.Rationale] = text; break;
            case "Status" when _item![ItemField.Status] is null: _item[ItemField.Status] = text; break;
            case "Covers" or "Depends": break;
            default: _item!.Attribute(_keyword, text); break;
        }
    }

    private void Close()
    {
        if (_item is null) return;
        EndBlock();
        sink.Add(_item);
        _item = null;
    }
}
