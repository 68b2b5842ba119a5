using Certify.Facts;
using Iced.Intel;

namespace Certify.ImageAnalysis.Code;

/// <summary>
/// Follows every path of every function from its entries. Bytes that no path reaches are not decoded: what a linear
/// sweep would make of padding or data proves nothing.
/// </summary>
// @llr CFY-LLR-312
internal sealed class Disassembler
{
    private readonly IReadOnlyList<CodeFunction> _functions;
    private readonly Memory _memory;
    private readonly JumpTables _tables;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> _declared;
    private readonly List<ImageFinding> _findings = [];
    private readonly Func<ulong, SourcePlace?> _placeOf;
    private int _instructions;

    public Disassembler(
        IReadOnlyList<CodeFunction> functions, Memory memory, IReadOnlyDictionary<string, IReadOnlyList<string>> declared,
        Func<ulong, SourcePlace?> placeOf)
    {
        _functions = functions;
        _memory = memory;
        _tables = new JumpTables(memory);
        _declared = declared;
        _placeOf = placeOf;
    }

    /// <summary>What cannot be read as code, of the last pass.</summary>
    public IReadOnlyList<ImageFinding> Findings => _findings;

    /// <summary>The function that an address lies in, or null.</summary>
    public CodeFunction? At(ulong address)
    {
        var (low, high) = (0, _functions.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_functions[middle].Start <= address) low = middle + 1;
            else high = middle;
        }

