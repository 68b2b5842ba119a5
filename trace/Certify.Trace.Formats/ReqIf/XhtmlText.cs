using System.Text;
using System.Xml;
using Certify.Facts;
using Certify.Trace.Formats.Common;

namespace Certify.Trace.Formats.ReqIf;

/// <summary>
/// Makes plain text of an XHTML value. Kept: lines, paragraphs, list items ("- ", "1. "), cells of tables (parted by " | "), superscript as ^(..),
/// subscript as _(..), struck text in ~~, addresses of links. Lost and listed: other formatting; images and embedded objects leave a mark.
/// </summary>
// @llr CFY-LLR-367
internal sealed class XhtmlText(ReadLog log, string path)
{
    private const string Blanks = " \t\r\n\u00A0";
    private readonly StringBuilder _text = new();
    private readonly Rows<OpenElement> _open = new();
    private readonly List<int> _lists = [];
    private int _breaks, _pre, _cells;
    private bool _blank, _firstCell;
    private string? _prefix;

    /// <summary>Elements whose formatting was dropped so far.</summary>
    public int Formatted { get; private set; }

    /// <summary>
    /// Reads the content of the element that the reader stands on and leaves the reader on its end.
    /// </summary>
    /// <param name="reader">Stands on a start tag.</param>
    /// <param name="subject">What losses are about.</param>
    /// <param name="depthMax">Depth at which reading stops.</param>
    /// <returns>The text, or null where elements nest deeper.</returns>
    public string? Read(XmlReader reader, string subject, int depthMax)
    {
        Clear();
        if (reader.IsEmptyElement) return "";
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.Depth > depthMax) return null;
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when Skips(reader, subject): break;
                case XmlNodeType.Element: Open(reader); break;
                case XmlNodeType.EndElement: Close(); break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    Append(reader.Value);
                    break;
            }
        }
        return _text.ToString();
    }

    private void Clear()
    {
        _text.Clear();
        _open.Clear();
        _lists.Clear();
        (_breaks, _pre, _cells, _blank, _prefix) = (0, 0, 0, false, null);
    }

    // Pictures and embedded files leave a mark; what stands inside of them is their replacement.
    private bool Skips(XmlReader reader, string subject)
    {
        var (kind, name) = reader.LocalName switch
        {
            "object" => ("object", reader.GetAttribute("data")),
            "img" => ("image", reader.GetAttribute("src")),
            "script" or "style" => (reader.LocalName, ""),
            _ => ("", null),
        };
        if (kind.Length == 0) return false;
        var place = new SourcePlace(path, (reader as IXmlLineInfo)?.LineNumber ?? 0);
        log.Lose(subject, $"{kind} '{name}' inside of a value", place);
        if (kind is "object" or "image") Append($"[{kind}: {name}]");
        if (reader.IsEmptyElement) return true;
        var depth = reader.Depth;
        while (reader.Depth >= depth && reader.Read() && reader.Depth > depth) { }
        return true;
    }

    private void Open(XmlReader reader)
    {
        var (kind, close) = ('-', (string?)null);
        switch (reader.LocalName)
        {
            case "br": _breaks++; break;
            case "p" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "blockquote": Block(2); kind = 'p'; break;
            case "div" or "table" or "tbody" or "thead" or "dl" or "dt" or "dd" or "address": Block(1); kind = 'b'; break;
            case "pre": Block(1); _pre++; kind = 'r'; break;
            case "ul": Block(1); _lists.Add(-1); kind = 'l'; break;
            case "ol": Block(1); _lists.Add(0); kind = 'l'; break;
            case "li": Block(1); _prefix = Item(); kind = 'b'; break;
            case "tr": Block(1); _firstCell = true; kind = 'b'; break;
            case "td" or "th": Cell(); kind = 'c'; break;
            case "sup": Append("^("); close = ")"; break;
            case "sub": Append("_("); close = ")"; break;
            case "del" or "s" or "strike": Append("~~"); close = "~~"; break;
            case "a": close = reader.GetAttribute("href") is { Length: > 0 } href ? $" ({href})" : null; break;
            case "b" or "i" or "u" or "em" or "strong" or "font" or "big" or "small" or "tt" or "code" or "ins": Formatted++; break;
            case "span" when reader.HasAttributes: Formatted++; break;
        }
        if (!reader.IsEmptyElement) _open.Add(new OpenElement { Kind = kind, Close = close });
        else if (kind != '-' || close is not null) Close(kind, close);
    }

    private void Close()
    {
        if (_open.Count == 0) return;
        var last = _open.TakeLast();
        Close(last.Kind, last.Close);
    }

    private void Close(char kind, string? close)
    {
        if (close is not null) Append(close);
        switch (kind)
        {
            case 'p': Block(2); break;
            case 'b': Block(1); _prefix = null; break;
            case 'r': _pre--; Block(1); break;
            case 'l': _lists.RemoveAt(_lists.Count - 1); Block(1); break;
            case 'c': _cells--; break;
        }
    }

    private string Item()
    {
        if (_lists.Count == 0) return "- ";
        if (_lists[^1] < 0) return "- ";
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{++_lists[^1]}. ");
    }

    private void Cell()
    {
        _cells++;
        if (!_firstCell)
        {
            _blank = false;
            Flush();
            _text.Append(_text.Length == 0 || _text[^1] == '\n' ? "|" : " |");
            _blank = true;
        }
        _firstCell = false;
    }

    private void Block(int breaks)
    {
        if (_cells > 0) _blank = true;
        else if (_breaks < breaks) _breaks = breaks;
    }

    private void Append(string value)
    {
        if (_pre > 0)
        {
            Flush();
            _text.Append(value);
            return;
        }

        var rest = value.AsSpan();
        while (rest.Length > 0)
        {
            var word = rest.IndexOfAnyExcept(Blanks);
            if (word != 0) _blank = true;
            if (word < 0) return;
            rest = rest[word..];
            var end = rest.IndexOfAny(Blanks);
            if (end < 0) end = rest.Length;
            if (_blank || _breaks > 0 || _prefix is not null) Flush();
            _text.Append(rest[..end]);
            rest = rest[end..];
        }
    }

    // Writes what is due before the next character: line ends, indentation and mark of a list item, or a blank.
    private void Flush()
    {
        if (_breaks > 0 && _text.Length > 0) _text.Append('\n', _breaks);
        else if (_blank && _text.Length > 0 && _text[^1] != '\n') _text.Append(' ');
        if (_prefix is not null) _text.Append(' ', 2 * Math.Min(Math.Max(0, _lists.Count - 1), 20)).Append(_prefix);
        (_breaks, _blank, _prefix) = (0, false, null);
    }

    private struct OpenElement
    {
        public char Kind;
        public string? Close;
    }
}
