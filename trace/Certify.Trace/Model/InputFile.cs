using System.Text;

namespace Certify.Trace.Model;

/// <summary>A file handed to the trace: a name for reports and the bytes as stored.</summary>
/// <param name="Path">Repository-relative path with '/' separators.</param>
/// <param name="Bytes">The whole file, byte-order mark included.</param>
public sealed record InputFile(string Path, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Wraps text as the UTF-8 file it would be. Lone surrogates become U+FFFD.</summary>
    public static InputFile FromText(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));
}
