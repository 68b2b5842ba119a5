namespace Certify.Trace.Formats.Common;

/// <summary>Reads another stream some way ahead on another processor, so that who parses a large file need not wait for the disk.</summary>
// @llr CFY-LLR-471
internal sealed class ReadAheadStream(Stream inner) : InputStream(inner)
{
    private const int BufferBytes = 512 << 10;
    private byte[] _now = new byte[BufferBytes];
    private byte[] _next = new byte[BufferBytes];
    private Task<int>? _ahead;
    private int _at, _end;

    /// <inheritdoc/>
    /// <exception cref="IOException">The other stream cannot be read.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (_at == _end)
        {
            _end = (_ahead ?? Ahead()).GetAwaiter().GetResult();
            _at = 0;
            (_now, _next) = (_next, _now);
            if (_end > 0) _ahead = Ahead();
        }

        var count = Math.Min(buffer.Length, _end - _at);
        _now.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        // The other stream is in use until then; whether that last reading fails is nobody's concern any more.
        if (disposing && _ahead is not null) Task.WaitAny(_ahead);
        base.Dispose(disposing);
    }

    private Task<int> Ahead()
    {
        var buffer = _next;
        return Task.Run(() => Inner.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
    }
}
