using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Certify.Analyzers.Program;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Initialisation;

/// <summary>Live variables, backward over the control-flow graph: a store is dead when no path reads it.</summary>
internal static class Liveness
{
    /// <summary>A store that no path reads.</summary>
    internal readonly struct Store(ISymbol variable, Location place)
    {
        public ISymbol Variable { get; } = variable;

        public Location Place { get; } = place;
    }

    /// <summary>True when an exception can leave a block in the middle: then a store may be read by a handler.</summary>
    public static bool HasTry(ControlFlowGraph graph)
    {
        var pending = new Stack<ControlFlowRegion>();
        pending.Push(graph.Root);
        while (pending.Count > 0)
        {
            var region = pending.Pop();
            if (region.Kind is ControlFlowRegionKind.Try or ControlFlowRegionKind.TryAndCatch or ControlFlowRegionKind.TryAndFinally) return true;
            foreach (var inner in region.NestedRegions) pending.Push(inner);
        }

        return false;
    }

    /// <summary>The dead stores of a graph in source order.</summary>
    public static IEnumerable<Store> DeadStores(ControlFlowGraph graph, TrackedLocals tracked, CancellationToken cancellation)
    {
        var targets = Targets(graph, tracked);
        var numbers = new Dictionary<ISymbol, int>(SymbolEqualityComparer.Default);
        var events = graph.Blocks.Select(block => Events(block, tracked, targets, numbers)).ToList();
        var atStart = events.Select(_ => new BitArray(numbers.Count)).ToList();
        for (var again = true; again;)
        {
            again = false;
            for (var i = graph.Blocks.Length - 1; i >= 0; i--)
            {
                cancellation.ThrowIfCancellationRequested();
                var live = AtEnd(graph.Blocks[i], atStart);
                for (var e = events[i].Count - 1; e >= 0; e--) events[i][e].Apply(live);
                again |= Add(atStart[i], live);
            }
        }

        var dead = new List<Store>();
        foreach (var block in graph.Blocks.Where(block => block.IsReachable))
        {
            var live = AtEnd(block, atStart);
            for (var e = events[block.Ordinal].Count - 1; e >= 0; e--)
            {
                var now = events[block.Ordinal][e];
                if (now.IsStore && now.Place is { } place && !live[now.Number]) dead.Add(new Store(now.Variable, place));
                now.Apply(live);
            }
        }

        return dead.OrderBy(store => store.Place.SourceSpan.Start);
    }

    private static BitArray AtEnd(BasicBlock block, List<BitArray> atStart)
    {
        var live = new BitArray(atStart[block.Ordinal].Length);
        foreach (var branch in block.Branches())
        {
            if (branch.Destination is { } next) live.Or(atStart[next.Ordinal]);
        }

        return live;
    }

    // True when a variable is new.
    private static bool Add(BitArray known, BitArray live)
    {
        var isNew = false;
        for (var i = 0; i < known.Length; i++) isNew |= live[i] && !known[i];
        if (isNew) known.Or(live);
        return isNew;
    }

    // Where the graph keeps the target of a store aside while it works out the value.
    private static Dictionary<CaptureId, ISymbol> Targets(ControlFlowGraph graph, TrackedLocals tracked)
    {
        var stored = new HashSet<CaptureId>();
        var captured = new Dictionary<CaptureId, ISymbol>();
        foreach (var block in graph.Blocks)
        {
            foreach (var root in block.Roots()) FindTargets(root, tracked, stored, captured);
        }

        return stored.Count == 0 ? [] : captured.Where(pair => stored.Contains(pair.Key)).ToDictionary(pair => pair.Key, pair => pair.Value);
    }

    private static void FindTargets(IOperation operation, TrackedLocals tracked, HashSet<CaptureId> stored, Dictionary<CaptureId, ISymbol> captured)
    {
        if (operation is ISimpleAssignmentOperation { Target: IFlowCaptureReferenceOperation target }) stored.Add(target.Id);
        if (operation is IFlowCaptureOperation capture && Variable(capture.Value) is { } variable && tracked.IsFollowed(variable)) captured[capture.Id] = variable;
        foreach (var child in operation.ChildOperations) FindTargets(child, tracked, stored, captured);
    }

    private static List<Event> Events(BasicBlock block, TrackedLocals tracked, Dictionary<CaptureId, ISymbol> targets, Dictionary<ISymbol, int> numbers)
    {
        var events = new List<Event>();
        foreach (var root in block.Roots()) Add(root, events, tracked, targets);
        for (var i = 0; i < events.Count; i++)
        {
            if (!numbers.TryGetValue(events[i].Variable, out var number)) numbers[events[i].Variable] = number = numbers.Count;
            events[i] = events[i].Numbered(number);
        }

        return events;
    }

    // Children run before the operation itself; a plain target is not read.
    private static void Add(IOperation operation, List<Event> events, TrackedLocals tracked, Dictionary<CaptureId, ISymbol> targets)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation { IsRef: false } assignment when Stored(assignment.Target, targets) is { } variable && tracked.IsFollowed(variable):
                Add(assignment.Value, events, tracked, targets);
                events.Add(new Event(variable, isStore: true, assignment.Syntax.GetLocation()));
                return;
            case IAssignmentOperation compound when compound is not ISimpleAssignmentOperation && Variable(compound.Target) is { } variable && tracked.IsFollowed(variable):
                events.Add(new Event(variable, isStore: false, null));
                Add(compound.Value, events, tracked, targets);
                events.Add(new Event(variable, isStore: true, compound.Syntax.GetLocation()));
                if (IsUsed(compound)) events.Add(new Event(variable, isStore: false, null));
                return;
            case IIncrementOrDecrementOperation step when Variable(step.Target) is { } variable && tracked.IsFollowed(variable):
                events.Add(new Event(variable, isStore: false, null));
                events.Add(new Event(variable, isStore: true, step.IsPostfix || !IsUsed(step) ? step.Syntax.GetLocation() : null));
                return;
            case IArgumentOperation { Parameter.RefKind: RefKind.Out } argument when Variable(argument.Value) is { } variable && tracked.IsFollowed(variable):
                events.Add(new Event(variable, isStore: true, null)); // The function decides what it stores.
                return;
            case IFlowCaptureOperation capture when targets.ContainsKey(capture.Id):
                return;
            case ILocalFunctionOperation:
                return;
        }

        foreach (var child in operation.ChildOperations) Add(child, events, tracked, targets);
        if (Variable(operation) is { } read && tracked.IsFollowed(read)) events.Add(new Event(read, isStore: false, null));
    }

    private static bool IsUsed(IOperation operation) => operation.Parent is not (IExpressionStatementOperation or null);

    private static ISymbol? Stored(IOperation target, Dictionary<CaptureId, ISymbol> targets) => target switch
    {
        IFlowCaptureReferenceOperation captured => targets.TryGetValue(captured.Id, out var variable) ? variable : null,
        _ => Variable(target),
    };

    private static ISymbol? Variable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    private readonly struct Event(ISymbol variable, bool isStore, Location? place, int number = 0)
    {
        public ISymbol Variable { get; } = variable;

        public bool IsStore { get; } = isStore;

        public Location? Place { get; } = place;

        /// <summary>Of the variable within its graph, from 0.</summary>
        public int Number { get; } = number;

        public Event Numbered(int of) => new(Variable, IsStore, Place, of);

        public void Apply(BitArray live) => live[Number] = !IsStore;
    }
}
