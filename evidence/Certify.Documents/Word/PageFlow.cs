namespace Certify.Documents.Word;

/// <summary>A stretch of lines to place. Lengths in twentieths of a point.</summary>
/// <param name="Before">Space above; dropped at the top of a page that a full page before it began.</param>
/// <param name="Lines">Number of lines.</param>
/// <param name="LineHeight">Height of each.</param>
/// <param name="After">Space below; of it and the next stretch's space above, the larger counts.</param>
/// <param name="KeepNext">True when it must share a page with what follows.</param>
/// <param name="Whole">True when its lines must share a page.</param>
internal readonly record struct Stretch(int Before, int Lines, int LineHeight, int After, bool KeepNext = false, bool Whole = false)
{
    /// <summary>The least that has to fit below what precedes it: everything, or two lines.</summary>
    public int Least => (Whole ? Lines : Math.Min(Lines, 2)) * LineHeight;
}

/// <summary>Places stretches on pages the way word processors do, nearly enough to number the contents beforehand.</summary>
internal sealed class PageFlow(int pageHeight, int firstPage)
{
    private readonly List<(Stretch Stretch, Action<int>? Placed)> _kept = [];
    private readonly int _firstPage = firstPage;
    private int _y;
    private int _after;
    private bool _top = true;

    /// <summary>The page being filled.</summary>
    public int Page { get; private set; } = firstPage;

    /// <summary>Height of a table's heading row to repeat on a new page; zero outside tables.</summary>
    public int RepeatedHead { get; set; }

    /// <summary>Places a stretch.</summary>
    /// <param name="stretch">What to place.</param>
    /// <param name="placed">Called with the page it starts on.</param>
    public void Add(Stretch stretch, Action<int>? placed = null)
    {
        _kept.Add((stretch, placed));
        if (!stretch.KeepNext) Flush();
    }

    /// <summary>Places what still waits for a successor.</summary>
    public void Flush()
    {
        if (_kept.Count == 0) return;
        var (need, after) = (0, _after);
        for (var i = 0; i < _kept.Count; i++)
        {
            var stretch = _kept[i].Stretch;
            need += Math.Max(after, stretch.Before) + (i < _kept.Count - 1 ? stretch.Lines * stretch.LineHeight : stretch.Least);
            after = stretch.After;
        }
        if (!_top && _y + need > pageHeight && need <= pageHeight) NextPage();
        foreach (var (stretch, placed) in _kept) Place(stretch, placed);
        _kept.Clear();
    }

    private void Place(Stretch stretch, Action<int>? placed)
    {
        if (!_top && _y + Math.Max(_after, stretch.Before) + stretch.Least > pageHeight) NextPage();
        placed?.Invoke(Page);
        if (!_top || Page == _firstPage) _y += Math.Max(_after, stretch.Before);
        for (var line = 0; line < stretch.Lines; line++)
        {
            if (!_top && _y + stretch.LineHeight > pageHeight) NextPage();
            _y += stretch.LineHeight;
            _top = false;
        }
        _after = stretch.After;
    }

    private void NextPage()
    {
        Page++;
        _y = RepeatedHead;
        _after = 0;
        _top = true;
    }
}
