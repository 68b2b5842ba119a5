namespace Certify.Trace.Formats.Tags;

/// <summary>A comment: range of its text without the marks.</summary>
internal readonly record struct Comment(int Start, int End);

/// <summary>
/// Parts a source into comments and code by the lexical rules of its language, so that a tag in a string is none. In the code that is given,
/// comments and the inside of strings are blank; line ends stay where they are.
/// </summary>
// @llr CFY-LLR-376
internal sealed class CommentLexer
{
    private readonly string _text;
    private readonly TagLanguage _language;
    private readonly char[] _code;
    private readonly List<Comment> _comments = [];
    private int _at;

    private CommentLexer(string text, TagLanguage language) => (_text, _language, _code) = (text, language, text.ToCharArray());

    /// <summary>Reads a source with "\n" line ends.</summary>
    public static (List<Comment> Comments, char[] Code) Read(string text, TagLanguage language)
    {
        var lexer = new CommentLexer(text, language);
        while (lexer._at < text.Length) lexer.Step();
        return (lexer._comments, lexer._code);
    }

    private bool IsC => _language is TagLanguage.C or TagLanguage.Cpp or TagLanguage.CSharp or TagLanguage.Rust;

    private void Step()
    {
        var c = _text[_at];
        if (Is("//") && (IsC || _language == TagLanguage.Assembly)) Line(2);
        else if (Is("/*") && (IsC || _language == TagLanguage.Assembly)) Block();
        else if (Is("--") && _language == TagLanguage.Ada) Line(2);
        else if (c == '#' && (_language == TagLanguage.Python || (_language == TagLanguage.Assembly && IsHashComment()))) Line(1);
        else if (c == ';' && _language == TagLanguage.Assembly) Line(1);
        else if (RawString.Length(_text, _at, _language) is > 0 and var raw) Blank(raw);
        else if (c == '"') Blank(Quoted('"'));
        else if (c == '\'') Tick();
        else _at++;
    }

    // "#1" is a number to some assemblers.
    private bool IsHashComment() => StartsLine() || _at + 1 >= _text.Length || _text[_at + 1] is ' ' or '\t' or '@' or '#' or '\n';

    private bool StartsLine()
    {
        var at = _at - 1;
        while (at >= 0 && _text[at] is ' ' or '\t') at--;
        return at < 0 || _text[at] == '\n';
    }

    private void Line(int mark)
    {
        var end = LineEnd(_at);

        // A line of C that ends in a backslash goes on in the next one, comment and all.
        while (_language is TagLanguage.C or TagLanguage.Cpp && end < _text.Length && _text[end - 1] == '\\') end = LineEnd(end + 1);
        _comments.Add(new Comment(_at + mark, end));
        Blank(end - _at);
    }

    private int LineEnd(int from)
    {
        var end = _text.IndexOf('\n', from);
        return end < 0 ? _text.Length : end;
    }

    private void Block()
    {
        var (depth, end) = (1, _at + 2);
        while (end < _text.Length && depth > 0)
        {
            if (string.CompareOrdinal(_text, end, "*/", 0, 2) == 0) (depth, end) = (depth - 1, end + 2);
            else if (_language == TagLanguage.Rust && string.CompareOrdinal(_text, end, "/*", 0, 2) == 0) (depth, end) = (depth + 1, end + 2);
            else end++;
        }
        _comments.Add(new Comment(_at + 2, depth == 0 ? end - 2 : end));
        Blank(end - _at);
    }

    // Character literal, lifetime (Rust), attribute (Ada), digit separator (C++), string (Python).
    private void Tick()
    {
        var before = _at > 0 ? _text[_at - 1] : ' ';
        switch (_language)
        {
            case TagLanguage.Python:
                Blank(Quoted('\''));
                break;
            case TagLanguage.Ada:
                Blank(_at + 2 < _text.Length && _text[_at + 2] == '\'' && !char.IsLetterOrDigit(before) && before is not (')' or '_') ? 3 : 1);
                break;
            case TagLanguage.Rust:
                var isChar = _at + 2 < _text.Length && (_text[_at + 1] == '\\' || _text[_at + 2] == '\'' || (char.IsSurrogate(_text[_at + 1]) && _at + 3 < _text.Length && _text[_at + 3] == '\''));
                Blank(isChar ? Quoted('\'') : 1);
                break;
            case TagLanguage.Assembly:
                Blank(_at + 1 < _text.Length && _text[_at + 1] != '\n' ? _at + 2 < _text.Length && _text[_at + 2] == '\'' ? 3 : 2 : 1);
                break;
            default:
                Blank(char.IsAsciiHexDigit(before) && IsInNumber() ? 1 : Quoted('\''));
                break;
        }
    }

    // 1'000: the word that the tick stands in begins with a digit.
    private bool IsInNumber()
    {
        var at = _at - 1;
        while (at > 0 && _at - at < 64 && (char.IsAsciiLetterOrDigit(_text[at - 1]) || _text[at - 1] is '_' or '\'' or '.')) at--;
        return char.IsAsciiDigit(_text[at]);
    }

    /// <summary>Length of a quoted string that begins here. One that is not closed ends with its line.</summary>
    private int Quoted(char quote)
    {
        var at = _at + 1;
        while (at < _text.Length)
        {
            var c = _text[at];
            if (c == quote)
            {
                if (_language != TagLanguage.Ada || at + 1 >= _text.Length || _text[at + 1] != quote) return at + 1 - _at;
                at++;
            }
            else if (c == '\\' && _language != TagLanguage.Ada) at++;
            else if (c == '\n' && _language != TagLanguage.Rust) return at - _at;
            at++;
        }
        return _text.Length - _at;
    }

    private void Blank(int length)
    {
        var end = Math.Min(_at + length, _text.Length);
        for (; _at < end; _at++)
        {
            if (_code[_at] != '\n') _code[_at] = ' ';
        }
    }

    private bool Is(string mark) => string.CompareOrdinal(_text, _at, mark, 0, mark.Length) == 0;
}
