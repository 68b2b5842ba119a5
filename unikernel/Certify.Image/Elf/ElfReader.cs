namespace Certify.Image.Elf;

/// <summary>Reads the tables of an ELF64 file and checks that what they name lies in the file.</summary>
internal sealed class ElfReader(ReadOnlyMemory<byte> bytes, string name)
{
    private const int HeaderBytes = 64, SegmentBytes = 56, SectionBytes = 64, SymbolBytes = 24;
    private const ushort MachineX64 = 62;
    private const ulong MemoryMax = 1ul << 40;

    public ElfFile Read()
    {
        var header = ReadHeader();
        var segments = ReadSegments(header);
        var sections = ReadSections(header);
        var symbols = SymbolSizes.Derive(ReadSymbols(sections));
        return new ElfFile(name, bytes, header.Entry, segments, sections, symbols, ReadPvhEntry(sections));
    }

    private readonly record struct Header(
        ulong Entry, ulong SegmentTable, ulong SectionTable, int Segments, int Sections, int NameSection);

    private Header ReadHeader()
    {
        if (bytes.Length < HeaderBytes)
            throw Error($"is {bytes.Length} bytes long; an ELF header alone has {HeaderBytes}");
        var cursor = new ByteCursor(bytes.Span, name);
        if (!cursor.Take(4).SequenceEqual("\u007fELF"u8)) throw Error("is not an ELF file");
        var (fileClass, order) = (cursor.U8(), cursor.U8());
        if (fileClass != 2 || order != 1) throw Error("is not a 64-bit little-endian ELF file");
        cursor.Seek(18);
        var machine = cursor.U16();
        if (machine != MachineX64) throw Error($"is for machine {machine}; x86-64 is {MachineX64}");
        cursor.Seek(24);
        var (entry, segmentTable, sectionTable) = (cursor.U64(), cursor.U64(), cursor.U64());
        cursor.Skip(6);
        var (segmentSize, segments) = (cursor.U16(), cursor.U16());
        var (sectionSize, sections, names) = (cursor.U16(), cursor.U16(), cursor.U16());
        if (segments > 0 && segmentSize != SegmentBytes) throw Error($"has segment entries of {segmentSize} bytes");
        if (sections > 0 && sectionSize != SectionBytes) throw Error($"has section entries of {sectionSize} bytes");
        return new(entry, segmentTable, sectionTable, segments, sections, names);
    }

    private List<ElfSegment> ReadSegments(Header header)
    {
        var found = new List<ElfSegment>();
        for (var i = 0; i < header.Segments; i++)
        {
            var cursor = At(header.SegmentTable, (ulong)i * SegmentBytes, "segment table");
            var (type, flags) = (cursor.U32(), cursor.U32());
            var (offset, _, physical) = (cursor.U64(), cursor.U64(), cursor.U64());
            var (inFile, inMemory) = (cursor.U64(), cursor.U64());
            if (type != 1) continue;
            CheckRange(offset, inFile, $"segment {i}");
            if (inFile > inMemory) throw Error($"segment {i} has more bytes in the file than in memory");
            CheckMemory(physical, inMemory, $"segment {i}");
            found.Add(new(physical, offset, inFile, inMemory, Permissions(flags)));
        }
        return found;
    }

    private static string Permissions(uint flags) =>
        $"{((flags & 4) != 0 ? 'r' : '-')}{((flags & 2) != 0 ? 'w' : '-')}{((flags & 1) != 0 ? 'x' : '-')}";

    private List<ElfSection> ReadSections(Header header)
    {
        var raw = new List<(ElfSection Section, uint Name)>();
        for (var i = 0; i < header.Sections; i++)
        {
            var cursor = At(header.SectionTable, (ulong)i * SectionBytes, "section table");
            var (nameAt, type, flags) = (cursor.U32(), cursor.U32(), cursor.U64());
            var (address, offset, size) = (cursor.U64(), cursor.U64(), cursor.U64());
            if (type is not (0 or 8)) CheckRange(offset, size, $"section {i}");
            if (type != 0) CheckMemory(address, size, $"section {i}");
            raw.Add((new(i, "", type, flags, address, offset, type == 0 ? 0 : size), nameAt));
        }
        if (header.NameSection == 0) return [.. raw.Select(r => r.Section)];
        if (header.NameSection >= raw.Count) throw Error($"names its sections in section {header.NameSection} of {raw.Count}");
        var names = SectionBytesOf(raw[header.NameSection].Section);
        return [.. raw.Select(r => r.Section with { Name = TextAt(names, r.Name, "section names") })];
    }

