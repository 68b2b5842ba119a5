namespace Certify.Trace.Audit;

/// <summary>Finds cycles of parent links with Tarjan's algorithm, without recursion, in linear time.</summary>
/// <remarks>Source: R. Tarjan, "Depth-first search and linear graph algorithms", SIAM J. Comput. 1 (1972).</remarks>
internal sealed class CycleFinder
{
    private readonly Func<string, IEnumerable<string>> _next;
    private readonly Dictionary<string, (int Index, int Low)> _seen = new(StringComparer.Ordinal);
    private readonly Stack<string> _open = new();
    private readonly HashSet<string> _isOpen = new(StringComparer.Ordinal);
    private readonly List<IReadOnlySet<string>> _components = [];

    private CycleFinder(Func<string, IEnumerable<string>> next) => _next = next;

    /// <summary>Gives each group of nodes that reach each other (or themselves).</summary>
    public static IReadOnlyList<IReadOnlySet<string>> Find(IEnumerable<string> nodes, Func<string, IEnumerable<string>> next)
    {
        var finder = new CycleFinder(next);
        foreach (var node in nodes)
        {
            if (!finder._seen.ContainsKey(node)) finder.Visit(node);
        }
        return finder._components;
    }

    /// <summary>Gives a shortest way inside a group from its first node back to it, both ends included.</summary>
    public static IReadOnlyList<string> Path(IReadOnlySet<string> group, Func<string, IEnumerable<string>> next)
    {
        var start = group.Min(StringComparer.Ordinal)!;
        var from = new Dictionary<string, string>(StringComparer.Ordinal);
        var queue = new Queue<string>([start]);
        while (queue.TryDequeue(out var node))
        {
            foreach (var to in next(node).Where(group.Contains).Order(StringComparer.Ordinal))
            {
                if (!from.TryAdd(to, node)) continue;
                if (to == start) return Unwind(from, start);
                queue.Enqueue(to);
            }
        }
        return [start];
    }

    private static List<string> Unwind(Dictionary<string, string> from, string start)
    {
        List<string> path = [start];
        for (var at = from[start]; at != start; at = from[at]) path.Add(at);
        path.Add(start);
        path.Reverse();
        return path;
    }

    private void Visit(string root)
    {
        var work = new Stack<(string Node, IEnumerator<string> Next)>();
        Open(root, work);
        while (work.TryPeek(out var top))
        {
            if (top.Next.MoveNext())
            {
                var to = top.Next.Current;
                if (!_seen.TryGetValue(to, out var seen)) Open(to, work);
                else if (_isOpen.Contains(to)) Lower(top.Node, seen.Index);
            }
            else
            {
                work.Pop();
                Close(top.Node);
                if (work.TryPeek(out var above)) Lower(above.Node, _seen[top.Node].Low);
            }
        }
    }

    private void Open(string node, Stack<(string, IEnumerator<string>)> work)
    {
        _seen.Add(node, (_seen.Count, _seen.Count));
        _open.Push(node);
        _isOpen.Add(node);
        work.Push((node, _next(node).GetEnumerator()));
    }

    private void Lower(string node, int low)
    {
        var (index, own) = _seen[node];
        _seen[node] = (index, Math.Min(own, low));
    }

    private void Close(string node)
    {
        var (index, low) = _seen[node];
        if (index != low) return;
        var group = new HashSet<string>(StringComparer.Ordinal);
        string member;
        do
        {
            member = _open.Pop();
            _isOpen.Remove(member);
            group.Add(member);
        }
        while (member != node);
        if (group.Count > 1 || _next(node).Contains(node)) _components.Add(group);
    }
}
