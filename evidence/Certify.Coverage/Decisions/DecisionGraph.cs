namespace Certify.Coverage.Decisions;

/// <summary>
/// The binary decision diagram of a decision: one node per condition, evaluated in source order with
/// short-circuit. Every evaluation is a path, and the sum of its edge weights is its number, unique in
/// 0..<see cref="Paths"/>-1. The false edge weighs nothing; the true edge weighs the paths through the false edge.
/// </summary>
/// <remarks><b>Source:</b> path numbering after Ball and Larus (MICRO-29), as LLVM's MC/DC does.</remarks>
// @llr CFY-LLR-046
public sealed class DecisionGraph
{
    /// <summary>The edge target that stands for the outcome true.</summary>
    public const int True = -1;

    /// <summary>The edge target that stands for the outcome false.</summary>
    public const int False = -2;

    /// <summary>Path counts stop here, so that sums cannot overflow.</summary>
    private const long Saturation = long.MaxValue / 4;

    private readonly (int OnTrue, int OnFalse)[] _edges;
    private readonly long[] _paths;

    private DecisionGraph(int start, (int OnTrue, int OnFalse)[] edges, BooleanShape shape)
    {
        Shape = shape;
        Start = start;
        _edges = edges;
        _paths = new long[edges.Length];
        Reached = new bool[edges.Length];
        IsTree = Mark(start);
        Paths = Count(start);
    }

    /// <summary>The structure it was built from.</summary>
    public BooleanShape Shape { get; }

    /// <summary>First condition evaluated, or an outcome when no condition decides.</summary>
    public int Start { get; }

    /// <summary>Number of conditions.</summary>
    public int Conditions => _edges.Length;

    /// <summary>Number of distinct evaluations (saturates far above any limit in use).</summary>
    public long Paths { get; }

    /// <summary>True when no condition is reached over two edges; then the last edge alone names the path.</summary>
    public bool IsTree { get; }

    /// <summary>False for a condition that a constant keeps from ever being evaluated.</summary>
    public bool[] Reached { get; }

    /// <summary>Where evaluation goes after the condition had the value: a condition, or an outcome.</summary>
    public int Next(int condition, bool value) => value ? _edges[condition].OnTrue : _edges[condition].OnFalse;

    /// <summary>What the edge adds to the path's number.</summary>
    public long Weight(int condition, bool value) => value ? PathsFrom(_edges[condition].OnFalse) : 0;

    /// <summary>Builds the diagram of a shape over conditions 0..count-1.</summary>
    public static DecisionGraph Of(BooleanShape shape, int count)
    {
        var edges = new (int, int)[count];
        Array.Fill(edges, (False, False));
        return new DecisionGraph(Enter(shape, True, False, edges), edges, shape);
    }

    /// <summary>Gives the evaluation with a path number in 0..Paths-1.</summary>
    public Evaluation Decode(long number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, Paths);
        var rest = number;
        return Walk(c =>
        {
            var weight = Weight(c, true);
            if (rest < weight) return false;
            rest -= weight;
            return true;
        });
    }

    /// <summary>Gives the evaluation for the values of the conditions; asks only for those evaluated.</summary>
    public Evaluation Walk(Func<int, bool> valueOf)
    {
        var values = new string('-', Conditions).ToCharArray();
        var order = new List<int>();
        long number = 0;
        var node = Start;
        while (node >= 0)
        {
            var value = valueOf(node);
            values[node] = value ? 'T' : 'F';
            order.Add(node);
            number += Weight(node, value);
            node = Next(node, value);
        }
        return new Evaluation(new string(values), node == True, number, order);
    }

    /// <summary>Gives the evaluation written as 'T', 'F', '-' per condition.</summary>
    public Evaluation Read(string values) => Walk(c => values[c] switch
    {
        'T' => true,
        'F' => false,
        _ => throw new FormatException($"'{values}' leaves out condition {c + 1}, which is evaluated"),
    });

    /// <summary>Every evaluation, in order of path number. Only for decisions within the path limit.</summary>
    public IEnumerable<Evaluation> All()
    {
        for (long number = 0; number < Paths; number++) yield return Decode(number);
    }

    private static int Enter(BooleanShape shape, int onTrue, int onFalse, (int, int)[] edges)
    {
        switch (shape)
        {
            case BooleanShape.Condition c:
                edges[c.Index] = (onTrue, onFalse);
                return c.Index;
            case BooleanShape.Constant k:
                return k.Value ? onTrue : onFalse;
            case BooleanShape.Not n:
                return Enter(n.Operand, onFalse, onTrue, edges);
            case BooleanShape.And a:
                return Enter(a.Left, Enter(a.Right, onTrue, onFalse, edges), onFalse, edges);
            case BooleanShape.Or o:
                return Enter(o.Left, onTrue, Enter(o.Right, onTrue, onFalse, edges), edges);
            case BooleanShape.Choice q:
                var whenTrue = Enter(q.WhenTrue, onTrue, onFalse, edges);
                var whenFalse = Enter(q.WhenFalse, onTrue, onFalse, edges);
                return Enter(q.Predicate, whenTrue, whenFalse, edges);
            default:
                throw new InvalidOperationException($"unknown shape {shape.GetType().Name}");
        }
    }

    private bool Mark(int node)
    {
        if (node < 0) return true;
        if (Reached[node]) return false;
        Reached[node] = true;
        var whenTrue = Mark(_edges[node].OnTrue);
        return Mark(_edges[node].OnFalse) && whenTrue;
    }

    private long Count(int node)
    {
        if (node < 0) return 1;
        if (_paths[node] == 0)
        {
            _paths[node] = Math.Min(Saturation, Count(_edges[node].OnTrue) + Count(_edges[node].OnFalse));
        }
        return _paths[node];
    }

    private long PathsFrom(int node) => node < 0 ? 1 : Math.Max(1, _paths[node]);
}

/// <summary>One evaluation of a decision.</summary>
/// <param name="Values">'T', 'F' or '-' (not evaluated) per condition in source order.</param>
/// <param name="Outcome">The decision's value.</param>
/// <param name="Number">Path number.</param>
/// <param name="Order">The conditions evaluated, in the order of evaluation.</param>
public sealed record Evaluation(string Values, bool Outcome, long Number, IReadOnlyList<int> Order);
