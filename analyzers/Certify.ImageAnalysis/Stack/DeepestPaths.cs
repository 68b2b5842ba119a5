using Certify.ImageAnalysis.Code;

namespace Certify.ImageAnalysis.Stack;

/// <summary>The deepest use of the stack from each function on, and the path that gives it.</summary>
/// <param name="stacks">Tracked functions.</param>
/// <param name="unbounded">Functions on a cycle of calls.</param>
/// <param name="skipped">Functions that paths are not followed into.</param>
// @llr CFY-LLR-315
internal sealed class DeepestPaths(
    IReadOnlyDictionary<CodeFunction, FunctionStack> stacks, IReadOnlySet<CodeFunction> unbounded, IReadOnlySet<CodeFunction> skipped)
{
    private readonly Dictionary<CodeFunction, (long? Bytes, Transfer? Next)> _known = [];

    /// <summary>Bytes below the stack pointer at the function's entry; null when it cannot be told.</summary>
    public long? Below(CodeFunction function) => Find(function).Bytes;

    /// <summary>The same for a function that was tracked from one of its entries.</summary>
    public (long? Bytes, Transfer? Next) Below(FunctionStack from)
    {
        foreach (var edge in Edges(from.Function)) Find(edge.To);
        return unbounded.Contains(from.Function) ? (null, null) : Sum(from);
    }

    /// <summary>The path: each function with the transfer that leads on, null at its end.</summary>
    public IEnumerable<(CodeFunction Function, Transfer? Next)> Path(CodeFunction from)
    {
        for (CodeFunction? at = from; at is not null;)
        {
            var next = Find(at).Next;
            yield return (at, next);
            at = next?.To;
        }
    }

    /// <summary>Bytes below the caller's entry when a transfer has been made: for a call with its return address.</summary>
    public long? AtTransfer(CodeFunction function, Transfer transfer) => AtTransfer(stacks[function], transfer);

    /// <summary>The same for a function that was tracked from one of its entries.</summary>
    public static long? AtTransfer(FunctionStack stack, Transfer transfer) =>
        stack.At.TryGetValue(transfer.From, out var depth) ? depth + (transfer.Kind == TransferKind.Call ? 8 : 0)
        : stack.Function.Bits == 32 ? 0 : null;

    private (long? Bytes, Transfer? Next) Find(CodeFunction root)
    {
        // Post-order with an own stack; cycles are left out before, so every callee is known in time.
        var work = new Stack<(CodeFunction Function, bool Done)>([(root, false)]);
        while (work.TryPop(out var step))
        {
            if (_known.ContainsKey(step.Function)) continue;
            if (unbounded.Contains(step.Function)) { _known[step.Function] = (null, null); continue; }
            if (step.Done) { _known[step.Function] = Sum(stacks[step.Function]); continue; }
            work.Push((step.Function, true));
            foreach (var edge in Edges(step.Function)) if (!_known.ContainsKey(edge.To)) work.Push((edge.To, false));
        }

        return _known[root];
    }

    private IEnumerable<Transfer> Edges(CodeFunction function) => function.Transfers.Where(t => !skipped.Contains(t.To));

    private (long?, Transfer?) Sum(FunctionStack stack)
    {
        if (stack.Deepest is not { } deepest || stack.Function.Indirect.Any(i => i.Targets.Count == 0)) return (null, null);
        (long Bytes, Transfer? Next) best = (deepest, null);
        foreach (var edge in Edges(stack.Function).OrderBy(e => e.From))
        {
            // From one entry not every transfer is reached; from all entries every one is.
            if (AtTransfer(stack, edge) is not { } at) continue;
            if (_known[edge.To].Bytes is not { } below) return (null, null);
            if (at + below > best.Bytes || (at + below == best.Bytes && best.Next is null)) best = (at + below, edge);
        }

        return best;
    }
}
