namespace Certify.Image.Dwarf;

/// <summary>The rules that hold at one address: how to find the caller's frame and saved registers.</summary>
internal sealed class FrameRules
{
    public int CfaRegister { get; set; } = FrameRegisters.Rsp;
    public long CfaOffset { get; set; } = 8;

    /// <summary>Register to its slot, as an offset from the caller's frame address; null when it is lost.</summary>
    public Dictionary<int, long?> Saved { get; set; } = [];

    public FrameRules Copy() => new() { CfaRegister = CfaRegister, CfaOffset = CfaOffset, Saved = new(Saved) };

    public FrameRegisters? Apply(FrameRegisters frame, Func<ulong, ulong?> readMemory)
    {
        if (CfaRegister is < 0 or > 15 || frame.Registers[CfaRegister] is not { } based) return null;
        var cfa = based + (ulong)CfaOffset;
        var callers = frame.Registers.ToArray();
        foreach (var (register, slot) in Saved.Where(s => s.Key is >= 0 and < 16))
            callers[register] = slot is { } offset ? readMemory(cfa + (ulong)offset) : null;
        callers[FrameRegisters.Rsp] = cfa;
        var returnSlot = Saved.TryGetValue(16, out var known) ? known : -8;
        if (returnSlot is not { } at || readMemory(cfa + (ulong)at) is not { } address) return null;
        return new(address, callers);
    }
}

/// <summary>Runs call frame programs up to an address.</summary>
internal sealed class FrameMachine(FrameEntry entry, ulong address)
{
    private readonly Stack<FrameRules> _remembered = [];
    private FrameRules _rules = new();
    private FrameRules _initial = new();
    private ulong _at = entry.Start;
    private bool _unsupported;

    public static FrameRules? Run(FrameEntry entry, ulong address)
    {
        var machine = new FrameMachine(entry, address);
        machine.Execute(entry.Initial);
        machine._initial = machine._rules.Copy();
        machine.Execute(entry.Program);
        return machine._unsupported ? null : machine._rules;
    }

    private void Execute(byte[] program)
    {
        var cursor = new ByteCursor(program, "unwind program");
        while (!cursor.AtEnd && _at <= address && !_unsupported) Step(ref cursor);
    }

    private void Step(ref ByteCursor cursor)
    {
        var opcode = cursor.U8();
        var low = opcode & 0x3F;
        switch (opcode >> 6)
        {
            case 1: Advance((ulong)low); break;
            case 2: _rules.Saved[low] = (long)cursor.Uleb() * entry.DataFactor; break;
            case 3: Restore(low); break;
            default: Plain(low, ref cursor); break;
        }
    }

    private void Advance(ulong steps) => _at += steps * entry.CodeFactor;

    private void Restore(int register)
    {
        if (_initial.Saved.TryGetValue(register, out var slot)) _rules.Saved[register] = slot;
        else _rules.Saved.Remove(register);
    }

    private void Plain(int opcode, ref ByteCursor cursor)
    {
        switch (opcode)
        {
            case 0x00: break;
            case 0x02: Advance(cursor.U8()); break;
            case 0x03: Advance(cursor.U16()); break;
            case 0x04: Advance(cursor.U32()); break;
            case 0x05: _rules.Saved[Register(ref cursor)] = (long)cursor.Uleb() * entry.DataFactor; break;
            case 0x06: Restore(Register(ref cursor)); break;
            case 0x07: _rules.Saved[Register(ref cursor)] = null; break;
            case 0x08: _rules.Saved.Remove(Register(ref cursor)); break;
            case 0x0A: if (_remembered.Count < 64) _remembered.Push(_rules.Copy()); break;
            case 0x0B: if (_remembered.TryPop(out var earlier)) _rules = earlier; break;
            case 0x0C: _rules.CfaRegister = Register(ref cursor); _rules.CfaOffset = (long)cursor.Uleb(); break;
            case 0x0D: _rules.CfaRegister = Register(ref cursor); break;
            case 0x0E: _rules.CfaOffset = (long)cursor.Uleb(); break;
            case 0x11: _rules.Saved[Register(ref cursor)] = cursor.Sleb() * entry.DataFactor; break;
            case 0x12: _rules.CfaRegister = Register(ref cursor); _rules.CfaOffset = cursor.Sleb() * entry.DataFactor; break;
            case 0x13: _rules.CfaOffset = cursor.Sleb() * entry.DataFactor; break;
            case 0x2E: cursor.Uleb(); break;
            default: _unsupported = true; break;
        }
    }

    private static int Register(ref ByteCursor cursor) => (int)Math.Min(cursor.Uleb(), 1000);
}