    private List<ElfSymbol> ReadSymbols(List<ElfSection> sections)
    {
        var found = new List<ElfSymbol>();
        foreach (var table in sections.Where(s => s.Type == ElfSection.SymbolTableType))
        {
            var link = At((ulong)table.Index * SectionBytes + SectionTable(), 40, "section table").U32();
            if (link >= sections.Count) throw Error($"symbol table takes names from section {link} of {sections.Count}");
            var names = SectionBytesOf(sections[(int)link]);
            var cursor = new ByteCursor(SectionBytesOf(table).Span, $"{name}: symbol table");
            while (cursor.Left >= SymbolBytes)
            {
                var (nameAt, info) = (cursor.U32(), cursor.U8());
                cursor.Skip(1);
                var (section, address, size) = (cursor.U16(), cursor.U64(), cursor.U64());
                var kind = info & 15;
                if (section == 0 || kind is 3 or 4) continue;
                found.Add(new(
                    TextAt(names, nameAt, "symbol names"),
                    address,
                    size,
                    kind > 2 ? ElfSymbolKind.Other : (ElfSymbolKind)kind,
                    info >> 4 != 0,
                    SizeIsDerived: false,
                    section < sections.Count ? sections[section] : null));
            }
        }
        return found;
    }

    private ulong SectionTable() => new ByteCursor(bytes.Span, name, 40).U64();

    private uint? ReadPvhEntry(List<ElfSection> sections)
    {
        foreach (var section in sections.Where(s => s.Type == ElfSection.NoteType))
        {
            var cursor = new ByteCursor(SectionBytesOf(section).Span, $"{name}: note in '{section.Name}'");
            while (cursor.Left >= 12)
            {
                var (nameBytes, valueBytes, type) = (cursor.U32(), cursor.U32(), cursor.U32());
                var owner = cursor.Take(nameBytes);
                Align(ref cursor);
                var value = cursor.Take(valueBytes);
                Align(ref cursor);
                if (type == 18 && owner.StartsWith("Xen"u8) && value.Length >= 4)
                    return new ByteCursor(value, name).U32();
            }
        }
        return null;
    }

    private static void Align(ref ByteCursor cursor) =>
        cursor.Seek((ulong)Math.Min(cursor.Position + cursor.Left, (cursor.Position + 3) & ~3));

    private ReadOnlyMemory<byte> SectionBytesOf(ElfSection section) =>
        section.Type is 0 or 8 ? default : bytes.Slice((int)section.FileOffset, (int)section.Bytes);

    private string TextAt(ReadOnlyMemory<byte> names, uint offset, string what) =>
        new ByteCursor(names.Span, $"{name}: {what}", offset).Text();

    private ByteCursor At(ulong table, ulong offset, string what)
    {
        if (table > (ulong)bytes.Length) throw Error($"{what} at 0x{table:x} lies behind the file's end");
        return new ByteCursor(bytes.Span, $"{name}: {what}", table + offset);
    }

    /// <summary>Keeps sums of sizes far from overflow; no image comes near the bound.</summary>
    private void CheckMemory(ulong address, ulong size, string what)
    {
        if (size > MemoryMax || address > ulong.MaxValue - size)
            throw Error($"{what} takes {size} bytes of memory at 0x{address:x}, more than any machine has");
    }

    private void CheckRange(ulong offset, ulong size, string what)
    {
        var total = (ulong)bytes.Length;
        if (size > total || offset > total - size)
            throw Error($"{what} (offset 0x{offset:x}, {size} bytes) lies behind the file's end ({total} bytes): truncated?");
    }

    private ImageFormatException Error(string reason) => new($"{name}: {reason}");
}
