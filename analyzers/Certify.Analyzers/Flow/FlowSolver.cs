using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Certify.Analyzers.Flow;

/// <summary>
/// Finds what holds at the start of each block: upward with widening at loop heads until nothing changes, then two
/// passes downward that take back what widening gave away. Each pass over a block is sound by itself.
/// </summary>
internal sealed class FlowSolver(ControlFlowGraph graph, ISymbol function, FlowVariables variables, FlowEvaluator evaluator)
{
    private const int TurnsBeforeWidening = 1;
    private const int TurnsToTypeEnds = 6;
    private const int TurnsAtMost = 20;
    private const int DownwardPasses = 2;

    private readonly FlowJoin _join = new(variables.Thresholds, FlowVariables.TypeEnds);
    private readonly FlowState?[] _start = new FlowState?[graph.Blocks.Length];
    private readonly int[] _turns = new int[graph.Blocks.Length];
    private bool _goesBack;

    /// <summary>The obligations of the function, in order of its blocks.</summary>
    public ImmutableArray<Obligation> Solve(CancellationToken cancellation)
    {
        var handlers = new HashSet<int>(Handlers(graph.Root));
        var found = ImmutableArray.CreateBuilder<Obligation>();

        // Without a way back every block is run once, after all that lead to it: nothing is widened, and this run is the last.
        var goesBack = handlers.Count > 0 || graph.Blocks.Any(GoesBack);
        evaluator.Sink = goesBack ? null : found;
        Upward(handlers, cancellation);
        if (goesBack)
        {
            for (var pass = 0; _goesBack && pass < DownwardPasses; pass++) Downward(handlers, cancellation);
            evaluator.Sink = found;
            foreach (var block in graph.Blocks)
            {
                if (_start[block.Ordinal] is { IsUnreachable: false } state) Run(block, state.Copy());
            }
        }

        evaluator.Sink = null;
        return found.ToImmutable();
    }

    private static bool GoesBack(BasicBlock block) =>
        block.FallThroughSuccessor?.Destination?.Ordinal <= block.Ordinal || block.ConditionalSuccessor?.Destination?.Ordinal <= block.Ordinal;

    private void Upward(HashSet<int> handlers, CancellationToken cancellation)
    {
        var open = new SortedSet<int> { 0 };
        _start[0] = FlowState.Unknown();
        foreach (var handler in handlers)
        {
            _start[handler] = FlowState.Unknown();
            open.Add(handler);
        }

        while (open.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var ordinal = open.Min;
            open.Remove(ordinal);
            foreach (var (target, state) in Run(graph.Blocks[ordinal], _start[ordinal]!.Copy()))
            {
                _goesBack |= target <= ordinal;
                if (state.IsUnreachable || handlers.Contains(target)) continue;
                if (_start[target] is not { } old)
                {
                    _start[target] = state;
                    open.Add(target);
                    continue;
                }

                var turns = _turns[target]++;
                var joined = turns > TurnsAtMost && target <= ordinal ? FlowState.Unknown() : _join.Join(old, state, target > ordinal ? Widening.None : HowFar(turns));
                if (FlowJoin.Same(old, joined)) continue;
                _start[target] = joined;
                open.Add(target);
            }
        }
    }

    private static Widening HowFar(int turns) =>
        turns < TurnsBeforeWidening ? Widening.None : turns < TurnsToTypeEnds ? Widening.ToConstants : Widening.ToTypeEnds;

    private void Downward(HashSet<int> handlers, CancellationToken cancellation)
    {
        var next = new FlowState?[_start.Length];
        next[0] = FlowState.Unknown();
        foreach (var handler in handlers) next[handler] = FlowState.Unknown();
        foreach (var block in graph.Blocks)
        {
            cancellation.ThrowIfCancellationRequested();
            if (_start[block.Ordinal] is not { IsUnreachable: false } start) continue;
            foreach (var (target, state) in Run(block, start.Copy()))
            {
                if (state.IsUnreachable || handlers.Contains(target) || target == 0) continue;
                next[target] = next[target] is { } old ? _join.Join(old, state, Widening.None) : state;
            }
        }

        next.CopyTo(_start, 0);
    }

    // What each way out of the block is left with.
    private List<(int Target, FlowState State)> Run(BasicBlock block, FlowState state)
    {
        evaluator.State = state;
        foreach (var operation in block.Operations) evaluator.Evaluate(operation);
        var ways = new List<(int, FlowState)>();
        if (block.BranchValue is { } value)
        {
            var result = evaluator.Evaluate(value);
            if (block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return && function is IMethodSymbol method)
            {
                evaluator.ContractOfResult(method, result, value);
            }
            else if (block.ConditionKind != ControlFlowConditionKind.None) evaluator.Condition(value, result);
        }

        var after = evaluator.State;
        if (block.ConditionKind == ControlFlowConditionKind.None || block.BranchValue is null)
        {
            Leave(block.FallThroughSuccessor, after, ways);
            return ways;
        }

        var jumpsWhen = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
        Leave(block.ConditionalSuccessor, Assumed(block.BranchValue, after, jumpsWhen), ways);
        Leave(block.FallThroughSuccessor, Assumed(block.BranchValue, after, !jumpsWhen), ways);
        return ways;
    }

    private FlowState Assumed(IOperation condition, FlowState state, bool truth)
    {
        evaluator.State = state.Copy();
        var sink = evaluator.Sink;
        evaluator.Sink = null;
        evaluator.Assume(condition, truth);
        evaluator.Sink = sink;
        return evaluator.State;
    }

    private static void Leave(ControlFlowBranch? branch, FlowState state, List<(int, FlowState)> ways)
    {
        if (branch?.Destination is not { } target) return;
        if (!branch.FinallyRegions.IsEmpty) state = state.IsUnreachable ? state : FlowState.Unknown();
        else
        {
            foreach (var region in branch.LeavingRegions)
            {
                foreach (var local in region.Locals) state.Forget(Place.Of(local, false));
                foreach (var capture in region.CaptureIds) state.Forget(Place.Of(capture));
            }
        }

        ways.Add((target.Ordinal, state));
    }

    // A handler can begin after any part of its region.
    private static IEnumerable<int> Handlers(ControlFlowRegion region)
    {
        var own = region.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.Filter or ControlFlowRegionKind.FilterAndHandler
            or ControlFlowRegionKind.Finally ? new[] { region.FirstBlockOrdinal } : [];
        return own.Concat(region.NestedRegions.SelectMany(Handlers));
    }
}