        return low > 0 && _functions[low - 1].Contains(address) ? _functions[low - 1] : null;
    }

    /// <summary>
    /// Decodes until it is settled which functions return: behind a call of one that does not there is no code.
    /// Each pass can only find more functions that do not return, so the passes end.
    /// </summary>
    public void Run()
    {
        foreach (var function in _functions) function.Returns = true;
        for (var changed = true; changed;)
        {
            _findings.Clear();
            _instructions = 0;
            foreach (var function in _functions) Decode(function);
            changed = false;
            foreach (var function in _functions.Where(f => f.Returns && !MayReturn(f)))
            {
                function.Returns = false;
                changed = true;
            }
        }
    }

    private static bool MayReturn(CodeFunction f) => f.HasReturn
        || f.Transfers.Any(t => t.Kind == TransferKind.Jump && t.To.Returns && t.To != f)
        || f.Indirect.Any(i => !i.IsCall && i.Targets.Count == 0);

    private void Decode(CodeFunction function)
    {
        function.Clear();
        var work = new Stack<ulong>(function.Entries);
        while (true)
        {
            while (work.TryPop(out var at)) Follow(function, at, work);
            // A jump table is read once all that lies before its jump is known.
            foreach (var site in function.Indirect.Where(i => i is { Kind: "", IsCall: false }).ToList()) Switch(function, site, work);
            if (work.Count == 0) break;
        }

        Overlaps(function);
        GuardedTables(function);
        foreach (var site in function.Indirect.Where(i => i.Kind == "unresolved"))
            Find(function, site.From, $"an indirect {(site.IsCall ? "call" : "jump")} of {function.Name} has targets that are not known. Call directly, or list its targets");
    }

    private void Switch(CodeFunction function, IndirectSite site, Stack<ulong> work)
    {
        function.Indirect.Remove(site);
        var jump = function.Instructions[site.From];
        if (_tables.Resolve(function, jump) is { } table)
        {
            function.Indirect.Add(site with { Kind = "switch", Targets = table.Targets });
            _guards.Add((function, table.First, site.From));
            foreach (var target in table.Targets.Distinct()) Go(function, site.From, target, work);
            return;
        }

        Constant(function, jump, false, work);
    }

    private readonly List<(CodeFunction Function, ulong First, ulong Last)> _guards = [];

    /// <summary>A branch into the middle of a switch's pattern would pass by its bound.</summary>
    private void GuardedTables(CodeFunction function)
    {
        foreach (var (_, first, last) in _guards.Where(g => g.Function == function))
        {
            var into = function.Next.Any(n => (n.Key < first || n.Key > last) && n.Value.Any(t => t > first && t <= last));
            var inside = function.Next.Where(n => n.Key >= first && n.Key <= last)
                .Any(n => n.Value.Any(t => t > first && t <= last && t != function.Instructions[n.Key].NextIP));
            if (into || inside || function.Entries.Any(e => e > first && e <= last))
                Find(function, last, $"a path of {function.Name} leads past the bound of a switch");
        }

        _guards.RemoveAll(g => g.Function == function);
    }

    private void Follow(CodeFunction function, ulong at, Stack<ulong> work)
    {
        if (_memory.Code(at) is not { } code) { Find(function, at, $"a path of {function.Name} leads to 0x{at:x}, which is no code"); return; }
        var reader = new ByteArrayCodeReader(code.Bytes, (int)(at - code.Address), code.Bytes.Length - (int)(at - code.Address));
        var decoder = Decoder.Create(function.Bits, reader, at);
        while (!function.Instructions.ContainsKey(decoder.IP))
        {
            if (++_instructions > AnalysisLimits.InstructionsMax)
                throw new Certify.Image.ImageFormatException($"the image has more than {AnalysisLimits.InstructionsMax} instructions");
            var instruction = decoder.Decode();
            if (instruction.IsInvalid || instruction.NextIP > function.End)
            {
                Find(function, instruction.IP, $"the bytes at 0x{instruction.IP:x} in {function.Name} are no instruction");
                return;
            }

            function.Instructions.Add(instruction.IP, instruction);
            function.Next[instruction.IP] = [];
            if (!Continue(function, instruction, work)) return;
            if (!Go(function, instruction.IP, instruction.NextIP, null)) return;
        }
    }

    /// <summary>True when control goes on to the next instruction, which is then decoded in the same run.</summary>
    private bool Continue(CodeFunction function, in Instruction instruction, Stack<ulong> work)
    {
        switch (instruction.FlowControl)
        {
            case FlowControl.Next:
                return true;
            case FlowControl.Interrupt:
                return instruction.Mnemonic != Mnemonic.Int3; // no gate's handler returns, which is checked
            case FlowControl.Exception:
                return false;
            case FlowControl.Return:
                function.HasReturn |= instruction.Mnemonic is Mnemonic.Ret or Mnemonic.Retf;
                return false;
            case FlowControl.ConditionalBranch:
                Go(function, instruction.IP, instruction.NearBranchTarget, work);
                return true;
            case FlowControl.UnconditionalBranch:
                if (instruction.Op0Kind is OpKind.FarBranch16 or OpKind.FarBranch32) Far(function, instruction);
                else Go(function, instruction.IP, instruction.NearBranchTarget, work);
                return false;
            case FlowControl.Call:
                if (instruction.Op0Kind is OpKind.NearBranch16 or OpKind.NearBranch32 or OpKind.NearBranch64)
                    return Call(function, instruction.IP, instruction.NearBranchTarget);
                Find(function, instruction.IP, $"'{instruction}' in {function.Name} enters code outside of the image");
                return false;
            case FlowControl.IndirectCall:
                return Constant(function, instruction, true, work);
            case FlowControl.IndirectBranch:
                function.Indirect.Add(new IndirectSite(instruction.IP, false, "", []));
                return false;
            default:
                Find(function, instruction.IP, $"'{instruction}' in {function.Name} is not supported");
                return false;
        }
    }

    private bool Call(CodeFunction function, ulong from, ulong target)
    {
        if (At(target) is not { } callee || !callee.Entries.Contains(target))
        {
            Find(function, from, $"{function.Name} calls 0x{target:x}, which is the start of no function");
            return true;
        }

        function.Transfers.Add(new(from, callee, target, TransferKind.Call));
        return callee.Returns;
    }

    private void Far(CodeFunction function, in Instruction instruction)
    {
        ulong target = instruction.Op0Kind == OpKind.FarBranch32 ? instruction.FarBranch32 : instruction.FarBranch16;
        if (At(target) is { } callee && callee.Start == target) function.Transfers.Add(new(instruction.IP, callee, target, TransferKind.Jump));
        else Find(function, instruction.IP, $"{function.Name} jumps to 0x{target:x}, which is the start of no function");
    }

    /// <summary>A step within the function, or a jump (or running on) into another one; false when control leaves.</summary>
    private bool Go(CodeFunction function, ulong from, ulong target, Stack<ulong>? work)
    {
        if (function.Contains(target))
        {
            if (!function.Next[from].Contains(target)) function.Next[from].Add(target);
            if (work is not null && !function.Instructions.ContainsKey(target)) work.Push(target);
            return true;
        }

        if (At(target) is { } other && other.Entries.Contains(target))
            function.Transfers.Add(new(from, other, target, TransferKind.Jump));
        else
            Find(function, from, $"a path of {function.Name} leads to 0x{target:x}, which is the start of no function");
        return false;
    }

    /// <summary>A call or jump through a constant in read-only memory, or through targets that the project lists.</summary>
    private bool Constant(CodeFunction function, in Instruction instruction, bool isCall, Stack<ulong> work)
    {
        var targets = new List<ulong>();
        var kind = "unresolved";
        if (instruction.IsIPRelativeMemoryOperand && _memory.ReadConstant(instruction.IPRelativeMemoryAddress, 8) is { } constant
            && At(constant) is { } fixedTarget && fixedTarget.Start == constant)
        {
            (kind, targets) = ("constant", [constant]);
        }
        else if (_declared.TryGetValue(function.Name, out var names) || _declared.TryGetValue(function.Symbol, out names))
        {
            var known = names.Select(n => _functions.FirstOrDefault(f => f.Name == n || f.Symbol == n)).ToList();
            if (known.Count > 0 && known.TrueForAll(k => k is not null)) (kind, targets) = ("declared", [.. known.Select(k => k!.Start)]);
        }

        function.Indirect.Add(new IndirectSite(instruction.IP, isCall, kind, targets));
        if (!isCall)
        {
            foreach (var target in targets) Go(function, instruction.IP, target, work);
            return false;
        }

        var returns = targets.Count == 0;
        foreach (var target in targets) returns |= Call(function, instruction.IP, target);
        return returns;
    }

    private void Overlaps(CodeFunction function)
    {
        ulong end = 0;
        foreach (var (address, instruction) in function.Instructions)
        {
            if (address < end) Find(function, address, $"instructions of {function.Name} overlap at 0x{address:x}");
            end = instruction.NextIP;
        }
    }

    private void Find(CodeFunction function, ulong at, string message) =>
        _findings.Add(new("CFY2106", function.Name, message, _placeOf(at)));
}
