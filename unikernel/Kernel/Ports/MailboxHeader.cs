namespace Certify.Kernel.Ports;

using System.Runtime.InteropServices;
using Certify;

/// <summary>The first bytes of the mailbox, little endian. Each field has one writer.</summary>
[HardwareType("the host reads and writes this memory while the guest runs")]
[Requirement("KRN-LLR-040")]
[StructLayout(LayoutKind.Explicit)]
internal struct MailboxHeader
{
    /// <summary>Guest: "CFY1" (0x31594643), written last of the fields up to <see cref="StateBytes"/>.</summary>
    [FieldOffset(0)]
    public volatile uint Magic;

    /// <summary>Guest: version of this layout, 1.</summary>
    [FieldOffset(4)]
    public uint Version;

    /// <summary>Guest: bytes of one input message.</summary>
    [FieldOffset(8)]
    public uint InputBytes;

    /// <summary>Guest: bytes of one output message.</summary>
    [FieldOffset(12)]
    public uint OutputBytes;

    /// <summary>Guest: number of slots of either kind, a power of two.</summary>
    [FieldOffset(16)]
    public uint Slots;

    /// <summary>Guest: bytes from the mailbox's start to the first input slot.</summary>
    [FieldOffset(20)]
    public uint InputOffset;

    /// <summary>Guest: bytes from one input slot to the next.</summary>
    [FieldOffset(24)]
    public uint InputStride;

    /// <summary>Guest: bytes from the mailbox's start to the first output slot.</summary>
    [FieldOffset(28)]
    public uint OutputOffset;

    /// <summary>Guest: bytes from one output slot to the next.</summary>
    [FieldOffset(32)]
    public uint OutputStride;

    /// <summary>Guest: bytes of the application's state.</summary>
    [FieldOffset(36)]
    public uint StateBytes;

    /// <summary>Host: frames released so far, modulo 2^32; may be set before the guest starts.</summary>
    [FieldOffset(64)]
    public volatile uint Released;

    /// <summary>Host: nonzero ends the guest when no released frame is left.</summary>
    [FieldOffset(68)]
    public volatile uint Stop;

    /// <summary>Guest: frames completed so far, modulo 2^32; their outputs are valid.</summary>
    [FieldOffset(128)]
    public volatile uint Completed;

    /// <summary>Guest: case of the frame that runs or ran last. The panic handler reads it.</summary>
    [FieldOffset(136)]
    public ulong CurrentCase;
}
