using System.Text;
using Certify.Facts;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Common;

/// <summary>Turns the bytes of a text file of another tool into text with "\n" line ends: UTF-8 or UTF-16, with or without a byte-order mark.</summary>
// @llr CFY-LLR-365
internal static class TextFile
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding s_utf16 = new(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding s_utf16BigEndian = new(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    /// <summary>Decodes a file, or gives null after a finding where it is larger than the limit or its bytes are neither encoding.</summary>
    public static string? Decode(InputFile file, ReadOptions options, ReadLog log)
    {
        if (file.Bytes.Length > options.BytesMax)
        {
            log.Finding("TRC-019", file.Path, new SourcePlace(file.Path, 0), $"the file has more than {options.BytesMax} bytes; hint: split it");
            return null;
        }

        var bytes = file.Bytes.Span;
        var encoding = EncodingOf(bytes, out var mark);
        try
        {
            var text = encoding.GetString(bytes[mark..]);
            return text.Contains('\r', StringComparison.Ordinal) ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;
        }
        catch (DecoderFallbackException)
        {
            log.Finding("TRC-002", file.Path, new SourcePlace(file.Path, 1), $"the bytes are not {encoding.WebName}; hint: save the file as UTF-8");
            return null;
        }
    }

    /// <summary>Says which encoding the first bytes have, and how many of them are its mark.</summary>
    public static Encoding EncodingOf(ReadOnlySpan<byte> head, out int mark)
    {
        (Encoding encoding, mark) = head switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (s_utf8, 3),
            [0xFF, 0xFE, ..] => (s_utf16, 2),
            [0xFE, 0xFF, ..] => (s_utf16BigEndian, 2),
            [not 0, 0, not 0, 0, ..] => (s_utf16, 0),
            [0, not 0, 0, not 0, ..] => (s_utf16BigEndian, 0),
            _ => ((Encoding)s_utf8, 0),
        };
        return encoding;
    }
}
