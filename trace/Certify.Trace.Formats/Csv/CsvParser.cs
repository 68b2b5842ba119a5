using System.Text;
using Certify.Trace.Formats.Common;

namespace Certify.Trace.Formats.Csv;

/// <summary>
/// Parts text into records and cells. Line ends inside quotes become "\n"; a quote inside an unquoted cell is a character like any other.
/// <para><b>Source:</b> RFC 4180, and the habit of tools to end records with "\n" or "\r" as well.</para>
/// </summary>
/// <param name="text">The whole text.</param>
/// <param name="separator">What parts cells.</param>
// @llr CFY-LLR-354
internal sealed class CsvParser(string text, char separator)
{
    private readonly StringBuilder _cell = new();
    private int _at;
    private int _line = 1;

    /// <summary>Cells of the record last read; the list is reused.</summary>
    public List<string> Cells { get; } = [];

    /// <summary>1-based line that the record begins in.</summary>
    public int Line { get; private set; }

    /// <summary>What is wrong with the record, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>Goes on behind a line such as "sep=;".</summary>
    public void SkipLine()
    {
        var end = text.AsSpan(_at).IndexOfAny('\r', '\n');
        _at = end < 0 ? text.Length : _at + end;
        EndRecord();
    }

    /// <summary>Reads the next record.</summary>
    /// <returns>False at the end of the text.</returns>
    public bool Next()
    {
        Cells.Clear();
        Problem = null;
        Line = _line;
        if (_at >= text.Length) return false;
        while (true)
        {
            Cells.Add(_at < text.Length && text[_at] == '"' ? Quoted() : Plain());
            if (_at < text.Length && text[_at] == separator)
            {
                _at++;
                continue;
            }
            EndRecord();
            return true;
        }
    }

    private string Plain()
    {
        var length = text.AsSpan(_at).IndexOfAny(separator, '\r', '\n');
        if (length < 0) length = text.Length - _at;
        var cell = text.Substring(_at, length);
        _at += length;
        return cell;
    }

    private string Quoted()
    {
        _at++;
        var first = true;
        _cell.Clear();
        while (true)
        {
            var rest = text.AsSpan(_at);
            var end = rest.IndexOf('"');
            if (end < 0)
            {
                Problem = "a quoted cell does not end; hint: the file may be cut off, or a quote is not doubled";
                _line += CountLines(rest);
                _at = text.Length;
                return SourceText.Lines(_cell.Append(rest).ToString());
            }
            _line += CountLines(rest[..end]);
            _at += end + 1;
            if (_at < text.Length && text[_at] == '"')
            {
                _cell.Append(rest[..(end + 1)]);
                _at++;
                first = false;
                continue;
            }
            var cell = first ? rest[..end].ToString() : _cell.Append(rest[..end]).ToString();
            return SourceText.Lines(cell) + Rest();
        }
    }

    // Text between a closing quote and the separator: kept, and reported.
    private string Rest()
    {
        if (_at >= text.Length || text[_at] == separator || text[_at] is '\r' or '\n') return "";
        var rest = Plain();
        if (!string.IsNullOrWhiteSpace(rest)) Problem = $"text {SourceText.Quote(rest)} stands behind a closing quote; hint: double the quotes inside a quoted cell";
        return string.IsNullOrWhiteSpace(rest) ? "" : rest;
    }

    private void EndRecord()
    {
        if (_at >= text.Length) return;
        if (text[_at] == '\r' && _at + 1 < text.Length && text[_at + 1] == '\n') _at++;
        _at++;
        _line++;
    }

    private static int CountLines(ReadOnlySpan<char> part) => part.Count('\n') + LoneReturns(part);

    private static int LoneReturns(ReadOnlySpan<char> part)
    {
        var count = 0;
        for (var at = part.IndexOf('\r'); at >= 0; at = part.IndexOf('\r'))
        {
            part = part[(at + 1)..];
            if (part.Length == 0 || part[0] != '\n') count++;
        }
        return count;
    }
}
