using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Certify.Cli.LanguageServer;

/// <summary>
/// Reads the messages of the language server protocol from a stream. A message that is too long, or no JSON, is passed over and reported; the
/// next one is read as if it had not been.
/// </summary>
/// <remarks>Source: Language Server Protocol 3.17, base protocol: header fields in ASCII, an empty line, then as many bytes as Content-Length says.</remarks>
// @llr CFY-LLR-391
internal sealed class MessageReader(Stream input)
{
    /// <summary>Longest message taken, in bytes.</summary>
    public const int BodyBytesMax = 32 << 20;

    /// <summary>Longest header line taken, in bytes.</summary>
    public const int HeaderBytesMax = 4096;

    private const int DepthMax = 64;
    private readonly byte[] _buffer = new byte[8192];
    private int _start, _end;

    /// <summary>The next message, or null at the end of the stream.</summary>
    public IncomingMessage? Next()
    {
        long length = -1;
        var any = false;
        while (true)
        {
            if (Line() is not { } line) return any ? IncomingMessage.Broken("the stream ended within a header") : null;
            if (line.Length == 0)
            {
                if (!any) continue; // blank lines between messages do no harm
                return length >= 0 ? Body(length) : IncomingMessage.Broken("a header without Content-Length");
            }

            any = true;
            if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)
                && !long.TryParse(line.AsSpan("Content-Length:".Length).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out length)) length = -1;
        }
    }

    private IncomingMessage Body(long length)
    {
        if (length > BodyBytesMax)
        {
            return Skip(length)
                ? IncomingMessage.Broken(string.Create(CultureInfo.InvariantCulture, $"a message of {length} bytes; {BodyBytesMax} is the most"))
                : IncomingMessage.Broken("the stream ended within a message");
        }

        // The length is a claim: memory follows the bytes that come.
        using var body = new MemoryStream((int)Math.Min(length, _buffer.Length));
        while (body.Length < length)
        {
            if (!Fill()) return IncomingMessage.Broken("the stream ended within a message");
            var take = (int)Math.Min(length - body.Length, _end - _start);
            body.Write(_buffer, _start, take);
            _start += take;
        }

        try
        {
            var bytes = body.GetBuffer().AsMemory(0, (int)body.Length);
            return IncomingMessage.Whole(JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = DepthMax }).RootElement.Clone());
        }
        catch (JsonException)
        {
            return IncomingMessage.Broken("a message that is no JSON");
        }
    }

    private bool Skip(long length)
    {
        while (length > 0)
        {
            if (!Fill()) return false;
            var take = (int)Math.Min(length, _end - _start);
            _start += take;
            length -= take;
        }
        return true;
    }

    private string? Line()
    {
        var line = new StringBuilder();
        while (true)
        {
            if (!Fill()) return line.Length > 0 ? line.ToString() : null;
            var c = (char)_buffer[_start++];
            if (c == '\n') return line.ToString().TrimEnd('\r');
            if (line.Length < HeaderBytesMax) line.Append(c);
        }
    }

    private bool Fill()
    {
        if (_start < _end) return true;
        _start = 0;
        _end = input.Read(_buffer, 0, _buffer.Length);
        return _end > 0;
    }
}

/// <summary>A message, or why there is none.</summary>
/// <param name="Json">The message; undefined where it was broken.</param>
/// <param name="Fault">What was wrong with it, or null.</param>
internal readonly record struct IncomingMessage(JsonElement Json, string? Fault)
{
    /// <summary>A message.</summary>
    public static IncomingMessage Whole(JsonElement json) => new(json, null);

    /// <summary>No message.</summary>
    public static IncomingMessage Broken(string fault) => new(default, fault);
}
