using Certify.Facts;
using Certify.Trace.Audit;
using Certify.Trace.Model;
using static Certify.Trace.Reading.ItemId;

namespace Certify.Trace.Reading;

/// <summary>
/// Reads one Markdown file of items line by line. Strict on purpose: whatever could be an item or a field that is
/// slightly off is a finding, and reading goes on, so that one run finds everything.
/// </summary>
// @llr CFY-LLR-001
internal sealed class MarkdownItems
{
    private readonly InputFile _file;
    private readonly ItemSchema _schema;
    private readonly FindingList _findings;
    private readonly List<RawItem> _items = [];
    private RawItem? _item;
    private List<string>? _sink;
    private bool _inFields;
    private bool _seenTitle;
    private Fence? _fence;
    private string _previous = "";
    private int _line;

    private MarkdownItems(InputFile file, ItemSchema schema, FindingList findings) =>
        (_file, _schema, _findings) = (file, schema, findings);

    /// <summary>Reads the items of a file in order; what is wrong goes to the findings.</summary>
    public static List<RawItem> Read(InputFile file, ItemSchema schema, FindingList findings)
    {
        var lines = PlainText.Lines(file, findings);
        if (lines is null) return [];
        var reader = new MarkdownItems(file, schema, findings);
        foreach (var line in lines)
        {
            reader._line++;
            reader.Take(line);
            reader._previous = line;
        }
        reader.Finish();
        return reader._items;
    }

    private void Take(string line)
    {
        if (_fence is not null)
        {
            _sink?.Add(line);
            if (_fence.IsClosedBy(line)) _fence = null;
            return;
        }

        if (line.Contains("<!--", StringComparison.Ordinal))
            Report("TRC-011", "HTML comment hides text from readers; hint: remove it");
        if (TakeHeading(line) || (_inFields && TakeField(line))) return;
        _fence = Fence.Opens(line, _line);
        if (_fence is null && TakeNote(line)) return;
        if (_fence is null) CheckMisplaced(line);
        _sink?.Add(line);
    }

