using System.Text.RegularExpressions;

namespace Certify.Trace.Formats.Tags;

/// <summary>Finds functions, types and labels of Python (by indentation), Ada (by keywords) and assembly (labels), line by line.</summary>
// @llr CFY-LLR-377
internal static partial class LineSymbols
{
    /// <summary>Finds the symbols in order of their begin.</summary>
    public static List<CodeSymbol> Of(char[] code, TagLanguage language)
    {
        var lines = Lines(code);
        return language switch
        {
            TagLanguage.Python => Python(lines, code.Length),
            TagLanguage.Ada => Ada(lines),
            _ => Assembly(lines, code.Length),
        };
    }

    private static List<(int Start, string Text)> Lines(char[] code)
    {
        var lines = new List<(int, string)>();
        for (var start = 0; start < code.Length;)
        {
            var end = Array.IndexOf(code, '\n', start);
            if (end < 0) end = code.Length;
            lines.Add((start, new string(code, start, end - start)));
            start = end + 1;
        }
        return lines;
    }

    // A decorator belongs to what follows it.
    private static List<CodeSymbol> Python(List<(int Start, string Text)> lines, int length)
    {
        var symbols = new List<CodeSymbol>();
        var open = new List<(CodeSymbol Symbol, int Indent, string Name)>();
        var header = -1;
        foreach (var (start, text) in lines)
        {
            if (string.IsNullOrWhiteSpace(text)) continue;
            var indent = text.Length - text.TrimStart().Length;
            while (open.Count > 0 && indent <= open[^1].Indent && text[indent] is not (')' or ']' or '}'))
            {
                open[^1].Symbol.End = start - 1;
                open.RemoveAt(open.Count - 1);
            }
            if (text[indent] == '@')
            {
                if (header < 0) header = start;
                continue;
            }

            var match = PythonName().Match(text);
            if (match.Success)
            {
                var name = string.Join('.', [.. open.Select(o => o.Name), match.Groups[1].Value]);
                var symbol = new CodeSymbol(name, header < 0 ? start : header, start + text.Length) { End = length };
                symbols.Add(symbol);
                open.Add((symbol, indent, match.Groups[1].Value));
            }
            header = -1;
        }
        return symbols;
    }

    private static List<CodeSymbol> Ada(List<(int Start, string Text)> lines)
    {
        var symbols = new List<CodeSymbol>();
        var open = new List<CodeSymbol>();
        foreach (var (start, text) in lines)
        {
            var end = AdaEnd().Match(text);
            if (end.Success)
            {
                var at = open.FindLastIndex(s => s.Name.Equals(end.Groups[1].Value, StringComparison.OrdinalIgnoreCase));
                if (at < 0) continue;
                open[at].End = start + text.Length;
                open.RemoveRange(at, open.Count - at);
                continue;
            }

            var match = AdaName().Match(text);
            if (!match.Success) continue;
            var symbol = new CodeSymbol(match.Groups[1].Value, start, start + text.Length);
            symbol.End = symbol.Body;
            symbols.Add(symbol);
            open.Add(symbol);
        }
        return symbols;
    }

    // Directives right above a label, such as ".globl", belong to it. A label ends with the next one.
    private static List<CodeSymbol> Assembly(List<(int Start, string Text)> lines, int length)
    {
        var symbols = new List<CodeSymbol>();
        var header = -1;
        foreach (var (start, text) in lines)
        {
            if (string.IsNullOrWhiteSpace(text)) continue;
            var match = Label().Match(text);
            if (match.Success)
            {
                if (symbols.Count > 0) symbols[^1].End = (header < 0 ? start : header) - 1;
                symbols.Add(new CodeSymbol(match.Groups[1].Value, header < 0 ? start : header, start + match.Length) { End = length });
                header = -1;
            }
            else if (text.TrimStart()[0] != '.') header = -1;
            else if (header < 0) header = start;
        }
        return symbols;
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^\s*(?:async\s+)?(?:def|class)\s+(\w+)", Options)]
    private static partial Regex PythonName();

    [GeneratedRegex(@"^\s*(?:overriding\s+|not\s+overriding\s+|private\s+|separate\s+)*(?:procedure|function|package|task|protected|entry|type|subtype)\s+(?:body\s+|type\s+)?([\w.]+|""[^""]*"")", Options | RegexOptions.IgnoreCase)]
    private static partial Regex AdaName();

    [GeneratedRegex(@"^\s*end\s+([\w.]+)\s*;", Options | RegexOptions.IgnoreCase)]
    private static partial Regex AdaEnd();

    [GeneratedRegex(@"^([A-Za-z_][\w.$@]*)(?::|\s+PROC\b|\s+proc\b)", Options)]
    private static partial Regex Label();
}
