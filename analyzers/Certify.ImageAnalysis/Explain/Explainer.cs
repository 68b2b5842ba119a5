using Certify.Facts;
using Certify.Image.Elf;
using Certify.ImageAnalysis.Code;
using Certify.ImageAnalysis.Rules;
using Iced.Intel;

namespace Certify.ImageAnalysis.Explain;

/// <summary>Holds every function and every byte of code against sources, requirements and listed reasons.</summary>
// @llr CFY-LLR-314
// @llr CFY-LLR-320
internal sealed class Explainer
{
    private readonly ElfFile _elf;
    private readonly AnalysisOptions _options;
    private readonly ImageRules _rules;
    private readonly IReadOnlyList<CodeFunction> _functions;
    private readonly HashSet<CodeFunction> _reached;
    private readonly Func<ulong, SourcePlace?> _placeOf;
    private readonly Dictionary<ulong, SymbolFact> _symbols = [];
    private readonly ILookup<string, CodeFact>? _code;
    private readonly List<ImageFinding> _findings = [];

    public Explainer(
        ElfFile elf, AnalysisOptions options, ImageRules rules, IReadOnlyList<CodeFunction> functions, HashSet<CodeFunction> reached,
        Func<ulong, SourcePlace?> placeOf)
    {
        _elf = elf;
        _options = options;
        _rules = rules;
        _functions = functions;
        _reached = reached;
        _placeOf = placeOf;
        foreach (var symbol in options.Symbols) _symbols.TryAdd(symbol.Address, symbol);
        _code = options.Code?.ToLookup(c => c.Place.Path, StringComparer.Ordinal);
    }

    public IReadOnlyList<ImageFinding> Findings => _findings;

    public long CodeBytes { get; private set; }

    public long InstructionBytes { get; private set; }

    public string ComponentOf(CodeFunction function)
    {
        if (_placeOf(function.Start) is { } place && _options.ComponentOf(place.Path) is { } component) return component;
        return _symbols.GetValueOrDefault(function.Start)?.Component ?? "";
    }

    /// <summary>Requirements of the member that the function's first line lies in: the last one declared at or before it.</summary>
    public IReadOnlyList<string> RequirementsOf(CodeFunction function)
    {
        if (_code is null || _placeOf(function.Start) is not { } place) return [];
        var member = _code[place.Path].Where(c => c.Place.Line <= place.Line).MaxBy(c => (c.Place.Line, c.Symbol.Length));
        return member?.Requirements ?? [];
    }

    /// <summary>Everything that is not a source member with a requirement.</summary>
    public IReadOnlyList<AdditionalCodeFact> Additional()
    {
        var found = new List<AdditionalCodeFact>();
        foreach (var function in _functions)
        {
            var bytes = function.Instructions.Values.Sum(i => (long)i.Length);
            if (_placeOf(function.Start) is not { } place) found.Add(WithoutSource(function, bytes));
            else if (_code is not null && RequirementsOf(function).Count == 0) found.Add(WithoutRequirement(function, bytes, place));
            if (!_reached.Contains(function)) found.Add(WithoutPath(function, bytes));
        }

        found.AddRange(Ranges());
        found.AddRange(Tables());
        return found;
    }

    private AdditionalCodeFact WithoutSource(CodeFunction function, long bytes) =>
        Reason(_rules.WithoutSource, function) is { } reason
            ? new(function.Symbol, bytes, reason, true, null)
            : new(function.Symbol, bytes, "no source line explains it", false, null);

    private AdditionalCodeFact WithoutRequirement(CodeFunction function, long bytes, SourcePlace place) =>
        _rules.WithoutRequirement.FirstOrDefault(r => ImageRules.Fits(r.Path, place.Path)) is { } listed
            ? new(function.Name, bytes, listed.Reason, true, place)
            : new(function.Name, bytes, "its source member carries no requirement", false, place);

    private AdditionalCodeFact WithoutPath(CodeFunction function, long bytes)
    {
        if (Reason(_rules.WithoutPath, function) is { } reason) return new(function.Symbol, bytes, $"not reached: {reason}", true, _placeOf(function.Start));
        _findings.Add(new("CFY2106", function.Name, $"{function.Name} is in the image and no path leads to it. Remove it, or list why it is there", _placeOf(function.Start)));
        return new(function.Symbol, bytes, "no path leads to it from an entry point", false, _placeOf(function.Start));
    }

    private static string? Reason(IReadOnlyList<SymbolReason> list, CodeFunction function) =>
        list.FirstOrDefault(r => ImageRules.Fits(r.Symbol, function.Symbol))?.Reason;

