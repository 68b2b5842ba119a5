using System;
using System.Collections.Generic;
using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Program;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Resources;

/// <summary>CFY1906: on every path a resource is taken at most once at a time and given back by the one who took it.</summary>
// @llr CFY-LLR-204
public sealed class AcquireReleaseRule() : CertifyRule(
    RuleIds.AcquireRelease,
    "The resource '{0}' {1}. Pair each call of its '[Acquire]' method with one of its '[Release]' method on every path, in the same function.",
    "A resource that stays taken on one path stops every later user, and the fault shows far from its cause.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope) =>
        context.RegisterOperationBlockAction(c => Check(c, scope));

    private static void Check(OperationBlockAnalysisContext context, RuleScope scope)
    {
        foreach (var block in context.OperationBlocks.Where(block => block.Kind == OperationKind.Block && Descent.Of(block).Any(IsEvent)))
        {
            var graph = context.GetControlFlowGraph(block);
            if (context.OwningSymbol is IMethodSymbol method) Check(context, scope, graph, method);
            foreach (var inner in graph.LocalFunctions)
            {
                Check(context, scope, graph.GetLocalFunctionControlFlowGraph(inner, context.CancellationToken), inner);
            }
        }

        // A method that says it takes or gives back a resource, and does neither.
        if (context.OwningSymbol is not IMethodSymbol owner || context.OperationBlocks.Any(block => Descent.Of(block).Any(IsEvent))) return;
        if (IsPrimitive(owner)) return;
        foreach (var (name, word) in new[] { ("AcquireAttribute", "take"), ("ReleaseAttribute", "give back") })
        {
            if (Marks.Resource(owner, name) is { } resource) Report(context, scope, owner.Locations.First(), resource, $"is not what '{owner.Name}' can {word}: it calls nothing that does");
        }
    }

    // Hardware is where a resource is taken in the end.
    private static bool IsPrimitive(IMethodSymbol method) => Annotations.IsHardware(method.ContainingType) || method.IsExtern;

    private static bool IsEvent(IOperation operation) =>
        operation is IInvocationOperation call
        && (Marks.Resource(call.TargetMethod, "AcquireAttribute") ?? Marks.Resource(call.TargetMethod, "ReleaseAttribute")) is not null;

    private static void Check(OperationBlockAnalysisContext context, RuleScope scope, ControlFlowGraph graph, IMethodSymbol method)
    {
        var events = graph.Blocks.Select(Events).ToList();
        foreach (var resource in events.SelectMany(list => list).Select(e => e.Resource).Distinct().OrderBy(name => name, StringComparer.Ordinal))
        {
            var startsHeld = Marks.Resource(method, "ReleaseAttribute") == resource;
            var endsHeld = Marks.Resource(method, "AcquireAttribute") == resource;
            var states = ResourceStates.Solve(graph, events, resource, startsHeld, context.CancellationToken);
            foreach (var (at, fault) in states.Faults) Report(context, scope, at.Syntax.GetLocation(), resource, fault);
            var first = events.SelectMany(list => list).First(e => e.Resource == resource).Call.Syntax.GetLocation();
            if (!endsHeld && (states.AtEnd & ResourceStates.Held) != 0)
            {
                var taken = events.SelectMany(list => list).FirstOrDefault(e => e.Resource == resource && e.Takes).Call;
                Report(context, scope, taken?.Syntax.GetLocation() ?? first, resource, "is still held on a path to the function's end");
            }

            if (endsHeld && (states.AtEnd & ResourceStates.Free) != 0) Report(context, scope, first, resource, "is not held on a path to the end of a function with '[Acquire]'");
        }
    }

    private static List<ResourceEvent> Events(BasicBlock block) =>
        block.Roots()
            .SelectMany(operation => operation.DescendantsAndSelf()).Where(IsEvent).Cast<IInvocationOperation>()
            .OrderBy(call => call.Syntax.Span.End)
            .Select(call => Marks.Resource(call.TargetMethod, "AcquireAttribute") is { } taken
                ? new ResourceEvent(taken, takes: true, call)
                : new ResourceEvent(Marks.Resource(call.TargetMethod, "ReleaseAttribute")!, takes: false, call))
            .ToList();

    private static void Report(OperationBlockAnalysisContext context, RuleScope scope, Location place, string resource, string fault) =>
        scope.Report(context.ReportDiagnostic, place, resource, fault);
}
