using System.Text;
using System.Text.Json;
using Certify.Facts;
using Certify.Trace.Formats.Common;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Json;

/// <summary>
/// A JSON file read token by token: no tree, no recursion of its own, lines for places, property names checked for duplicates. Values that a reader keeps
/// verbatim are slices of the file.
/// </summary>
// @llr CFY-LLR-358
internal sealed class JsonSource
{
    /// <summary>Deepest nesting read.</summary>
    public const int DepthMax = 256;

    private readonly ReadLog _log;
    private int _countedTo;
    private int _line = 1;

    private JsonSource(string path, ReadOnlyMemory<byte> bytes, ReadLog log) => (Path, Bytes, _log) = (path, bytes, log);

    /// <summary>The file's path.</summary>
    public string Path { get; }

    /// <summary>The file in UTF-8.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Reads a file with a body that walks its tokens; what breaks it is a finding.</summary>
    public static void Read(InputFile file, ReadOptions options, ReadLog log, Action<JsonSource> body)
    {
        if (log.IsTooLarge(file, options) || SourceText.Utf8(file, log) is not { } bytes) return;
        var source = new JsonSource(file.Path, bytes, log);
        try
        {
            body(source);
        }
        catch (JsonException e)
        {
            var line = (int)Math.Min(int.MaxValue, (e.LineNumber ?? 0) + 1);
            var deep = e.Message.Contains("maximum configured depth", StringComparison.OrdinalIgnoreCase);
            log.Add(deep ? "TRC-019" : "TRC-016", new SourcePlace(file.Path, line), deep
                ? "values are nested deeper than 256 levels; hint: check where the file comes from"
                : "the JSON does not hold together here; hint: the file may be cut off, export it again");
        }
        catch (InvalidOperationException)
        {
            // The tokenizer's answer to half a surrogate pair in a string.
            log.Add("TRC-002", new SourcePlace(file.Path, 0), "a string of the file holds half of a surrogate pair, which is no character; hint: export it again");
        }
    }

    /// <summary>A reader at the start of the file.</summary>
    public Utf8JsonReader Open() => new(Bytes.Span, new JsonReaderOptions { MaxDepth = DepthMax, CommentHandling = JsonCommentHandling.Disallow });

    /// <summary>Place of the token that a reader stands on. Fast as long as places are asked for in order.</summary>
    public SourcePlace Place(scoped ref readonly Utf8JsonReader reader)
    {
        var at = (int)reader.TokenStartIndex;
        if (at < _countedTo) (_countedTo, _line) = (0, 1);
        _line += Bytes.Span[_countedTo..at].Count((byte)'\n');
        _countedTo = at;
        return new SourcePlace(Path, _line);
    }

    /// <summary>Moves over the value that the reader stands on and gives it as it stands in the file, without the white space between its tokens.</summary>
    public string Raw(ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return Compact(Bytes.Span[start..(int)reader.BytesConsumed]);
    }

    private static string Compact(ReadOnlySpan<byte> json)
    {
        if (!json.ContainsAny(" \t\r\n"u8)) return Encoding.UTF8.GetString(json);
        var compact = new byte[json.Length];
        var length = 0;
        for (var i = 0; i < json.Length; i++)
        {
            if (json[i] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') continue;
            var start = i;
            if (json[i] == '"')
            {
                for (i++; json[i] != '"'; i++)
                {
                    if (json[i] == '\\') i++;
                }
            }
            json[start..(i + 1)].CopyTo(compact.AsSpan(length));
            length += i + 1 - start;
        }
        return Encoding.UTF8.GetString(compact.AsSpan(0, length));
    }

    /// <summary>Moves to the next property of the object that the reader is in, onto its value.</summary>
    /// <param name="reader">The reader, on the start of the object or on the end of a value in it.</param>
    /// <param name="names">Names seen in this object; one given twice is a finding, and its value is left out.</param>
    /// <param name="subject">What a finding is about.</param>
    /// <returns>The name, or null at the end of the object.</returns>
    public string? NextProperty(ref Utf8JsonReader reader, HashSet<string> names, string? subject = null)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            var isNew = names.Add(name);
            if (!isNew)
            {
                _log.Add("TRC-016", subject ?? Path, Place(in reader), $"property {SourceText.Quote(name)} is given twice in one object; the first value is used; hint: remove one");
                _log.Lose("second value of a property that is given twice", Place(in reader));
            }
            reader.Read();
            if (isNew) return name;
            reader.Skip();
        }
        return null;
    }

    /// <summary>Walks the whole file and reports every property that is given twice in one object.</summary>
    public void CheckDuplicates()
    {
        var reader = Open();
        var open = new List<HashSet<string>>();
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
            {
                if (reader.TokenType == JsonTokenType.StartObject && reader.CurrentDepth < open.Count) open[reader.CurrentDepth].Clear();
                continue;
            }
            while (open.Count < reader.CurrentDepth) open.Add(new(StringComparer.Ordinal));
            var name = reader.GetString()!;
            if (!open[reader.CurrentDepth - 1].Add(name)) Report("TRC-016", in reader, $"property {SourceText.Quote(name)} is given twice in one object; the last value is used; hint: remove one");
        }
    }

    /// <summary>Reports something about the place of the reader.</summary>
    public void Report(string code, ref readonly Utf8JsonReader reader, string message) => _log.Add(code, Place(in reader), message);

    /// <summary>Text of a plain value: a string as it means, a number or true as it is written, null as nothing. The reader does not move.</summary>
    public static string? Plain(ref readonly Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => null,
    };
}
