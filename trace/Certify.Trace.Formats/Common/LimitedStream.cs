namespace Certify.Trace.Formats.Common;

/// <summary>Reads another stream up to a number of bytes: an archive's entry may unpack to more than its header says.</summary>
internal sealed class LimitedStream(Stream inner, long most) : InputStream(inner)
{
    /// <summary>Bytes read so far.</summary>
    public long Count { get; private set; }

    /// <inheritdoc/>
    /// <exception cref="LimitPassedException">There are more bytes than the limit.</exception>
    public override int Read(Span<byte> buffer)
    {
        var read = Inner.Read(buffer);
        Count += read;
        return Count <= most ? read : throw new LimitPassedException($"more than {most} bytes are unpacked; reading stopped");
    }
}

/// <summary>A limit of a reader was passed.</summary>
internal sealed class LimitPassedException(string message) : Exception(message);
