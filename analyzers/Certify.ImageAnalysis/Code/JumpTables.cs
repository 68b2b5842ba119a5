using Iced.Intel;

namespace Certify.ImageAnalysis.Code;

/// <summary>
/// The targets of a switch: <c>cmp i, n; ja default; lea t, [table]; mov o, [t + 4 i]; lea b, [base]; add o, b; jmp o</c>,
/// with moves of i between. Form seen in ILC 10.0.14. The bound comes from the comparison, the entries from read-only
/// memory; any other write to a register of the pattern leaves the jump unresolved.
/// </summary>
// @llr CFY-LLR-313
internal sealed class JumpTables(Memory memory)
{
    private const int InstructionsMax = 32;
    private readonly InstructionInfoFactory _info = new();

    /// <summary>Where the pattern begins; no branch may lead behind it.</summary>
    public sealed record Table(ulong First, IReadOnlyList<ulong> Targets);

    private sealed class Search(Register jump)
    {
        public Register Offset = jump, Base, TableAt, Index;
        public ulong? BaseAddress, TableAddress;
        public bool Added, Loaded;
        public int IndexBytes = 8;
    }

    public Table? Resolve(CodeFunction function, Instruction jump)
    {
        if (jump.Op0Kind != OpKind.Register) return null;
        var search = new Search(jump.Op0Register);
        var at = jump.IP;
        for (var i = 0; i < InstructionsMax; i++)
        {
            if (Before(function, at) is not { } instruction) return null;
            at = instruction.IP;
            if (instruction.FlowControl == FlowControl.ConditionalBranch)
            {
                if (!search.Loaded) return null;
                if (instruction.ConditionCode is not (ConditionCode.a or ConditionCode.ae)) return null;
                if (Before(function, at) is not { Mnemonic: Mnemonic.Cmp } compare) return null;
                if (!Same(compare.Op0Register, search.Index) || !IsImmediate(compare)) return null;
                if (compare.Op0Register.GetSize() < search.IndexBytes) return null; // bits above it are not bounded
                var count = compare.GetImmediate(1) + (instruction.ConditionCode == ConditionCode.a ? 1ul : 0ul);
                return Read(function, search, compare.IP, count);
            }

            if (instruction.FlowControl != FlowControl.Next || !Step(search, instruction)) return null;
        }

        return null;
    }

    /// <summary>Takes one instruction into account, walking backwards; false when it breaks the pattern.</summary>
    private bool Step(Search s, in Instruction instruction)
    {
        if (!s.Added)
        {
            if (instruction.Mnemonic == Mnemonic.Add && Same(instruction.Op0Register, s.Offset) && instruction.Op1Kind == OpKind.Register)
            {
                (s.Added, s.Base) = (true, instruction.Op1Register.GetFullRegister());
                return true;
            }

            return !Writes(instruction, s.Offset);
        }

        if (s.BaseAddress is null && Writes(instruction, s.Base))
        {
            // Either summand may be the one that the table gave.
            if (instruction.Mnemonic == Mnemonic.Lea && instruction.IsIPRelativeMemoryOperand)
            {
                s.BaseAddress = instruction.IPRelativeMemoryAddress;
                return true;
            }

            if (s.Loaded) return false;
            (s.Offset, s.Base) = (s.Base, s.Offset);
            return Load(s, instruction);
        }

        if (!s.Loaded) return !Writes(instruction, s.Offset) || Load(s, instruction);
        if (s.TableAddress is null && Writes(instruction, s.TableAt))
        {
            if (instruction.Mnemonic != Mnemonic.Lea || !instruction.IsIPRelativeMemoryOperand) return false;
            s.TableAddress = instruction.IPRelativeMemoryAddress;
            return true;
        }

        if (!Writes(instruction, s.Index)) return true;
        if (instruction.Mnemonic is not (Mnemonic.Mov or Mnemonic.Movzx) || instruction.Op1Kind != OpKind.Register || instruction.Op0Register.GetSize() != 4) return false;
        s.IndexBytes = Math.Min(s.IndexBytes, instruction.Op1Register.GetSize());
        s.Index = instruction.Op1Register.GetFullRegister();
        return true;
    }

    private static bool Load(Search s, in Instruction instruction)
    {
        if (instruction.Mnemonic is not (Mnemonic.Mov or Mnemonic.Movsxd) || instruction.Op1Kind != OpKind.Memory) return false;
        if (instruction.MemoryIndexScale != 4 || instruction.MemoryDisplacement64 != 0 || instruction.MemoryIndex == Register.None) return false;
        s.TableAt = instruction.MemoryBase.GetFullRegister();
        s.Index = instruction.MemoryIndex.GetFullRegister();
        s.Loaded = true;
        return s.TableAt != s.Index;
    }

    private Table? Read(CodeFunction function, Search s, ulong first, ulong count)
    {
        if (s.BaseAddress is not { } from || s.TableAddress is not { } table || count is 0 or > AnalysisLimits.JumpTableEntriesMax) return null;
        var targets = new List<ulong>();
        for (ulong i = 0; i < count; i++)
        {
            if (memory.ReadConstant(table + i * 4, 4) is not { } offset) return null;
            var target = from + (ulong)(int)(uint)offset;
            if (!function.Contains(target)) return null;
            targets.Add(target);
        }

        return new Table(first, targets);
    }

    private static Instruction? Before(CodeFunction function, ulong address)
    {
        // Instructions are at most 15 bytes long.
        for (var back = 1ul; back <= 15; back++)
            if (function.Instructions.TryGetValue(address - back, out var found)) return found.NextIP == address ? found : null;
        return null;
    }

    private bool Writes(in Instruction instruction, Register register)
    {
        foreach (var used in _info.GetInfo(instruction).GetUsedRegisters())
        {
            if (used.Access is OpAccess.Read or OpAccess.CondRead or OpAccess.None or OpAccess.NoMemAccess) continue;
            if (Same(used.Register, register)) return true;
        }

        return false;
    }

    private static bool Same(Register a, Register b) => a != Register.None && a.GetFullRegister() == b.GetFullRegister();

    private static bool IsImmediate(in Instruction instruction) => instruction.Op1Kind is OpKind.Immediate8 or OpKind.Immediate8to32
        or OpKind.Immediate8to64 or OpKind.Immediate32 or OpKind.Immediate32to64 or OpKind.Immediate8to16 or OpKind.Immediate16;
}
