namespace Certify.Image.Dwarf;

/// <summary>A row of the line table: from this address on, the code comes from this line.</summary>
/// <param name="Address">First address.</param>
/// <param name="File">Path as the compiler wrote it (after path mapping), '/' separators.</param>
/// <param name="Line">1-based line, or 0 where the compiler names none.</param>
/// <param name="IsStatement">True where a debugger may stop.</param>
public sealed record LineRow(ulong Address, string File, int Line, bool IsStatement);