    /// <summary>Bytes in sections of code that are no instruction: padding, code behind a call that does not return, or a finding.</summary>
    private IEnumerable<AdditionalCodeFact> Ranges()
    {
        var padding = 0L;
        var found = new List<AdditionalCodeFact>();
        var noReturn = _functions.SelectMany(f => f.Transfers.Where(t => !t.To.Returns).Select(t => f.Instructions[t.From].NextIP)).ToHashSet();
        foreach (var section in _elf.Sections.Where(s => s.IsCode && s.IsLoaded && s.Bytes > 0))
        {
            CodeBytes += (long)section.Bytes;
            var covered = new bool[section.Bytes];
            foreach (var instruction in _functions.SelectMany(f => f.Instructions.Values).Where(i => i.IP >= section.Address && i.NextIP <= section.Address + section.Bytes))
                covered.AsSpan((int)(instruction.IP - section.Address), instruction.Length).Fill(true);
            InstructionBytes += covered.Count(c => c);
            var bytes = _elf.BytesOf(section).Span;
            for (var i = 0; i < covered.Length;)
            {
                if (covered[i]) { i++; continue; }
                var end = i;
                while (end < covered.Length && !covered[end]) end++;
                var address = section.Address + (ulong)i;
                var function = _functions.LastOrDefault(f => f.Start <= address);
                if (IsPadding(bytes[i..end].ToArray(), address)) padding += end - i;
                else if (noReturn.Contains(address) && function is not null)
                    found.Add(new(function.Name, end - i, "instructions behind a call that does not return; no path leads to them", true, _placeOf(address)));
                else
                    found.Add(Unknown(function, address, end - i));
                i = end;
            }
        }

        return padding > 0 ? found.Append(new AdditionalCodeFact("padding", padding, "alignment between and behind functions: no-operations and breakpoints", true, null)) : found;
    }

    private AdditionalCodeFact Unknown(CodeFunction? function, ulong address, long bytes)
    {
        var where = function is null ? $"0x{address:x}" : $"{function.Name}+0x{address - function.Start:x}";
        _findings.Add(new("CFY2106", where, $"{bytes} bytes of code at {where} are no instruction that a path reaches, and no padding. Remove them", _placeOf(address)));
        return new(where, bytes, "bytes in code that are no instruction of a path, and no padding", false, _placeOf(address));
    }

    private static bool IsPadding(byte[] bytes, ulong address)
    {
        if (Array.TrueForAll(bytes, b => b == 0)) return bytes.Length < 16;
        var decoder = Decoder.Create(64, new ByteArrayCodeReader(bytes), address);
        while (decoder.IP < address + (ulong)bytes.Length)
            if (decoder.Decode() is not { IsInvalid: false, Mnemonic: Mnemonic.Nop or Mnemonic.Int3 }) return false;
        return true;
    }

    private IEnumerable<AdditionalCodeFact> Tables() =>
        from function in _functions
        from site in function.Indirect
        where site.Kind == "switch"
        select new AdditionalCodeFact(function.Name, site.Targets.Count * 4L, $"jump table of a switch with {site.Targets.Count} entries, in constants", true, _placeOf(site.From));

    /// <summary>Static memory by component and section.</summary>
    public IReadOnlyList<MemoryFact> Memory()
    {
        var sections = _elf.Sections.Where(s => s.IsLoaded && s.Bytes > 0).ToList();
        return [.. _options.Symbols
            .Select(s => (Symbol: s, Section: sections.Find(x => s.Address >= x.Address && s.Address - x.Address < x.Bytes)))
            .Where(x => x.Section is { IsCode: false })
            .GroupBy(x => (x.Symbol.Component, x.Section!.Name))
            .Select(g => new MemoryFact(g.Key.Component, g.Key.Name, g.Sum(x => x.Symbol.Bytes), IsWritable(g.First().Symbol.Address)))
            .OrderBy(m => m.Component, StringComparer.Ordinal).ThenBy(m => m.Section, StringComparer.Ordinal)];
    }

    private bool IsWritable(ulong address) => _elf.Segments.FirstOrDefault(s => s.Contains(address))?.Permissions.Contains('w') ?? false;

    /// <summary>Conditional branches by reason.</summary>
    public IReadOnlyList<BranchCount> Branches() =>
        [.. _functions.Where(f => _reached.Contains(f)).SelectMany(f => new BranchReasons(f, _rules, _options.HasDecision, _placeOf).All()
            .GroupBy(r => r, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new BranchCount(f.Name, g.Key, g.Count())))];
}
