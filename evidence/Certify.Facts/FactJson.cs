using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Certify.Facts;

/// <summary>The one JSON form of fact files: camel case, indented by two, "\n", UTF-8 without BOM, members in declared order.</summary>
public static class FactJson
{
    /// <summary>The options behind <see cref="Write{T}"/> and <see cref="Read{T}"/>.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Gives the bytes of a fact file, ending in a newline. Equal values give equal bytes.</summary>
    public static byte[] Write<T>(T value)
    {
        using var stream = new MemoryStream();
        Write(stream, value);
        return stream.ToArray();
    }

    /// <summary>Writes the bytes of a fact file as they come about: a value can be larger than an array.</summary>
    public static void Write<T>(Stream to, T value)
    {
        JsonSerializer.Serialize(to, value, Options);
        to.WriteByte((byte)'\n');
    }

    /// <summary>Reads a fact file.</summary>
    /// <exception cref="FactFormatException">The bytes are not JSON of this shape; the message says where.</exception>
    public static T Read<T>(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        try
        {
            return JsonSerializer.Deserialize<T>(bytes, Options)
                ?? throw new FactFormatException($"{name}: holds 'null' instead of a fact file");
        }
        catch (JsonException e)
        {
            throw new FactFormatException(
                $"{name}:{e.LineNumber + 1}: not a {typeof(T).Name} fact file: {e.Message}", e);
        }
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.General)
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            WriteIndented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}

/// <summary>A fact file that cannot be read; the message says which, where and why.</summary>
public sealed class FactFormatException : Exception
{
    /// <summary>Creates the exception with its message.</summary>
    public FactFormatException(string message, Exception? inner = null) : base(message, inner) { }
}
