using System.Buffers.Binary;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Certify.Machine;

/// <summary>
/// Drives the processor through QEMU's gdb stub, an instruction at a time. **Source:** GDB manual, appendix E
/// (remote serial protocol). QEMU sends x86-64 registers in 64-bit form in every processor mode.
/// </summary>
internal sealed class GdbClient : IDisposable
{
    private const int RipOffset = 16 * 8, TimeoutMs = 20_000;
    private readonly Socket _socket;
    private readonly byte[] _buffer = new byte[8192];
    private int _start, _end;

    private GdbClient(Socket socket) => _socket = socket;

    /// <summary>Connects to the stub's socket; waits for QEMU to make it.</summary>
    public static GdbClient Connect(QemuProcess process, string path)
    {
        for (var turn = 0; ; turn++)
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            try
            {
                socket.Connect(new UnixDomainSocketEndPoint(path));
                socket.ReceiveTimeout = TimeoutMs;
                return new(socket);
            }
            catch (SocketException) when (turn < 5000 && !process.HasExited)
            {
                socket.Dispose();
                Thread.Sleep(2);
            }
        }
    }

    /// <summary>Runs until the processor is about to execute the address.</summary>
    public void RunTo(ulong address)
    {
        var place = address.ToString("x", CultureInfo.InvariantCulture);
        Ask($"Z1,{place},1");
        Ask("c");
        Ask($"z1,{place},1");
    }

    /// <summary>Executes one instruction and gives the address of the next; null when the guest ended.</summary>
    public ulong? Step()
    {
        var stop = Ask("s");
        return stop.StartsWith('W') || stop.StartsWith('X') ? null : Rip();
    }

    /// <summary>Address of the next instruction.</summary>
    public ulong Rip()
    {
        // All registers: QEMU answers single ones only to debuggers that fetched its target description.
        var answer = Ask("g");
        if (answer.Length < 2 * (RipOffset + 8)) throw new SocketException((int)SocketError.ProtocolNotSupported);
        return BinaryPrimitives.ReadUInt64LittleEndian(Convert.FromHexString(answer.AsSpan(2 * RipOffset, 16)));
    }

    public void Dispose() => _socket.Dispose();

    private string Ask(string command)
    {
        var sum = 0;
        foreach (var c in command) sum += (byte)c;
        _socket.Send(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"${command}#{sum & 0xFF:x2}")));
        while (Next() != '$') { }
        var answer = new StringBuilder();
        for (var c = Next(); c != '#'; c = Next()) answer.Append(c);
        Next();
        Next();
        _socket.Send("+"u8);
        return answer.ToString();
    }

    private char Next()
    {
        if (_start == _end)
        {
            (_start, _end) = (0, _socket.Receive(_buffer));
            if (_end == 0) throw new SocketException((int)SocketError.ConnectionReset);
        }
        return (char)_buffer[_start++];
    }
}
