using System.Buffers.Binary;

namespace Certify.Machine;

/// <summary>The record that the guest's fault handler leaves at symbol certify_panic_record.</summary>
/// <param name="Vector">Exception vector.</param>
/// <param name="ErrorCode">The processor's error code, or 0.</param>
/// <param name="Rip">Address of the instruction.</param>
/// <param name="Cs">Code segment; its low two bits are the privilege level.</param>
/// <param name="Rflags">Flags.</param>
/// <param name="Rsp">Stack pointer.</param>
/// <param name="Ss">Stack segment.</param>
/// <param name="Cr2">Address of a page fault.</param>
/// <param name="Registers">rax, rdx, rcx, rbx, rsi, rdi, rbp, rsp, r8 to r15: the order of DWARF.</param>
/// <param name="LastCase">The case that was running.</param>
public sealed record PanicRecord(
    ulong Vector, ulong ErrorCode, ulong Rip, ulong Cs, ulong Rflags, ulong Rsp, ulong Ss, ulong Cr2,
    IReadOnlyList<ulong> Registers, ulong LastCase)
{
    /// <summary>First word of a record that was written.</summary>
    public const ulong Magic = 0x43494E4150594643;

    /// <summary>Bytes of a record: 25 words.</summary>
    public const int Bytes = 25 * 8;

    /// <summary>Decodes a record; null when none was written.</summary>
    public static PanicRecord? Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Bytes) return null;
        var words = new ulong[Bytes / 8];
        for (var i = 0; i < words.Length; i++) words[i] = BinaryPrimitives.ReadUInt64LittleEndian(bytes[(i * 8)..]);
        if (words[0] != Magic) return null;
        // Behind cr2: rbp, rax, rbx, rcx, rdx, rsi, rdi, r8 to r15, last case.
        var (rbp, rax, rbx, rcx, rdx, rsi, rdi) = (words[9], words[10], words[11], words[12], words[13], words[14], words[15]);
        return new(words[1], words[2], words[3], words[4], words[5], words[6], words[7], words[8],
            [rax, rdx, rcx, rbx, rsi, rdi, rbp, words[6], .. words[16..24]], words[24]);
    }

    /// <summary>QEMU's exit code after a panic of this vector.</summary>
    public int ExitCode => (int)(((Vector | 0x40) << 1) | 1) & 0xFF;
}
