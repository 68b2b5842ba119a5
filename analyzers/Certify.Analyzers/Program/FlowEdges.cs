using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Program;

/// <summary>Questions about control-flow graphs that several rules ask.</summary>
internal static class FlowEdges
{
    /// <summary>The branches out of a block that can be taken: a constant condition leaves one.</summary>
    public static IEnumerable<ControlFlowBranch> Branches(this BasicBlock block)
    {
        var constant = block.BranchValue?.ConstantValue is { HasValue: true, Value: bool value } && block.ConditionKind != ControlFlowConditionKind.None
            ? value == (block.ConditionKind == ControlFlowConditionKind.WhenTrue)
            : (bool?)null;
        if (constant is not false && block.ConditionalSuccessor is { } conditional) yield return conditional;
        if (constant is not true && block.FallThroughSuccessor is { } next) yield return next;
    }

    /// <summary>The operations of a block in order, its condition or result last.</summary>
    public static IEnumerable<IOperation> Roots(this BasicBlock block) =>
        block.BranchValue is { } value ? block.Operations.Add(value) : block.Operations;

    /// <summary>The variables that the graph keeps aside while it works out a value, by the mark it gives them.</summary>
    public static Dictionary<CaptureId, IOperation> Captures(this ControlFlowGraph graph)
    {
        var captures = new Dictionary<CaptureId, IOperation>();
        foreach (var capture in graph.Blocks.SelectMany(block => block.Operations).OfType<IFlowCaptureOperation>()) captures[capture.Id] = capture.Value;
        return captures;
    }
}
