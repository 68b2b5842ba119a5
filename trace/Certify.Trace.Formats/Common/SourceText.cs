using System.Globalization;
using System.Text;
using Certify.Facts;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Common;

/// <summary>Gives the text of a file in UTF-8 or UTF-16, never guessing at other encodings.</summary>
// @llr CFY-LLR-351
internal static class SourceText
{
    private static readonly UTF8Encoding s_utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Decodes a file. A byte-order mark decides; without one, NUL bytes at every second place mean UTF-16, anything else is UTF-8.</summary>
    /// <returns>The text without its byte-order mark, or null after a finding.</returns>
    public static string? Decode(InputFile file, ReadLog log)
    {
        var bytes = file.Bytes.Span;
        try
        {
            var (encoding, skip) = EncodingOf(bytes);
            return encoding.GetString(bytes[skip..]);
        }
        catch (DecoderFallbackException e)
        {
            var at = Math.Clamp(e.Index, 0, bytes.Length);
            log.Add("TRC-002", new SourcePlace(file.Path, 1 + bytes[..at].Count((byte)'\n')),
                string.Create(CultureInfo.InvariantCulture, $"byte {at} is neither UTF-8 nor, with a byte-order mark, UTF-16; hint: save the file as UTF-8"));
            return null;
        }
    }

    /// <summary>Gives the file as UTF-8 without a byte-order mark; no copy where it is stored so.</summary>
    /// <returns>The bytes, which are valid, or null after a finding.</returns>
    public static ReadOnlyMemory<byte>? Utf8(InputFile file, ReadLog log)
    {
        var bytes = file.Bytes.Span;
        if (EncodingOf(bytes) is { Encoding: UTF8Encoding, Skip: var skip } && System.Text.Unicode.Utf8.IsValid(bytes)) return file.Bytes[skip..];
        return Decode(file, log) is { } text ? Encoding.UTF8.GetBytes(text) : null;
    }

    /// <summary>The first bytes of a file as UTF-8, for telling formats apart.</summary>
    public static ReadOnlySpan<byte> HeadUtf8(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("\uFEFF"u8)) return head[3..];
        var (encoding, skip) = EncodingOf(head);
        if (encoding is UTF8Encoding) return head;
        var lenient = encoding.CodePage == Encoding.BigEndianUnicode.CodePage ? Encoding.BigEndianUnicode : Encoding.Unicode;
        return Encoding.UTF8.GetBytes(lenient.GetString(head[skip..]));
    }

    private static (Encoding Encoding, int Skip) EncodingOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8)) return (s_utf8, 3);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return (new UnicodeEncoding(false, false, true), 2);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return (new UnicodeEncoding(true, false, true), 2);
        if (bytes.Length >= 4 && bytes[1] == 0 && bytes[3] == 0 && bytes[0] != 0 && bytes[2] != 0) return (new UnicodeEncoding(false, false, true), 0);
        if (bytes.Length >= 4 && bytes[0] == 0 && bytes[2] == 0 && bytes[1] != 0 && bytes[3] != 0) return (new UnicodeEncoding(true, false, true), 0);
        return (s_utf8, 0);
    }

    /// <summary>Line ends "\r\n" and "\r" become "\n".</summary>
    public static string Lines(string text) =>
        text.Contains('\r', StringComparison.Ordinal)
            ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
            : text;

    /// <summary>Quotes a string from a file for a message: at most 60 characters of it, control characters as '?'.</summary>
    public static string Quote(ReadOnlySpan<char> text)
    {
        var part = text.Length <= 60 ? text : text[..57];
        return string.Concat("'", string.Create(part.Length, part, static (to, from) =>
        {
            for (var i = 0; i < to.Length; i++) to[i] = char.IsControl(from[i]) || char.IsSurrogate(from[i]) ? '?' : from[i];
        }), text.Length <= 60 ? "'" : "...'");
    }
}
