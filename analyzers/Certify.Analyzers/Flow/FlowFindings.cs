using System;
using System.Collections.Immutable;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.Flow;

/// <summary>How a rule takes the obligations of its kinds from the shared analysis.</summary>
internal static class FlowFindings
{
    /// <summary>Calls <paramref name="take"/> once for each place with an obligation of the kinds, with its worst verdict.</summary>
    public static void Register(
        CompilationStartAnalysisContext context, RuleScope scope, ImmutableArray<ObligationKind> kinds,
        Action<OperationBlockAnalysisContext, Obligation> take) =>
        context.RegisterOperationBlockAction(block =>
        {
            if (block.OperationBlocks.Length == 0 || !scope.Covers(block.OperationBlocks[0].Syntax.SyntaxTree)) return;
            foreach (var body in MethodFlow.Of(block))
            {
                foreach (var obligation in body.Worst)
                {
                    if (kinds.Contains(obligation.Kind)) take(block, obligation);
                }
            }
        });

    /// <summary>Reports what is open as a finding and lists what a check stops; nothing for what is proved.</summary>
    public static void Report(
        OperationBlockAnalysisContext context, RuleScope scope, Obligation obligation, string check, bool mayWrap = false)
    {
        var place = obligation.Operation.Syntax.GetLocation();
        switch (obligation.Verdict)
        {
            case Verdict.Proved:
                return;
            case Verdict.CheckedAtRunTime:
                scope.ReportCheck(context.ReportDiagnostic, place, check, obligation.Expression, obligation.Fact);
                return;
            default:
                if (mayWrap && !obligation.Traps && Modular.Covers(context.OwningSymbol)) return;
                scope.Report(context.ReportDiagnostic, place, obligation.Expression, obligation.Fact);
                return;
        }
    }
}
