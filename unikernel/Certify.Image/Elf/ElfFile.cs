using System.Diagnostics.CodeAnalysis;

namespace Certify.Image.Elf;

/// <summary>
/// A linked ELF64 file for x86-64. Having one proves that its header, segment, section and symbol tables lie
/// within the file. **Source:** System V ABI, chapters 4 and 5, with the AMD64 supplement.
/// </summary>
// @llr CFY-LLR-035
public sealed class ElfFile
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly Dictionary<string, ElfSymbol> _byName;
    private readonly ElfSymbol[] _functions;

    internal ElfFile(
        string name,
        ReadOnlyMemory<byte> bytes,
        ulong entry,
        IReadOnlyList<ElfSegment> segments,
        IReadOnlyList<ElfSection> sections,
        IReadOnlyList<ElfSymbol> symbols,
        uint? pvhEntry)
    {
        _bytes = bytes;
        Name = name;
        Entry = entry;
        Segments = segments;
        Sections = sections;
        Symbols = symbols;
        PvhEntry = pvhEntry;
        _byName = new(StringComparer.Ordinal);
        foreach (var symbol in symbols)
        {
            if (!_byName.TryGetValue(symbol.Name, out var earlier) || (symbol.IsGlobal && !earlier.IsGlobal))
                _byName[symbol.Name] = symbol;
        }
        _functions = [.. symbols.Where(s => s.IsCode && s.Bytes > 0)];
    }

    /// <summary>The name given by the caller, for messages.</summary>
    public string Name { get; }

    /// <summary>The file's entry address (QEMU enters at <see cref="PvhEntry"/> instead).</summary>
    public ulong Entry { get; }

    /// <summary>Loadable segments in file order.</summary>
    public IReadOnlyList<ElfSegment> Segments { get; }

    /// <summary>All sections in file order.</summary>
    public IReadOnlyList<ElfSection> Sections { get; }

    /// <summary>Defined symbols by address, then name in ordinal order.</summary>
    public IReadOnlyList<ElfSymbol> Symbols { get; }

    /// <summary>Entry address of the Xen PVH note, or null without one.</summary>
    public uint? PvhEntry { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">Its name for messages.</param>
    /// <exception cref="ImageFormatException">It is not a whole ELF64 file for x86-64.</exception>
    public static ElfFile Read(ReadOnlyMemory<byte> bytes, string name) => new ElfReader(bytes, name).Read();

    /// <summary>Finds a symbol by name; a global one before local ones.</summary>
    public bool TryFindSymbol(string name, [NotNullWhen(true)] out ElfSymbol? symbol) =>
        _byName.TryGetValue(name, out symbol);

    /// <summary>Finds a symbol by name.</summary>
    /// <exception cref="ImageFormatException">There is none.</exception>
    public ElfSymbol Symbol(string name) => TryFindSymbol(name, out var symbol)
        ? symbol
        : throw new ImageFormatException($"{Name}: has no symbol '{name}'");

    /// <summary>The function (or label in code) that the address lies in, or null.</summary>
    public ElfSymbol? FunctionAt(ulong address)
    {
        var (low, high) = (0, _functions.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_functions[middle].Address <= address) low = middle + 1;
            else high = middle;
        }
        // Names of one address are neighbours; a label inside a sized function may stand before its end.
        for (var i = low - 1; i >= 0 && i >= low - 64; i--)
            if (_functions[i].Contains(address)) return _functions[i];
        return null;
    }

    /// <summary>The section of that name, or null.</summary>
    public ElfSection? FindSection(string name) =>
        Sections.FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.Ordinal));

    /// <summary>The bytes of a section: empty for a zero-filled one or one that is not there.</summary>
    public ReadOnlyMemory<byte> BytesOf(string section) => FindSection(section) is { } found ? BytesOf(found) : default;

    /// <summary>The bytes of a section: empty for a zero-filled one.</summary>
    public ReadOnlyMemory<byte> BytesOf(ElfSection section) =>
        section.IsZeroFilled ? default : _bytes.Slice((int)section.FileOffset, (int)section.Bytes);

    /// <summary>Copies initial memory at an address; false when a byte of it is not in a loaded segment.</summary>
    public bool TryReadLoaded(ulong address, Span<byte> into)
    {
        for (var i = 0; i < into.Length; i++)
        {
            var at = address + (ulong)i;
            var segment = Segments.FirstOrDefault(s => s.Contains(at));
            if (segment is null) return false;
            var offset = at - segment.Address;
            into[i] = offset < segment.FileBytes ? _bytes.Span[(int)(segment.FileOffset + offset)] : (byte)0;
        }
        return true;
    }
}
