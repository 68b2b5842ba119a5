using Certify.Facts;
using Certify.Image;
using Certify.Image.Elf;
using Certify.ImageAnalysis.Code;
using Certify.ImageAnalysis.Explain;
using Certify.ImageAnalysis.Il;
using Certify.ImageAnalysis.Rules;
using Certify.ImageAnalysis.Stack;
using Iced.Intel;

namespace Certify.ImageAnalysis;

/// <summary>
/// Analyses the machine code of a linked image: closed call graph, stack, memory rights, forbidden symbols, code
/// without source. The result depends on the bytes alone, as far as findings go.
/// </summary>
// @llr CFY-LLR-310
// @llr CFY-LLR-319
// @llr CFY-LLR-321
public sealed class ImageAnalyzer
{
    private readonly ElfFile _elf;
    private readonly SourceMap _sources;
    private readonly AnalysisOptions _options;
    private readonly Memory _memory;
    private readonly ImageRules _rules = ImageRules.Default;
    private readonly IReadOnlyList<CodeFunction> _functions;
    private readonly Disassembler _code;
    private readonly List<ImageFinding> _findings = [];

    private ImageAnalyzer(ElfFile elf, SourceMap sources, AnalysisOptions options)
    {
        _elf = elf;
        _sources = sources;
        _options = options;
        _memory = new Memory(elf);
        _functions = FunctionFinder.Find(elf, sources);
        if (_functions.Count == 0) throw new ImageFormatException($"{elf.Name}: holds no function; nothing was analysed");
        _code = new Disassembler(_functions, _memory, options.DeclaredCalls, PlaceOf);
    }

    /// <summary>Analyses an image.</summary>
    /// <param name="elf">The image.</param>
    /// <param name="sources">Its debug information.</param>
    /// <param name="options">Names, sources and limits.</param>
    /// <exception cref="ImageFormatException">The image holds no code, or more than the analysis takes.</exception>
    public static ImageAnalysisFacts Analyse(ElfFile elf, SourceMap sources, AnalysisOptions options) =>
        new ImageAnalyzer(elf, sources, options).Run();

    private ImageAnalysisFacts Run()
    {
        var finder = new EntryPoints(_elf, _memory, _functions);
        var entries = finder.Find();
        foreach (var problem in finder.Problems) Add("CFY2106", _options.Name, problem);
        var roots = new List<(EntryPoint Entry, CodeFunction Function)>();
        foreach (var entry in entries)
        {
            if (_code.At(entry.Target) is not { } function) { Add("CFY2106", entry.Name, $"{entry.Name} enters at 0x{entry.Target:x}, which is in no function"); continue; }
            function.Entries.Add(entry.Target);
            if (entry.Target != function.Start && function.Entries.Contains(function.Start) && entries.All(e => e.Target != function.Start)
                && entries.Any(e => e.Target > function.Start && function.Contains(e.Target) && e.Stack.StartsWith("interrupt", StringComparison.Ordinal)))
                function.Entries.Remove(function.Start);
            roots.Add((entry, function));
        }

        _code.Run();
        _findings.AddRange(_code.Findings);
        Opcodes();
        var graph = new CallGraph(_functions);
        var reached = graph.Reached(roots.Select(r => r.Function));
        Handlers(graph, roots);
        var cycles = graph.Cycles();
        var tracker = new StackTracker(RegisterChanges.Of(_functions));
        var tracked = Track(tracker, reached, out var checks);
        var faults = _functions.Where(f => _rules.FaultEntries.Any(e => e.Symbol == f.Symbol)).ToHashSet();
        var onCycle = cycles.SelectMany(c => c.Select(t => t.To)).ToHashSet();
        var paths = new DeepestPaths(tracked, onCycle, new HashSet<CodeFunction>());
        var withoutFaults = new DeepestPaths(tracked, onCycle, faults);
        var texts = Cycles(cycles, reached);
        var stacks = new StackReport(_elf, _memory, tracker, PlaceOf).Stacks(roots, paths, withoutFaults);
        Judge(stacks);

        _findings.AddRange(SectionRules.Check(_elf, _memory, _options.Statics, _rules));
        var explained = new Explainer(_elf, _options, _rules, _functions, reached, PlaceOf);
        var additional = explained.Additional();
        _findings.AddRange(explained.Findings);
        var memory = explained.Memory();
        Static(memory);
        var called = _functions.SelectMany(f => f.Transfers).Where(t => t.Kind == TransferKind.Call).Select(t => t.To).ToHashSet();
        var functions = _functions.Select(f => Describe(f, called.Contains(f) ? 8 : 0, explained, reached, tracked, paths)).ToList();
        return new ImageAnalysisFacts(
            _options.Header with { Schema = ImageAnalysisFacts.Schema }, _options.Name, functions, stacks, Indirect(roots), texts, additional,
            explained.Branches(), memory, explained.CodeBytes, explained.InstructionBytes, checks,
            [.. _findings.Distinct().OrderBy(f => f.RuleId, StringComparer.Ordinal).ThenBy(f => f.Subject, StringComparer.Ordinal).ThenBy(f => f.Message, StringComparer.Ordinal)],
            null);
    }

    /// <summary>The disassembly ends a path at a trap: then no handler may come back from one.</summary>
    private void Handlers(CallGraph graph, List<(EntryPoint Entry, CodeFunction Function)> roots)
    {
        foreach (var handler in graph.Reached(roots.Where(r => r.Entry.Stack.StartsWith("interrupt", StringComparison.Ordinal)).Select(r => r.Function)))
            if (handler.HasReturn || handler.Instructions.Values.Any(i => i.FlowControl == FlowControl.Return))
                Add("CFY2106", handler.Name, $"the fault handler {handler.Name} returns, which the analysis of stacks does not allow for. End the machine");
    }

