using System.Globalization;
using System.Text;
using Certify.Image;
using Certify.Image.Dwarf;

namespace Certify.Machine;

/// <summary>A fault in the guest, told in C# terms.</summary>
/// <param name="Record">What the guest left.</param>
/// <param name="Backtrace">The faulting place first, then its callers. The first may lie outside all code.</param>
/// <param name="StackStart">Lowest address of the user stack, or null.</param>
// @llr CFY-LLR-040
public sealed record PanicReport(PanicRecord Record, IReadOnlyList<CodePlace> Backtrace, ulong? StackStart = null)
{
    private static readonly string[] s_registers =
        ["rax", "rdx", "rcx", "rbx", "rsi", "rdi", "rbp", "rsp", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15"];

    /// <summary>
    /// The nearest place that has a source line: the faulting one, or its caller where the fault hit data or an
    /// assembler helper; null when nothing on the stack has one.
    /// </summary>
    public CodePlace? Culprit => Backtrace.FirstOrDefault(p => p.File is not null && p.File.EndsWith(".cs", StringComparison.Ordinal))
        ?? Backtrace.FirstOrDefault(p => p.File is not null);

    /// <summary>Decodes the record in guest memory; null when the guest left none.</summary>
    /// <param name="image">The image that ran.</param>
    /// <param name="readMemory">Reads eight bytes of guest memory; null where there is none.</param>
    public static PanicReport? Read(GuestImage image, Func<ulong, ulong?> readMemory)
    {
        var bytes = new byte[PanicRecord.Bytes];
        for (var i = 0; i < bytes.Length; i += 8)
        {
            if (readMemory(image.PanicRecordAddress + (ulong)i) is not { } word) return null;
            BitConverter.TryWriteBytes(bytes.AsSpan(i), word);
        }
        if (PanicRecord.Decode(bytes) is not { } record) return null;
        var top = new FrameRegisters(record.Rip, [.. record.Registers.Select(r => (ulong?)r)]);
        return new(record, Machine.Backtrace.Walk(image, top, readMemory), image.StackStart);
    }

    /// <summary>The report as text for a person; lines end in "\n".</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder();
            var what = Vectors.Explain(Record, StackStart, Backtrace.Count > 0 && Backtrace[0].Symbol == "RhpStackProbe");
            Line(text, $"panic: {Vectors.Name(Record.Vector)}{(what.Length > 0 ? ": " + what : "")}, in case {Record.LastCase}");
            if (Culprit is { } culprit) Line(text, $"  in {culprit}");
            Line(text, $"  rip 0x{Record.Rip:x} cs 0x{Record.Cs:x} rflags 0x{Record.Rflags:x} rsp 0x{Record.Rsp:x} error 0x{Record.ErrorCode:x} cr2 0x{Record.Cr2:x}");
            for (var i = 0; i < s_registers.Length; i += 4)
                Line(text, $"  {string.Join(' ', Enumerable.Range(i, 4).Select(r => $"{s_registers[r]} 0x{Record.Registers[r]:x}"))}");
            WriteBacktrace(text, Backtrace);
            return text.ToString();
        }
    }

    internal static void WriteBacktrace(StringBuilder text, IReadOnlyList<CodePlace> places)
    {
        Line(text, $"  backtrace:");
        for (var i = 0; i < places.Count; i++)
        {
            var last = i;
            while (last + 1 < places.Count && places[last + 1].ToString() == places[i].ToString()) last++;
            if (last == i) Line(text, $"    #{i} {places[i]}");
            else Line(text, $"    #{i} to #{last} {places[i]}");
            i = last;
        }
        if (places.Count == Machine.Backtrace.FramesMax) Line(text, $"    and further");
    }

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
