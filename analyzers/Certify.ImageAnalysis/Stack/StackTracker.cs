using Certify.ImageAnalysis.Code;
using Iced.Intel;

namespace Certify.ImageAnalysis.Stack;

/// <summary>The stack of one function: how deep it is at every transfer, and at most.</summary>
/// <param name="Function">The function.</param>
/// <param name="Deepest">Most bytes below its entry, without what it calls; null when it cannot be tracked.</param>
/// <param name="At">Bytes below its entry at each instruction, before it runs.</param>
/// <param name="Frame">Offset that the frame pointer has at each instruction where it points into the stack.</param>
/// <param name="Problems">Address and what cannot be told, or what is wrong.</param>
internal sealed record FunctionStack(
    CodeFunction Function, long? Deepest, IReadOnlyDictionary<ulong, long> At, IReadOnlyDictionary<ulong, long> Frame,
    IReadOnlyList<(ulong Address, string Message)> Problems);

/// <summary>
/// Follows the stack pointer through all instructions of a function on all paths. Where two paths meet with different
/// depths, or the stack pointer takes a value that is not known, the function's use of the stack cannot be told, which
/// is a problem and never a number. Writes through pointers that do not come from the stack pointer are assumed to
/// leave saved registers alone.
/// </summary>
// @llr CFY-LLR-315
internal sealed class StackTracker(IReadOnlyDictionary<CodeFunction, IReadOnlySet<int>> changes)
{
    private readonly InstructionInfoFactory _info = new();
    private readonly List<(ulong, string)> _problems = [];
    private long _deepest;
    private bool _lost;

    /// <summary>Tracks a function from all of its entries.</summary>
    public FunctionStack Track(CodeFunction function) => Track(function, function.Entries);

    /// <summary>Tracks a function from some of its entries.</summary>
    public FunctionStack Track(CodeFunction function, IEnumerable<ulong> entries)
    {
        _problems.Clear();
        (_deepest, _lost) = (0, false);
        var states = new Dictionary<ulong, StackState>();
        if (function.Bits == 64)
        {
            var calls = function.Transfers.ToLookup(t => t.From);
            var work = new Stack<ulong>();
            foreach (var entry in entries) Enter(states, entry, StackState.AtEntry, work, function);
            while (!_lost && work.TryPop(out var at))
            {
                if (!function.Instructions.TryGetValue(at, out var instruction)) continue;
                if (Allocate(function, instruction, states[at]) is { } allocated)
                {
                    Note(allocated.State, allocated.At);
                    Enter(states, allocated.At, allocated.State, work, function);
                    continue;
                }

                var after = Execute(function, instruction, states[at], calls[at]);
                Note(after, instruction.IP);
                foreach (var next in function.Next[at]) Enter(states, next, after, work, function);
            }
        }
        else
        {
            NoStack(function);
        }

        foreach (var transfer in function.Transfers.Where(t => t.Kind == TransferKind.Jump && t.To.Returns))
        {
            // A conditional jump out leaves the stack as it was before it.
            if (!_lost && states.TryGetValue(transfer.From, out var state) && state.Depth is not 0)
                Problem(transfer.From, $"jumps to {transfer.To.Name} with its own frame still on the stack");
        }

        var depths = states.Where(s => s.Value.Depth is not null).ToDictionary(s => s.Key, s => -s.Value.Depth!.Value);
        var frames = states.Where(s => s.Value[StackState.Rbp].Kind == ValueKind.Stack).ToDictionary(s => s.Key, s => s.Value[StackState.Rbp].Number);
        return new(function, _lost ? null : _deepest, depths, frames, [.. _problems]);
    }

    /// <summary>The state behind a loop that takes a known number of bytes, or null where none begins here.</summary>
    private static (ulong At, StackState State)? Allocate(CodeFunction function, in Instruction i, StackState s)
    {
        if (s.Depth is not { } depth) return null;
        if (i.Mnemonic == Mnemonic.Push && AllocationIdioms.PushLoopAt(function, i.IP) is { } push
            && s[push.Counter] is { Kind: ValueKind.Constant, Number: > 0 and < AnalysisLimits.AllocationTurnsMax } turns)
        {
            return (push.After, s.With(StackState.Rsp, Value.Stack(depth - turns.Number * push.Bytes)).With(push.Counter, Value.Constant(0)));
        }

        // The end of the loop, a move of the limit to the stack pointer, is then executed as it stands.
        return AllocationIdioms.ProbeLoopAt(function, i) is { } probe && s[probe.Limit] is { Kind: ValueKind.Stack } limit && limit.Number < depth
            ? (probe.End, s)
            : null;
    }

    /// <summary>32-bit code exists before there is a stack: it must not touch one.</summary>
    private void NoStack(CodeFunction function)
    {
        foreach (var instruction in function.Instructions.Values)
        {
            if (!instruction.IsStackInstruction && !Written(instruction).Contains(StackState.Rsp)) continue;
            Lose(instruction.IP, $"'{instruction}' uses the stack in 32-bit code");
        }
    }

