using Certify.Facts;
using Certify.Image.Elf;
using Certify.ImageAnalysis.Code;

namespace Certify.ImageAnalysis.Stack;

/// <summary>The stacks of an image with their deepest use: for each the entry that takes most.</summary>
internal sealed class StackReport(ElfFile elf, Memory memory, StackTracker tracker, Func<ulong, SourcePlace?> placeOf)
{
    public IReadOnlyList<StackFact> Stacks(
        IReadOnlyList<(EntryPoint Entry, CodeFunction Function)> roots, DeepestPaths paths, DeepestPaths withoutFaults)
    {
        var found = new List<StackFact>();
        foreach (var group in roots.GroupBy(r => (r.Entry.Stack, r.Entry.Top)))
        {
            var (name, top) = group.Key;
            var all = group.ToList();
            if (top == 0 && name == "boot")
            {
                // Nothing has set a stack up: the boot code may use none.
                found.Add(new(name, 0, 0, ["boot"], Worst(all, paths), Worst(all, withoutFaults), []));
                continue;
            }

            var segment = top == 0 ? null : memory.SegmentOf(top - 1);
            var start = segment?.Address ?? 0;
            if (elf.TryFindSymbol($"certify_{name}_stack", out var symbol) && symbol.Address < top) start = symbol.Address;
            var worst = all.MaxBy(r => (r.Entry.Pushed + From(r, paths).Bytes ?? long.MaxValue, -(long)r.Entry.Target));
            found.Add(new(name, start, segment is null ? 0 : (long)(top - start), Names(all), Worst(all, paths), Worst(all, withoutFaults), [.. Steps(worst, paths)]));
        }

        return [.. found.OrderBy(s => s.Address)];
    }

    private (FunctionStack Stack, long? Bytes, Transfer? Next) From((EntryPoint Entry, CodeFunction Function) root, DeepestPaths paths)
    {
        var stack = tracker.Track(root.Function, [root.Entry.Target]);
        var (bytes, next) = paths.Below(stack);
        return (stack, bytes, next);
    }

    private long? Worst(List<(EntryPoint Entry, CodeFunction Function)> all, DeepestPaths paths)
    {
        var depths = all.ConvertAll(r => r.Entry.Pushed + From(r, paths).Bytes);
        return depths.Contains(null) ? null : depths.Max();
    }

    private IEnumerable<StackStep> Steps((EntryPoint Entry, CodeFunction Function) worst, DeepestPaths paths)
    {
        var (stack, bytes, first) = From(worst, paths);
        if (bytes is null) yield break;
        var sum = worst.Entry.Pushed;
        var pending = sum; // what lies on the stack at entry counts for the entry's function, as a return address for its callee
        IEnumerable<(CodeFunction Function, Transfer? Next)> path = [(worst.Function, first)];
        foreach (var (function, next) in first is null ? path : path.Concat(paths.Path(first.To)))
        {
            var depth = function == worst.Function
                ? next is null ? stack.Deepest!.Value : DeepestPaths.AtTransfer(stack, next)!.Value
                : next is null ? paths.Below(function)!.Value : paths.AtTransfer(function, next)!.Value;
            var returned = next?.Kind == TransferKind.Call ? 8 : 0;
            sum += depth;
            yield return new(function.Name, placeOf(next?.From ?? function.Start), pending + depth - returned, sum - returned);
            pending = returned;
        }
    }

    private static IReadOnlyList<string> Names(List<(EntryPoint Entry, CodeFunction Function)> all) =>
        [.. all.Select(r => r.Entry.Name).Distinct(StringComparer.Ordinal)];
}
