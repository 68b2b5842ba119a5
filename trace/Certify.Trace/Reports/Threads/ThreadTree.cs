namespace Certify.Trace.Reports.Threads;

/// <summary>
/// Lays out a part of the graph as a tree, top first. Walks without recursion, and each item once: circles, common children and chains of any
/// length end.
/// </summary>
// @llr CFY-LLR-381
public sealed class ThreadTree
{
    private readonly TraceGraph _graph;
    private readonly int _focus;
    private readonly bool[] _kept;
    private readonly bool[] _above;
    private readonly List<ThreadNode> _nodes = [];
    private readonly HashSet<int> _shown = [];

    private ThreadTree(TraceGraph graph, int focus)
    {
        _graph = graph;
        _focus = focus;
        _kept = new bool[graph.Items.Count];
        _above = new bool[graph.Items.Count];
    }

    /// <summary>The whole thread through an item: the ways up to the system, and everything below it.</summary>
    /// <param name="graph">The set.</param>
    /// <param name="item">Index of the item.</param>
    public static TraceThread Through(TraceGraph graph, int item)
    {
        var tree = new ThreadTree(graph, item);
        tree.MarkAbove();
        tree.MarkBelow();
        return tree.Lay("thread of " + graph.Items[item].Id);
    }

    /// <summary>Only the given items with the links among them, the first being the one asked for.</summary>
    /// <param name="graph">The set.</param>
    /// <param name="items">Indexes, at least one.</param>
    /// <param name="title">What the thread is.</param>
    public static TraceThread Of(TraceGraph graph, IReadOnlyList<int> items, string title)
    {
        var tree = new ThreadTree(graph, items[0]);
        foreach (var item in items) tree._kept[item] = true;
        return tree.Lay(title);
    }

    private void MarkAbove()
    {
        var open = new Stack<int>([_focus]);
        while (open.TryPop(out var item))
        {
            if (_above[item]) continue;
            _above[item] = _kept[item] = true;
            foreach (var edge in _graph.Up(item)) open.Push(edge.Item);
        }
    }

    private void MarkBelow()
    {
        var seen = new bool[_kept.Length];
        var open = new Stack<int>([_focus]);
        while (open.TryPop(out var item))
        {
            if (seen[item]) continue;
            seen[item] = _kept[item] = true;
            foreach (var edge in _graph.Down(item)) open.Push(edge.Item);
        }

        // Reviews of what is above belong to the thread too.
        for (var item = 0; item < _above.Length; item++)
        {
            if (!_above[item]) continue;
            foreach (var edge in _graph.Down(item))
            {
                if (edge.Role == Model.LinkRole.Reviews) _kept[edge.Item] = true;
            }
        }
    }

    private TraceThread Lay(string title)
    {
        for (var item = 0; item < _kept.Length; item++)
        {
            if (_kept[item] && !HasParent(item)) Walk(item);
        }

        // What is left hangs on a circle: begin at the item asked for, then anywhere.
        if (!_shown.Contains(_focus)) Walk(_focus);
        for (var item = 0; item < _kept.Length; item++)
        {
            if (_kept[item] && !_shown.Contains(item)) Walk(item);
        }

        return new TraceThread(title, _nodes);
    }

    private bool HasParent(int item)
    {
        foreach (var edge in _graph.Up(item))
        {
            if (edge.Item != item && _kept[edge.Item]) return true;
        }
        return false;
    }

    private void Walk(int root)
    {
        var open = new Stack<(int Item, int Depth, string? Role, bool Last)>();
        open.Push((root, 0, null, true));
        while (open.TryPop(out var node))
        {
            var item = _graph.Items[node.Item];
            var first = _shown.Add(node.Item);
            _nodes.Add(new ThreadNode(item, node.Depth, node.Role, node.Last, node.Item == _focus, !first,
                first ? TraceGraph.FingerprintOf(item) : "", first ? _graph.FindingsOf(item.Id) : []));
            if (!first) continue;
            var down = _graph.Down(node.Item);
            var last = true;
            for (var i = down.Length - 1; i >= 0; i--)
            {
                if (!_kept[down[i].Item]) continue;
                open.Push((down[i].Item, node.Depth + 1, down[i].Role, last));
                last = false;
            }
        }
    }
}
