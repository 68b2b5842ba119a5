using Certify.Facts;
using Certify.Trace.Formats.Common;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Reqtraq;

/// <summary>Reads the lines of one document. A requirement ends at the next one and at a heading of its own level or a higher one.</summary>
// @llr CFY-LLR-374
internal sealed class ReqtraqFile(string path, ReadOptions options, ItemSink sink, ReadLog log)
{
    private readonly FieldSetter _setter = new(options, log);
    private readonly List<string> _block = [];
    private ItemDraft? _item;
    private int _level, _prose;
    private char _fence;
    private string? _attribute;
    private bool _inAttributes, _saysDerived;
    private string[]? _columns;

    /// <summary>True when a line is the heading of a requirement.</summary>
    public static bool IsHeading(string line) =>
        MarkdownLine.Heading(line) is > 0 and var level && ReqtraqId.Length(MarkdownLine.Title(line, level).TrimStart()) > 0;

    /// <summary>True when a line was probably meant as the heading of a requirement: an id stands behind a '#'.</summary>
    public static bool LooksLikeHeading(string line)
    {
        var text = line.AsSpan();
        for (var at = text.IndexOf('#'); at >= 0 && text.Length > at; at = text.IndexOf('#'))
        {
            text = text[at..].TrimStart('#');
            var id = text.IndexOf("REQ-");
            if (id < 0) id = text.IndexOf("ASM-");
            if (id >= 0 && ReqtraqId.Length(text[id..]) > 0) return true;
        }
        return false;
    }

    /// <summary>True when a line is the header of a table of requirements.</summary>
    public static bool IsTable(string line) => line.Contains('|', StringComparison.Ordinal) && Cells(line) is ["ID", _, ..];

