namespace Certify.Kernel;

using Certify;

/// <summary>Every bound of the kernel, with its reason. Stack and region sizes are in Platform/X64/layout.S.</summary>
[Requirement("KRN-LLR-050")]
internal static class Limits
{
    /// <summary>Bytes of the mailbox: one large page, so that one level-2 entry maps it.</summary>
    public const int MailboxBytes = 0x20_0000;

    /// <summary>Bytes before the first input slot: one small page for the header and what may join it.</summary>
    public const int MailboxHeaderBytes = 0x1000;

    /// <summary>Slots and messages begin at multiples of this many bytes, the widest move of the processor.</summary>
    public const int SlotAlignment = 16;

    /// <summary>Bytes before the message in an input slot: case, flags, padding.</summary>
    public const int FrameHeaderBytes = 16;

    /// <summary>
    /// Doublings tried when slots are sized: 2^17 slots of the least size (16 + 16 bytes) exceed the mailbox.
    /// </summary>
    public const int SlotDoublingsMax = 17;

    /// <summary>Bytes of the longest line the kernel prints.</summary>
    public const int ConsoleLineBytesMax = 128;

    /// <summary>Verdict of a run that was stopped by its host; QEMU's exit code is 33.</summary>
    public const int VerdictStopped = 0x10;
}