    private void Enter(Dictionary<ulong, StackState> states, ulong at, StackState state, Stack<ulong> work, CodeFunction function)
    {
        if (!states.TryGetValue(at, out var known))
        {
            states[at] = state;
            work.Push(at);
            return;
        }

        var joined = known.Join(state);
        if (ReferenceEquals(joined, known)) return;
        if (known[StackState.Rsp] != state[StackState.Rsp]) { Lose(at, $"paths of {function.Name} meet with different depths of the stack"); return; }
        states[at] = joined;
        work.Push(at);
    }

    private void Note(StackState state, ulong at)
    {
        if (state.Depth is { } depth) _deepest = Math.Max(_deepest, -depth);
        else if (state[StackState.Rsp].Kind != ValueKind.Constant) Lose(at, "the stack pointer takes a value that cannot be told");
    }

    private StackState Execute(CodeFunction function, in Instruction i, StackState s, IEnumerable<Transfer> transfers)
    {
        if (s.Depth is null)
        {
            // Boot code points rsp at a frame in constants, for IRETQ alone.
            if (i.Mnemonic != Mnemonic.Iretq && (i.IsStackInstruction || Written(i).Contains(StackState.Rsp)))
                Lose(i.IP, $"'{i}' uses a stack whose place is not known");
            return s;
        }

        var depth = s.Depth.Value;
        BelowStack(i, s, depth);
        switch (i.Mnemonic)
        {
            case Mnemonic.Push:
                var pushed = i.Op0Kind == OpKind.Register && i.Op0Register.GetSize() == 8 ? s[StackState.Number(i.Op0Register)] : Value.Unknown;
                return Move(s, i.StackPointerIncrement).Store(depth + i.StackPointerIncrement, -i.StackPointerIncrement, pushed);
            case Mnemonic.Pop when i.Op0Kind == OpKind.Register && i.Op0Register != Register.RSP:
                if (depth >= 0 && function.Returns) Problem(i.IP, "takes from the stack what its caller put there");
                var popped = i.Op0Register.GetSize() == 8 ? s.Load(depth) : Value.Unknown;
                return Move(s, i.StackPointerIncrement).With(StackState.Number(i.Op0Register), popped);
            case Mnemonic.Leave:
                if (s[StackState.Rbp].Kind != ValueKind.Stack) return Lost(s, i);
                var at = s[StackState.Rbp].Number;
                return s.With(StackState.Rbp, s.Load(at)).With(StackState.Rsp, Value.Stack(at + 8));
            case Mnemonic.Ret:
                CheckReturn(i, s, depth);
                return s;
        }

        if (i.FlowControl is FlowControl.Call or FlowControl.IndirectCall) return AfterCall(s, depth, transfers);
        return Plain(i, s);
    }

    private StackState AfterCall(StackState s, long depth, IEnumerable<Transfer> transfers)
    {
        // Below the stack pointer the callee wrote what it wanted.
        var after = s with { Slots = s.Slots.RemoveRange(s.Slots.Keys.Where(k => k < depth)) };
        var callees = transfers.Select(t => t.To).ToList();
        for (var register = 0; register < 16; register++)
        {
            if (register == StackState.Rsp || StackState.Preserved.Contains(register)) continue;
            if (callees.Count > 0 && callees.TrueForAll(c => changes.TryGetValue(c, out var set) && !set.Contains(register))) continue;
            after = after.With(register, Value.Unknown);
        }

        return after;
    }

    private StackState Plain(in Instruction i, StackState s)
    {
        if (i.IsStackInstruction && i.StackPointerIncrement != 0 && i.FlowControl == FlowControl.Next)
        {
            // PUSHF, POPF, POP to memory and their like: no register of interest is written.
            foreach (var written in Written(i).Where(w => w != StackState.Rsp)) s = s.With(written, Value.Unknown);
            return i.Mnemonic is Mnemonic.Enter ? Lost(s, i) : Move(s, i.StackPointerIncrement);
        }

        var result = Result(i, s);
        var next = s;
        foreach (var register in Written(i)) next = next.With(register, Value.Unknown);
        if (result is { } value && i.Op0Kind == OpKind.Register && StackState.Number(i.Op0Register) is >= 0 and var target) next = next.With(target, value);
        if (i.OpCount > 0 && i.Op0Kind == OpKind.Memory && WritesMemory(i))
        {
            if (Address(i, s) is { } offset)
            {
                var bytes = i.MemorySize.GetSize();
                var stored = i.Mnemonic == Mnemonic.Mov && i.Op1Kind == OpKind.Register && StackState.Number(i.Op1Register) is >= 0 and var from ? s[from] : Value.Unknown;
                next = next.Store(offset, Math.Max(bytes, 1), stored);
            }
        }

        return next;
    }

