using System.Collections.Generic;

namespace Certify.Analyzers.ControlFlow;

/// <summary>The order in which a decision's conditions are evaluated: each leads, by its value, to another one or to an outcome.</summary>
internal sealed class DecisionDiagram
{
    private const int OutcomeTrue = -1;
    private const int OutcomeFalse = -2;

    private readonly List<Formula> _conditions = [];
    private readonly List<(int WhenTrue, int WhenFalse)> _edges = [];
    private readonly int _first;

    /// <summary>Lays the decision out.</summary>
    public DecisionDiagram(Formula decision) => _first = Enter(decision, OutcomeTrue, OutcomeFalse);

    /// <summary>A condition to which two paths lead, or null when the diagram is a tree.</summary>
    public Formula? Joined()
    {
        var met = new HashSet<int> { _first };
        var open = new Stack<int>();
        open.Push(_first);
        while (open.Count > 0)
        {
            var node = open.Pop();
            if (node < 0) continue;
            foreach (var next in new[] { _edges[node].WhenTrue, _edges[node].WhenFalse })
            {
                if (next < 0) continue;
                if (!met.Add(next)) return _conditions[next];
                open.Push(next);
            }
        }

        return null;
    }

    // Where evaluation of the formula begins, when it goes on to the two places given.
    private int Enter(Formula formula, int whenTrue, int whenFalse) => formula.Connective switch
    {
        Connective.True => whenTrue,
        Connective.False => whenFalse,
        Connective.Not => Enter(formula.Parts[0], whenFalse, whenTrue),
        Connective.And => Enter(formula.Parts[0], Enter(formula.Parts[1], whenTrue, whenFalse), whenFalse),
        Connective.Or => Enter(formula.Parts[0], whenTrue, Enter(formula.Parts[1], whenTrue, whenFalse)),
        Connective.Choice => Enter(
            formula.Parts[0], Enter(formula.Parts[1], whenTrue, whenFalse), Enter(formula.Parts[2], whenTrue, whenFalse)),
        _ => Add(formula, whenTrue, whenFalse),
    };

    private int Add(Formula condition, int whenTrue, int whenFalse)
    {
        _conditions.Add(condition);
        _edges.Add((whenTrue, whenFalse));
        return _edges.Count - 1;
    }
}
