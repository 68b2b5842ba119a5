namespace Certify.Trace.Reading;

/// <summary>Lines of a text as ranges of it; neighbouring lines are one range.</summary>
internal sealed class LineRanges
{
    private readonly List<(int Start, int End)> _ranges = [];

    /// <summary>The ranges in order, without the line ends behind them.</summary>
    public IReadOnlyList<(int Start, int End)> Ranges => _ranges;

    /// <summary>Adds a line, or the rest of one.</summary>
    public void Add(int start, int end)
    {
        if (_ranges.Count > 0 && _ranges[^1].End + 1 == start) _ranges[^1] = (_ranges[^1].Start, end);
        else _ranges.Add((start, end));
    }

    /// <summary>True when no line holds anything but blanks.</summary>
    public bool IsBlank(string source)
    {
        foreach (var (start, end) in _ranges)
        {
            if (!source.AsSpan(start, end - start).IsWhiteSpace()) return false;
        }
        return true;
    }

    /// <summary>Forgets all lines.</summary>
    public void Clear() => _ranges.Clear();
}
