namespace Certify.Trace.Linking;

/// <summary>
/// A test's name in one form, from what scanning and what test frameworks call it: namespaces, types and method parted by dots, without type
/// parameters, arguments and numbers of rows.
/// </summary>
/// <param name="Full">The name.</param>
/// <param name="Arguments">How many arguments or parameters are written with it, or -1 where none are.</param>
internal readonly record struct TestName(string Full, int Arguments)
{
    /// <summary>Reads the name that a report gives: <c>N.C+D.M(x: 1, y: "a, b")</c>, <c>pkg.mod.C.m[1]</c>, <c>Rows/Suite.Case/0</c>, <c>mod::test</c>.</summary>
    /// <param name="name">The name.</param>
    public static TestName OfRun(string name)
    {
        var end = name.AsSpan().IndexOfAny('(', '[', '<');
        var head = end < 0 ? name : name[..end];
        var round = name.IndexOf('(', StringComparison.Ordinal);
        return new TestName(Plain(WithoutRow(head)), round < 0 ? -1 : Count(name.AsSpan(round)));
    }

    /// <summary>Reads the id of a test that was scanned: a documentation id, or <c>path#symbol</c>.</summary>
    /// <returns>The name; null for an id of another form.</returns>
    public static TestName? OfTest(string id)
    {
        if (id.StartsWith("M:", StringComparison.Ordinal))
        {
            var round = id.IndexOf('(', StringComparison.Ordinal);
            return new TestName(Plain(round < 0 ? id[2..] : id[2..round]), round < 0 ? 0 : Count(id.AsSpan(round)));
        }

        var symbol = id.LastIndexOf('#');
        return symbol < 0 ? null : new TestName(Plain(id[(symbol + 1)..]), -1);
    }

    /// <summary>True when the other name is this one, or this one with names in front: of a package, a crate or a file.</summary>
    public bool EndsWith(TestName end) =>
        Full.EndsWith(end.Full, StringComparison.Ordinal) && (Full.Length == end.Full.Length || Full[Full.Length - end.Full.Length - 1] == '.');

    // GoogleTest writes the rows of a table around the name.
    private static string WithoutRow(string name)
    {
        var dot = name.LastIndexOf('.');
        var row = name.IndexOf('/', Math.Max(dot, 0));
        if (row > 0) name = name[..row];
        var table = dot < 0 ? -1 : name.LastIndexOf('/', Math.Min(dot, name.Length - 1));
        return table < 0 ? name : name[(table + 1)..];
    }

    private static string Plain(string name)
    {
        var text = name.Replace("::", ".", StringComparison.Ordinal).Replace('+', '.').Trim();
        if (text.IndexOf('`', StringComparison.Ordinal) < 0) return text;
        var plain = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '`')
            {
                plain.Append(text[i]);
                continue;
            }
            while (i + 1 < text.Length && (text[i + 1] == '`' || char.IsAsciiDigit(text[i + 1]))) i++;
        }
        return plain.ToString();
    }

    /// <summary>Parts between the first bracket and the one that closes it; what stands in quotes or inner brackets parts nothing.</summary>
    private static int Count(ReadOnlySpan<char> text)
    {
        int depth = 0, commas = 0;
        var empty = true;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"':
                    empty = false;
                    while (++i < text.Length && text[i] != '"') if (text[i] == '\\') i++;
                    break;
                case '(' or '[' or '{' or '<':
                    if (depth++ > 0) empty = false;
                    break;
                case ')' or ']' or '}' or '>':
                    if (--depth == 0) return empty ? 0 : commas + 1;
                    break;
                case ',' when depth == 1:
                    commas++;
                    break;
                case ' ':
                    break;
                default:
                    empty = false;
                    break;
            }
        }
        return -1;
    }
}
