using System.Buffers.Binary;
using System.Text;

namespace Certify.Unikernel.Tests.Support;

/// <summary>What these tests ask of a 64-bit little-endian ELF image: segments, symbols, bytes.</summary>
internal sealed class Elf
{
    private readonly byte[] _bytes;

    public Elf(string path)
    {
        _bytes = File.ReadAllBytes(path);
        Segments = ReadSegments();
        Symbols = ReadSymbols();
    }

    public sealed record Segment(uint Type, uint Flags, ulong Offset, ulong Address, ulong FileBytes, ulong MemoryBytes)
    {
        public bool Writable => (Flags & 2) != 0;

        public bool Executable => (Flags & 1) != 0;

        public ulong End => Address + MemoryBytes;
    }

    public sealed record Symbol(string Name, ulong Address, ulong Bytes, bool Defined);

    public IReadOnlyList<Segment> Segments { get; }

    public IReadOnlyList<Symbol> Symbols { get; }

    public IEnumerable<Segment> Loaded => Segments.Where(s => s.Type == 1 && s.MemoryBytes > 0);

    public ulong this[string symbol] => Symbols.First(s => s.Name == symbol && s.Defined).Address;

    /// <summary>File offset of a loaded address.</summary>
    public int FileOffset(ulong address)
    {
        var segment = Loaded.First(s => address >= s.Address && address < s.Address + s.FileBytes);
        return (int)(segment.Offset + (address - segment.Address));
    }

    /// <summary>The page table entry of an address below 2 MiB, from the prebuilt table.</summary>
    public ulong PageTableEntry(ulong address) => U64(FileOffset(this["certify_page_table"]) + ((int)(address >> 12) * 8));

    private List<Segment> ReadSegments()
    {
        var at = (int)U64(32);
        var found = new List<Segment>();
        for (var i = 0; i < U16(56); i++, at += U16(54))
            found.Add(new Segment(U32(at), U32(at + 4), U64(at + 8), U64(at + 16), U64(at + 32), U64(at + 40)));
        return found;
    }

    private List<Symbol> ReadSymbols()
    {
        var sections = (int)U64(40);
        var size = U16(58);
        var found = new List<Symbol>();
        for (var i = 0; i < U16(60); i++)
        {
            var header = sections + (i * size);
            if (U32(header + 4) != 2) continue;     // SHT_SYMTAB
            var strings = (int)U64(sections + ((int)U32(header + 40) * size) + 24);
            var start = (int)U64(header + 24);
            for (var at = start; at < start + (int)U64(header + 32); at += 24)
                found.Add(new Symbol(Text(strings + (int)U32(at)), U64(at + 8), U64(at + 16), U16(at + 6) != 0));
        }

        return found;
    }

    private string Text(int at) => Encoding.UTF8.GetString(_bytes, at, Array.IndexOf(_bytes, (byte)0, at) - at);

    private ushort U16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(at));

    private ulong U64(int at) => BinaryPrimitives.ReadUInt64LittleEndian(_bytes.AsSpan(at));
}
