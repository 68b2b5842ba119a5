using Certify.Facts;
using Certify.Image.Elf;
using Certify.ImageAnalysis.Code;

namespace Certify.ImageAnalysis.Rules;

/// <summary>
/// Memory and symbols: nothing writable is executable, neither by the file's segments and sections nor by the page
/// table that the processor will use; no symbol of a runtime service that the rules exclude; statics fixed.
/// </summary>
// @llr CFY-LLR-317
// @llr CFY-LLR-318
internal static class SectionRules
{
    private const string RuleId = "CFY2106";
    private const ulong PagesMapped = 512;

    public static IEnumerable<ImageFinding> Check(ElfFile elf, Memory memory, StaticsFact statics, ImageRules rules)
    {
        if (elf.Segments.Count == 0) yield return new(RuleId, elf.Name, "the file has no loadable segment. Link an image", null);
        foreach (var segment in elf.Segments.Where(s => s.Permissions.Contains('w') && s.Permissions.Contains('x')))
            yield return new(RuleId, $"segment at 0x{segment.Address:x}", $"the segment at 0x{segment.Address:x} is writable and executable. Give code and data segments of their own", null);
        foreach (var section in elf.Sections.Where(s => s.IsLoaded && s.IsCode && (s.Flags & 1) != 0))
            yield return new(RuleId, section.Name, $"the section {section.Name} is writable and executable. Give code and data sections of their own", null);
        foreach (var section in elf.Sections.Where(s => s.Name == ".note.GNU-stack" && s.IsCode))
            yield return new(RuleId, section.Name, "the image asks for an executable stack. Link with -z noexecstack", null);
        foreach (var finding in Pages(elf, memory)) yield return finding;
        foreach (var finding in Symbols(elf, rules)) yield return finding;
        foreach (var type in statics.NotPreinitialised)
            yield return new(RuleId, type, $"the statics of {type} are not fixed at compile time. Keep to constants, loops and arrays of numbers", null);
    }

    private static IEnumerable<ImageFinding> Pages(ElfFile elf, Memory memory)
    {
        if (!elf.TryFindSymbol("certify_page_table", out var table)) yield break;
        for (ulong page = 0; page < PagesMapped; page++)
        {
            if (memory.Read(table.Address + page * 8, 8) is not { } entry || (entry & 1) == 0) continue;
            var (writable, executable) = ((entry & 2) != 0, entry >> 63 == 0);
            if (writable && executable)
                yield return new(RuleId, $"page 0x{page * 4096:x}", $"the page table maps 0x{page * 4096:x} writable and executable. Map it as one of both", null);
            var segment = elf.Segments.FirstOrDefault(s => s.MemoryBytes > 0 && s.Address < (page + 1) * 4096 && s.Address + s.MemoryBytes > page * 4096);
            if (segment is null) continue;
            if (executable != segment.Permissions.Contains('x') || writable != segment.Permissions.Contains('w'))
                yield return new(RuleId, $"page 0x{page * 4096:x}",
                    $"the page table gives 0x{page * 4096:x} other rights (r{(writable ? 'w' : '-')}{(executable ? 'x' : '-')}) than its segment ({segment.Permissions}). Make layout.S and link.ld agree", null);
        }
    }

    private static IEnumerable<ImageFinding> Symbols(ElfFile elf, ImageRules rules)
    {
        foreach (var symbol in elf.Symbols.Select(s => s.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (rules.Forbidden.FirstOrDefault(f => ImageRules.Fits(f.Symbol, symbol)) is { } forbidden)
                yield return new(RuleId, symbol, $"the image holds {forbidden.What}, '{symbol}': {forbidden.Reason}. Remove the construct that asks for it", null);
        }
    }
}
