namespace Certify.Trace.Audit;

/// <summary>Finds cycles with Tarjan's algorithm, without recursion, in linear time.</summary>
/// <remarks>Source: R. Tarjan, "Depth-first search and linear graph algorithms", SIAM J. Comput. 1 (1972).</remarks>
internal sealed class CycleFinder
{
    private readonly Adjacency _graph;
    private readonly int[] _index;
    private readonly int[] _low;
    private readonly int[] _group;
    private readonly bool[] _isOpen;
    private readonly int[] _next;
    private readonly Stack<int> _open = new();
    private readonly Stack<int> _work = new();
    private int _seen;
    private int _groups;

    private CycleFinder(Adjacency graph)
    {
        _graph = graph;
        (_index, _low, _group) = (new int[graph.Count], new int[graph.Count], new int[graph.Count]);
        (_isOpen, _next) = (new bool[graph.Count], new int[graph.Count]);
        Array.Fill(_group, -1);
    }

    /// <summary>Gives each node the number of the group of nodes that reach each other, or -1 where it reaches itself in no way.</summary>
    /// <param name="graph">The graph; no node is its own neighbour.</param>
    /// <param name="count">Number of groups.</param>
    public static int[] Find(Adjacency graph, out int count)
    {
        var finder = new CycleFinder(graph);
        for (var node = 0; node < graph.Count; node++)
        {
            if (finder._index[node] == 0 && graph.End(node) > graph.Start(node)) finder.Visit(node);
        }
        count = finder._groups;
        return finder._group;
    }

    /// <summary>Gives a shortest way inside a group from a node back to it, both ends included.</summary>
    /// <param name="start">The node.</param>
    /// <param name="graph">The graph.</param>
    /// <param name="groups">What <see cref="Find"/> gave.</param>
    /// <param name="compare">Order of nodes, which decides between ways of one length.</param>
    public static IReadOnlyList<int> Path(int start, Adjacency graph, int[] groups, Comparison<int> compare)
    {
        var from = new Dictionary<int, int>();
        var queue = new Queue<int>([start]);
        while (queue.TryDequeue(out var node))
        {
            var next = graph.Of(node).ToArray();
            Array.Sort(next, compare);
            foreach (var to in next)
            {
                if (groups[to] != groups[start] || !from.TryAdd(to, node)) continue;
                if (to == start) return Unwind(from, start);
                queue.Enqueue(to);
            }
        }
        return [start, start];
    }

    private static List<int> Unwind(Dictionary<int, int> from, int start)
    {
        List<int> path = [start];
        for (var at = from[start]; at != start; at = from[at]) path.Add(at);
        path.Add(start);
        path.Reverse();
        return path;
    }

    private void Visit(int root)
    {
        Open(root);
        while (_work.TryPeek(out var node))
        {
            if (_next[node] < _graph.End(node))
            {
                var to = _graph.To(_next[node]++);
                if (_index[to] == 0) Open(to);
                else if (_isOpen[to]) _low[node] = Math.Min(_low[node], _index[to]);
            }
            else
            {
                _work.Pop();
                Close(node);
                if (_work.TryPeek(out var above)) _low[above] = Math.Min(_low[above], _low[node]);
            }
        }
    }

    private void Open(int node)
    {
        _index[node] = _low[node] = ++_seen;
        _next[node] = _graph.Start(node);
        _isOpen[node] = true;
        _open.Push(node);
        _work.Push(node);
    }

    private void Close(int node)
    {
        if (_index[node] != _low[node]) return;
        var alone = _open.Peek() == node;
        int member;
        do
        {
            member = _open.Pop();
            _isOpen[member] = false;
            if (!alone) _group[member] = _groups;
        }
        while (member != node);
        if (!alone) _groups++;
    }
}
