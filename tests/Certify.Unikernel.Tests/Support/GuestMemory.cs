using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Certify.Unikernel.Tests.Support;

/// <summary>The 4 MiB of a guest as bytes: frames put in before it starts, results taken out after it ended.</summary>
internal sealed class GuestMemory
{
    public const int Mailbox = 0x200000;
    public const int RecordWords = 25;
    public const ulong RecordMagic = 0x43494E4150594643;

    public byte[] Bytes { get; set; } = new byte[4 << 20];

    /// <summary>Fills one input slot as the mailbox's layout says it for messages of this size.</summary>
    public void PutFrame<T>(int frame, ulong caseId, bool restart, T inputs) where T : unmanaged
    {
        var stride = (16 + Unsafe.SizeOf<T>() + 15) & -16;
        var slot = Bytes.AsSpan(Mailbox + 4096 + (frame * stride));
        MemoryMarshal.Write(slot, caseId);
        MemoryMarshal.Write(slot[8..], restart ? 1u : 0u);
        MemoryMarshal.Write(slot[16..], inputs);
    }

    /// <summary>Releases frames and asks for the end after them.</summary>
    public void Release(int frames, bool stop = true)
    {
        Set(64, (uint)frames);
        Set(68, stop ? 1u : 0u);
    }

    public uint Header(int offset) => MemoryMarshal.Read<uint>(Bytes.AsSpan(Mailbox + offset));

    public T Output<T>(int frame) where T : unmanaged =>
        MemoryMarshal.Read<T>(Bytes.AsSpan(Mailbox + (int)Header(28) + (frame * (int)Header(32))));

    /// <summary>The words of the panic record.</summary>
    public ulong[] PanicRecord(Elf image) =>
        MemoryMarshal.Cast<byte, ulong>(Bytes.AsSpan((int)image["certify_panic_record"], RecordWords * 8)).ToArray();

    private void Set(int offset, uint value) => MemoryMarshal.Write(Bytes.AsSpan(Mailbox + offset), value);
}
