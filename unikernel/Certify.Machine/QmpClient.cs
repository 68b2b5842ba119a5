using System.Net.Sockets;
using System.Text.Json;

namespace Certify.Machine;

/// <summary>Asks a running QEMU for its processor's registers. **Source:** QEMU Machine Protocol specification.</summary>
internal static class QmpClient
{
    private const int TimeoutMs = 2000;

    /// <summary>The monitor's "info registers" text, or null when QEMU does not answer.</summary>
    public static string? InfoRegisters(string socketPath)
    {
        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            {
                ReceiveTimeout = TimeoutMs,
                SendTimeout = TimeoutMs,
            };
            socket.Connect(new UnixDomainSocketEndPoint(socketPath));
            using var stream = new NetworkStream(socket);
            using var reader = new StreamReader(stream);
            using var writer = new StreamWriter(stream) { AutoFlush = true };
            reader.ReadLine();
            Ask(reader, writer, """{"execute":"qmp_capabilities"}""");
            return Ask(reader, writer, """{"execute":"human-monitor-command","arguments":{"command-line":"info registers"}}""");
        }
        catch (Exception e) when (e is SocketException or IOException or JsonException)
        {
            return null;
        }
    }

    private static string? Ask(StreamReader reader, StreamWriter writer, string command)
    {
        writer.Write(command + "\n");
        while (reader.ReadLine() is { } line)
        {
            using var answer = JsonDocument.Parse(line);
            if (answer.RootElement.TryGetProperty("return", out var value))
                return value.ValueKind == JsonValueKind.String ? value.GetString() : "";
            if (answer.RootElement.TryGetProperty("error", out _)) return null;
        }
        return null;
    }
}
