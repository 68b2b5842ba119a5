using System.Collections.Immutable;
using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Flow;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Resources;

/// <summary>CFY1901: the number of turns of a loop can be read from it, or its method states it with a reason.</summary>
// @llr CFY-LLR-030
public sealed class LoopBoundRule() : CertifyRule(
    RuleIds.LoopBound,
    "This loop has no bound that can be read from it: {0}. Count an integer declared in its header up or down to a fixed value, walk a span, or state the bound with '[LoopBound(turns, \"reason\")]' on the method.",
    "Execution time and robustness of a loop rest on the greatest number of its turns.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope) =>
        context.RegisterOperationAction(c => Check(c, scope), OperationKind.Loop);

    private static void Check(OperationAnalysisContext context, RuleScope scope)
    {
        var why = context.Operation switch
        {
            IForLoopOperation loop => CountedLoop.WhyNot(loop),
            IForEachLoopOperation loop => WhyNot(loop),
            IWhileLoopOperation { ConditionIsTop: true } => "'while' counts nothing",
            _ => "'do' counts nothing",
        };
        if (why is null || (context.Operation is IForLoopOperation counted && CountedLoop.MayWrapOnly(counted) && StepFits(context, counted))) return;
        if (Annotations.HasLoopBound(context.EnclosingFunction())) return;
        if (Annotations.HasLoopBound(context.ContainingSymbol)) return;
        var place = context.Operation.Syntax.GetFirstToken().GetLocation();
        scope.Report(context.ReportDiagnostic, place, why);
    }

    // The ranges of the method show that the last step stays inside the counter's type.
    private static bool StepFits(OperationAnalysisContext context, IForLoopOperation loop)
    {
        var step = loop.AtLoopBottom[0] is IExpressionStatementOperation statement ? statement.Operation.Syntax : loop.AtLoopBottom[0].Syntax;
        var obligations = MethodFlow.Of(context).Where(o => o.Kind is ObligationKind.Overflow or ObligationKind.Narrowing && o.Operation.Syntax == step).ToList();
        return obligations.Count > 0 && obligations.All(o => o.Verdict == Verdict.Proved);
    }

    private static string? WhyNot(IForEachLoopOperation loop)
    {
        var type = loop.Collection.WithoutConversions().Type;
        if (type is null or IErrorTypeSymbol || FixedLength.Is(type)) return null;
        return $"nothing limits how many elements the enumerator of '{type.Shown()}' gives";
    }
}
