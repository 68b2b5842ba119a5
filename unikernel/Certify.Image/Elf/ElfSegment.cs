namespace Certify.Image.Elf;

/// <summary>A loadable segment.</summary>
/// <param name="Address">Where it lies in memory (the image is identity mapped).</param>
/// <param name="FileOffset">Where its bytes lie in the file.</param>
/// <param name="FileBytes">Bytes in the file.</param>
/// <param name="MemoryBytes">Bytes in memory; what the file does not fill is zero.</param>
/// <param name="Permissions">As "r-x".</param>
public sealed record ElfSegment(ulong Address, ulong FileOffset, ulong FileBytes, ulong MemoryBytes, string Permissions)
{
    /// <summary>True when the address lies in it.</summary>
    public bool Contains(ulong address) => address >= Address && address - Address < MemoryBytes;
}

/// <summary>A section.</summary>
/// <param name="Index">Index in the section table.</param>
/// <param name="Name">Name, or "" where the file gives none.</param>
/// <param name="Type">ELF type (1 = bytes in the file, 8 = zero-filled).</param>
/// <param name="Flags">ELF flags (1 = write, 2 = loaded, 4 = code).</param>
/// <param name="Address">Address when loaded.</param>
/// <param name="FileOffset">Where its bytes lie in the file.</param>
/// <param name="Bytes">Size.</param>
public sealed record ElfSection(int Index, string Name, uint Type, ulong Flags, ulong Address, ulong FileOffset, ulong Bytes)
{
    /// <summary>True when it takes memory in the running image.</summary>
    public bool IsLoaded => (Flags & 2) != 0;

    /// <summary>True when it holds code.</summary>
    public bool IsCode => (Flags & 4) != 0;

    /// <summary>True when the file holds no bytes for it.</summary>
    public bool IsZeroFilled => Type == 8;

    internal const uint SymbolTableType = 2;
    internal const uint NoteType = 7;
}

/// <summary>What a symbol says it is.</summary>
public enum ElfSymbolKind
{
    /// <summary>Nothing said: a label.</summary>
    None = 0,
    /// <summary>A datum.</summary>
    Datum = 1,
    /// <summary>A function.</summary>
    Function = 2,
    /// <summary>Anything else.</summary>
    Other = 3,
}

/// <summary>A defined symbol.</summary>
/// <param name="Name">Linker name.</param>
/// <param name="Address">Linked address.</param>
/// <param name="Bytes">Size; see <paramref name="SizeIsDerived"/>.</param>
/// <param name="Kind">What it says it is.</param>
/// <param name="IsGlobal">True for global and weak binding.</param>
/// <param name="SizeIsDerived">True when the file gave no size and the next symbol or the section's end did.</param>
/// <param name="Section">Its section, or null for an absolute value.</param>
public sealed record ElfSymbol(
    string Name, ulong Address, ulong Bytes, ElfSymbolKind Kind, bool IsGlobal, bool SizeIsDerived, ElfSection? Section)
{
    /// <summary>True when it lies in a section of code.</summary>
    public bool IsCode => Section is { IsCode: true };

    /// <summary>True when the address lies in it.</summary>
    public bool Contains(ulong address) => address >= Address && address - Address < Bytes;
}
