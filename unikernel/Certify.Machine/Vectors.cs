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

    private const ulong FirstTrap = 32;

    /// <summary>The name of a vector, for example "#PF page fault".</summary>
    public static string Name(ulong vector) =>
        vector < (ulong)s_names.Length ? s_names[vector]
        : vector - FirstTrap < (ulong)s_traps.Length ? $"trap: {s_traps[vector - FirstTrap]}"
        : string.Create(CultureInfo.InvariantCulture, $"vector {vector}");

    /// <summary>What happened, in words: for page faults from the error code's bits.</summary>
    public static string Explain(PanicRecord record)
    {
        if (record.Vector != 14) return record.Vector == 0 ? "division by zero, or a quotient too large" : "";
        var access = (record.ErrorCode & 16) != 0 ? "execution of" : (record.ErrorCode & 2) != 0 ? "write to" : "read of";
        var page = (record.ErrorCode & 1) != 0 ? "a protected page" : "an unmapped page";
        var hint = record.Cr2 < 4096 ? " (null reference)" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{access} {page} at 0x{record.Cr2:x}{hint}");
    }
}
