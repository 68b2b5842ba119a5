using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Flow;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Exceptions;

/// <summary>
/// CFY1703: a called member returns for every argument that it can get here: it is total, or its precondition is proved,
/// or a check stops the call.
/// </summary>
// @llr CFY-LLR-175
public sealed class TotalMemberRule() : CertifyRule(
    RuleIds.TotalMember,
    "'{0}' can fail: {1}. Prove the arguments by a comparison before, or call a member that reports failure in its result.",
    "A callee that can trap hands its proof to every caller.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        FlowFindings.Register(context, scope, [ObligationKind.Precondition, ObligationKind.Contract], (block, obligation) =>
            FlowFindings.Report(block, scope, obligation, "precondition"));
        var calls = new ConcurrentBag<(ISymbol Caller, IMethodSymbol Callee, IOperation Call)>();
        var throwing = new ConcurrentDictionary<ISymbol, bool>(SymbolEqualityComparer.Default);
        context.RegisterOperationAction(c => throwing.TryAdd(c.EnclosingFunction().OriginalDefinition, true), OperationKind.Throw);
        context.RegisterOperationAction(
            c => Collect(c, scope, calls), OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.PropertyReference);
        context.RegisterCompilationEndAction(c => ReportPartial(c, scope, calls, throwing));
    }

    private static void Collect(
        OperationAnalysisContext context, RuleScope scope, ConcurrentBag<(ISymbol, IMethodSymbol, IOperation)> calls)
    {
        var operation = context.Operation;
        var callee = operation switch
        {
            IInvocationOperation call => call.TargetMethod,
            IObjectCreationOperation creation => creation.Constructor,
            IPropertyReferenceOperation property => property.Property.GetMethod,
            _ => null,
        };
        if (callee is null || operation.IsInAttribute() || operation.IsInNameOf()) return;
        if (PartialMembers.WhyStopped(callee) is { } stopped)
        {
            scope.ReportCheck(context.ReportDiagnostic, operation.Syntax.GetLocation(), "precondition", operation.Syntax.ToString(), stopped);
        }
        else if (PartialMembers.WhyThrows(callee) is { } why)
        {
            context.Report(scope, operation.Syntax.ToString(), why);
        }
        else if (SymbolEqualityComparer.Default.Equals(callee.ContainingAssembly, context.Compilation.Assembly))
        {
            calls.Add((context.EnclosingFunction().OriginalDefinition, callee.OriginalDefinition, operation));
        }
    }

    // A member that throws is partial, and so is each that calls one.
    private static void ReportPartial(
        CompilationAnalysisContext context, RuleScope scope,
        ConcurrentBag<(ISymbol Caller, IMethodSymbol Callee, IOperation Call)> calls, ConcurrentDictionary<ISymbol, bool> throwing)
    {
        if (throwing.IsEmpty) return;
        var callers = calls.ToLookup(call => (ISymbol)call.Callee, SymbolEqualityComparer.Default);
        var partial = new HashSet<ISymbol>(throwing.Keys, SymbolEqualityComparer.Default);
        var open = new Queue<ISymbol>(partial);
        while (open.Count > 0)
        {
            var callee = open.Dequeue();
            foreach (var (caller, _, call) in callers[callee])
            {
                var what = throwing.ContainsKey(callee) ? "it throws" : "it calls a member that throws";
                scope.Report(context.ReportDiagnostic, call.Syntax.GetLocation(), call.Syntax.ToString(), what);
                if (partial.Add(caller)) open.Enqueue(caller);
            }
        }
    }
}
