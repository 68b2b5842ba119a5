using System.Linq;
using System.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Flow;

/// <content>What follows from a condition that was true or false.</content>
internal sealed partial class FlowEvaluator
{
    /// <summary>Takes the condition, which has just been evaluated, as true or as false.</summary>
    public void Assume(IOperation condition, bool truth)
    {
        if (condition.ConstantValue is { HasValue: true, Value: bool constant })
        {
            if (constant != truth) State.BecomeUnreachable();
            return;
        }

        switch (condition)
        {
            case IParenthesizedOperation parenthesized:
                Assume(parenthesized.Operand, truth);
                break;
            case IConversionOperation { OperatorMethod: null, Type.SpecialType: SpecialType.System_Boolean } conversion:
                Assume(conversion.Operand, truth);
                break;
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not:
                Assume(not.Operand, !truth);
                break;
            case IBinaryOperation { OperatorMethod: null } both when both.OperatorKind is BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd && truth:
            case IBinaryOperation { OperatorMethod: null } either when either.OperatorKind is BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalOr && !truth:
                var binary = (IBinaryOperation)condition;
                if (!Writes(binary))
                {
                    Assume(binary.LeftOperand, truth);
                    Assume(binary.RightOperand, truth);
                }

                break;
            case IBinaryOperation comparison when IsComparison(comparison.OperatorKind) && !comparison.IsLifted && !Writes(comparison):
                AssumeComparison(comparison, truth);
                break;
            case IIsPatternOperation pattern when !Writes(pattern.Value):
                AssumePattern(pattern.Value, pattern.Pattern, truth);
                break;
            case IInvocationOperation call when !Writes(call):
                AssumeTest(call, truth);
                break;
            case IPropertyReferenceOperation { Property.Name: "IsEmpty", Instance: { } instance } when FixedSpan.IsSpan(instance.Type):
                if (Peek(instance).Length is { } length) Assume(truth ? length : AbstractValue.Of(1), truth ? AbstractValue.Of(0) : length, 0);
                break;
            default:
                if (condition.Type?.SpecialType == SpecialType.System_Boolean && PlaceOf(condition) is { } place)
                {
                    var value = Read(place, condition.Type);
                    State.Refine(place, value.WithRange(value.Range!.Value.Meet(Interval.Of(truth ? 1 : 0))));
                }

                break;
        }
    }

    /// <summary>Takes left ≤ right + offset as true.</summary>
    private void Assume(AbstractValue left, AbstractValue right, BigInteger offset)
    {
        if (left.Range is not { } a || right.Range is not { } b) return;
        if (new AtMostClaim(left, right, offset).Decide(State) == false)
        {
            State.BecomeUnreachable();
            return;
        }

        if (left.Linear is { } l)
        {
            Refine(l, new Interval(a.Min, BigInteger.Min(a.Max, b.Max + offset)));
            if (right.Linear is { } r) State.AddBound(l.Place, new Bound(r.Place, r.Offset + offset - l.Offset));
            foreach (var bound in right.Bounds) State.AddBound(l.Place, bound.Shift(offset - l.Offset));
        }

        if (right.Linear is { } place) Refine(place, new Interval(BigInteger.Max(b.Min, a.Min - offset), b.Max));
    }

    // The linear form lies in the range; so does its place, shifted.
    private void Refine(Bound linear, Interval range)
    {
        var old = State.Find(linear.Place) ?? AbstractValue.None;
        var wanted = range.Shift(-linear.Offset);
        State.Refine(linear.Place, old.WithRange(old.Range is { } known ? known.Meet(wanted) : wanted));
    }

    private void AssumeComparison(IBinaryOperation comparison, bool truth)
    {
        var left = Peek(comparison.LeftOperand);
        var right = Peek(comparison.RightOperand);
        var kind = comparison.OperatorKind;
        if (left.Range is not null && right.Range is not null)
        {
            AssumeWrapped(comparison.LeftOperand, right, truth ? kind : Opposite(kind));
            AssumeRelation(left, right, truth ? kind : Opposite(kind));
        }
        else if (left.Number is { } a && right.Number is { } b)
        {
            AssumeNumber(comparison.LeftOperand, a, b, kind, truth);
            AssumeNumber(comparison.RightOperand, b, a, Mirror(kind), truth);
        }
    }

    private void AssumeRelation(AbstractValue left, AbstractValue right, BinaryOperatorKind kind)
    {
        switch (kind)
        {
            case BinaryOperatorKind.LessThan: Assume(left, right, -1); break;
            case BinaryOperatorKind.LessThanOrEqual: Assume(left, right, 0); break;
            case BinaryOperatorKind.GreaterThan: Assume(right, left, -1); break;
            case BinaryOperatorKind.GreaterThanOrEqual: Assume(right, left, 0); break;
            case BinaryOperatorKind.Equals:
                Assume(left, right, 0);
                Assume(right, left, 0);
                break;
            case BinaryOperatorKind.NotEquals:
                if (Equal(left, right, State) == true) State.BecomeUnreachable();
                Exclude(left, right);
                Exclude(right, left);
                break;
        }
    }

    private void Exclude(AbstractValue value, AbstractValue other)
    {
        if (value.Linear is not { } linear || value.Range is not { } range || other.Range is not { IsSingle: true } single) return;
        if (range.Min == single.Min) Refine(linear, new(range.Min + 1, range.Max));
        if (range.Max == single.Min) Refine(linear, new(range.Min, range.Max - 1));
        if (single.Min == linear.Offset && State.Find(linear.Place) is var known)
        {
            State.Refine(linear.Place, (known?.Range is null ? (known ?? AbstractValue.None).WithRange(range.Shift(-linear.Offset)) : known).NonZero());
        }
    }

