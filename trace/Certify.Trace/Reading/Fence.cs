namespace Certify.Trace.Reading;

/// <summary>An open code fence: its character and length, and where it began.</summary>
/// <param name="Mark">'`' or '~'.</param>
/// <param name="Length">Number of marks, at least 3; 0 in the value that stands for none.</param>
/// <param name="Line">1-based line, or 0.</param>
internal readonly record struct Fence(char Mark, int Length, int Line)
{
    /// <summary>True when there is a fence.</summary>
    public bool IsOpen => Length > 0;

    /// <summary>Gives the fence that a line opens, or none. Up to three blanks may stand before it, as in CommonMark.</summary>
    public static Fence Opens(ReadOnlySpan<char> line, int number = 0)
    {
        var text = line.TrimStart(' ');
        if (line.Length - text.Length > 3 || text.Length < 3 || text[0] is not ('`' or '~')) return default;
        var mark = text[0];
        var rest = text.TrimStart(mark);
        var length = text.Length - rest.Length;
        if (length < 3 || (mark == '`' && rest.Contains('`'))) return default;
        return new Fence(mark, length, number);
    }

    /// <summary>What stands behind the marks of an opening line.</summary>
    public ReadOnlySpan<char> Info(ReadOnlySpan<char> line) => line.TrimStart(' ')[Length..].Trim();

    /// <summary>True when a line closes this fence.</summary>
    public bool IsClosedBy(ReadOnlySpan<char> line)
    {
        var text = line.TrimStart(' ');
        if (line.Length - text.Length > 3) return false;
        text = text.TrimEnd();
        return text.Length >= Length && !text.ContainsAnyExcept(Mark);
    }
}
