using System.Net.Sockets;
using Certify.Image;

namespace Certify.Machine;

/// <summary>What the boot costs in guest instructions. Exact: the same in every run.</summary>
/// <param name="ToFirstInstruction">From PVH entry, before the first instruction of C# code.</param>
/// <param name="ToFirstStatement">From PVH entry, before the first statement of C# code (its prologue done).</param>
/// <param name="FirstStatement">Where that is.</param>
public sealed record BootCount(long ToFirstInstruction, long ToFirstStatement, CodePlace FirstStatement);

/// <summary>Measures what booting costs.</summary>
public static class BootProbe
{
    private const int StepsMax = 100_000;

    /// <summary>
    /// Counts guest instructions by stepping through them: firmware is left out because counting starts at the
    /// PVH entry. The first statement begins at the first instruction reached in a function from a .cs file that
    /// is not part of its prologue (saving registers, making the frame). A repeated string instruction counts
    /// its turns.
    /// </summary>
    /// <exception cref="QemuMissingException">QEMU is not installed.</exception>
    /// <exception cref="GuestStartException">The image never reaches C#.</exception>
    public static BootCount CountInstructions(GuestImage image, QemuOptions? options = null)
    {
        options ??= new();
        using var process = QemuProcess.Start(image, options, stepping: true);
        try
        {
            using var gdb = GdbClient.Connect(process, QemuCommand.GdbSocket(process.Folder));
            gdb.RunTo(image.PvhEntry);
            long? first = null;
            for (var steps = 0; steps < StepsMax; steps++)
            {
                if (gdb.Step() is not { } rip) break;
                var place = image.Sources.Locate(rip);
                if (!IsCSharp(place.File)) continue;
                first ??= steps + 1;
                if (!IsPrologue(image, rip)) return new(first.Value, steps + 1, place);
            }
        }
        catch (SocketException)
        {
            // QEMU ended: reported below.
        }
        throw new GuestStartException(new(GuestEnd.Hang, 0, 0,
            $"no C# statement was reached within {StepsMax} instructions from PVH entry; {process.ErrorText}"));
    }

    /// <summary>Runs the request several times and gives each run's time from QEMU's start to its end, in order.</summary>
    /// <exception cref="GuestStartException">A run did not complete.</exception>
    public static IReadOnlyList<TimeSpan> WallTimes(GuestImage image, QemuOptions? options, RunRequest request, int runs)
    {
        var times = new List<TimeSpan>();
        for (var i = 0; i < runs; i++) times.Add(Completed(QemuRun.Run(image, options, request)).Wall);
        return times;
    }

    /// <summary>
    /// The smallest memory in MiB in which the image runs the request to its end, starting from the least that
    /// holds every address it declares (segments and mailbox).
    /// </summary>
    /// <exception cref="GuestStartException">It does not even run in eight times that.</exception>
    public static int SmallestMemoryMiB(GuestImage image, QemuOptions? options, RunRequest request)
    {
        options ??= new();
        var end = image.Elf.Segments.Select(s => s.Address + s.MemoryBytes).Append(image.MailboxAddress + MailboxShape.Bytes).Max();
        var least = (int)Math.Max(1, (end + 0xFFFFF) >> 20);
        for (var size = least; size < least * 8; size++)
        {
            if (QemuRun.Run(image, options with { MemoryMiB = size }, request).Outcome.End == GuestEnd.Completed) return size;
        }
        return Completed(QemuRun.Run(image, options with { MemoryMiB = least * 8 }, request)) is not null ? least * 8 : 0;
    }

    private static RunResult Completed(RunResult run) =>
        run.Outcome.End == GuestEnd.Completed ? run : throw new GuestStartException(run.Outcome);

    /// <summary>True for what compilers begin a function with: push, sub rsp, lea rbp [rsp+n], mov rbp rsp.</summary>
    private static bool IsPrologue(GuestImage image, ulong rip)
    {
        Span<byte> code = stackalloc byte[4];
        if (!image.Elf.TryReadLoaded(rip, code)) return false;
        if (code[0] is >= 0x50 and <= 0x57 || (code[0] == 0x41 && code[1] is >= 0x50 and <= 0x57)) return true;
        var plain = code[0] == 0x48 ? code[1..] : code;
        return (plain[0] is 0x81 or 0x83 && plain[1] == 0xEC)
            || (plain[0] == 0x8D && plain[1] is 0x6C or 0xAC && plain[2] == 0x24)
            || (plain[0] == 0x8B && plain[1] == 0xEC)
            || (plain[0] == 0x89 && plain[1] == 0xE5);
    }

    private static bool IsCSharp(string? file) => file is not null && file.EndsWith(".cs", StringComparison.Ordinal);
}
