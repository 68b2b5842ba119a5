namespace Certify.Trace.Formats.Common;

/// <summary>
/// A list of rows in one array. Unlike a list of the library it is compiled ahead for own types: files of tens of megabytes are read before the
/// runtime has found out which methods are worth compiling well. For the same reason nothing generic of the library is called for each row.
/// </summary>
internal sealed class Rows<T> where T : struct
{
    private T[]? _rows;

    /// <summary>Number of rows.</summary>
    public int Count { get; private set; }

    /// <summary>The rows; valid until the next one is added.</summary>
    public Span<T> All => new(_rows, 0, Count);

    /// <summary>A row in its place; valid until the next one is added.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public ref T this[int index]
    {
        get
        {
            if ((uint)index >= (uint)Count) throw new ArgumentOutOfRangeException(nameof(index));
            return ref _rows![index];
        }
    }

    /// <summary>Adds a row.</summary>
    public void Add(in T row)
    {
        if (_rows is null) _rows = new T[4];
        else if (Count == _rows.Length) Grow(_rows);
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

    private void Grow(T[] rows)
    {
        _rows = new T[2 * rows.Length];
        Array.Copy(rows, _rows, rows.Length);
    }
}
