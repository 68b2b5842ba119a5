using Certify.ImageAnalysis.Code;

namespace Certify.ImageAnalysis.Stack;

/// <summary>Who reaches whom: transfers and resolved indirect calls.</summary>
// @llr CFY-LLR-311
internal sealed class CallGraph(IReadOnlyList<CodeFunction> functions)
{
    public static IEnumerable<Transfer> Edges(CodeFunction function) => function.Transfers;

    /// <summary>Functions that a path from these addresses leads to.</summary>
    public HashSet<CodeFunction> Reached(IEnumerable<CodeFunction> from)
    {
        var found = new HashSet<CodeFunction>();
        var work = new Stack<CodeFunction>(from);
        while (work.TryPop(out var function))
        {
            if (!found.Add(function)) continue;
            foreach (var edge in Edges(function)) work.Push(edge.To);
        }

        return found;
    }

    /// <summary>
    /// Cycles: for each strongly connected set of functions one shortest cycle through its first function, as the
    /// transfers along it. Tarjan's algorithm with its own stack, so that a long chain of calls ends no run.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<Transfer>> Cycles()
    {
        var components = Components();
        var cycles = new List<IReadOnlyList<Transfer>>();
        foreach (var set in components)
        {
            if (set.Count == 1 && set[0].Transfers.All(t => t.To != set[0])) continue;
            cycles.Add(Shortest(set.MinBy(f => f.Start)!, [.. set]));
        }

        return [.. cycles.OrderBy(c => c[0].From)];
    }

    private static List<Transfer> Shortest(CodeFunction start, HashSet<CodeFunction> set)
    {
        var by = new Dictionary<CodeFunction, Transfer>();
        var queue = new Queue<CodeFunction>([start]);
        while (queue.TryDequeue(out var at))
        {
            foreach (var edge in at.Transfers.Where(t => set.Contains(t.To)).OrderBy(t => t.From))
            {
                if (edge.To == start) return Back(edge, start, by);
                if (by.TryAdd(edge.To, edge)) queue.Enqueue(edge.To);
            }
        }

        throw new InvalidOperationException("a strongly connected set without a cycle");
    }

    private static List<Transfer> Back(Transfer last, CodeFunction start, Dictionary<CodeFunction, Transfer> by)
    {
        var path = new List<Transfer> { last };
        for (var at = Owner(last, start, by); at != start; at = Owner(path[^1], start, by)) path.Add(by[at]);
        path.Reverse();
        return path;
    }

    private static CodeFunction Owner(Transfer edge, CodeFunction start, Dictionary<CodeFunction, Transfer> by) =>
        start.Contains(edge.From) ? start : by.Keys.First(f => f.Contains(edge.From));

    private List<List<CodeFunction>> Components()
    {
        var number = new Dictionary<CodeFunction, int>();
        var low = new Dictionary<CodeFunction, int>();
        var (open, onOpen, found) = (new Stack<CodeFunction>(), new HashSet<CodeFunction>(), new List<List<CodeFunction>>());
        foreach (var root in functions.Where(f => !number.ContainsKey(f)))
        {
            if (number.ContainsKey(root)) continue;
            var work = new Stack<(CodeFunction Function, int Edge)>([(root, 0)]);
            while (work.TryPop(out var step))
            {
                var (function, edge) = step;
                if (edge == 0)
                {
                    number[function] = low[function] = number.Count;
                    open.Push(function);
                    onOpen.Add(function);
                }
                else if (function.Transfers[edge - 1].To is var done && onOpen.Contains(done))
                {
                    low[function] = Math.Min(low[function], low[done]);
                }

                var next = edge;
                while (next < function.Transfers.Count && number.ContainsKey(function.Transfers[next].To))
                {
                    if (onOpen.Contains(function.Transfers[next].To)) low[function] = Math.Min(low[function], number[function.Transfers[next].To]);
                    next++;
                }

                if (next < function.Transfers.Count)
                {
                    work.Push((function, next + 1));
                    work.Push((function.Transfers[next].To, 0));
                    continue;
                }

                if (low[function] != number[function]) continue;
                var set = new List<CodeFunction>();
                CodeFunction member;
                do
                {
                    member = open.Pop();
                    onOpen.Remove(member);
                    set.Add(member);
                }
                while (member != function);
                found.Add(set);
            }
        }

        return found;
    }
}
