namespace Certify.Trace.Formats.Tags;

/// <summary>A function, type, label or other thing with a name.</summary>
/// <param name="name">Its name, with those of the types around it.</param>
/// <param name="header">Where it begins.</param>
/// <param name="body">Where its inside begins.</param>
internal sealed class CodeSymbol(string name, int header, int body)
{
    public string Name { get; } = name;

    public int Header { get; } = header;

    public int Body { get; } = body;

    /// <summary>Where it ends.</summary>
    public int End { get; set; } = body;

    /// <summary>The symbol around it, or null.</summary>
    public CodeSymbol? Around { get; private set; }

    /// <summary>
    /// The symbol that a tag stands at: with code before it on its line, what that code belongs to; else what begins with the next code;
    /// else the innermost one around it; else null: the file.
    /// </summary>
    /// <param name="symbols">As <see cref="Nest"/> left them.</param>
    /// <param name="code">The code, blank where comments are.</param>
    /// <param name="comment">The tag's comment.</param>
    public static CodeSymbol? At(IReadOnlyList<CodeSymbol> symbols, char[] code, Comment comment)
    {
        var before = comment.Start - 1;
        while (before >= 0 && code[before] is ' ' or '\t') before--;
        var isBehindCode = before >= 0 && code[before] != '\n';
        while (isBehindCode && before > 0 && code[before] is ';' or ' ' or '\t') before--; // "};" ends what "}" ends.
        var at = isBehindCode ? before : comment.End;
        while (!isBehindCode && at < code.Length && char.IsWhiteSpace(code[at])) at++;
        var last = LastBefore(symbols, at);
        if (last < 0) return null;
        if (at <= symbols[last].Body && !isBehindCode) return symbols[last];
        var inside = isBehindCode ? at : comment.End;
        var around = symbols[last];
        while (around is not null && (around.Header > inside || around.End < inside)) around = around.Around;
        return around;
    }

    /// <summary>Sorts symbols by their begin and tells each which one is around it.</summary>
    public static void Nest(List<CodeSymbol> symbols)
    {
        symbols.Sort((a, b) => a.Header != b.Header ? a.Header.CompareTo(b.Header) : b.End.CompareTo(a.End));
        CodeSymbol? around = null;
        foreach (var symbol in symbols)
        {
            while (around is not null && around.End < symbol.Header) around = around.Around;
            symbol.Around = around;
            around = symbol;
        }
    }

    private static int LastBefore(IReadOnlyList<CodeSymbol> symbols, int at)
    {
        var (from, to) = (0, symbols.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (symbols[middle].Header <= at) from = middle + 1;
            else to = middle;
        }
        return from - 1;
    }
}
