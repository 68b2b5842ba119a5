using System.Buffers.Binary;

namespace Certify.Machine;

/// <summary>A range of guest memory.</summary>
/// <param name="Start">First address.</param>
/// <param name="End">Address behind its last byte.</param>
public sealed record MemoryRange(ulong Start, ulong End)
{
    /// <summary>Its size.</summary>
    public int Bytes => checked((int)(End - Start));
}

/// <summary>
/// Finds out how deep a stack has been: its memory is filled with a pattern before the machine starts, from the host,
/// so that the image is the one that flies; later the lowest word that changed marks the depth. Words that a function
/// reserves and never writes keep the pattern, so a depth seen can be less than the depth taken and never more.
/// </summary>
// @llr CFY-LLR-322
public static class StackPaint
{
    private const ulong Pattern = 0x9D5AC3A53C96E17B;

    /// <summary>Bytes from the end of a painted range down to the lowest word that changed; 0 when none did.</summary>
    /// <param name="guest">The guest, alive or dead.</param>
    /// <param name="range">A range of <see cref="QemuOptions.Painted"/> of this guest.</param>
    /// <exception cref="GuestMismatchException">No word of the range holds the pattern: it was not painted, or overflown.</exception>
    public static int Depth(IGuest guest, MemoryRange range)
    {
        var memory = new byte[range.Bytes];
        guest.ReadMemory(range.Start, memory);
        if (!IsIntact(memory, 0, range.Start))
            throw new GuestMismatchException($"the memory at 0x{range.Start:x} lost its pattern: it was not painted, or the whole range was written");
        for (var at = 0; at < memory.Length; at += 8)
            if (!IsIntact(memory, at, range.Start)) return memory.Length - at;
        return 0;
    }

    internal static void Apply(GuestRam ram, IReadOnlyList<MemoryRange> ranges)
    {
        foreach (var range in ranges)
        {
            if (range.Start % 8 != 0 || range.End % 8 != 0 || range.End <= range.Start)
                throw new ArgumentException($"0x{range.Start:x} to 0x{range.End:x} is no range of whole words", nameof(ranges));
            var memory = ram.Span(range.Start, range.Bytes);
            for (var at = 0; at < memory.Length; at += 8) BinaryPrimitives.WriteUInt64LittleEndian(memory[at..], Word(range.Start + (ulong)at));
        }
    }

    private static bool IsIntact(byte[] memory, int at, ulong start) =>
        BinaryPrimitives.ReadUInt64LittleEndian(memory.AsSpan(at)) == Word(start + (ulong)at);

    /// <summary>Each word has a pattern of its own, so that a copied block of painted memory shows.</summary>
    private static ulong Word(ulong address) => Pattern ^ (address * 0x9E3779B97F4A7C15);
}
