using Certify.Facts;
using Certify.Trace.Audit;
using Certify.Trace.Model;
using static Certify.Trace.Reading.ItemId;

namespace Certify.Trace.Reading;

/// <summary>
/// Reads one Markdown file of items line by line. Strict on purpose: whatever could be an item or a field that is
/// slightly off is a finding, and reading goes on, so that one run finds everything. Lines stay ranges of the text.
/// </summary>
// @llr CFY-LLR-001
internal sealed class MarkdownItems
{
    private readonly InputFile _file;
    private readonly ItemSchema _schema;
    private readonly FindingList _findings;
    private readonly Action<RawItem> _take;
    private readonly string _text;
    private readonly bool _hasComments;
    private readonly RawItem _item;
    private readonly FieldLines _fields;
    private int _items;
    private LineRanges? _sink;
    private bool _inFields;
    private bool _seenTitle;
    private Fence _fence;
    private readonly FenceLines _fenceLines;
    private (int Start, int End) _previous;
    private int _start;
    private int _end;
    private int _line;

    private MarkdownItems(InputFile file, string text, ItemSchema schema, FindingList findings, Action<RawItem> take)
    {
        (_file, _text, _schema, _findings, _take) = (file, text, schema, findings, take);
        _hasComments = text.Contains("<!--", StringComparison.Ordinal);
        _item = new RawItem(text);
        _fields = new FieldLines(schema, _item, Report);
        _fenceLines = new FenceLines(schema, Report);
    }

    /// <summary>
    /// Hands each item of a file on, in order; what is wrong goes to the findings. The item is used again for the next one, so nothing of it
    /// may be kept.
    /// </summary>
    public static void Read(InputFile file, ItemSchema schema, FindingList findings, Action<RawItem> take)
    {
        if (PlainText.DecodeItems(file, findings) is { } text) new MarkdownItems(file, text, schema, findings, take).Read();
    }

    private void Read()
    {
        for (var at = 0; at <= _text.Length; at = _end + 1)
        {
            var end = _text.AsSpan(at).IndexOf('\n');
            (_start, _end) = (at, end < 0 ? _text.Length : at + end);
            _line++;
            Take(_text.AsSpan(_start, _end - _start));
            _previous = (_start, _end);
        }
        Finish();
    }

    private bool HasItem => _items > 0;

    private void Take(ReadOnlySpan<char> line)
    {
        if (_fence.IsOpen)
        {
            _sink?.Add(_start, _end);
            if (_fence.IsClosedBy(line)) _fence = default;
            else _fenceLines.Check(line, _line);
            return;
        }

        if (_hasComments && line.IndexOf("<!--", StringComparison.Ordinal) >= 0)
            Report("TRC-011", _line, "HTML comment hides text from readers; hint: remove it");
        if (TakeHeading(line)) return;
        if (_inFields)
        {
            if (_fields.Take(line, _line, _start, ref _inFields)) return;
        }
        _fence = Fence.Opens(line, _line);
        if (!_fence.IsOpen && TakeNote(line)) return;
        if (_fence.IsOpen) _fenceLines.Begin(_fence, line, HasItem);
        else CheckMisplaced(line);
        _sink?.Add(_start, _end);
    }

    private bool TakeHeading(ReadOnlySpan<char> line)
    {
        var text = line.TrimStart(' ');
        if (text.Length == 0 || text[0] is not ('#' or '=' or '-') || line.Length - text.Length > 3) return false;
        if (text[0] != '#') return TakeUnderline(text);
        var depth = text.Length - text.TrimStart('#').Length;
        var words = text[depth..].Trim();
        var space = words.IndexOfAny(' ', '\t');
        var first = space < 0 ? words : words[..space];
        if (depth <= 6 && (text.Length == depth || text[depth] is ' ' or '\t')) return TakeHeading(depth, words, first);
        if (!LooksLikeId(first)) return false;
        Report("TRC-003", _line, $"{Quote(text)} is no heading without a blank after '#'; hint: write '## {first} Title'");
        return true;
    }

    private bool TakeUnderline(ReadOnlySpan<char> text)
    {
        if (text.ContainsAnyExcept('=', '-')) return false;
        var above = _text.AsSpan(_previous.Start, _previous.End - _previous.Start);
        if (_line == 1 || above.Trim().Length == 0 || above[0] == '|') return false;
        Report("TRC-003", _line, $"line {Quote(text)} makes a heading of the line above; hint: put an empty line before it, or use '## '");
        return true;
    }

    private bool TakeHeading(int depth, ReadOnlySpan<char> words, ReadOnlySpan<char> first)
    {
        if (depth == 2)
        {
            StartItem(words, first);
        }
        else if (LooksLikeId(first))
        {
            Report("TRC-003", _line, $"item {Quote(first)} has a heading of level {depth}; hint: write '## {first} Title'");
        }
        else if (depth == 1 && (_seenTitle || HasItem))
        {
            Report("TRC-003", _line, $"second title {Quote(words)}; hint: a file has one '# ' title, at its start");
        }
        else if (depth == 1)
        {
            _seenTitle = true;
        }
        else if (HasItem)
        {
            Report("TRC-003", _line, $"heading {Quote(words)} inside an item; hint: items have no headings of their own");
        }
        return true;
    }