    private Dictionary<CodeFunction, FunctionStack> Track(StackTracker tracker, HashSet<CodeFunction> reached, out int checks)
    {
        var tracked = new Dictionary<CodeFunction, FunctionStack>();
        checks = 0;
        foreach (var function in _functions)
        {
            var stack = tracked[function] = tracker.Track(function);
            var (agreed, differ) = FrameCheck.Compare(stack, _sources.Frames);
            checks += agreed;
            if (!reached.Contains(function)) continue;
            foreach (var (address, message) in stack.Problems.Concat(differ))
                _findings.Add(new("CFY1903", function.Name, $"{function.Name}: {message}", PlaceOf(address)));
        }

        return tracked;
    }

    private List<IReadOnlyList<string>> Cycles(IReadOnlyList<IReadOnlyList<Transfer>> cycles, HashSet<CodeFunction> reached)
    {
        var texts = new List<IReadOnlyList<string>>();
        foreach (var cycle in cycles)
        {
            IReadOnlyList<string> names = [.. cycle.Select(t => Named(_code.At(t.From)!.Name, PlaceOf(t.From)))];
            texts.Add(names);
            if (reached.Contains(cycle[0].To))
                _findings.Add(new("CFY1903", cycle[0].To.Name, $"calls form a cycle, so that no stack is deep enough: {string.Join(" -> ", names.Append(names[0]))}. Use a loop with a bound", PlaceOf(cycle[0].From)));
        }

        return texts;
    }

    private static string Named(string name, SourcePlace? place) => place is null ? name : $"{name} ({place})";

    private void Judge(IReadOnlyList<StackFact> stacks)
    {
        foreach (var stack in stacks)
        {
            if (stack.ComputedBytes is not { } computed)
                Add("CFY1903", stack.Name, $"the deepest use of the {stack.Name} stack cannot be told. Remove what the other findings name");
            else if (computed > stack.Bytes)
                Add("CFY1903", stack.Name, $"the {stack.Name} stack takes up to {computed} bytes and has {stack.Bytes}. Make the path {Path(stack)} shorter or the stack larger");
            else if (stack.Name == ImageAnalysisFacts.UserStack && _options.StackBudget is { } budget && computed > budget)
                Add("CFY1903", stack.Name, $"the {stack.Name} stack takes up to {computed} bytes, its budget is {budget}. Make the path {Path(stack)} shorter or the budget larger");
        }

        if (stacks.All(s => s.Name != ImageAnalysisFacts.UserStack)) Add("CFY1903", _options.Name, "the image names no stack that its code runs on");
    }

    private static string Path(StackFact stack) => string.Join(" -> ", stack.Path.Select(p => p.Name));

    private void Static(IReadOnlyList<MemoryFact> memory)
    {
        var writable = memory.Where(m => m.Writable && !m.Section.StartsWith(".stack", StringComparison.Ordinal)).Sum(m => m.Bytes);
        if (_options.StaticBudget is { } budget && writable > budget)
            Add("CFY1905", _options.Name, $"static memory that can be written takes {writable} bytes, its budget is {budget}. Make tables constant or smaller, or the budget larger");
    }

    private List<IndirectFact> Indirect(List<(EntryPoint Entry, CodeFunction Function)> roots)
    {
        var sites = _functions.SelectMany(f => f.Indirect.Select(i => (f, i)))
            .Select(x => new IndirectFact(x.f.Name, x.i.From, x.i.Kind,
                [.. x.i.Targets.Select(t => x.f.Contains(t) ? $"+0x{t - x.f.Start:x}" : _code.At(t)?.Name ?? $"0x{t:x}")], PlaceOf(x.i.From)));
        var gates = roots.Where(r => r.Entry.Stack.StartsWith("interrupt", StringComparison.Ordinal))
            .Select(r => new IndirectFact(r.Entry.Name, r.Entry.Target, "interrupt gate", [$"{r.Function.Name}+0x{r.Entry.Target - r.Function.Start:x}"], null));
        return [.. sites.OrderBy(s => s.Address), .. gates.OrderBy(g => g.Address)];
    }

    private ImageFunction Describe(
        CodeFunction f, int returnAddress, Explainer explained, HashSet<CodeFunction> reached, Dictionary<CodeFunction, FunctionStack> tracked, DeepestPaths paths)
    {
        return new(
            f.Symbol, f.Name, explained.ComponentOf(f), f.Start, f.Instructions.Values.Sum(i => i.Length), f.Instructions.Count,
            PlaceOf(f.Start), explained.RequirementsOf(f), reached.Contains(f), f.Returns,
            tracked[f].Deepest + returnAddress, paths.Below(f) + returnAddress,
            [.. f.Transfers.Select(t => t.To.Symbol).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    private SourcePlace? PlaceOf(ulong address) =>
        _sources.Locate(address) is { File: { } file, Line: var line } ? new SourcePlace(_options.ToShownPath(file), line) : null;

    private void Opcodes()
    {
        if (_options.Assembly is not { } assembly) return;
        try
        {
            foreach (var instruction in OpcodeList.BuiltIn.Violations(IlScanner.Scan(assembly)))
            {
                var opcode = instruction.IsReferenceTypeMade ? "newobj of a class" : instruction.Opcode;
                Add("CFY2106", instruction.Method, $"{instruction.Method}: its intermediate language holds '{opcode}', which is not on the list of opcodes. Write it in another way, or report that the list lacks it.");
            }
        }
        catch (BadImageFormatException e)
        {
            throw new ImageFormatException($"{_options.Name}: the assembly of the image cannot be read: {e.Message}");
        }
    }

    private void Add(string rule, string subject, string message) => _findings.Add(new(rule, subject, message, null));
}