    /// <summary>Reads all lines.</summary>
    public void Read(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (_fence != '\0' || MarkdownLine.Fence(line) != '\0') TakeFence(line);
            else if (_columns is not null && line.TrimStart('>', ' ').StartsWith('|')) TakeRow(line, i + 1);
            else TakeLine(line, i + 1);
        }
        Close();
        if (_prose > 0) log.Lose("prose outside of requirements", new SourcePlace(path, _prose));
    }

    private void TakeLine(string line, int number)
    {
        _columns = null;
        if (line.Contains('#', StringComparison.Ordinal) && !line.StartsWith('\\') && !IsHeading(line) && LooksLikeHeading(line))
            log.Add("TRC-016", new SourcePlace(path, number), $"{SourceText.Quote(line)} looks like the heading of a requirement and is none; hint: write '## REQ-TEST-SWH-1 Title'");
        var level = MarkdownLine.Heading(line);
        if (level > 0 && (IsHeading(line) || _item is null || level <= _level)) Heading(line, level, number);
        else if (IsTable(line)) Table(line);
        else if (_item is null) Prose(line, number);
        else if (level > _level && MarkdownLine.Title(line, level).Trim() is "Attributes:" or "Attributes") EndBlock(inAttributes: true);
        else if (_inAttributes && line.StartsWith("- ", StringComparison.Ordinal) && line.IndexOf(':', StringComparison.Ordinal) is > 2 and var colon) Attribute(line, colon);
        else if (_inAttributes && _attribute is null && !string.IsNullOrWhiteSpace(line))
            log.Lose(_item.Id, "line between the attributes that is none", new SourcePlace(path, number));
        else _block.Add(ReqtraqLine.Unescape(line));
    }

    private void Heading(string line, int level, int number)
    {
        Close();
        var title = MarkdownLine.Title(line, level).TrimStart();
        var length = ReqtraqId.Length(title);
        if (length > 0)
        {
            _level = level;
            Open(title[..length].ToString(), title[length..].StartsWith(" ") ? title[(length + 1)..].ToString() : title[length..].ToString(), number);
        }
        else if (title.StartsWith("REQ-") || title.StartsWith("ASM-"))
        {
            log.Add("TRC-016", new SourcePlace(path, number), $"{SourceText.Quote(title)} begins like a requirement, but its id is not of the form 'REQ-TEST-SWH-1'");
        }
    }

    private void Open(string id, string title, int number)
    {
        _item = new ItemDraft(new SourcePlace(path, number)) { Id = id, Tier = ReqtraqId.TierOf(id, options) };
        _saysDerived = false;
        if (title.Length > 0) _item[ItemField.Title] = title;
        if (title.StartsWith("DELETED", StringComparison.Ordinal)) _item[ItemField.Status] = "deleted";
    }

    private void TakeFence(string line)
    {
        var mark = MarkdownLine.Fence(line);
        _fence = _fence == '\0' ? mark : mark == _fence ? '\0' : _fence;
        if (_item is not null) _block.Add(line);
    }

    private void Attribute(string line, int colon)
    {
        EndBlock(inAttributes: true);
        _attribute = line[2..colon];
        var value = line[(colon + 1)..];
        _block.Add(value.StartsWith(' ') ? value[1..] : value);
    }

    private void EndBlock(bool inAttributes)
    {
        var text = MarkdownLine.Block(_block);
        _block.Clear();
        if (!_inAttributes && text.Length > 0) _item![ItemField.Text] = text;
        else if (_attribute is not null && text.Length > 0) Set(_attribute, text);
        (_inAttributes, _attribute) = (inAttributes, null);
    }

    private void Set(string name, string value)
    {
        var target = _setter.Mapped(name) ?? ReqtraqFields.Of(name);
        _saysDerived |= target is { Field: ItemField.Derived };
        switch (target)
        {
            case null: _item!.Attribute(name, value); break;
            case { Field: ItemField.Tier }: FieldValues.SetTier(_item!, value, options, log); break;
            case { Field: ItemField.Links, Name: var role }: Links(name, role, value); break;
            case { Field: ItemField.Status } when _item![ItemField.Status] == "deleted": _item[ItemField.Status] = value; break;
            case { } field: _setter.Set(_item!, field, name, value); break;
        }
    }

    // Among the parents, assumptions are what the requirement rests on.
    private void Links(string name, string role, string value)
    {
        foreach (var part in value.Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var isAssumption = name == "Parents" && part.StartsWith("ASM-", StringComparison.Ordinal);
            _item!.Link(new TraceLink(isAssumption ? LinkRole.Assumes : role, part));
        }
    }

    private void Close()
    {
        if (_item is null) return;
        EndBlock(inAttributes: false);
        Add(_item);
    }

    private void Add(ItemDraft item)
    {
        if (!_saysDerived) item.Derived = ReqtraqLine.IsDerived(item.Tier, item[ItemField.Rationale], item.Links);
        sink.Add(item);
        _item = null;
    }

    private void Prose(string line, int number)
    {
        if (_prose == 0 && !string.IsNullOrWhiteSpace(line)) _prose = number;
    }

    private void Table(string line)
    {
        Close();
        _columns = Cells(line);
    }

    private void TakeRow(string line, int number)
    {
        var cells = Cells(line);
        if (Array.TrueForAll(cells, c => c.AsSpan().Trim(":-").IsEmpty)) return;
        if (!ReqtraqId.IsId(cells[0]))
        {
            log.Add("TRC-018", new SourcePlace(path, number), $"{SourceText.Quote(cells[0])} in a table of requirements is no id such as 'REQ-TEST-SWH-1'");
            return;
        }

        Open(cells[0], "", number);
        for (var i = 1; i < cells.Length; i++)
        {
            if (i >= _columns!.Length) log.Lose(cells[0], "cell beyond the header of its table", new SourcePlace(path, number));
            else if (cells[i].Length > 0) Set(_columns[i], cells[i]);
        }
        if (_item![ItemField.Title]?.StartsWith("DELETED", StringComparison.Ordinal) == true) _item[ItemField.Status] ??= "deleted";
        Add(_item);
    }

    private static string[] Cells(string line)
    {
        var row = line.Trim().TrimStart('>').Trim();
        if (row.StartsWith('|')) row = row[1..];
        if (row.EndsWith('|') && !row.EndsWith("\\|", StringComparison.Ordinal)) row = row[..^1];
        var cells = row.Replace("\\|", "\u0000", StringComparison.Ordinal).Split('|', StringSplitOptions.TrimEntries);
        for (var i = 0; i < cells.Length; i++) cells[i] = cells[i].Replace('\u0000', '|');
        return cells;
    }
}
