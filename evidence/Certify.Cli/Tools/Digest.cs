using System.Security.Cryptography;
using System.Text;

namespace Certify.Cli.Tools;

/// <summary>SHA-256 digests in lower-case hex.</summary>
internal static class Digest
{
    /// <summary>Digest of bytes.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Digest of text as UTF-8.</summary>
    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>Digest of a file's content.</summary>
    public static string OfFile(string path)
    {
        if (WholeFile.IsEmpty(path)) return Of("");
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
