using Certify.Image;
using Certify.Image.Elf;

namespace Certify.ImageAnalysis.Code;

/// <summary>
/// The functions of an image: every symbol in a section of code that does not lie inside a sized function. Names of
/// one address are one function. What lies before the first symbol of a section belongs to no function.
/// </summary>
internal static class FunctionFinder
{
    public static IReadOnlyList<CodeFunction> Find(ElfFile elf, SourceMap sources)
    {
        var found = new List<CodeFunction>();
        var compiled = sources.Debug.Functions.Select(f => f.Symbol).ToHashSet(StringComparer.Ordinal);
        foreach (var section in elf.Sections.Where(s => s.IsCode && s.IsLoaded && s.Bytes > 0))
        {
            var end = section.Address + section.Bytes;
            var groups = elf.Symbols.Where(s => s.Section == section && s.Address < end)
                .GroupBy(s => s.Address).OrderBy(g => g.Key).ToList();
            ulong sizedEnd = 0;
            var starts = new List<(ElfSymbol Symbol, ulong SizedEnd)>();
            foreach (var group in groups)
            {
                if (group.Key < sizedEnd) continue; // a label inside a function
                var symbol = Best(group, compiled);
                var sized = group.Where(s => !s.SizeIsDerived && s.Bytes > 0).Select(s => s.Address + s.Bytes).DefaultIfEmpty(0ul).Max();
                sizedEnd = sized;
                starts.Add((symbol, sized));
            }

            for (var i = 0; i < starts.Count; i++)
            {
                var next = i + 1 < starts.Count ? starts[i + 1].Symbol.Address : end;
                var last = starts[i].SizedEnd is > 0 and var sized && sized <= next ? sized : next;
                var symbol = starts[i].Symbol;
                found.Add(new CodeFunction(symbol.Name, sources.NameOf(symbol), symbol.Address, last));
            }
        }

        return [.. found.OrderBy(f => f.Start)];
    }

    /// <summary>The compiled function's own name before aliases; then typed, global names; then the first by ordinal.</summary>
    private static ElfSymbol Best(IEnumerable<ElfSymbol> names, HashSet<string> compiled) => names
        .OrderByDescending(s => compiled.Contains(s.Name))
        .ThenByDescending(s => s.Kind == ElfSymbolKind.Function)
        .ThenByDescending(s => !s.SizeIsDerived)
        .ThenBy(s => s.Name, StringComparer.Ordinal).First();
}
