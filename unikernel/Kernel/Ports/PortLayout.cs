namespace Certify.Kernel.Ports;

using Certify;

/// <summary>
/// Where the slots lie, which follows from the two message sizes alone: the host can fill slots before the
/// guest starts. A value with <see cref="Slots"/> above 0 proves that all slots fit the mailbox.
/// </summary>
[Requirement("KRN-LLR-041")]
internal readonly struct PortLayout
{
    /// <summary>Sizes the slots for messages of the given bytes (at least 1 each).</summary>
    public PortLayout(int inputBytes, int outputBytes)
    {
        InputStride = Align(inputBytes + Limits.FrameHeaderBytes);
        OutputStride = Align(outputBytes);
        int pair = InputStride + OutputStride;
        int room = Limits.MailboxBytes - Limits.MailboxHeaderBytes;
        int slots = pair <= room ? 1 : 0;
        for (int i = 0; i < Limits.SlotDoublingsMax; i++)
        {
            if (slots <= (room / pair) / 2)
            {
                slots *= 2;
            }
        }

        Slots = slots;
    }

    /// <summary>Bytes from one input slot to the next, a multiple of 16.</summary>
    public int InputStride { get; }

    /// <summary>Bytes from one output slot to the next, a multiple of 16.</summary>
    public int OutputStride { get; }

    /// <summary>Number of slots: the greatest power of two that fits, or 0 if none does.</summary>
    public int Slots { get; }

    /// <summary>Bytes from the mailbox's start to the first input slot.</summary>
    public int InputOffset => Limits.MailboxHeaderBytes;

    /// <summary>Bytes from the mailbox's start to the first output slot.</summary>
    public int OutputOffset => InputOffset + (Slots * InputStride);

    private static int Align(int bytes) => ((bytes + Limits.SlotAlignment - 1) / Limits.SlotAlignment) * Limits.SlotAlignment;
}
