namespace Certify.Kernel.Ports;

using Certify;

/// <summary>
/// The port device: memory that guest and host share. The host releases frames by counting up and collects
/// outputs of completed ones; neither side waits for the other inside a frame.
/// </summary>
/// <remarks>
/// Order: the processor keeps stores in program order as seen by the host, and the compiler keeps stores on
/// their side of a volatile one. So a counter is written after what it announces, and read before it.
/// <b>Source:</b> Intel SDM volume 3A, 9.2.3.2.
/// </remarks>
[HardwareType("the mailbox lies at a fixed address outside of anything the compiler laid out")]
[Requirement("KRN-LLR-040")]
internal static unsafe class Mailbox
{
    private const ulong Address = 0x20_0000;    // certify_mailbox in link.ld
    private const uint Magic = 0x3159_4643;     // "CFY1"
    private const uint Version = 1;

    /// <summary>Frames released by the host so far.</summary>
    public static uint Released => Header->Released;

    /// <summary>True when the host wants the guest to end after the released frames.</summary>
    public static bool StopRequested => Header->Stop != 0;

    private static MailboxHeader* Header => (MailboxHeader*)Address;

    /// <summary>Announces the ports; from then on the host may wait for completed frames.</summary>
    public static void Publish(in PortLayout layout, int inputBytes, int outputBytes, int stateBytes)
    {
        MailboxHeader* header = Header;
        header->Version = Version;
        header->InputBytes = (uint)inputBytes;
        header->OutputBytes = (uint)outputBytes;
        header->Slots = (uint)layout.Slots;
        header->InputOffset = (uint)layout.InputOffset;
        header->InputStride = (uint)layout.InputStride;
        header->OutputOffset = (uint)layout.OutputOffset;
        header->OutputStride = (uint)layout.OutputStride;
        header->StateBytes = (uint)stateBytes;
        header->CurrentCase = 0;
        header->Completed = 0;
        header->Magic = Magic;
    }

    /// <summary>Copies an input slot out, so that the host cannot change it during the step.</summary>
    /// <param name="layout">Layout with at least one slot.</param>
    /// <param name="frame">Number of the frame; its slot is the remainder by the number of slots.</param>
    /// <param name="header">Case and flags of the frame.</param>
    /// <param name="inputs">The message.</param>
    [Requirement("KRN-LLR-042")]
    public static void Receive<TInputs>(in PortLayout layout, uint frame, out FrameHeader header, out TInputs inputs)
        where TInputs : unmanaged
    {
        uint slot = frame & (uint)(layout.Slots - 1);
        ulong address = Address + (uint)layout.InputOffset + ((ulong)slot * (uint)layout.InputStride);
        header = *(FrameHeader*)address;
        inputs = *(TInputs*)(address + Limits.FrameHeaderBytes);
    }

    /// <summary>Names the case that is about to run.</summary>
    [Requirement("KRN-LLR-044")]
    public static void BeginCase(ulong caseId) => Header->CurrentCase = caseId;

    /// <summary>Puts the outputs of a frame into its slot, then counts it as completed.</summary>
    [Requirement("KRN-LLR-045")]
    [Modular("frames are counted modulo 2^32")]
    public static void Complete<TOutputs>(in PortLayout layout, uint frame, in TOutputs outputs)
        where TOutputs : unmanaged
    {
        uint slot = frame & (uint)(layout.Slots - 1);
        ulong address = Address + (uint)layout.OutputOffset + ((ulong)slot * (uint)layout.OutputStride);
        *(TOutputs*)address = outputs;
        Header->Completed = unchecked(frame + 1);
    }
}
