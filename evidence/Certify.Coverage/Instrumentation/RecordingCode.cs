using System.Globalization;
using Certify.Coverage.Decisions;

namespace Certify.Coverage.Instrumentation;

/// <summary>
/// The text put around a decision and its conditions. The forms <c>(x &amp;&amp; (T() || true)) || (F() &amp;&amp; false)</c> keep what the compiler
/// knows of definite assignment and nullness when x is true and when it is false, so variables declared in a condition work.
/// Where the diagram is a tree the last edge alone names the path: one byte store per evaluation and nothing else.
/// </summary>
internal sealed class RecordingCode
{
    private const string Cover = RuntimeSource.Calls;

    private readonly DecisionGraph _graph;
    private readonly int _counter;
    private readonly string _local;
    private readonly long[] _prefix;
    private readonly MarkerMasks? _masks;

    /// <param name="graph">The decision.</param>
    /// <param name="counter">Offset of its first byte.</param>
    /// <param name="markers">True to record markers in place of vectors.</param>
    /// <param name="local">A name that no source uses.</param>
    public RecordingCode(DecisionGraph graph, int counter, bool markers, string local)
    {
        _graph = graph;
        _counter = counter;
        _local = local;
        _masks = markers ? MarkerMasks.Of(graph.Shape, graph.Conditions) : null;
        _prefix = new long[graph.Conditions];
        if (graph.IsTree) Sum(graph.Start, 0);
    }

    /// <summary>True when a local variable is declared inside the expression.</summary>
    public bool NeedsLocal => _masks is not null || !_graph.IsTree;

    /// <summary>What stands before and after the whole decision.</summary>
    public (string Before, string After) Whole => (NeedsLocal, _masks is not null) switch
    {
        (false, _) => ("", ""),
        (true, false) => ($"(({Cover}.B(out int {_local}) || true) && (", "))"),
        (true, true) => ($"(({Cover}.BM(out ulong {_local}t, out ulong {_local}f) || true) && (", "))"),
    };

    /// <summary>What stands before and after a condition (outside the condition's own parentheses).</summary>
    public (string Before, string After) Around(int condition)
    {
        if (!_graph.Reached[condition]) return ("(", ")");
        var whenTrue = Edge(condition, true);
        var whenFalse = Edge(condition, false);
        return (whenTrue, whenFalse) switch
        {
            (null, null) => ("(", ")"),
            (not null, null) => ("(", $" && ({whenTrue} || true))"),
            (null, not null) => ("(", $" || ({whenFalse} && false))"),
            _ => ("((", $" && ({whenTrue} || true)) || ({whenFalse} && false))"),
        };
    }

    private string? Edge(int condition, bool value)
    {
        var next = _graph.Next(condition, value);
        if (_masks is not null) return MarkerEdge(condition, value, next);
        var weight = _graph.Weight(condition, value);
        if (_graph.IsTree)
        {
            return next >= 0 ? null : Call(value ? "T" : "F", Text(_counter + _prefix[condition] + weight));
        }
        if (next < 0) return Call(value ? "T" : "F", $"{_local} + {Text(_counter + weight)}");
        return weight == 0 ? null : Call("A", $"ref {_local}, {Text(weight)}");
    }

    private string MarkerEdge(int condition, bool value, int next)
    {
        var bit = 1UL << condition;
        var keep = ~_masks!.Masked(condition, value);
        var mark = Call(value ? "MT" : "MF", $"ref {_local}t, ref {_local}f, 0x{bit:X}UL, 0x{keep:X}UL");
        if (next >= 0) return mark;
        var end = Call("EM", $"{_local}t, {_local}f, {Text(_counter)}, {Text(_graph.Conditions)}, {(next == DecisionGraph.True ? 1 : 0)}");
        return $"({mark} && {end})";
    }

    private void Sum(int node, long before)
    {
        if (node < 0) return;
        _prefix[node] = before;
        Sum(_graph.Next(node, true), before + _graph.Weight(node, true));
        Sum(_graph.Next(node, false), before);
    }

    private static string Call(string method, string arguments) => $"{Cover}.{method}({arguments})";

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
