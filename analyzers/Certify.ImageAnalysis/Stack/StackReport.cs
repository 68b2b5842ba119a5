using Certify.Facts;
using Certify.Image;
using Certify.Image.Elf;
using Certify.ImageAnalysis.Code;

namespace Certify.ImageAnalysis.Stack;

/// <summary>The stacks of an image with their deepest use: for each the entry that takes most.</summary>
internal sealed class StackReport(ElfFile elf, SourceMap sources, Memory memory, Func<ulong, SourcePlace?> placeOf)
{
    public IReadOnlyList<StackFact> Stacks(
        IReadOnlyList<(EntryPoint Entry, CodeFunction Function)> roots, DeepestPaths paths, DeepestPaths withoutFaults)
    {
        _ = sources;
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
            var worst = all.MaxBy(r => (r.Entry.Pushed + paths.Below(r.Function) ?? long.MaxValue, -(long)r.Entry.Target));
            found.Add(new(name, start, segment is null ? 0 : (long)(top - start), Names(all), Worst(all, paths), Worst(all, withoutFaults), [.. Steps(worst, paths)]));
        }

        return [.. found.OrderBy(s => s.Address)];
    }

    private static long? Worst(List<(EntryPoint Entry, CodeFunction Function)> all, DeepestPaths paths) =>
        all.Any(r => paths.Below(r.Function) is null) ? null : all.Max(r => r.Entry.Pushed + paths.Below(r.Function)!.Value);

    private IEnumerable<StackStep> Steps((EntryPoint Entry, CodeFunction Function) worst, DeepestPaths paths)
    {
        if (paths.Below(worst.Function) is null) yield break;
        var sum = worst.Entry.Pushed;
        var pending = sum; // what lies on the stack at entry counts for the entry's function, as a return address for its callee
        foreach (var (function, next) in paths.Path(worst.Function))
        {
            var depth = next is null ? paths.Below(function)!.Value : paths.AtTransfer(function, next)!.Value;
            var returned = next?.Kind == TransferKind.Call ? 8 : 0;
            var own = pending + depth - returned;
            sum += depth;
            yield return new(function.Name, placeOf(next?.From ?? function.Start), own, sum - returned);
            pending = returned;
        }
    }

    private static IReadOnlyList<string> Names(List<(EntryPoint Entry, CodeFunction Function)> all) =>
        [.. all.Select(r => r.Entry.Name).Distinct(StringComparer.Ordinal)];
}
