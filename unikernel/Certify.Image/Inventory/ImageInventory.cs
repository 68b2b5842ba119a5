using Certify.Facts;
using Certify.Image.Elf;
using Certify.Image.Ilc;

namespace Certify.Image.Inventory;

/// <summary>
/// What a loaded image is made of. Every loaded byte is counted once: by a symbol, or as alignment; the
/// components' bytes add up to <see cref="LoadedBytes"/>.
/// </summary>
/// <param name="LoadedBytes">Bytes of all segments in memory, without the mailbox.</param>
/// <param name="Segments">Segments by address.</param>
/// <param name="Components">Components in ordinal order of name.</param>
/// <param name="Symbols">Functions and data by address; names for one address are one entry.</param>
// @llr CFY-LLR-036
public sealed record ImageInventory(
    long LoadedBytes,
    IReadOnlyList<SegmentFact> Segments,
    IReadOnlyList<ComponentFact> Components,
    IReadOnlyList<SymbolFact> Symbols)
{
    /// <summary>Takes the inventory.</summary>
    /// <param name="elf">The image.</param>
    /// <param name="sources">Its debug information.</param>
    /// <param name="map">ILC's map, or <see cref="IlcMap.Empty"/>.</param>
    /// <param name="options">Names of components.</param>
    public static ImageInventory Of(ElfFile elf, SourceMap sources, IlcMap map, InventoryOptions options)
    {
        var loaded = LoadedSegments(elf, options);
        var bytes = loaded.Sum(s => (long)s.MemoryBytes);
        var classifier = new SymbolClassifier(sources, map, options);
        var symbols = SymbolSelection.Of(elf, map, loaded)
            .Select(s => classifier.Classify(s))
            .OrderBy(s => s.Address).ThenBy(s => s.Name, StringComparer.Ordinal)
            .ToArray();
        return new(bytes, Describe(elf, loaded, options), Sum(symbols, bytes), symbols);
    }

    private static ElfSegment[] LoadedSegments(ElfFile elf, InventoryOptions options)
    {
        var mailbox = elf.TryFindSymbol(options.MailboxSymbol, out var symbol) ? symbol.Address : ulong.MaxValue;
        return [.. elf.Segments.Where(s => s.MemoryBytes > 0 && !s.Contains(mailbox)).OrderBy(s => s.Address)];
    }

    private static SegmentFact[] Describe(ElfFile elf, ElfSegment[] segments, InventoryOptions options) =>
        [.. segments.Select(segment => new SegmentFact(
            string.Join('+', elf.Sections
                .Where(s => s.IsLoaded && s.Bytes > 0 && segment.Contains(s.Address))
                .OrderBy(s => s.Address)
                .Select(s => s.Name)),
            segment.Address,
            (long)segment.MemoryBytes,
            segment.Permissions,
            IsUser(elf, segment, options) ? "user" : "kernel"))];

    /// <summary>Asks the prebuilt page table, which is what the processor will ask.</summary>
    private static bool IsUser(ElfFile elf, ElfSegment segment, InventoryOptions options)
    {
        if (!elf.TryFindSymbol(options.PageTableSymbol, out var table) || segment.Address >= 512 * 4096) return false;
        Span<byte> entry = stackalloc byte[8];
        return elf.TryReadLoaded(table.Address + segment.Address / 4096 * 8, entry) && (entry[0] & 5) == 5;
    }

    private static ComponentFact[] Sum(SymbolFact[] symbols, long bytes)
    {
        var components = symbols.GroupBy(s => s.Component, StringComparer.Ordinal).Select(g => new ComponentFact(
            g.Key,
            g.Count(s => s.IsCode),
            g.Where(s => s.IsCode).Sum(s => s.Bytes),
            g.Where(s => !s.IsCode).Sum(s => s.Bytes)));
        var rest = bytes - symbols.Sum(s => s.Bytes);
        return [.. components.Append(new(InventoryOptions.Alignment, 0, 0, rest)).OrderBy(c => c.Name, StringComparer.Ordinal)];
    }
}
