using System.Globalization;

namespace Certify.Machine;

/// <summary>Names of exception vectors. **Source:** Intel SDM volume 3, chapter 6.</summary>
public static class Vectors
{
    private static readonly string[] s_names =
    [
        "#DE divide error", "#DB debug", "NMI", "#BP breakpoint", "#OF overflow", "#BR bound range", "#UD invalid opcode",
        "#NM no floating-point unit", "#DF double fault", "coprocessor overrun", "#TS invalid TSS", "#NP segment not present",
        "#SS stack fault", "#GP general protection", "#PF page fault", "vector 15", "#MF x87 error", "#AC alignment check",
        "#MC machine check", "#XM SIMD error", "#VE virtualisation", "#CP control protection",
    ];

    /// <summary>Software traps that the core library raises, from vector 32 on, in the order of Platform's user.S.</summary>
    private static readonly string[] s_traps =
    [
        "index outside its range", "arithmetic overflow", "division by zero", "argument outside its range", "invalid operation",
        "null reference", "code that the build removed", "stack canary overwritten",
    ];

    private const ulong FirstTrap = 32, PageBytes = 4096, FrameBytes = 3 * PageBytes;

    /// <summary>The name of a vector, for example "#PF page fault".</summary>
    public static string Name(ulong vector) =>
        vector < (ulong)s_names.Length ? s_names[vector]
        : vector - FirstTrap < (ulong)s_traps.Length ? $"trap: {s_traps[vector - FirstTrap]}"
        : string.Create(CultureInfo.InvariantCulture, $"vector {vector}");

    /// <summary>What happened, in words: for page faults from the error code's bits and the image's map.</summary>
    /// <param name="record">The record.</param>
    /// <param name="stackStart">Lowest address of the user stack, or null where the image does not name it.</param>
    /// <param name="inStackProbe">True when the fault hit the helper that touches a large frame's pages.</param>
    public static string Explain(PanicRecord record, ulong? stackStart = null, bool inStackProbe = false)
    {
        if (record.Vector != 14) return record.Vector == 0 ? "division by zero, or a quotient too large" : "";
        var access = (record.ErrorCode & 16) != 0 ? "execution of" : (record.ErrorCode & 2) != 0 ? "write to" : "read of";
        var page = (record.ErrorCode & 1) != 0 ? "a protected page" : "an unmapped page";
        return string.Create(CultureInfo.InvariantCulture, $"{access} {page} at 0x{record.Cr2:x}{Hint(record, stackStart, inStackProbe)}");
    }

    private static string Hint(PanicRecord record, ulong? stackStart, bool inStackProbe)
    {
        if (record.Cr2 < PageBytes) return " (null reference)";
        if (stackStart is not { } start || record.Cr2 >= start || record.Cr2 < start - PageBytes) return "";
        // A fault in the guard page is an overflow where a frame is being made or the stack has come down to it.
        return inStackProbe || record.Rsp < start + FrameBytes ? " (stack overflow)" : "";
    }
}
