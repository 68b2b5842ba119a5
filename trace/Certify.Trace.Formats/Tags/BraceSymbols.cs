using System.Text.RegularExpressions;

namespace Certify.Trace.Formats.Tags;

/// <summary>
/// Finds functions, types and variables of C, C++, C# and Rust by braces and semicolons: what stands between two of them is a header. No parser: enough to
/// say what a tag stands above.
/// </summary>
// @llr CFY-LLR-377
internal sealed partial class BraceSymbols
{
    private const int PathMax = 150;
    private const int HeaderMax = 500; // Names stand in front; searching longer headers costs time by the square.
    private readonly char[] _code;
    private readonly TagLanguage _language;
    private readonly List<CodeSymbol> _symbols = [];
    private readonly List<(CodeSymbol? Symbol, string Path, bool IsCode)> _open = [];

    private BraceSymbols(char[] code, TagLanguage language) => (_code, _language) = (code, language);

    /// <summary>Finds the symbols in order of their begin.</summary>
    public static List<CodeSymbol> Of(char[] code, TagLanguage language)
    {
        var finder = new BraceSymbols(code, language);
        finder.Find();
        return finder._symbols;
    }

    private void Find()
    {
        var start = 0;
        var round = 0;
        for (var i = 0; i < _code.Length; i++)
        {
            switch (_code[i])
            {
                case '#' when _language != TagLanguage.Rust && StartsLine(i):
                    i = Directive(i);
                    if (round == 0) start = i + 1;
                    break;
                case '(' or '[': round++; break;
                case ')' or ']': round = Math.Max(0, round - 1); break;
                case ';' when round == 0:
                    Declare(start, i);
                    start = i + 1;
                    break;
                case '{':
                    Enter(start, i);
                    (start, round) = (i + 1, 0);
                    break;
                case '}':
                    Leave(i);
                    (start, round) = (i + 1, 0);
                    break;
            }
        }
        while (_open.Count > 0) Leave(_code.Length);
    }

    private bool InCode => _open.Count > 0 && _open[^1].IsCode;

    private bool StartsLine(int at)
    {
        while (--at >= 0 && _code[at] is ' ' or '\t') { }
        return at < 0 || _code[at] == '\n';
    }

    // A definition of a macro is a symbol; other directives are nothing.
    private int Directive(int at)
    {
        var end = at;
        do
        {
            end = Array.IndexOf(_code, '\n', end + 1);
            if (end < 0) end = _code.Length;
        }
        while (end < _code.Length && end > 0 && _code[end - 1] == '\\');
        var name = Define().Match(new string(_code, at, Math.Min(end - at, 300)));
        if (name.Success) _symbols.Add(new CodeSymbol(name.Groups[1].Value, at, at) { End = end });
        return end - (end == _code.Length ? 1 : 0);
    }

    private void Declare(int start, int end)
    {
        if (InCode || Header(start, end) is not { } header) return;
        var name = Name(header.Text) ?? Variable(header.Text);
        if (name is not null) _symbols.Add(new CodeSymbol(Full(name), header.Start, end) { End = end });
    }

    private void Enter(int start, int brace)
    {
        var header = InCode ? null : Header(start, brace);
        var scope = header is { } h ? Scope(h.Text) : null;
        var name = header is { } text && scope is null ? Name(text.Text) ?? Variable(text.Text) : null;
        CodeSymbol? symbol = null;
        if (header is not null && (scope ?? name) is { Length: > 0 } known) _symbols.Add(symbol = new CodeSymbol(Full(known), header.Value.Start, brace));
        var path = string.IsNullOrEmpty(scope) ? Around : Full(scope);
        _open.Add((symbol, path.Length <= PathMax ? path : path[^PathMax..], InCode || (scope is null && name is not null)));
    }

    private void Leave(int end)
    {
        if (_open.Count == 0) return;
        if (_open[^1].Symbol is { } symbol) symbol.End = end;
        _open.RemoveAt(_open.Count - 1);
    }

