using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Certify.Analyzers.Program;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Certify.Analyzers.Resources;

/// <summary>A call that takes a resource or gives it back.</summary>
internal readonly struct ResourceEvent(string resource, bool takes, IOperation call)
{
    public string Resource { get; } = resource;

    public bool Takes { get; } = takes;

    public IOperation Call { get; } = call;
}

/// <summary>In which states one resource can be along a control-flow graph: free, held, or both by different paths.</summary>
internal sealed class ResourceStates
{
    /// <summary>Nobody in this function has it.</summary>
    public const int Free = 1;

    /// <summary>This function has it.</summary>
    public const int Held = 2;

    private readonly List<(IOperation, string)> _faults = [];

    private ResourceStates()
    {
    }

    /// <summary>The states at the end of the function; 0 when no path ends.</summary>
    public int AtEnd { get; private set; }

    /// <summary>Calls that a path reaches in the wrong state, in source order.</summary>
    public IEnumerable<(IOperation At, string Fault)> Faults => _faults.OrderBy(fault => fault.Item1.Syntax.SpanStart);

    /// <summary>Goes forward until no block learns of a new state.</summary>
    public static ResourceStates Solve(
        ControlFlowGraph graph, IReadOnlyList<List<ResourceEvent>> events, string resource, bool startsHeld, CancellationToken cancellation)
    {
        var before = new int[graph.Blocks.Length];
        before[0] = startsHeld ? Held : Free;
        var pending = new Queue<int>();
        pending.Enqueue(0);
        while (pending.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var at = pending.Dequeue();
            var after = Through(events[at], resource, before[at]);
            foreach (var branch in graph.Blocks[at].Branches())
            {
                if (branch.Destination is not { } next) continue;
                var state = branch.FinallyRegions.Aggregate(after, (now, region) => Through(Inside(region, events), resource, now));
                if ((before[next.Ordinal] | state) == before[next.Ordinal]) continue;
                before[next.Ordinal] |= state;
                pending.Enqueue(next.Ordinal);
            }
        }

        var states = new ResourceStates { AtEnd = before[before.Length - 1] };
        for (var i = 0; i < before.Length; i++) states.Judge(events[i], resource, before[i]);
        return states;
    }

    private static IEnumerable<ResourceEvent> Inside(ControlFlowRegion region, IReadOnlyList<List<ResourceEvent>> events) =>
        events.Skip(region.FirstBlockOrdinal).Take(region.LastBlockOrdinal - region.FirstBlockOrdinal + 1).SelectMany(list => list);

    private static int Through(IEnumerable<ResourceEvent> events, string resource, int state)
    {
        if (state == 0) return 0;
        foreach (var now in events.Where(now => now.Resource == resource)) state = now.Takes ? Held : Free;
        return state;
    }

    private void Judge(List<ResourceEvent> events, string resource, int state)
    {
        if (state == 0) return;
        foreach (var now in events.Where(now => now.Resource == resource))
        {
            if (now.Takes && (state & Held) != 0) _faults.Add((now.Call, "is taken here while it can be held already"));
            if (!now.Takes && (state & Free) != 0) _faults.Add((now.Call, "is given back here while it can be free"));
            state = now.Takes ? Held : Free;
        }
    }
}
