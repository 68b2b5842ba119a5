using Certify.ImageAnalysis.Code;
using Iced.Intel;

namespace Certify.ImageAnalysis.Stack;

/// <summary>A loop that only pushes: from its head to behind it, so many bytes per turn, as often as a register says.</summary>
internal sealed record PushLoop(ulong After, int Counter, int Bytes);

/// <summary>The loop that touches each page of a large allocation: from the branch before it to the move that ends it.</summary>
internal sealed record ProbeLoop(ulong End, int Limit);

/// <summary>
/// The two forms in which ILC 10.0.14 takes a constant number of bytes from the stack (stackalloc). Small: <c>mov r, n;
/// L: push 0; push 0; dec r; jne L</c>. Large: <c>mov r, -n; add r, rsp; jb L; xor r, r; L: test [rsp], esp; sub rsp,
/// 4096; cmp rsp, r; jae L; mov rsp, r</c>. In the large form the path through <c>xor</c> runs into the page that is not
/// mapped, since the allocation would pass address 0. Any other shape is not an idiom and is tracked as it stands.
/// </summary>
internal static class AllocationIdioms
{
    public static PushLoop? PushLoopAt(CodeFunction function, ulong head)
    {
        var (bytes, at) = (0, head);
        while (Get(function, at) is { Mnemonic: Mnemonic.Push } push && push.Op0Kind != OpKind.Register)
        {
            bytes -= push.StackPointerIncrement;
            at = push.NextIP;
        }

        if (bytes <= 0 || Get(function, at) is not { Mnemonic: Mnemonic.Dec, Op0Kind: OpKind.Register } dec) return null;
        if (Get(function, dec.NextIP) is not { Mnemonic: Mnemonic.Jne } jump || jump.NearBranchTarget != head) return null;
        return Entered(function, head, jump.IP) == 0 ? new(jump.NextIP, StackState.Number(dec.Op0Register), bytes) : null;
    }

    public static ProbeLoop? ProbeLoopAt(CodeFunction function, in Instruction branch)
    {
        if (branch.Mnemonic != Mnemonic.Jb || Get(function, branch.NextIP) is not { Mnemonic: Mnemonic.Xor } clear) return null;
        var head = branch.NearBranchTarget;
        if (clear.NextIP != head || clear.Op0Register != clear.Op1Register) return null;
        if (Get(function, head) is not { Mnemonic: Mnemonic.Test, Op0Kind: OpKind.Memory, MemoryBase: Register.RSP } test) return null;
        if (Get(function, test.NextIP) is not { Mnemonic: Mnemonic.Sub, Op0Register: Register.RSP } step || step.Op1Kind == OpKind.Register) return null;
        if (Get(function, step.NextIP) is not { Mnemonic: Mnemonic.Cmp, Op0Register: Register.RSP, Op1Kind: OpKind.Register } compare) return null;
        if (Get(function, compare.NextIP) is not { Mnemonic: Mnemonic.Jae } back || back.NearBranchTarget != head) return null;
        if (Get(function, back.NextIP) is not { Mnemonic: Mnemonic.Mov, Op0Register: Register.RSP } end || end.Op1Register != compare.Op1Register) return null;
        if (StackState.Number(clear.Op0Register) != StackState.Number(compare.Op1Register)) return null;
        return Entered(function, branch.NextIP, end.IP) == 1 ? new(end.IP, StackState.Number(compare.Op1Register)) : null;
    }

    /// <summary>Jumps from outside into the inside of a range, its first instruction left out.</summary>
    private static int Entered(CodeFunction function, ulong first, ulong last) =>
        function.Next.Where(n => n.Key < first || n.Key > last).Sum(n => n.Value.Count(t => t > first && t <= last));

    private static Instruction? Get(CodeFunction function, ulong at) => function.Instructions.TryGetValue(at, out var found) ? found : null;
}
