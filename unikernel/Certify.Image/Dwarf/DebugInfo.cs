using System.Buffers.Binary;
using Certify.Image.Elf;
using Certify.Image.Layout;

namespace Certify.Image.Dwarf;

/// <summary>A function as the debug information tells it.</summary>
/// <param name="Symbol">Linker name (ILC's mangled name).</param>
/// <param name="Type">Mangled name of the type that declares it, or "".</param>
/// <param name="Method">Method name as in the source.</param>
/// <param name="Address">First address.</param>
/// <param name="Bytes">Size.</param>
public sealed record DebugFunction(string Symbol, string Type, string Method, ulong Address, ulong Bytes);

/// <summary>A static field with its place in memory.</summary>
/// <param name="Type">Mangled name of the type that declares it, or "".</param>
/// <param name="Field">Field name as in the source.</param>
/// <param name="Address">Address of its first byte.</param>
public sealed record DebugStatic(string Type, string Field, ulong Address);

/// <summary>
/// Types, functions and static fields as ILC's -g tells them. Seen in ILC 10.0.14 (DWARF 4): one C++ unit;
/// types as class entries under mangled names with exact member offsets, but sizes rounded up to 8, so
/// that sizes are computed here; nested structs refer to declarations and are resolved by name.
/// </summary>
public sealed class DebugInfo
{
    private readonly IReadOnlyDictionary<int, Die> _entries;
    private readonly Dictionary<string, Die> _types = new(StringComparer.Ordinal);

    private DebugInfo(IReadOnlyDictionary<int, Die> entries)
    {
        _entries = entries;
        foreach (var die in entries.Values.OrderBy(d => d.Offset))
        {
            if (die is { Tag: Die.ClassType or Die.StructureType, IsDeclaration: false, Name: { } name })
                _types.TryAdd(name, die);
        }
        Functions = [.. entries.Values.Where(d => d.Tag == Die.Subprogram && d.LowPc > 0).Select(Function).OrderBy(f => f.Address)];
        Statics = [.. entries.Values.OrderBy(d => d.Offset).Select(Static).OfType<DebugStatic>()];
    }

    /// <summary>Functions with code, by address.</summary>
    public IReadOnlyList<DebugFunction> Functions { get; }

    /// <summary>Static fields with an address, in the order of the file.</summary>
    public IReadOnlyList<DebugStatic> Statics { get; }

    /// <summary>Mangled names of all types described, in ordinal order.</summary>
    public IReadOnlyList<string> TypeNames => [.. _types.Keys.Order(StringComparer.Ordinal)];

    /// <summary>
    /// Working folder of each unit by the offset of its line program: the folder that file names without one
    /// are relative to in line tables before DWARF 5.
    /// </summary>
    internal IReadOnlyDictionary<ulong, string> UnitFolders => _entries.Values
        .Where(d => d is { Tag: Die.CompileUnit, LineProgram: not null, Folder: not null })
        .GroupBy(d => d.LineProgram!.Value)
        .ToDictionary(g => g.Key, g => g.First().Folder!);

    /// <summary>Reads the debug information; empty when the image has none.</summary>
    /// <exception cref="ImageFormatException">A section is damaged or of an unsupported version.</exception>
    public static DebugInfo Read(ElfFile elf) => new(new DieReader(
        elf.BytesOf(".debug_info"),
        elf.BytesOf(".debug_abbrev"),
        elf.BytesOf(".debug_str"),
        elf.BytesOf(".debug_line_str"),
        elf.Name).Read());

    /// <summary>The layout of a struct by its mangled name.</summary>
    /// <exception cref="ImageFormatException">The type is not described, or holds what a port cannot carry.</exception>
    public TypeLayout LayoutOf(string mangledType)
    {
        if (!_types.TryGetValue(mangledType, out var die))
            throw new ImageFormatException($"debug information: describes no type '{mangledType}'");
        return new DwarfLayout(_entries, _types).Of(die);
    }

    private DebugFunction Function(Die die)
    {
        var declared = Resolve(die.Specification) ?? die;
        var low = die.LowPc ?? 0;
        var high = die.HighPc ?? 0;
        var bytes = die.HighPcIsLength ? high : high > low ? high - low : 0;
        return new(
            declared.LinkageName ?? die.LinkageName ?? declared.Name ?? "",
            declared.Parent?.Tag is Die.ClassType or Die.StructureType ? declared.Parent.Name ?? "" : "",
            declared.Name ?? "",
            low,
            bytes);
    }

    private DebugStatic? Static(Die die)
    {
        if (die.Tag != Die.Variable || Resolve(die.Specification) is not { Name: { } field } declared) return null;
        if (die.Location is not { Length: >= 9 } location || location[0] != 3) return null;
        var address = BinaryPrimitives.ReadUInt64LittleEndian(location.AsSpan(1));
        if (location.Length > 10 && location[9] == 0x23)
            address += new ByteCursor(location.AsSpan(10), $"debug information: static '{field}'").Uleb();
        return new(declared.Parent?.Name ?? "", field, address);
    }

    private Die? Resolve(long offset) =>
        offset is >= 0 and <= int.MaxValue && _entries.TryGetValue((int)offset, out var die) ? die : null;
}
