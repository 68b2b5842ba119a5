namespace Hostile;

using System.Runtime.CompilerServices;

/// <summary>
/// Instructions that C# has no word for. Their bytes are the immediate operand of a load; the call goes into
/// the middle of that instruction.
/// </summary>
internal static unsafe class InstructionFaults
{
    private const byte Return = 0xC3;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Output(int port)
    {
        // The third argument is in RDX, where OUT DX, AL finds the port.
        delegate*<uint> carrier = &OutputBytes;
        ((delegate*<long, long, long, void>)Find(carrier, 0xEE))(0, 0, port);
    }

    public static void DisableInterrupts() => Run(&CliBytes, 0xFA);

    public static void ReadControlRegister() => Run(&Cr3Bytes, 0x0F);

    public static void Undefined() => Run(&UdBytes, 0x0F);

    public static void PretendPageFault() => Run(&Int14Bytes, 0xCD);

    public static void NoGate() => Run(&Int33Bytes, 0xCD);

    public static void Breakpoint() => Run(&Int3Bytes, 0xCC);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Run(delegate*<uint> carrier, byte first)
    {
        ((delegate*<void>)Find(carrier, first))();
    }

    private static void* Find(delegate*<uint> carrier, byte first)
    {
        byte* text = (byte*)carrier;
        for (int i = 0; i < 16; i++)
        {
            if (text[i] == first)
            {
                return text + i;
            }
        }

        return null;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static uint OutputBytes() => 0xEE | (Return << 8);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static uint CliBytes() => 0xFA | (Return << 8);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static uint Cr3Bytes() => 0x0F | (0x20 << 8) | (0xD8 << 16) | ((uint)Return << 24);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static uint UdBytes() => 0x0F | (0x0B << 8);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static uint Int14Bytes() => 0xCD | (14 << 8) | (Return << 16);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static uint Int33Bytes() => 0xCD | (0x33 << 8) | (Return << 16);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static uint Int3Bytes() => 0xCC | (Return << 8);
}
