namespace Certify.Machine;

/// <summary>A booted image whose ports take frames in batches. One instance is one boot.</summary>
public interface IGuest : IDisposable
{
    /// <summary>Bytes of one input port message.</summary>
    int InputBytes { get; }

    /// <summary>Bytes of one output port message.</summary>
    int OutputBytes { get; }

    /// <summary>
    /// Runs frames in order and waits for the last one. Any count is taken: batches larger than the port's
    /// slots are streamed.
    /// </summary>
    /// <param name="tags">One per frame: the case it belongs to, and whether the state restarts before it.</param>
    /// <param name="inputs">tags.Length × <see cref="InputBytes"/> bytes.</param>
    /// <param name="outputs">tags.Length × <see cref="OutputBytes"/> bytes, filled up to the frames completed.</param>
    /// <returns>How it went. After anything but <see cref="GuestEnd.Completed"/> the guest is dead: start another.</returns>
    GuestOutcome Run(ReadOnlySpan<FrameTag> tags, ReadOnlySpan<byte> inputs, Span<byte> outputs);

    /// <summary>Reads guest memory at a physical address (identity mapped), also after the guest died.</summary>
    void ReadMemory(ulong address, Span<byte> into);

    /// <summary>Writes guest memory between batches (coverage counters are cleared so).</summary>
    void WriteMemory(ulong address, ReadOnlySpan<byte> from);
}

/// <summary>What goes with one frame.</summary>
/// <param name="CaseId">The case the frame belongs to; named when the guest dies in it.</param>
/// <param name="Restart">True when the application's state is initialised before this frame.</param>
public readonly record struct FrameTag(ulong CaseId, bool Restart);

/// <summary>How a batch ended.</summary>
public enum GuestEnd
{
    /// <summary>Every frame was answered.</summary>
    Completed,
    /// <summary>A fault; the panic record says which.</summary>
    Panic,
    /// <summary>No frame completed within the time limit.</summary>
    Hang,
    /// <summary>The machine was reset: a fault inside the fault handler.</summary>
    TripleFault,
    /// <summary>QEMU ended without a verdict, or was killed.</summary>
    QemuDied,
}

/// <summary>The result of one batch.</summary>
/// <param name="End">How it ended.</param>
/// <param name="FramesCompleted">Frames whose outputs are valid.</param>
/// <param name="LastCase">The case that was running when it ended.</param>
/// <param name="Detail">For a person: panic record with C# backtrace, QEMU's last words, or null when completed.</param>
public sealed record GuestOutcome(GuestEnd End, int FramesCompleted, ulong LastCase, string? Detail);
