using System.Globalization;
using System.Text;
using Certify.Facts;
using Certify.Trace.Audit;
using Certify.Trace.Model;

namespace Certify.Trace.Reading;

/// <summary>Turns a file's bytes into text, refusing what would make reader and tool see different things.</summary>
// @llr CFY-LLR-002
internal static class PlainText
{
    private const string Code = "TRC-002";
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// Decodes strict UTF-8, with or without a byte-order mark. Line ends become "\n".
    /// </summary>
    /// <returns>The text, or null after a finding when the bytes are not UTF-8.</returns>
    public static string? Decode(InputFile file, FindingList findings)
    {
        var bytes = file.Bytes.Span;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            findings.Add(Code, file.Path, new SourcePlace(file.Path, 1), "the file is UTF-16; hint: save it as UTF-8");
            return null;
        }

        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        try
        {
            return s_strict.GetString(bytes).ReplaceLineEndings("\n");
        }
        catch (DecoderFallbackException)
        {
            var bad = FirstInvalid(bytes);
            var line = 1 + bytes[..bad].Count((byte)'\n');
            findings.Add(Code, file.Path, new SourcePlace(file.Path, line),
                string.Create(CultureInfo.InvariantCulture, $"byte 0x{bytes[bad]:X2} is not UTF-8; hint: save the file as UTF-8"));
            return null;
        }
    }

    /// <summary>Decodes a requirement file into lines and reports characters that hide text.</summary>
    public static string[]? Lines(InputFile file, FindingList findings)
    {
        var text = Decode(file, findings);
        if (text is null) return null;
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var at = lines[i].AsSpan().IndexOfAny(s_hidden);
            if (at < 0) continue;
            findings.Add(Code, file.Path, new SourcePlace(file.Path, i + 1, at + 1), string.Create(
                CultureInfo.InvariantCulture,
                $"character U+{(int)lines[i][at]:X4} is not allowed in a requirement file; hint: remove it"));
        }
        return lines;
    }

    // C0 and C1 controls but tab, zero-width marks, and the marks that reverse the direction of text.
    private static readonly System.Buffers.SearchValues<char> s_hidden = System.Buffers.SearchValues.Create(
        string.Concat(Enumerable.Range(0, 0x2100).Select(i => (char)i).Where(IsHidden)) + "\uFEFF");

    private static bool IsHidden(char c) =>
        (char.IsControl(c) && c != '\t') || c is (>= '\u200B' and <= '\u200F') or (>= '\u2028' and <= '\u202E')
            or (>= '\u2060' and <= '\u2069');

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length
            && Rune.DecodeFromUtf8(bytes[at..], out _, out var used) == System.Buffers.OperationStatus.Done)
        {
            at += used;
        }
        return Math.Min(at, bytes.Length - 1);
    }
}
