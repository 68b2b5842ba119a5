using System;
using System.Collections.Generic;
using System.Linq;
using Certify.Analyzers.DynamicCode;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.ControlFlow;

/// <summary>The statements of one body that control can come to, found on its control flow graphs.</summary>
internal sealed class StatementReach
{
    private readonly HashSet<SyntaxNode> _reached = [];
    private readonly HashSet<SyntaxNode> _ends = [];
    private readonly HashSet<StatementSyntax> _seen = [];

    /// <summary>
    /// True when control comes to all of a body for certain, which is nearly always: no function lies in it, no call in it
    /// ends the program, also none that the compiler adds, and every block of its graph is reached.
    /// </summary>
    public static bool IsWhole(IOperation body, ControlFlowGraph graph)
    {
        foreach (var operation in Descent.Of(body))
        {
            if (operation.Kind is OperationKind.LocalFunction or OperationKind.AnonymousFunction or OperationKind.Using or OperationKind.UsingDeclaration
                or OperationKind.Lock || operation is IForEachLoopOperation || NeverReturns(operation))
            {
                return false;
            }
        }

        var reached = new bool[graph.Blocks.Length];
        var open = new Stack<BasicBlock>();
        Enter(graph, 0, reached, open);
        while (open.Count > 0)
        {
            var block = open.Pop();
            EnterHandlers(graph, block, reached, open);
            Leave(graph, block, reached, open);
        }

        return !Array.Exists(reached, one => !one);
    }

    /// <summary>Walks a graph and those of the local functions and lambdas in it; each starts as reached.</summary>
    public void Walk(ControlFlowGraph graph)
    {
        foreach (var function in graph.LocalFunctions) Walk(graph.GetLocalFunctionControlFlowGraph(function));
        var reached = new bool[graph.Blocks.Length];
        var open = new Stack<BasicBlock>();
        Enter(graph, 0, reached, open);
        while (open.Count > 0) Visit(graph, open.Pop(), reached, open);
        foreach (var block in graph.Blocks.Where(block => !reached[block.Ordinal])) See(Operations(block));
    }

    /// <summary>True when a call in the statement never returns.</summary>
    public bool EndsAt(StatementSyntax statement) => _ends.Contains(statement);

    /// <summary>The outermost statements that are never reached, the first of each run, in source order.</summary>
    public IEnumerable<StatementSyntax> Unreached() =>
        _seen.Where(IsUnreached)
            .Where(statement => !(statement.Parent?.FirstAncestorOrSelf<StatementSyntax>(s => s is not BlockSyntax) is { } outer && IsUnreached(outer)))
            .Where(statement => Siblings.Before(statement) is not { } before || !IsUnreached(before))
            .OrderBy(statement => statement.SpanStart);

    private bool IsUnreached(StatementSyntax statement) => _seen.Contains(statement) && !_reached.Contains(statement);

    private void Visit(ControlFlowGraph graph, BasicBlock block, bool[] reached, Stack<BasicBlock> open)
    {
        EnterHandlers(graph, block, reached, open);
        var operations = Operations(block).ToList();
        for (var i = 0; i < operations.Count; i++)
        {
            Reach(operations[i].Syntax);
            foreach (var lambda in operations[i].DescendantsAndSelf().OfType<IFlowAnonymousFunctionOperation>())
            {
                Walk(graph.GetAnonymousFunctionControlFlowGraph(lambda));
            }

            if (!operations[i].DescendantsAndSelf().Any(NeverReturns)) continue;
            if (operations[i].Syntax.FirstAncestorOrSelf<StatementSyntax>() is { } end) _ends.Add(end);
            See(operations.Skip(i + 1));
            return;
        }

        Leave(graph, block, reached, open);
    }

    private static void Leave(ControlFlowGraph graph, BasicBlock block, bool[] reached, Stack<BasicBlock> open)
    {
        var constant = block.ConditionKind == ControlFlowConditionKind.None ? default : block.BranchValue?.ConstantValue ?? default;
        var jumps = constant is { HasValue: true, Value: bool value }
            ? value == (block.ConditionKind == ControlFlowConditionKind.WhenTrue)
            : (bool?)null;
        if (jumps != false) Follow(graph, block.ConditionalSuccessor, reached, open);
        if (jumps != true) Follow(graph, block.FallThroughSuccessor, reached, open);
    }

    private static void Follow(ControlFlowGraph graph, ControlFlowBranch? branch, bool[] reached, Stack<BasicBlock> open)
    {
        if (branch is null) return;
        foreach (var region in branch.FinallyRegions) Enter(graph, region.FirstBlockOrdinal, reached, open);
        if (branch.Destination is { } target) Enter(graph, target.Ordinal, reached, open);
    }

    // Anything inside a try may fail, so its handlers are as reachable as it is. The graph of a lambda ends at its root:
    // what lies around that are regions of another graph.
    private static void EnterHandlers(ControlFlowGraph graph, BasicBlock block, bool[] reached, Stack<BasicBlock> open)
    {
        for (var region = block.EnclosingRegion; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
        {
            if (region is not { Kind: ControlFlowRegionKind.Try, EnclosingRegion: { } whole }) continue;
            foreach (var handler in whole.NestedRegions.Where(nested => nested != region))
            {
                Enter(graph, handler.FirstBlockOrdinal, reached, open);
            }
        }
    }

    private static void Enter(ControlFlowGraph graph, int ordinal, bool[] reached, Stack<BasicBlock> open)
    {
        if (reached[ordinal]) return;
        reached[ordinal] = true;
        open.Push(graph.Blocks[ordinal]);
    }

    private static IEnumerable<IOperation> Operations(BasicBlock block) =>
        block.BranchValue is { } last ? block.Operations.Append(last) : block.Operations;

    private void Reach(SyntaxNode syntax)
    {
        for (var node = syntax; node is not null; node = node.Parent)
        {
            if (node is LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax) return;
            _reached.Add(node);
        }
    }

    private void See(IEnumerable<IOperation> operations)
    {
        foreach (var operation in operations)
        {
            if (operation.Syntax.FirstAncestorOrSelf<StatementSyntax>() is { } statement and not (BlockSyntax or LocalFunctionStatementSyntax))
            {
                _seen.Add(statement);
            }
        }
    }

    // A call that the build may leave out ends nothing.
    private static bool NeverReturns(IOperation operation)
    {
        if (operation is not IInvocationOperation { TargetMethod: var method } call) return false;
        if (method.HasAttribute("System.Diagnostics.ConditionalAttribute")) return false;
        return method.HasAttribute("System.Diagnostics.CodeAnalysis.DoesNotReturnAttribute") || call.Arguments.Any(EndsOnItsValue);
    }

    private static bool EndsOnItsValue(IArgumentOperation argument) =>
        argument.Value.ConstantValue is { HasValue: true, Value: bool value }
        && argument.Parameter is { } parameter
        && parameter.GetAttributes().Any(attribute =>
            attribute.AttributeClass.IsNamed("System.Diagnostics.CodeAnalysis.DoesNotReturnIfAttribute")
            && attribute.ConstructorArguments.FirstOrDefault().Value is bool ending && ending == value);
}
