namespace Certify.Machine;

/// <summary>How QEMU is started and how long it is waited for.</summary>
public sealed record QemuOptions
{
    /// <summary>Program name, looked up in PATH, or a path.</summary>
    public string Executable { get; init; } = "qemu-system-x86_64";

    /// <summary>Guest memory in MiB, at least 1.</summary>
    public int MemoryMiB { get; init; } = 4;

    /// <summary>CPU model. Others than "max" may lack SMEP and SMAP under TCG: the image then hangs.</summary>
    public string Cpu { get; init; } = "max";

    /// <summary>
    /// Time without progress after which the guest counts as hanging while it boots. QEMU must also have had
    /// half of it as processor time, or four times it must have passed: a loaded machine is no hang.
    /// </summary>
    public TimeSpan ReadyTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The same for frames: time in which no frame completed.</summary>
    public TimeSpan FrameTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Folder for the memory file, or null: /dev/shm when it has room, else the temporary folder.</summary>
    public string? RamDirectory { get; init; }

    /// <summary>Port on which QEMU's gdb stub waits before the first instruction, or null.</summary>
    public int? GdbPort { get; init; }

    /// <summary>Ranges of memory to fill with the pattern of <see cref="StackPaint"/> before the start.</summary>
    public IReadOnlyList<MemoryRange> Painted { get; init; } = [];
}
