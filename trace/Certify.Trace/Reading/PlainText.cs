using System.Buffers;
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

    // Line ends other than "\n" that ReplaceLineEndings knows.
    private static readonly SearchValues<char> s_otherEnds = SearchValues.Create("\r\f\u0085\u2028\u2029");

    /// <summary>Characters that hide or turn text: C0 and C1 controls but tab and line end, zero-width marks, marks of direction.</summary>
    public static SearchValues<char> Hidden { get; } = SearchValues.Create(HiddenCharacters());

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
            var text = s_strict.GetString(bytes);
            return text.AsSpan().ContainsAny(s_otherEnds) ? text.ReplaceLineEndings("\n") : text;
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

    /// <summary>Decodes a requirement file and reports characters that hide text, the first of each line.</summary>
    public static string? DecodeItems(InputFile file, FindingList findings)
    {
        var text = Decode(file, findings);
        if (text is null) return null;
        int line = 1, counted = 0;
        for (var at = 0; at < text.Length;)
        {
            var next = text.AsSpan(at).IndexOfAny(Hidden);
            if (next < 0) break;
            at += next;
            line += text.AsSpan(counted, at - counted).Count('\n');
            counted = at;
            var column = at - text.LastIndexOf('\n', at);
            findings.Add(Code, file.Path, new SourcePlace(file.Path, line, column), string.Create(
                CultureInfo.InvariantCulture,
                $"character U+{(int)text[at]:X4} is not allowed in a requirement file; hint: remove it"));
            var end = text.IndexOf('\n', at);
            at = end < 0 ? text.Length : end;
        }
        return text;
    }

    private static string HiddenCharacters()
    {
        var builder = new StringBuilder("\uFEFF");
        for (var c = '\0'; c < '\u2100'; c++)
        {
            if (IsHidden(c)) builder.Append(c);
        }
        return builder.ToString();
    }

    private static bool IsHidden(char c) =>
        (char.IsControl(c) && c is not ('\t' or '\n')) || c is (>= '\u200B' and <= '\u200F') or (>= '\u2028' and <= '\u202E')
            or (>= '\u2060' and <= '\u2069');

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length
            && Rune.DecodeFromUtf8(bytes[at..], out _, out var used) == OperationStatus.Done)
        {
            at += used;
        }
        return Math.Min(at, bytes.Length - 1);
    }
}
