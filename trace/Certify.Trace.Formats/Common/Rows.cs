namespace Certify.Trace.Formats.Common;

/// <summary>
/// A list of rows in one array. Unlike a list of the library it is compiled ahead for own types: files of tens of megabytes are read before the
/// runtime has found out which methods are worth compiling well.
/// </summary>
internal sealed class Rows<T> where T : struct
{
    private T[] _rows = [];

    /// <summary>Number of rows.</summary>
    public int Count { get; private set; }

    /// <summary>The rows; valid until the next one is added.</summary>
    public Span<T> All => new(_rows, 0, Count);

    /// <summary>A row in its place; valid until the next one is added.</summary>
    public ref T this[int index] => ref All[index];

    /// <summary>Adds a row.</summary>
    public void Add(in T row)
    {
        if (Count == _rows.Length) Array.Resize(ref _rows, Math.Max(4, 2 * Count));
        _rows[Count++] = row;
    }

    /// <summary>Takes the last row off. There is one.</summary>
    public T TakeLast()
    {
        var row = this[Count - 1];
        Count--;
        return row;
    }

    /// <summary>Forgets the rows, and keeps their memory for others.</summary>
    public void Clear() => Count = 0;
}