    private void StartItem(ReadOnlySpan<char> words, ReadOnlySpan<char> first)
    {
        CloseItem();
        if (_items == 0) _fenceLines.ItemFound();
        _items++;
        _sink = _item.Text;
        _inFields = true;
        if (_schema.IsOpen && words.Length > 0 && words[0] is '`' or '"' && IdToken.TryReadMarked(words, out var marked, out var length))
        {
            _item.Start(marked, words[length..].Trim().ToString(), _line);
            return;
        }

        _item.Start(first.ToString(), words[first.Length..].Trim().ToString(), _line);
        if (IsWellFormed(first)) return;
        var what = first.Length == 0 ? "heading has no id" : $"{Quote(first)} is no id";
        _item.Break("id");
        Report("TRC-015", _line, $"{what}; hint: an id is {Form}{(_schema.IsOpen ? "; another one stands between backticks" : "")}");
    }

    private bool TakeNote(ReadOnlySpan<char> line)
    {
        if (!HasItem || !line.StartsWith("**", StringComparison.Ordinal)) return false;
        var end = line[2..].IndexOf("**", StringComparison.Ordinal);
        if (end < 0) return false;
        var inside = line[2..(end + 2)];
        var after = line[(end + 4)..];
        if (!inside.EndsWith(':') && !after.StartsWith(':')) return false;
        var name = inside.TrimEnd(':').Trim().ToString();
        _inFields = false;
        var attribute = _schema.IsOpen && name.StartsWith(ItemFields.AttributePrefix, StringComparison.Ordinal);
        if (attribute) name = name[ItemFields.AttributePrefix.Length..].Trim();
        var known = attribute ? name.Length > 0 : Array.IndexOf(_schema.Notes, name) >= 0 || _schema.IsAttribute(name);
        if (!inside.EndsWith(':') || !known)
        {
            Report("TRC-005", _line, $"unknown field {Quote(line[..(end + 4)])}; hint: a {_schema.Noun} has {FieldLines.List(_schema.Notes.Select(n => $"**{n}:**"))}");
            _item.Break(name);
            _sink = null;
        }
        else
        {
            var isAttribute = attribute || Array.IndexOf(_schema.Notes, name) < 0;
            _sink = _fields.AddNote(name, isAttribute, _line);
            _sink?.Add(_start + end + 4, _end);
        }
        return true;
    }

    private void CheckMisplaced(ReadOnlySpan<char> line)
    {
        if (LostHeading.IdBehindMarks(line) is { Length: > 0 } id)
            Report("TRC-003", _line, $"{Quote(line.Trim())} is no heading of an item; hint: write '## {id} Title', or put it between backticks");
        if (_inFields || !line.StartsWith("- ", StringComparison.Ordinal)) return;
        var colon = line.IndexOf(':');
        if (colon < 0) return;
        var name = line[2..colon].Trim();
        if (HasItem && _schema.IndexOf(name) >= 0)
            Report("TRC-009", _line, $"field {Quote(line)} stands outside the list under the heading; hint: move it up");
        else if (!HasItem && _schema.IsOpen && name is ItemFields.Tier && TierName.TryParse(line[(colon + 1)..].Trim(), out _))
            Report("TRC-009", _line, $"field {Quote(line)} stands under no heading; hint: write '## ID Title' above it");
    }

    private void CloseItem()
    {
        if (!HasItem) return;
        if (_item.Fields.Count == 0 && !_item.IsBroken("id"))
        {
            _findings.Add("TRC-004", _item.Id, Place(_item.Line),
                $"{_item.Id} has no fields; hint: put {FieldLines.List(_schema.Fields.Take(5).Select(n => $"'{n}'"))} as '- name: value' under its heading");
            _item.Break("fields");
        }
        if (!_item.IsBroken("id")) _take(_item);
        _fields.Clear();
    }

    private void Finish()
    {
        if (_fence.IsOpen)
            _findings.Add("TRC-011", Subject, Place(_fence.Line), "code fence is not closed; hint: close it before the next item");
        CloseItem();
        if (_items == 0)
            _findings.Add("TRC-012", _file.Path, Place(0), $"the file holds no {_schema.Noun}; hint: write items as '## ID Title', or move the prose elsewhere");
    }

    private string Subject => !HasItem || _item.IsBroken("id") ? _file.Path : _item.Id;

    private SourcePlace Place(int line) => new(_file.Path, line);

    private void Report(string code, int line, string message) => _findings.Add(code, Subject, Place(line), message);
}
