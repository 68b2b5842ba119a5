using System.Linq;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Resources;

/// <summary>
/// Recognises loops that count: one integer of the header, moved by a constant at the end of each turn only,
/// compared with a bound that the loop leaves alone and that the counter can pass without wrapping round.
/// </summary>
internal static class CountedLoop
{
    /// <summary>Null for a counted loop, else what keeps it from being one.</summary>
    public static string? WhyNot(IForLoopOperation loop)
    {
        if (loop.Condition is not { } condition) return "it has no condition";
        if (loop.AtLoopBottom.Length != 1) return "its header does not take exactly one step";
        if (Step(loop.AtLoopBottom[0]) is not { } step) return "its step does not add a constant to an integer";
        if (!loop.Before.SelectMany(Declared).Contains(step.Counter, SymbolEqualityComparer.Default))
        {
            return $"'{step.Counter.Name}' is not declared in its header";
        }

        var body = LoopWrites.In(loop.Body, condition);
        if (body.IsWritten(step.Counter)) return $"'{step.Counter.Name}' is changed inside the loop";
        string? why = null;
        foreach (var part in Conjuncts(condition))
        {
            why = WhyNot(part, step, body);
            if (why is null) return null;
        }

        return why;
    }

    /// <summary>True for a loop that counts but for a last step that could leave the counter's type.</summary>
    public static bool MayWrapOnly(IForLoopOperation loop) => WhyNot(loop)?.Contains(Wraps) == true;

    private const string Wraps = "can wrap round before it passes";

    private static string? WhyNot(IOperation test, CounterStep step, LoopWrites body)
    {
        if (test is not IBinaryOperation { OperatorMethod: null } comparison) return "its condition does not compare the counter";
        var up = step.Change > 0;
        var (bound, kind) = IsCounter(comparison.LeftOperand, step.Counter)
            ? (comparison.RightOperand, comparison.OperatorKind)
            : IsCounter(comparison.RightOperand, step.Counter)
                ? (comparison.LeftOperand, Mirror(comparison.OperatorKind))
                : (null, comparison.OperatorKind);
        if (bound is null) return "its condition does not compare the counter";
        var strict = up ? BinaryOperatorKind.LessThan : BinaryOperatorKind.GreaterThan;
        var inclusive = up ? BinaryOperatorKind.LessThanOrEqual : BinaryOperatorKind.GreaterThanOrEqual;
        if (kind != strict && kind != inclusive) return "its comparison does not stop a counter of this direction";
        if (!body.LeavesAlone(bound)) return $"'{bound.Syntax}' can change while the loop runs";
        if (IntegerRange.Of(step.Counter.Type) is not { } counter || IntegerRange.Of(bound) is not { } range)
        {
            return "counter and bound are not both integers";
        }

        // The last turn's counter, moved once more, must still be a value of the counter's type.
        var past = (kind == strict ? (up ? -1 : 1) : 0) + step.Change;
        var fits = up ? range.Max + past <= counter.Max : range.Min + past >= counter.Min;
        return fits ? null : $"'{step.Counter.Name}' {Wraps} '{bound.Syntax}'";
    }

    private static System.Collections.Generic.IEnumerable<IOperation> Conjuncts(IOperation condition) =>
        condition is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both
            ? Conjuncts(both.LeftOperand).Concat(Conjuncts(both.RightOperand))
            : [condition];

    private static System.Collections.Generic.IEnumerable<ISymbol> Declared(IOperation before) =>
        before is IVariableDeclarationGroupOperation group
            ? group.Declarations.SelectMany(d => d.Declarators).Select(d => (ISymbol)d.Symbol)
            : [];

    private static CounterStep? Step(IOperation bottom)
    {
        var operation = bottom is IExpressionStatementOperation statement ? statement.Operation : bottom;
        switch (operation)
        {
            case IIncrementOrDecrementOperation { OperatorMethod: null, Target: ILocalReferenceOperation target } step:
                return Counter(target.Local, step.Kind == OperationKind.Increment ? 1 : -1);
            case ICompoundAssignmentOperation { OperatorMethod: null, Target: ILocalReferenceOperation target } step
                when IntegerRange.Constant(step.Value) is { } value && value != 0:
                return step.OperatorKind switch
                {
                    BinaryOperatorKind.Add => Counter(target.Local, value),
                    BinaryOperatorKind.Subtract => Counter(target.Local, -value),
                    _ => null,
                };
            default:
                return null;
        }
    }

    private static CounterStep? Counter(ILocalSymbol local, decimal change) =>
        local.IsRef || IntegerRange.Of(local.Type) is null ? null : new CounterStep(local, change);

    private static bool IsCounter(IOperation operand, ILocalSymbol counter) =>
        operand.WithoutConversions() is ILocalReferenceOperation local
        && SymbolEqualityComparer.Default.Equals(local.Local, counter);

    private static BinaryOperatorKind Mirror(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        _ => kind,
    };

    private sealed class CounterStep(ILocalSymbol counter, decimal change)
    {
        public ILocalSymbol Counter { get; } = counter;

        public decimal Change { get; } = change;
    }
}
