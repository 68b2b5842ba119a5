using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Flow;

/// <summary>The obligations of one body and of the functions inside it; found once and shared by all rules.</summary>
// @llr CFY-LLR-160
internal static class MethodFlow
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<IOperation, BodyObligations>> s_found = new();

    /// <summary>What was found in each body that the context is about.</summary>
    public static IEnumerable<BodyObligations> Of(OperationBlockAnalysisContext context)
    {
        IOperation? last = null;
        foreach (var block in context.OperationBlocks)
        {
            // The initialiser and the body of a constructor are two blocks of one graph.
            var root = Root(block);
            if (ReferenceEquals(root, last) || !IsBody(root)) continue;
            last = root;
            var known = s_found.GetOrCreateValue(context.Compilation);
            if (!known.TryGetValue(root, out var found))
            {
                var obligations = HasObligation(root) ? Analyse(context.GetControlFlowGraph(block), context.OwningSymbol, root, context.Compilation.Options.CheckOverflow, context.CancellationToken) : [];
                found = known.GetOrAdd(root, BodyObligations.Of(obligations));
            }

            yield return found;
        }
    }

    /// <summary>The obligations of the body that the operation stands in.</summary>
    public static ImmutableArray<Obligation> Of(OperationAnalysisContext context)
    {
        var root = Root(context.Operation);
        if (!IsBody(root)) return [];
        var known = s_found.GetOrCreateValue(context.Compilation);
        if (!known.TryGetValue(root, out var found))
        {
            var obligations = Analyse(context.GetControlFlowGraph(), context.ContainingSymbol, root, context.Compilation.Options.CheckOverflow, context.CancellationToken);
            found = known.GetOrAdd(root, BodyObligations.Of(obligations));
        }

        return found.All;
    }

    /// <summary>The obligations of one graph and of the functions inside it.</summary>
    public static ImmutableArray<Obligation> Analyse(ControlFlowGraph graph, ISymbol owner, IOperation root, bool checks, CancellationToken cancellation)
    {
        var shared = FlowVariables.SharedBelow(root);
        var all = ImmutableArray.CreateBuilder<Obligation>();
        var open = new Queue<(ControlFlowGraph Graph, ISymbol Function)>();
        open.Enqueue((graph, owner));
        while (open.Count > 0)
        {
            var (next, function) = open.Dequeue();
            var variables = FlowVariables.Of(next, shared);
            var isStruct = owner.ContainingType is { IsValueType: true } && !owner.IsStatic && SymbolEqualityComparer.Default.Equals(owner, function);
            var evaluator = new FlowEvaluator(variables, function, isStruct, checks);
            all.AddRange(new FlowSolver(next, function, variables, evaluator).Solve(cancellation));
            foreach (var local in next.LocalFunctions) open.Enqueue((next.GetLocalFunctionControlFlowGraph(local, cancellation), local));
            foreach (var lambda in variables.Lambdas) open.Enqueue((next.GetAnonymousFunctionControlFlowGraph(lambda, cancellation), lambda.Symbol));
        }

        return all.ToImmutable();
    }

    private static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent) operation = parent;
        return operation;
    }

    private static bool IsBody(IOperation block) =>
        block.Kind is OperationKind.Block or OperationKind.MethodBody or OperationKind.ConstructorBody
            or OperationKind.FieldInitializer or OperationKind.PropertyInitializer or OperationKind.ParameterInitializer;

    private static bool HasObligation(IOperation root) => Descent.Of(root).Any(operation => operation.Kind is
        OperationKind.Binary or OperationKind.Unary or OperationKind.CompoundAssignment or OperationKind.Increment or OperationKind.Decrement
        or OperationKind.Conversion or OperationKind.ArrayElementReference or OperationKind.InlineArrayAccess or OperationKind.ImplicitIndexerReference
        or OperationKind.PropertyReference or OperationKind.Invocation or OperationKind.ObjectCreation or OperationKind.IsPattern
        or OperationKind.Conditional or OperationKind.Switch or OperationKind.SwitchExpression or OperationKind.Loop or OperationKind.SimpleAssignment
        or OperationKind.Return);
}
