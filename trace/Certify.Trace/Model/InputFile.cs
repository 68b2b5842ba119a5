using System.Text;

namespace Certify.Trace.Model;

/// <summary>A file handed to the trace: a name for reports and the bytes as stored.</summary>
public sealed record InputFile
{
    private readonly Lazy<ReadOnlyMemory<byte>> _bytes;
    private readonly Func<Stream>? _open;

    /// <summary>A file whose bytes are at hand.</summary>
    /// <param name="path">Repository-relative path with '/' separators.</param>
    /// <param name="bytes">The whole file, byte-order mark included.</param>
    public InputFile(string path, ReadOnlyMemory<byte> bytes) =>
        (Path, Length, _bytes) = (path, bytes.Length, new Lazy<ReadOnlyMemory<byte>>(bytes));

    /// <summary>A large file that is read when it is needed, by some readers without ever being whole in memory.</summary>
    /// <param name="path">Repository-relative path with '/' separators.</param>
    /// <param name="length">Bytes in the file.</param>
    /// <param name="open">Opens the file at its start; whoever calls it disposes of the stream.</param>
    public InputFile(string path, long length, Func<Stream> open) =>
        (Path, Length, _open, _bytes) = (path, length, open, new Lazy<ReadOnlyMemory<byte>>(() => All(open)));

    /// <summary>Repository-relative path with '/' separators.</summary>
    public string Path { get; init; }

    /// <summary>Number of bytes.</summary>
    public long Length { get; }

    /// <summary>The whole file, byte-order mark included.</summary>
    /// <exception cref="IOException">A file that is read when it is needed cannot be read.</exception>
    public ReadOnlyMemory<byte> Bytes => _bytes.Value;

    /// <summary>Opens the file where its bytes are not in memory; null where they are.</summary>
    public Stream? Open() => _bytes.IsValueCreated ? null : _open?.Invoke();

    /// <summary>Wraps text as the UTF-8 file it would be. Lone surrogates become U+FFFD.</summary>
    public static InputFile FromText(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    private static ReadOnlyMemory<byte> All(Func<Stream> open)
    {
        using var stream = open();
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