    private (int Start, string Text)? Header(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(_code[start])) start++;
        if (start >= end) return null;
        var text = new string(_code, start, Math.Min(end - start, HeaderMax));
        return (start, Attributes().Replace(text, " "));
    }

    private string Around => _open.Count == 0 ? "" : _open[^1].Path;

    private string Full(string name) => Around.Length == 0 ? name : $"{Around}::{name}";

    // A type gives its name; a namespace, which holds symbols and is none, an empty one; anything else null.
    private string? Scope(string header)
    {
        if (_language == TagLanguage.Rust)
        {
            var impl = Impl().Match(header);
            if (impl.Success) return impl.Groups[1].Value;
            var type = RustType().Match(header);
            return type.Success ? type.Groups[2].Value : null;
        }
        if (Namespace().IsMatch(header)) return "";
        var match = Type().Match(header);
        var round = header.IndexOf('(', StringComparison.Ordinal);
        return match.Success && (round < 0 || round > match.Index) ? match.Groups[1].Value : null;
    }

    private string? Name(string header)
    {
        if (_language == TagLanguage.Rust)
        {
            var match = RustName().Match(header);
            return match.Success ? match.Groups[1].Value : null;
        }
        var test = Test().Match(header);
        if (test.Success) return $"{test.Groups[1].Value}.{test.Groups[2].Value}";
        var operators = Operator().Match(header);
        if (operators.Success) return "operator" + operators.Groups[1].Value;
        var function = Function().Match(header);
        var assigned = header.IndexOf('=', StringComparison.Ordinal);
        if (!function.Success || (assigned >= 0 && assigned < function.Index)) return null;
        return Control().IsMatch(function.Groups[1].Value) ? null : function.Groups[1].Value;
    }

    private static string? Variable(string header)
    {
        var match = Assigned().Match(header);
        return match.Success ? match.Groups[1].Value : null;
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^#\s*define\s+([A-Za-z_]\w*)", Options)]
    private static partial Regex Define();

    [GeneratedRegex(@"#?!?\[\[?[^\[\]]*\]?\]|\b(__attribute__|__declspec|alignas)\s*\(\(?[^()]*\)?\)", Options)]
    private static partial Regex Attributes();

    [GeneratedRegex(@"^\s*(inline\s+)?namespace\b|^\s*extern\s*$", Options)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"\b(?:class|struct|union|enum|interface|record)\s+(?:class\s+|struct\s+)?([A-Za-z_]\w*)", Options)]
    private static partial Regex Type();

    [GeneratedRegex(@"^(?:unsafe\s+)?impl\b.*?([A-Za-z_]\w*)(?:\s*<[^<>]*>)?\s*(?:where\b.*)?$", Options | RegexOptions.Singleline)]
    private static partial Regex Impl();

    [GeneratedRegex(@"\b(struct|enum|union|trait|mod)\s+([A-Za-z_]\w*)", Options)]
    private static partial Regex RustType();

    [GeneratedRegex(@"\b(?:fn|struct|const|static|type|use|macro_rules!)\s+(?:mut\s+)?([A-Za-z_]\w*)", Options)]
    private static partial Regex RustName();

    [GeneratedRegex(@"^\s*TEST(?:_F|_P)?\s*\(\s*(\w+)\s*,\s*(\w+)\s*\)", Options)]
    private static partial Regex Test();

    [GeneratedRegex(@"\boperator\s*([^\w\s(]+|\(\))\s*\(", Options)]
    private static partial Regex Operator();

    [GeneratedRegex(@"(~?[A-Za-z_]\w*(?:\s*::\s*~?[A-Za-z_]\w*)*)\s*(?:<[^<>()]*>\s*)?\(", Options)]
    private static partial Regex Function();

    [GeneratedRegex("^(if|for|foreach|while|switch|catch|return|else|do|sizeof|using|lock|fixed|throw|new|typedef|static_assert)$", Options)]
    private static partial Regex Control();

    [GeneratedRegex(@"([A-Za-z_]\w*)\s*(?:\[[^\]]*\]\s*)*(?:=|:|$)", Options)]
    private static partial Regex Assigned();
}
