using System.Buffers.Binary;
using Certify.Image.Elf;

namespace Certify.ImageAnalysis.Code;

/// <summary>Initial memory of an image, as far as it cannot change: constants that code may rely upon.</summary>
internal sealed class Memory(ElfFile elf)
{
    public bool IsWritable(ulong address) =>
        elf.Segments.FirstOrDefault(s => s.Contains(address)) is not { } segment || segment.Permissions.Contains('w');

    public ElfSegment? SegmentOf(ulong address) => elf.Segments.FirstOrDefault(s => s.Contains(address));

    public ulong? Read(ulong address, int bytes)
    {
        Span<byte> into = stackalloc byte[8];
        into.Clear();
        return elf.TryReadLoaded(address, into[..bytes]) ? BinaryPrimitives.ReadUInt64LittleEndian(into) : null;
    }

    /// <summary>A value that stays what it is: memory that no page table lets user code write.</summary>
    public ulong? ReadConstant(ulong address, int bytes) => IsWritable(address) ? null : Read(address, bytes);

    /// <summary>The bytes of a code section, with their first address; null outside of code.</summary>
    public (byte[] Bytes, ulong Address)? Code(ulong address)
    {
        foreach (var (section, bytes) in _code)
            if (address >= section.Address && address - section.Address < section.Bytes) return (bytes, section.Address);
        return null;
    }

    private readonly List<(ElfSection Section, byte[] Bytes)> _code =
        [.. elf.Sections.Where(s => s.IsCode && s.IsLoaded && !s.IsZeroFilled && s.Bytes > 0).Select(s => (s, elf.BytesOf(s).ToArray()))];
}
