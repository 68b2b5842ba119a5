using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Flow;

/// <content>Conditions that can take one value only.</content>
internal sealed partial class FlowEvaluator
{
    /// <summary>Notes the condition of a branch: refuted when it is never true, proved when always.</summary>
    /// <param name="condition">The condition, which has just been evaluated.</param>
    /// <param name="value">What it gave. To evaluate it again would repeat its effects, such as that of <c>--n</c>.</param>
    public void Condition(IOperation condition, AbstractValue value)
    {
        if (Sink is null || State.IsUnreachable || condition.IsImplicit) return;
        if (condition.Type?.SpecialType != SpecialType.System_Boolean) return;
        bool? known = condition.ConstantValue is { HasValue: true, Value: bool constant } ? constant
            : value.Range is { IsSingle: true } single ? !single.Min.IsZero
            : Infeasible(condition);
        Sink.Add(new Obligation(ObligationKind.Condition, condition, [], State.Copy(), false, known == true ? "true" : "false")
        {
            Verdict = known is not { } truth ? Verdict.Open : truth ? Verdict.Proved : Verdict.Refuted,
        });
    }

    // A pattern or test whose one outcome contradicts what is known.
    private bool? Infeasible(IOperation condition)
    {
        if (condition is not IIsPatternOperation) return null;
        var (state, sink) = (State, Sink);
        Sink = null;
        State = state.Copy();
        Assume(condition, true);
        var neverTrue = State.IsUnreachable;
        State = state.Copy();
        Assume(condition, false);
        var neverFalse = State.IsUnreachable;
        (State, Sink) = (state, sink);
        return neverTrue == neverFalse ? null : neverFalse;
    }
}
