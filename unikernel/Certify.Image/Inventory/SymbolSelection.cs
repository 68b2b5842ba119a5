using Certify.Image.Elf;
using Certify.Image.Ilc;

namespace Certify.Image.Inventory;

/// <summary>A piece of the loaded image under one name, which no other piece overlaps.</summary>
internal sealed record Piece(string Name, ulong Address, long Bytes, bool IsCode, IlcNode? Node, bool HasSymbol);

/// <summary>Chooses one symbol for every loaded byte that has one.</summary>
internal static class SymbolSelection
{
    public static IEnumerable<Piece> Of(ElfFile elf, IlcMap map, IReadOnlyList<ElfSegment> segments)
    {
        foreach (var section in elf.Sections.Where(s => s.IsLoaded && s.Bytes > 0 && segments.Any(g => g.Contains(s.Address))))
        {
            var symbols = elf.Symbols.Where(s => s.Section == section && s.Bytes > 0).GroupBy(s => s.Address).OrderBy(g => g.Key).ToArray();
            if (symbols.Length == 0)
            {
                yield return new(section.Name, section.Address, (long)section.Bytes, section.IsCode, null, HasSymbol: false);
                continue;
            }
            foreach (var piece in OfSection(section, symbols, map)) yield return piece;
        }
    }

    private static IEnumerable<Piece> OfSection(ElfSection section, IGrouping<ulong, ElfSymbol>[] places, IlcMap map)
    {
        ulong covered = 0;
        for (var i = 0; i < places.Length; i++)
        {
            var symbol = Best(places[i], map);
            // A label inside a piece that has a size of its own is no piece.
            if (symbol.Address < covered) continue;
            var end = Math.Min(symbol.Address + symbol.Bytes, section.Address + section.Bytes);
            if (i + 1 < places.Length && symbol.SizeIsDerived) end = Math.Min(end, places[i + 1].Key);
            var node = map.Find(symbol.Name);
            if (symbol.SizeIsDerived && node is { Bytes: > 0 }) end = Math.Min(end, symbol.Address + (ulong)node.Bytes);
            if (end <= symbol.Address || node is { Bytes: 0 }) continue;
            covered = end;
            yield return new(symbol.Name, symbol.Address, (long)(end - symbol.Address), section.IsCode, node, HasSymbol: true);
        }
    }

    /// <summary>Of several names for one address: ILC's own, then sized ones, then functions, then the first.</summary>
    private static ElfSymbol Best(IEnumerable<ElfSymbol> names, IlcMap map) => names
        .OrderByDescending(s => map.Find(s.Name) is { Bytes: > 0 })
        .ThenBy(s => s.SizeIsDerived)
        .ThenByDescending(s => s.Kind == ElfSymbolKind.Function)
        .ThenBy(s => s.Name, StringComparer.Ordinal)
        .First();
}
