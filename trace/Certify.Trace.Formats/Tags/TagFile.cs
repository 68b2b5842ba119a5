using System.Globalization;
using Certify.Facts;
using Certify.Trace.Formats.Common;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Tags;

/// <summary>Makes items of the tags of one source.</summary>
// @llr CFY-LLR-377
internal sealed class TagFile(string path, string text, TagLanguage language, ReadLog log)
{
    private readonly List<int> _lines = LineStarts(text);
    private readonly Dictionary<CodeSymbol, ItemDraft> _drafts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<ItemDraft, SortedSet<string>> _needs = new(ReferenceEqualityComparer.Instance);
    private readonly CodeSymbol _file = new("", 0, 0);

    /// <summary>The items by the place of their symbols.</summary>
    public IEnumerable<TraceItem> Items()
    {
        if (!text.Contains('@', StringComparison.Ordinal) && !text.Contains('\\', StringComparison.Ordinal) && !text.Contains("->", StringComparison.Ordinal)) return [];
        var (comments, code) = CommentLexer.Read(text, language);
        List<CodeSymbol>? symbols = null;
        foreach (var comment in comments)
        {
            for (var start = comment.Start; start < comment.End;)
            {
                var end = text.IndexOf('\n', start, comment.End - start);
                if (end < 0) end = comment.End;
                if (CodeTag.Read(text.AsSpan(start, end - start)) is { } tag)
                {
                    symbols ??= Symbols(code);
                    Take(tag, CodeSymbol.At(symbols, code, comment) ?? _file, start);
                }
                start = end + 1;
            }
        }
        foreach (var (draft, needs) in _needs) draft.Attribute("Needs", string.Join(", ", needs));
        return _drafts.OrderBy(d => d.Key.Header).Where(d => FieldValues.IsId(d.Value.Id)).Select(d => d.Value.Build()).ToList();
    }

    private List<CodeSymbol> Symbols(char[] code)
    {
        var symbols = language is TagLanguage.Ada or TagLanguage.Python or TagLanguage.Assembly ? LineSymbols.Of(code, language) : BraceSymbols.Of(code, language);
        CodeSymbol.Nest(symbols);
        return symbols;
    }

    private void Take(CodeTag tag, CodeSymbol symbol, int at)
    {
        var place = PlaceOf(at);
        if (tag.Links.Count == 0)
        {
            log.Add("TRC-014", place, "the tag names no id; hint: write '@llr ID'");
            return;
        }

        if (!_drafts.TryGetValue(symbol, out var draft)) _drafts.Add(symbol, draft = Draft(symbol));
        if (tag.IsTest) draft.Tier = ItemTier.TestCase;
        if (tag.IsTest) draft.TestKind = tag.IsRobustness || draft.TestKind == TestKind.Robustness ? TestKind.Robustness : TestKind.NormalRange;
        foreach (var link in tag.Links) draft.Link(link with { Place = place });
        if (tag.Needs is null) return;
        if (!_needs.TryGetValue(draft, out var needs)) _needs.Add(draft, needs = new SortedSet<string>(StringComparer.Ordinal));
        needs.UnionWith(tag.Needs.Split(", "));
    }

    // Functions may share a name: those after the first one have a number.
    private ItemDraft Draft(CodeSymbol symbol)
    {
        var count = _names[symbol.Name] = _names.GetValueOrDefault(symbol.Name) + 1;
        var id = symbol == _file ? path : $"{path}#{symbol.Name}";
        if (count > 1) id = string.Create(CultureInfo.InvariantCulture, $"{id}({count})");
        var draft = new ItemDraft(PlaceOf(FirstCode(symbol.Header))) { Id = id, Tier = ItemTier.Code };
        draft[ItemField.Title] = symbol == _file ? path : symbol.Name;
        if (!FieldValues.IsId(id)) log.Add("TRC-018", draft.Place, $"path and symbol together have {id.Length} characters, more than an id may have");
        return draft;
    }

    private int FirstCode(int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t') at++;
        return at;
    }

    private SourcePlace PlaceOf(int at)
    {
        var line = _lines.BinarySearch(at);
        if (line < 0) line = ~line - 1;
        return new SourcePlace(path, line + 1, at - _lines[line] + 1);
    }

    private static List<int> LineStarts(string text)
    {
        var lines = new List<int> { 0 };
        for (var i = text.IndexOf('\n', StringComparison.Ordinal); i >= 0; i = text.IndexOf('\n', i + 1)) lines.Add(i + 1);
        return lines;
    }
}