    /// <summary>The new value of the first operand, where it can be told.</summary>
    private static Value? Result(in Instruction i, StackState s)
    {
        if (i.OpCount == 0 || i.Op0Kind != OpKind.Register) return null;
        var target = StackState.Number(i.Op0Register);
        if (target < 0 || i.Op0Register.GetSize() < 4) return null;
        var wide = i.Op0Register.GetSize() == 8;
        switch (i.Mnemonic)
        {
            case Mnemonic.Mov when i.Op1Kind == OpKind.Register && wide && StackState.Number(i.Op1Register) is >= 0 and var from:
                return s[from];
            case Mnemonic.Mov when IsImmediate(i):
                return Value.Constant(wide ? (long)i.GetImmediate(1) : (uint)i.GetImmediate(1));
            case Mnemonic.Mov when i.Op1Kind == OpKind.Memory && wide && Address(i, s) is { } offset:
                return s.Load(offset);
            case Mnemonic.Lea when wide && Address(i, s) is { } place:
                return Value.Stack(place);
            case Mnemonic.Xor when i.Op1Kind == OpKind.Register && i.Op1Register == i.Op0Register:
                return Value.Constant(0);
            case Mnemonic.Add or Mnemonic.Sub when wide:
                if (i.Mnemonic == Mnemonic.Add && s[target].Kind == ValueKind.Constant && i.Op1Kind == OpKind.Register
                    && StackState.Number(i.Op1Register) is >= 0 and var summand && s[summand].Kind == ValueKind.Stack)
                    return Value.Stack(unchecked(s[summand].Number + s[target].Number));
                var amount = IsImmediate(i) ? (long)i.GetImmediate(1)
                    : i.Op1Kind == OpKind.Register && StackState.Number(i.Op1Register) is >= 0 and var other && s[other].Kind == ValueKind.Constant ? s[other].Number
                    : (long?)null;
                if (amount is not { } by || s[target].Kind is not (ValueKind.Stack or ValueKind.Constant)) return null;
                return s[target] with { Number = unchecked(s[target].Number + (i.Mnemonic == Mnemonic.Add ? by : -by)) };
            case Mnemonic.And when wide && target == StackState.Rsp && IsImmediate(i) && s.Depth is { } depth && (long)i.GetImmediate(1) is < 0 and > -4096 and var mask:
                // Aligning takes at most one less than the alignment; the depth is then an upper bound.
                return Value.Stack(depth + mask + 1);
            default:
                return null;
        }
    }

    private void CheckReturn(in Instruction i, StackState s, long depth)
    {
        if (depth != 0 || i.OpCount != 0) { Problem(i.IP, $"returns with the stack {(depth < 0 ? "deeper" : "higher")} than it was entered with"); return; }
        foreach (var register in StackState.Preserved.Where(r => s[r] != Value.EntryOf(r)))
            Problem(i.IP, $"does not give back {Register.RAX + register} as its caller had it");
    }

    private void BelowStack(in Instruction i, StackState s, long depth)
    {
        if (i.IsStackInstruction || i.OpCount == 0 || i.Op0Kind != OpKind.Memory || !WritesMemory(i)) return;
        if (Address(i, s) is { } offset && offset < depth) Problem(i.IP, $"'{i}' writes below the stack pointer");
    }

    private bool WritesMemory(in Instruction i)
    {
        foreach (var used in _info.GetInfo(i).GetUsedMemory())
            if (used.Access is OpAccess.Write or OpAccess.ReadWrite or OpAccess.CondWrite or OpAccess.ReadCondWrite) return true;
        return false;
    }

    private HashSet<int> Written(in Instruction i)
    {
        var found = new HashSet<int>();
        foreach (var used in _info.GetInfo(i).GetUsedRegisters())
        {
            if (used.Access is OpAccess.Read or OpAccess.CondRead or OpAccess.None or OpAccess.NoMemAccess) continue;
            if (StackState.Number(used.Register) is >= 0 and var number) found.Add(number);
        }

        return found;
    }

    /// <summary>Offset from the stack pointer at entry that a memory operand without index names, or null.</summary>
    private static long? Address(in Instruction i, StackState s) =>
        i.MemoryIndex == Register.None && StackState.Number(i.MemoryBase) is >= 0 and var register && i.MemoryBase.GetSize() == 8
            && s[register].Kind == ValueKind.Stack ? s[register].Number + (long)i.MemoryDisplacement64 : null;

    private static bool IsImmediate(in Instruction i) => i.OpCount > 1 && i.Op1Kind is OpKind.Immediate8 or OpKind.Immediate8to32
        or OpKind.Immediate8to64 or OpKind.Immediate32 or OpKind.Immediate32to64 or OpKind.Immediate64;

    private static StackState Move(StackState s, int by) => s.With(StackState.Rsp, Value.Stack(s.Depth!.Value + by));

    private StackState Lost(StackState s, in Instruction i)
    {
        Lose(i.IP, $"'{i}' gives the stack pointer a value that cannot be told");
        return s;
    }

    private void Lose(ulong at, string message)
    {
        _lost = true;
        Problem(at, message);
    }

    private void Problem(ulong at, string message)
    {
        if (!_problems.Contains((at, message))) _problems.Add((at, message));
    }
}
