using static Certify.Trace.Reading.ItemId;

namespace Certify.Trace.Reading;

/// <summary>
/// Looks at the lines of a code fence for what shows that it closed elsewhere than its author thought: marks of another fence, headings of
/// items. Before the first item a fence with a language of its own may show an item as an example, and any may in a file without items.
/// </summary>
// @llr CFY-LLR-470
internal sealed class FenceLines(ItemSchema schema, Action<string, int, string> report)
{
    private readonly List<(int Line, string Message)> _beforeItems = [];
    private Fence _fence;
    private bool _inItem;
    private bool _showsItems;
    private string? _heading;
    private int _headingLine;

    /// <summary>Begins a fence.</summary>
    /// <param name="fence">The fence.</param>
    /// <param name="line">Its first line.</param>
    /// <param name="inItem">False before the first item of the file.</param>
    public void Begin(Fence fence, ReadOnlySpan<char> line, bool inItem)
    {
        (_fence, _inItem) = (fence, inItem);
        _showsItems = !inItem && fence.Info(line) is not ("" or Prose.Verbatim or Prose.Escaped);
        _heading = null;
    }

    /// <summary>Looks at a line that does not close the fence.</summary>
    public void Check(ReadOnlySpan<char> line, int number)
    {
        var inner = Fence.Opens(line);
        if (inner.IsOpen && inner.Mark == _fence.Mark && inner.Length >= _fence.Length)
            report("TRC-011", number, $"{Quote(line.Trim())} does not close the code fence of line {_fence.Line}; hint: close that one first, or give it more marks");
        if (_showsItems) return;
        var id = LostHeading.IdInFence(line, out var marked);
        if (!id.IsEmpty && !marked) Report(number, Quote(line.Trim()));
        else if (!id.IsEmpty) (_heading, _headingLine) = (Quote(line.Trim()), number);
        else if (!line.IsWhiteSpace() && _heading is { } heading) Follow(heading, line);
    }

    /// <summary>Says that the file has an item: what fences before it seemed to hide is reported.</summary>
    public void ItemFound()
    {
        foreach (var (line, message) in _beforeItems) report("TRC-011", line, message);
        _beforeItems.Clear();
    }

    // A heading with an id between backticks may be any heading; with a field under it, it is an item's.
    private void Follow(string heading, ReadOnlySpan<char> line)
    {
        _heading = null;
        var colon = line.IndexOf(':');
        if (colon > 2 && line.StartsWith("- ", StringComparison.Ordinal) && schema.IndexOf(line[2..colon].Trim()) >= 0) Report(_headingLine, heading);
    }

    private void Report(int number, string heading)
    {
        var message = $"{heading} is text of the code fence of line {_fence.Line}, not an item; hint: close the fence before it; an example is indented by four blanks";
        if (_inItem) report("TRC-011", number, message);
        else _beforeItems.Add((number, message));
    }
}
