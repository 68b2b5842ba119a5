namespace Certify.Trace.Formats.Common;

/// <summary>Reads another stream some way ahead on another processor, so that who parses a large file need not wait for the disk.</summary>
// @llr CFY-LLR-471
internal sealed class ReadAheadStream(Stream inner) : Stream
{
    private const int BufferBytes = 512 << 10;
    private byte[] _now = new byte[BufferBytes];
    private byte[] _next = new byte[BufferBytes];
    private Task<int>? _ahead;
    private int _at, _end;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

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
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        // The other stream is in use until then; whether that last reading fails is nobody's concern any more.
        if (disposing && _ahead is not null) Task.WaitAny(_ahead);
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    private Task<int> Ahead()
    {
        var buffer = _next;
        return Task.Run(() => inner.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
    }
}
