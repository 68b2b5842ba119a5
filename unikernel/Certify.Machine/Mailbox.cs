using System.Buffers.Binary;

namespace Certify.Machine;

/// <summary>The places in the mailbox, from what the guest says and by the rule that makes them predictable.</summary>
/// <param name="InputBytes">Bytes of one input message.</param>
/// <param name="OutputBytes">Bytes of one output message.</param>
/// <param name="StateBytes">Bytes of the state.</param>
/// <param name="Slots">Frames in the ring, a power of two.</param>
/// <param name="InputOffset">Offset of the first input slot.</param>
/// <param name="InputStride">Distance of input slots.</param>
/// <param name="OutputOffset">Offset of the first output slot.</param>
/// <param name="OutputStride">Distance of output slots.</param>
internal readonly record struct MailboxShape(
    int InputBytes, int OutputBytes, int StateBytes, int Slots, int InputOffset, int InputStride, int OutputOffset, int OutputStride)
{
    public const int Bytes = 2 * 1024 * 1024;
    public const int SlotHeaderBytes = 16;
    private const int FirstSlot = 4096;

    /// <summary>The shape that the guest will choose for messages of these sizes.</summary>
    public static MailboxShape For(int inputBytes, int outputBytes)
    {
        var (input, output) = (Align(SlotHeaderBytes + inputBytes), Align(outputBytes));
        var slots = 1;
        while (FirstSlot + (long)slots * 2 * (input + output) <= Bytes) slots *= 2;
        return new(inputBytes, outputBytes, 0, slots, FirstSlot, input, FirstSlot + slots * input, output);
    }

    private static int Align(int bytes) => Math.Max(16, (bytes + 15) & ~15);
}

/// <summary>The mailbox in guest memory: the one protocol between this side and the guest's port device.</summary>
internal sealed class Mailbox(GuestRam ram, ulong address)
{
    public const uint Magic = 0x31594643;
    private const int Version = 1;

    public bool IsReady => ram.ReadWord(address) == Magic;

    public uint Released
    {
        get => ram.ReadWord(address + 64);
        set => ram.WriteWord(address + 64, value);
    }

    public uint Stop
    {
        get => ram.ReadWord(address + 68);
        set => ram.WriteWord(address + 68, value);
    }

    public uint Completed => ram.ReadWord(address + 128);

    public ulong CurrentCase => ram.ReadLong(address + 136);

    /// <summary>Reads the guest's description of itself and refuses one that leads outside the mailbox.</summary>
    public MailboxShape ReadShape()
    {
        int Word(ulong offset) => checked((int)Math.Min(ram.ReadWord(address + offset), int.MaxValue));
        if (Word(4) != Version) throw Mismatch($"protocol version {Word(4)}; this tool speaks {Version}");
        var shape = new MailboxShape(Word(8), Word(12), Word(36), Word(16), Word(20), Word(24), Word(28), Word(32));
        if (shape.Slots <= 0 || (shape.Slots & (shape.Slots - 1)) != 0) throw Mismatch($"{shape.Slots} slots, no power of two");
        if (shape.InputStride < MailboxShape.SlotHeaderBytes + shape.InputBytes || shape.OutputStride < shape.OutputBytes)
            throw Mismatch("slots smaller than their messages");
        CheckInside("input", shape.InputOffset, shape.InputStride, shape.Slots);
        CheckInside("output", shape.OutputOffset, shape.OutputStride, shape.Slots);
        return shape;
    }

    /// <summary>Writes one input slot.</summary>
    public void WriteInput(in MailboxShape shape, uint frame, FrameTag tag, ReadOnlySpan<byte> input)
    {
        var slot = ram.Span(InputAddress(shape, frame), shape.InputStride);
        BinaryPrimitives.WriteUInt64LittleEndian(slot, tag.CaseId);
        BinaryPrimitives.WriteUInt64LittleEndian(slot[8..], tag.Restart ? 1ul : 0ul);
        input.CopyTo(slot[MailboxShape.SlotHeaderBytes..]);
    }

    /// <summary>Copies one output slot.</summary>
    public void ReadOutput(in MailboxShape shape, uint frame, Span<byte> output)
    {
        var offset = (ulong)shape.OutputOffset + (frame & (uint)(shape.Slots - 1)) * (ulong)shape.OutputStride;
        ram.Span(address + offset, shape.OutputBytes).CopyTo(output);
    }

    private ulong InputAddress(in MailboxShape shape, uint frame) =>
        address + (ulong)shape.InputOffset + (frame & (uint)(shape.Slots - 1)) * (ulong)shape.InputStride;

    private static void CheckInside(string what, int offset, int stride, int slots)
    {
        if (offset < 256 || offset + (long)stride * slots > MailboxShape.Bytes)
            throw Mismatch($"{what} slots outside the mailbox (offset {offset}, {slots} x {stride} bytes)");
    }

    private static GuestMismatchException Mismatch(string reason) => new($"the image's mailbox announces {reason}");
}