    // unchecked((uint)i) < n with n not above int.MaxValue excludes negative i.
    private void AssumeWrapped(IOperation operand, AbstractValue limit, BinaryOperatorKind kind)
    {
        if (operand is not IConversionOperation { OperatorMethod: null, IsChecked: false } conversion) return;
        if (kind is not (BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual)) return;
        var inner = Peek(conversion.Operand);
        if (inner.Range is not { } range || TypeRange.OfInteger(conversion.Operand.Type) is not { } type || limit.Range is not { } most) return;
        if (range.Min >= 0 || TypeRange.Of(conversion.Type)?.Min != 0) return;
        if (TypeRange.Width(conversion.Type) != TypeRange.Width(conversion.Operand.Type) || most.Max > type.Max) return;
        Assume(AbstractValue.Of(0), inner, 0);
        AssumeRelation(Peek(conversion.Operand), limit, kind);
    }

    private void AssumePattern(IOperation operand, IPatternOperation pattern, bool truth)
    {
        switch (pattern)
        {
            case IConstantPatternOperation constant:
                AssumeRelation(Peek(operand), Peek(constant.Value), truth ? BinaryOperatorKind.Equals : BinaryOperatorKind.NotEquals);
                break;
            case IRelationalPatternOperation relational:
                var (value, limit) = (Peek(operand), Peek(relational.Value));
                if (value.Range is not null) AssumeRelation(value, limit, truth ? relational.OperatorKind : Opposite(relational.OperatorKind));
                else if (value.Number is { } a && limit.Number is { } b) AssumeNumber(operand, a, b, relational.OperatorKind, truth);
                break;
            case INegatedPatternOperation negated:
                AssumePattern(operand, negated.Pattern, !truth);
                break;
            case IBinaryPatternOperation both when both.OperatorKind == BinaryOperatorKind.And == truth:
                AssumePattern(operand, both.LeftPattern, truth);
                AssumePattern(operand, both.RightPattern, truth);
                break;
        }
    }

    private void AssumeTest(IInvocationOperation call, bool truth)
    {
        if (call.TargetMethod.ContainingType is not { Name: "Single" or "Double" } type || !LibraryTables.IsSystem(type) || call.Arguments.Length != 1) return;
        var operand = call.Arguments[0].Value;
        if (Peek(operand).Number is not { } number) return;
        var most = type.Name == "Single" ? float.MaxValue : double.MaxValue;
        switch (call.TargetMethod.Name)
        {
            case "IsFinite" when truth: RefineNumber(operand, number.Meet(-most, most).WithoutNaN()); break;
            case "IsNaN" when !truth: RefineNumber(operand, number.WithoutNaN()); break;
            case "IsInfinity" when !truth: RefineNumber(operand, number.Meet(-most, most)); break;
        }
    }

    private void AssumeNumber(IOperation operand, FloatInterval value, FloatInterval other, BinaryOperatorKind kind, bool truth)
    {
        if (value.HasNoNumber || other.HasNoNumber) return;
        if (!truth)
        {
            // A comparison with NaN is false too.
            if (value.MayBeNaN || other.MayBeNaN || kind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals) return;
            kind = Opposite(kind);
        }

        switch (kind)
        {
            case BinaryOperatorKind.LessThan: value = value.Meet(double.NegativeInfinity, Before(other.Max)); break;
            case BinaryOperatorKind.LessThanOrEqual: value = value.Meet(double.NegativeInfinity, other.Max); break;
            case BinaryOperatorKind.GreaterThan: value = value.Meet(-Before(-other.Min), double.PositiveInfinity); break;
            case BinaryOperatorKind.GreaterThanOrEqual: value = value.Meet(other.Min, double.PositiveInfinity); break;
            case BinaryOperatorKind.Equals: value = value.Meet(other.Min, other.Max); break;
            default: return;
        }

        RefineNumber(operand, value.WithoutNaN());
    }

    private void RefineNumber(IOperation operand, FloatInterval number)
    {
        while (operand is IConversionOperation { OperatorMethod: null } conversion && TypeRange.IsFloat(conversion.Operand.Type)
            && !TypeRange.IsSingle(conversion.Type)) operand = conversion.Operand;
        if (operand is IInvocationOperation { TargetMethod: { Name: "Abs", ContainingType.Name: "Math" or "MathF" } } abs && number.Max >= 0)
        {
            if (!number.MayBeNaN) RefineNumber(abs.Arguments[0].Value, (Peek(abs.Arguments[0].Value).Number ?? FloatInterval.All).Meet(-number.Max, number.Max).WithoutNaN());
            return;
        }

        if (PlaceOf(operand) is { } place) State.Refine(place, AbstractValue.Of(number));
    }

    /// <summary>The value of an operation without running it again: neither obligations nor effects.</summary>
    private AbstractValue Peek(IOperation operation)
    {
        var (state, sink) = (State, Sink);
        State = state.Copy();
        Sink = null;
        var version = State.Version;
        var value = Evaluate(operation);
        var changed = State.Version != version;
        State = state;
        Sink = sink;
        return changed ? value.WithoutRelations() : value;
    }

    private static bool Writes(IOperation operation) => operation.DescendantsAndSelf().Any(inner =>
        inner is IAssignmentOperation or IIncrementOrDecrementOperation or IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out });

    private static BinaryOperatorKind Opposite(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThanOrEqual,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.Equals => BinaryOperatorKind.NotEquals,
        _ => BinaryOperatorKind.Equals,
    };

    private static BinaryOperatorKind Mirror(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        _ => kind,
    };
}
