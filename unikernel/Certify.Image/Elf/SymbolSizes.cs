namespace Certify.Image.Elf;

/// <summary>Gives symbols without a size one: up to the next symbol of their section, or the section's end.</summary>
internal static class SymbolSizes
{
    public static IReadOnlyList<ElfSymbol> Derive(List<ElfSymbol> symbols)
    {
        symbols.Sort(static (a, b) =>
            a.Address != b.Address ? a.Address.CompareTo(b.Address) : string.CompareOrdinal(a.Name, b.Name));
        var next = new Dictionary<int, ulong>();
        for (var i = symbols.Count - 1; i >= 0; i--)
        {
            var symbol = symbols[i];
            if (symbol.Section is not { } section) continue;
            var end = next.TryGetValue(section.Index, out var later) ? later : section.Address + section.Bytes;
            if (symbol.Bytes == 0 && end > symbol.Address)
                symbols[i] = symbol with { Bytes = end - symbol.Address, SizeIsDerived = true };
            if (i == 0 || symbols[i - 1].Address != symbol.Address || symbols[i - 1].Section != section)
                next[section.Index] = symbol.Address;
        }
        return symbols;
    }
}
