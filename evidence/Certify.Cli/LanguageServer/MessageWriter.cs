using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Certify.Cli.LanguageServer;

/// <summary>Writes messages of the language server protocol to a stream, one at a time.</summary>
// @llr CFY-LLR-391
internal sealed class MessageWriter(Stream output)
{
    /// <summary>JSON-RPC: the message is no JSON.</summary>
    public const int ParseError = -32700;

    /// <summary>JSON-RPC: the message is no request.</summary>
    public const int InvalidRequest = -32600;

    /// <summary>JSON-RPC: there is no such method.</summary>
    public const int MethodNotFound = -32601;

    /// <summary>JSON-RPC: the parameters have another shape.</summary>
    public const int InvalidParams = -32602;

    /// <summary>LSP: a request before "initialize".</summary>
    public const int NotInitialized = -32002;

    /// <summary>Answers a request.</summary>
    /// <param name="id">The request's id, as it came.</param>
    /// <param name="result">Writes the value of the result; null writes null.</param>
    public void Result(JsonElement id, Action<Utf8JsonWriter>? result) => Send(json =>
    {
        json.WritePropertyName("id");
        id.WriteTo(json);
        json.WritePropertyName("result");
        if (result is null) json.WriteNullValue();
        else result(json);
    });

    /// <summary>Answers a request with an error; an undefined id becomes null, as JSON-RPC asks.</summary>
    public void Error(JsonElement id, int code, string message) => Send(json =>
    {
        json.WritePropertyName("id");
        if (id.ValueKind is JsonValueKind.String or JsonValueKind.Number) id.WriteTo(json);
        else json.WriteNullValue();
        json.WriteStartObject("error");
        json.WriteNumber("code", code);
        json.WriteString("message", message);
        json.WriteEndObject();
    });

    /// <summary>Tells the editor something.</summary>
    public void Notify(string method, Action<Utf8JsonWriter> parameters) => Send(json =>
    {
        json.WriteString("method", method);
        json.WritePropertyName("params");
        parameters(json);
    });

    private void Send(Action<Utf8JsonWriter> body)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("jsonrpc", "2.0");
            body(json);
            json.WriteEndObject();
        }
        output.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {stream.Length}\r\n\r\n")));
        output.Write(stream.GetBuffer().AsSpan(0, (int)stream.Length));
        output.Flush();
    }
}
