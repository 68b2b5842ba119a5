using Certify.Facts;
using Certify.Trace.Audit;
using Certify.Trace.Model;
using Certify.Trace.Reading;

namespace Certify.Trace.Linking;

/// <summary>
/// Reads '@llr' comment tags in assembler: a tag belongs to the next label. Symbols are "A:path#label". Local
/// labels (".L...", "1:") are part of the label above them.
/// </summary>
// @llr CFY-LLR-007
internal sealed class AssemblerScanner
{
    private readonly InputFile _file;
    private readonly CodeScan _scan;
    private readonly FindingList _findings;
    private readonly List<Tag> _pending = [];
    private readonly HashSet<string> _globals = new(StringComparer.Ordinal);
    private readonly List<(ScannedSymbol Symbol, int Start)> _labels = [];

    private AssemblerScanner(InputFile file, CodeScan scan, FindingList findings) =>
        (_file, _scan, _findings) = (file, scan, findings);

    /// <summary>Scans one source. Labels that the linker sees (.globl) and follow no tag need one.</summary>
    public static void Scan(InputFile file, CodeScan scan, FindingList findings)
    {
        var text = PlainText.Decode(file, findings);
        if (text is not null) new AssemblerScanner(file, scan, findings).Scan(text.Split('\n'));
    }

    private void Scan(string[] lines)
    {
        foreach (var line in lines) NoteGlobals(line);
        for (var i = 0; i < lines.Length; i++)
        {
            if (TakeTag(lines[i], i + 1)) continue;
            if (Label(lines[i]) is { } label) TakeLabel(label, i);
        }

        foreach (var tag in _pending) Stray(tag.Place, $"no label follows the tag '@llr {tag.Id}'");
        for (var i = 0; i < _labels.Count; i++)
        {
            var end = i + 1 < _labels.Count ? _labels[i + 1].Start : lines.Length;
            _labels[i].Symbol.Sha256 = Fingerprint.OfText(string.Join('\n', lines[_labels[i].Start..end]));
        }
    }

    private void NoteGlobals(string line)
    {
        var words = line.Split([' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries);
        if (words is [".globl" or ".global", ..]) _globals.UnionWith(words.AsSpan(1).ToArray());
    }

    private bool TakeTag(string line, int number)
    {
        if (!line.Contains("@llr", StringComparison.Ordinal)) return false;
        var text = line.AsSpan().TrimStart();
        var marks = text.Length - text.TrimStart("#/;*").Length;
        var place = new SourcePlace(_file.Path, number);
        if (marks > 0 && CommentTag.Read(text[marks..].TrimEnd("*/ ")) is { } tag)
        {
            if (tag.Ids.Count == 0) Stray(place, $"malformed tag {ItemId.Quote(text)}");
            foreach (var id in tag.Ids) _pending.Add(new Tag(id, place));
            return true;
        }

        if (text.IndexOf("@llr", StringComparison.Ordinal) is var at && EndsWithCommentMark(text[..at]))
            Stray(place, "the tag does not stand on a line of its own");
        return false;
    }

    private static bool EndsWithCommentMark(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd();
        return before.EndsWith("#") || before.EndsWith("//") || before.EndsWith("/*");
    }

    private void TakeLabel(string label, int index)
    {
        var id = $"A:{_file.Path}#{label}";
        if (!_scan.Symbols.TryGetValue(id, out var symbol))
        {
            symbol = new ScannedSymbol(id, null, isType: false) { Place = new SourcePlace(_file.Path, index + 1) };
            _scan.Symbols.Add(id, symbol);
        }

        symbol.Tags.AddRange(_pending);
        symbol.NeedsTag = _globals.Contains(label);
        _labels.Add((symbol, index));
        _pending.Clear();
    }

    private static string? Label(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || line[0] == '.' || !(char.IsAsciiLetter(line[0]) || line[0] == '_')) return null;
        foreach (var c in line.AsSpan(0, colon))
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '.' or '$')) return null;
        }
        return line[..colon];
    }

    private void Stray(SourcePlace place, string what) =>
        _findings.Add("TRC-014", _file.Path, place, $"{what}; hint: write '# @llr ID' on a line of its own above the label");
}
