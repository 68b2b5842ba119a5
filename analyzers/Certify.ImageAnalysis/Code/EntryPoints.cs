using Certify.Facts;
using Certify.Image.Elf;
using Iced.Intel;

namespace Certify.ImageAnalysis.Code;

/// <summary>Where control comes from outside, and the stack it then runs on.</summary>
/// <param name="Stack">"boot", "user", or the interrupt stack by its number.</param>
/// <param name="Name">Name for a person.</param>
/// <param name="Target">First address.</param>
/// <param name="Top">Address above the stack's first byte; 0 where no stack is used.</param>
/// <param name="Pushed">Bytes on the stack before the first instruction.</param>
internal sealed record EntryPoint(string Stack, string Name, ulong Target, ulong Top, long Pushed);

/// <summary>
/// The entry points as the processor will find them: the PVH note, the frame that IRETQ takes, and the gates of the
/// IDT with the stacks of the TSS, each read from the image's own data by the operands of the image's own
/// instructions (LGDT, LIDT, LTR). **Source:** Intel SDM volume 3A, 6.14 (gates, stack switching), 8.7 (TSS).
/// </summary>
internal sealed class EntryPoints(ElfFile elf, Memory memory, IReadOnlyList<CodeFunction> functions)
{
    private static readonly HashSet<int> s_errorCode = [8, 10, 11, 12, 13, 14, 17, 21, 29, 30];
    private readonly List<string> _problems = [];

    /// <summary>What of the tables could not be read.</summary>
    public IReadOnlyList<string> Problems => _problems;

    public IReadOnlyList<EntryPoint> Find()
    {
        if (elf.PvhEntry is { } pvh) return Machine(pvh);
        // A file without the boot note: its entry address is all that is known.
        return [new("user", "entry", elf.Entry, StackTop(), 0)];
    }

    private ulong StackTop() => elf.TryFindSymbol("certify_user_stack_end", out var end) ? end.Address : 0;

    private List<EntryPoint> Machine(ulong pvh)
    {
        var found = new List<EntryPoint> { new("boot", "boot", pvh, 0, 0) };
        var boot = Run(pvh, 32);
        var far = boot.FirstOrDefault(i => i.Op0Kind is OpKind.FarBranch32);
        var start64 = far.Op0Kind == OpKind.FarBranch32 ? Run(far.FarBranch32, 64) : [];
        if (start64.Count == 0) _problems.Add("the boot code has no far jump into 64-bit code");
        var all = boot.Concat(start64).ToList();
        User(start64, found);
        if (Base(all, Mnemonic.Lidt, 64) is not { } idt) { _problems.Add("the boot code loads no interrupt table"); return found; }
        var tss = Base(all, Mnemonic.Lgdt, 32) is { } gdt && Selector(start64) is { } selector ? TssBase(gdt.Base + selector) : null;
        if (tss is null) _problems.Add("the boot code loads no task state segment");
        for (var vector = 0; (ulong)vector * 16 + 15 <= idt.Limit; vector++) Gate(idt.Base + (ulong)vector * 16, vector, tss, found);
        return found;
    }

    /// <summary>The straight line of instructions from an address to the first branch.</summary>
    private List<Instruction> Run(ulong address, int bits)
    {
        var found = new List<Instruction>();
        if (memory.Code(address) is not { } code) return found;
        if (functions.FirstOrDefault(f => f.Start == address) is { } function) function.Bits = bits;
        var reader = new ByteArrayCodeReader(code.Bytes, (int)(address - code.Address), code.Bytes.Length - (int)(address - code.Address));
        var decoder = Decoder.Create(bits, reader, address);
        while (reader.CanReadByte && found.Count < 100)
        {
            var instruction = decoder.Decode();
            found.Add(instruction);
            if (instruction.IsInvalid || instruction.FlowControl != FlowControl.Next) break;
        }

        return found;
    }

    private void User(List<Instruction> run, List<EntryPoint> found)
    {
        var last = run.LastOrDefault();
        var stack = run.LastOrDefault(i => i.Op0Kind == OpKind.Register && i.Op0Register is Register.ESP or Register.RSP);
        if (last.Mnemonic != Mnemonic.Iretq || stack.Mnemonic != Mnemonic.Mov
            || memory.ReadConstant(stack.GetImmediate(1), 8) is not { } target || memory.ReadConstant(stack.GetImmediate(1) + 24, 8) is not { } top)
        {
            _problems.Add("the boot code ends in no IRETQ with a constant frame, so that the start of user code is not known");
            return;
        }

        var end = memory.SegmentOf(top) is { } segment ? segment.Address + segment.MemoryBytes : top;
        found.Add(new("user", "user code", target, end, (long)(end - top)));
    }

    private (ulong Limit, ulong Base)? Base(List<Instruction> run, Mnemonic mnemonic, int bits)
    {
        var load = run.FirstOrDefault(i => i.Mnemonic == mnemonic);
        if (load.Mnemonic != mnemonic || load.MemoryBase is not (Register.None or Register.RIP or Register.EIP)) return null;
        var at = load.MemoryDisplacement64;
        return memory.ReadConstant(at, 2) is { } limit && memory.ReadConstant(at + 2, bits / 8) is { } start ? (limit, start) : null;
    }

    private static ulong? Selector(List<Instruction> run)
    {
        var at = run.FindIndex(i => i.Mnemonic == Mnemonic.Ltr);
        if (at < 1 || run[at - 1].Mnemonic != Mnemonic.Mov || run[at - 1].Op1Kind != OpKind.Immediate32) return null;
        return run[at - 1].Immediate32 & ~7ul;
    }

    private ulong? TssBase(ulong descriptor) =>
        memory.Read(descriptor, 8) is { } low && memory.Read(descriptor + 8, 4) is { } high
            ? ((low >> 16) & 0xFFFFFF) | ((low >> 56) << 24) | (high << 32)
            : null;

    private void Gate(ulong at, int vector, ulong? tss, List<EntryPoint> found)
    {
        if (memory.ReadConstant(at, 8) is not { } low || memory.ReadConstant(at + 8, 4) is not { } high)
        {
            _problems.Add($"the gate of vector {vector} is not in read-only memory");
            return;
        }

        if ((low >> 47 & 1) == 0) return; // not present
        var target = (low & 0xFFFF) | (low >> 32 & 0xFFFF0000) | high << 32;
        var ist = (int)(low >> 32 & 7);
        var top = tss is { } t ? memory.ReadConstant(t + (ist == 0 ? 4 : 28 + 8 * (ulong)ist), 8) : null;
        if (top is null) _problems.Add($"the stack of vector {vector} is not known");
        found.Add(new($"interrupt stack {ist}", $"vector {vector}", target, top ?? 0, 40 + (s_errorCode.Contains(vector) ? 8 : 0)));
    }
}
