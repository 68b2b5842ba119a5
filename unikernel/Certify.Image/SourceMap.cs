using Certify.Image.Dwarf;
using Certify.Image.Elf;
using Certify.Image.Ilc;

namespace Certify.Image;

/// <summary>Where an address in code comes from.</summary>
/// <param name="Address">The address.</param>
/// <param name="Symbol">Linker symbol it lies in, or "" outside any.</param>
/// <param name="Function">C# name ("Ns.Type.Method") where known, else the symbol.</param>
/// <param name="Offset">Bytes from the symbol's start.</param>
/// <param name="File">Source file, or null.</param>
/// <param name="Line">1-based line, or 0.</param>
public sealed record CodePlace(ulong Address, string Symbol, string Function, ulong Offset, string? File, int Line)
{
    /// <summary>"Ns.Type.Method at file.cs:12", or what of it is known.</summary>
    public override string ToString()
    {
        var function = Function.Length == 0 ? $"0x{Address:x}" : File is null ? $"{Function}+0x{Offset:x}" : Function;
        return File is null ? function : $"{function} at {File}:{Line}";
    }
}

/// <summary>From addresses to C# functions and lines, and back.</summary>
// @llr CFY-LLR-037
public sealed class SourceMap
{
    private readonly ElfFile _elf;
    private readonly Dictionary<ulong, DebugFunction> _functions = [];

    /// <summary>Reads the debug sections of an image.</summary>
    /// <param name="elf">The image.</param>
    /// <param name="types">Names of the compiled assembly, or null to guess C# names.</param>
    /// <exception cref="ImageFormatException">A debug section is damaged.</exception>
    public SourceMap(ElfFile elf, ManagedTypes? types = null)
    {
        _elf = elf;
        Debug = DebugInfo.Read(elf);
        Lines = LineTable.Read(elf, Debug);
        Frames = FrameTable.Read(elf);
        Names = new IlcNames(types, Debug.TypeNames);
        foreach (var function in Debug.Functions) _functions.TryAdd(function.Address, function);
    }

    /// <summary>The line table.</summary>
    public LineTable Lines { get; }

    /// <summary>Types, functions and statics.</summary>
    public DebugInfo Debug { get; }

    /// <summary>The unwind table.</summary>
    public FrameTable Frames { get; }

    /// <summary>The book of names.</summary>
    public IlcNames Names { get; }

    /// <summary>Says where an address comes from; an address outside all code has neither symbol nor file.</summary>
    public CodePlace Locate(ulong address)
    {
        if (_elf.FunctionAt(address) is not { } symbol) return new(address, "", "", 0, null, 0);
        var row = Lines.Find(address, symbol.Address, symbol.Address + symbol.Bytes);
        return new(address, symbol.Name, NameOf(symbol), address - symbol.Address, row?.File, row?.Line ?? 0);
    }

    /// <summary>The C# name of a function's symbol, or the symbol's own name.</summary>
    public string NameOf(ElfSymbol symbol)
    {
        if (_functions.TryGetValue(symbol.Address, out var function) && function.Type.Length > 0)
            return $"{Names.Type(function.Type)}.{IlcNames.MethodName(function.Method)}";
        return Names.Method(symbol.Name);
    }

    /// <summary>First address of each statement that starts on a line of a file whose path ends in <paramref name="file"/>.</summary>
    public IReadOnlyList<ulong> AddressesOf(string file, int line) =>
        [.. Lines.Rows.Where(r => r.Line == line && IsFile(r.File, file)).Select(r => r.Address).Distinct()];

    /// <summary>Address of a static field by C# names, or null; <paramref name="type"/> is "Ns.Type".</summary>
    public ulong? AddressOfStatic(string type, string field) => Debug.Statics
        .FirstOrDefault(s => string.Equals(s.Field, field, StringComparison.Ordinal)
            && string.Equals(Names.Type(s.Type), type, StringComparison.Ordinal))?.Address;

    private static bool IsFile(string path, string file) => path.EndsWith(file, StringComparison.Ordinal)
        && (path.Length == file.Length || path[path.Length - file.Length - 1] == '/');
}