    private bool TakeHeading(string line)
    {
        var text = line.AsSpan().TrimStart(' ');
        var indented = line.Length - text.Length > 3;
        if (!indented && text.Length > 0 && !text.ContainsAnyExcept('=', '-') && _previous.AsSpan().Trim().Length > 0
            && !_previous.StartsWith('|'))
        {
            Report("TRC-003", $"line {Quote(text)} makes a heading of the line above; hint: put an empty line before it, or use '## '");
            return true;
        }

        var depth = text.Length - text.TrimStart('#').Length;
        if (indented || depth == 0) return false;
        var words = text[depth..].Trim();
        var space = words.IndexOfAny(' ', '\t');
        var first = space < 0 ? words : words[..space];
        if (depth <= 6 && (text.Length == depth || text[depth] is ' ' or '\t')) return TakeHeading(depth, words, first);
        if (!LooksLikeId(first)) return false;
        Report("TRC-003", $"{Quote(text)} is no heading without a blank after '#'; hint: write '## {first} Title'");
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
            Report("TRC-003", $"item {Quote(first)} has a heading of level {depth}; hint: write '## {first} Title'");
        }
        else if (depth == 1 && (_seenTitle || _items.Count > 0))
        {
            Report("TRC-003", $"second title {Quote(words)}; hint: a file has one '# ' title, at its start");
        }
        else if (depth == 1)
        {
            _seenTitle = true;
        }
        else if (_item is not null)
        {
            Report("TRC-003", $"heading {Quote(words)} inside an item; hint: items have no headings of their own");
        }
        return true;
    }

    private void StartItem(ReadOnlySpan<char> words, ReadOnlySpan<char> first)
    {
        CloseItem();
        var title = words[first.Length..].Trim().ToString();
        _item = new RawItem(first.ToString(), title, _line);
        _items.Add(_item);
        _sink = _item.Text;
        _inFields = true;
        if (!IsWellFormed(first))
        {
            var what = first.Length == 0 ? "heading has no id" : $"{Quote(first)} is no id";
            _item.Broken.Add("id");
            Report("TRC-015", $"{what}; hint: an id is {Form}");
        }
        else if (title.Length == 0)
        {
            Report("TRC-007", $"{_item.Id} has no title; hint: write '## {_item.Id} Title'");
        }
    }

    private bool TakeField(string line)
    {
        if (line.AsSpan().Trim().Length == 0)
        {
            _inFields = _item!.Fields.Count == 0;
            return true;
        }

        if (line.StartsWith("- ", StringComparison.Ordinal)) return TakeListField(line);
        if (_item!.Fields.Count > 0 && char.IsWhiteSpace(line[0]))
        {
            var last = _item.Fields[^1];
            _item.Fields[^1] = new RawField(last.Name, last.Line, $"{last.Value} {line.Trim()}");
            return true;
        }
        _inFields = false;
        return false;
    }

    private bool TakeListField(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            Report("TRC-008", $"{Quote(line)} is no field; hint: write '- name: value' with one of {Names(_schema.Fields)}");
            return true;
        }

        var name = line[2..colon].Trim();
        if (!_schema.Fields.Contains(name))
            Report("TRC-005", $"unknown field {Quote(name)}; hint: a {_schema.Noun} has {Names(_schema.Fields)}");
        else if (_item!.Field(name) is { } other && !_schema.Repeatable.Contains(name))
            Report("TRC-006", $"field '{name}' is given twice, first in line {other.Line}; hint: remove one");
        else
            _item.Fields.Add(new RawField(name, _line, line[(colon + 1)..].Trim()));
        return true;
    }

    private bool TakeNote(string line)
    {
        if (_item is null || !line.StartsWith("**", StringComparison.Ordinal)) return false;
        var end = line.IndexOf("**", 2, StringComparison.Ordinal);
        if (end < 0) return false;
        var inside = line[2..end];
        var after = line.AsSpan(end + 2);
        if (!inside.EndsWith(':') && !after.StartsWith(":")) return false;
        var name = inside.TrimEnd(':').Trim();
        _inFields = false;
        if (!inside.EndsWith(':') || !_schema.Notes.Contains(name))
        {
            Report("TRC-005", $"unknown field {Quote(line.AsSpan(0, end + 2))}; hint: a {_schema.Noun} has {Names(_schema.Notes.Select(n => $"**{n}:**"))}");
            _item.Broken.Add(name);
            _sink = [];
        }
        else if (_item.Notes.Find(n => n.Name == name) is { } other)
        {
            Report("TRC-006", $"field '{name}' is given twice, first in line {other.Line}; hint: remove one");
            _sink = [];
        }
        else
        {
            _sink = [after.ToString()];
            _item.Notes.Add(new RawField(name, _line, _sink));
        }
        return true;
    }

    private void CheckMisplaced(string line)
    {
        if (_item is null || _inFields || !line.StartsWith("- ", StringComparison.Ordinal)) return;
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !_schema.Fields.Contains(line[2..colon].Trim())) return;
        Report("TRC-009", $"field {Quote(line)} stands outside the list under the heading; hint: move it up");
    }

    private void CloseItem()
    {
        if (_item is { Fields.Count: 0 } && !_item.Broken.Contains("id"))
        {
            _findings.Add("TRC-004", _item.Id, Place(_item.Line),
                $"{_item.Id} has no fields; hint: put {Names(_schema.Fields)} as '- name: value' under its heading");
            _item.Broken.Add("fields");
        }
    }

    private void Finish()
    {
        CloseItem();
        if (_fence is not null)
            _findings.Add("TRC-011", Subject, Place(_fence.Line), "code fence is not closed; hint: close it before the next item");
        if (_items.Count == 0)
            _findings.Add("TRC-012", _file.Path, Place(0), $"the file holds no {_schema.Noun}; hint: write items as '## ID Title', or move the prose elsewhere");
    }

    private string Subject => _item is null || _item.Broken.Contains("id") ? _file.Path : _item.Id;

    private SourcePlace Place(int line) => new(_file.Path, line);

    private void Report(string code, string message) => _findings.Add(code, Subject, Place(_line), message);

    private static string Names(IEnumerable<string> names) =>
        string.Join(", ", names.Select(n => n.StartsWith('*') ? n : $"'{n}'")) is { Length: > 0 } list ? list : "no such fields";
}
