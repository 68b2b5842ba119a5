using Certify.Image.Elf;

namespace Certify.Image.Dwarf;

/// <summary>Unwind rules of one function: where they hold and the programs that give them.</summary>
internal sealed record FrameEntry(
    ulong Start, ulong End, byte[] Initial, byte[] Program, ulong CodeFactor, long DataFactor);

/// <summary>The unwind table (.eh_frame). **Source:** LSB Core 5.0, chapter 10; DWARF 5, section 6.4.</summary>
public sealed class FrameTable
{
    private readonly FrameEntry[] _entries;

    private FrameTable(FrameEntry[] entries) => _entries = entries;

    /// <summary>Functions with unwind rules.</summary>
    public int Count => _entries.Length;

    /// <summary>Reads the table; empty when the image has none.</summary>
    /// <exception cref="ImageFormatException">The section is damaged.</exception>
    public static FrameTable Read(ElfFile elf)
    {
        if (elf.FindSection(".eh_frame") is not { } section) return new([]);
        var reader = new FrameReader(elf.BytesOf(section), section.Address, $"{elf.Name}: .eh_frame");
        return new([.. reader.Read().OrderBy(e => e.Start)]);
    }

    /// <summary>
    /// The canonical frame address that holds at an address: a register in DWARF order (7 rsp, 6 rbp) plus an offset.
    /// Null where the table has no rule, or one of a kind not supported.
    /// </summary>
    public (int Register, long Offset)? CanonicalFrameAt(ulong address)
    {
        var entry = Array.Find(_entries, e => address >= e.Start && address < e.End);
        if (entry is null) return null;
        try
        {
            return FrameMachine.Run(entry, address) is { } rules ? (rules.CfaRegister, rules.CfaOffset) : null;
        }
        catch (ImageFormatException)
        {
            return null;
        }
    }

    /// <summary>
    /// Steps from a frame to its caller's. Null when no rule holds for the address, the stack cannot be read, or
    /// the rule is of a kind compilers of this project do not emit (expressions).
    /// </summary>
    /// <param name="frame">The registers in the frame.</param>
    /// <param name="readMemory">Reads eight bytes of guest memory; null where there is none.</param>
    public FrameRegisters? Unwind(FrameRegisters frame, Func<ulong, ulong?> readMemory)
    {
        var entry = Array.Find(_entries, e => frame.Ip >= e.Start && frame.Ip < e.End);
        if (entry is null) return null;
        try
        {
            return FrameMachine.Run(entry, frame.Ip) is { } rules ? rules.Apply(frame, readMemory) : null;
        }
        catch (ImageFormatException)
        {
            return null;
        }
    }
}
