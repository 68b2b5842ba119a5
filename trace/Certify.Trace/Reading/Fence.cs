namespace Certify.Trace.Reading;

/// <summary>An open code fence: its character and length, and where it began.</summary>
/// <param name="Mark">'`' or '~'.</param>
/// <param name="Length">Number of marks, at least 3.</param>
/// <param name="Line">1-based line, or 0.</param>
internal sealed record Fence(char Mark, int Length, int Line)
{
    /// <summary>Gives the fence that a line opens, or null. Up to three blanks may stand before it, as in CommonMark.</summary>
    public static Fence? Opens(string line, int number = 0)
    {
        var text = line.AsSpan().TrimStart(' ');
        if (line.Length - text.Length > 3 || text.Length < 3 || text[0] is not ('`' or '~')) return null;
        var mark = text[0];
        var rest = text.TrimStart(mark);
        var length = text.Length - rest.Length;
        if (length < 3 || (mark == '`' && rest.Contains('`'))) return null;
        return new Fence(mark, length, number);
    }

    /// <summary>True when a line closes this fence.</summary>
    public bool IsClosedBy(string line)
    {
        var text = line.AsSpan().TrimStart(' ');
        if (line.Length - text.Length > 3) return false;
        text = text.TrimEnd();
        return text.Length >= Length && !text.ContainsAnyExcept(Mark);
    }
}
