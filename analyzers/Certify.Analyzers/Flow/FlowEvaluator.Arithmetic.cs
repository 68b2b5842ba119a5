using System.Linq;
using System.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Flow;

/// <content>Arithmetic on numbers.</content>
internal sealed partial class FlowEvaluator
{
    private AbstractValue Binary(IBinaryOperation binary)
    {
        var left = Evaluate(binary.LeftOperand);
        var version = State.Version;
        var right = Evaluate(binary.RightOperand);
        if (State.Version != version) left = left.WithoutRelations();
        if (binary.OperatorMethod is not null && !IsBuiltIn(binary))
        {
            State.ForgetIndirect();
            return AbstractValue.Of(binary.Type);
        }

        if (Compare(binary, left, right) is { } truth) return truth;
        return Arithmetic(binary.OperatorKind, left, right, binary.Type, binary.IsChecked, binary);
    }

    private AbstractValue Unary(IUnaryOperation unary)
    {
        var operand = Evaluate(unary.Operand);
        if (unary.OperatorMethod is not null)
        {
            State.ForgetIndirect();
            return AbstractValue.Of(unary.Type);
        }

        switch (unary.OperatorKind)
        {
            case UnaryOperatorKind.Plus:
                return operand;
            case UnaryOperatorKind.Minus when operand.Number is { } number:
                return AbstractValue.Of(-number);
            case UnaryOperatorKind.Minus when TypeRange.OfInteger(unary.Type) is not null:
                return Arithmetic(BinaryOperatorKind.Subtract, AbstractValue.Of(0), Ranged(operand, unary.Type), unary.Type, unary.IsChecked, unary);
            case UnaryOperatorKind.BitwiseNegation when operand.Range is { } range && TypeRange.Of(unary.Type) is { } type:
                return AbstractValue.Of(type.Min < 0 ? new Interval(-range.Max - 1, -range.Min - 1) : new(type.Max - range.Max, type.Max - range.Min));
            case UnaryOperatorKind.Not when operand.Range is { IsSingle: true } truth:
                return AbstractValue.Of(1 - truth.Min);
            default:
                return AbstractValue.Of(unary.Type);
        }
    }

    private AbstractValue Compound(ICompoundAssignmentOperation compound)
    {
        if (PlaceOf(compound.Target) is null) EvaluateTarget(compound.Target);
        var before = PlaceOf(compound.Target) is { } place ? Read(place, compound.Target.Type) : AbstractValue.Of(compound.Target.Type);
        var version = State.Version;
        var right = Evaluate(compound.Value);
        if (State.Version != version) before = before.WithoutRelations();
        AbstractValue value;
        if (compound.OperatorMethod is not null && !IsBuiltIn(compound))
        {
            State.ForgetIndirect();
            value = AbstractValue.Of(compound.Target.Type);
        }
        else
        {
            var type = OperationType(compound);
            value = Arithmetic(compound.OperatorKind, ToType(before, type), ToType(right, type), type, compound.IsChecked, compound);
            value = Narrow(value, type, compound.Target.Type, compound.IsChecked, compound);
        }

        Contract(compound.Target, value, compound);
        Store(compound.Target, value);
        return value.WithoutRelations();
    }

    private AbstractValue Step(IIncrementOrDecrementOperation step)
    {
        if (PlaceOf(step.Target) is null) EvaluateTarget(step.Target);
        var before = PlaceOf(step.Target) is { } place ? Read(place, step.Target.Type) : AbstractValue.Of(step.Target.Type);
        if (step.OperatorMethod is not null)
        {
            State.ForgetIndirect();
            Store(step.Target, AbstractValue.Of(step.Target.Type));
            return AbstractValue.Of(step.Type);
        }

        var kind = step.Kind == OperationKind.Increment ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract;
        AbstractValue after;
        if (before.Number is not null) after = Arithmetic(kind, before, AbstractValue.Of(FloatInterval.Of(1)), step.Target.Type, false, step);
        else if (TypeRange.Width(step.Target.Type) is > 0 and < 32)
        {
            var one = Ranged(before, step.Target.Type).Plus(kind == BinaryOperatorKind.Add ? 1 : -1);
            after = Narrow(one, null, step.Target.Type, step.IsChecked, step);
        }
        else after = Arithmetic(kind, Ranged(before, step.Target.Type), AbstractValue.Of(1), step.Target.Type, step.IsChecked, step);

        Contract(step.Target, after, step);
        Store(step.Target, after);
        return (step.IsPostfix ? before : after).WithoutRelations();
    }

    /// <summary>The result of an operation on numbers, with its obligations.</summary>
    private AbstractValue Arithmetic(
        BinaryOperatorKind kind, AbstractValue left, AbstractValue right, ITypeSymbol? type, bool isChecked, IOperation place)
    {
        if (TypeRange.IsFloat(type)) return FloatArithmetic(kind, left, right, type, place);
        var integer = TypeRange.OfInteger(Underlying(type));
        if (integer is not { } all)
        {
            if (TypeRange.Of(type) is null || left.Range is not { } x || right.Range is not { } y) return AbstractValue.Of(type);
            return Bits(kind, x, y) is { } bits ? Fit(AbstractValue.Of(bits), TypeRange.Of(type)!.Value, false) : AbstractValue.Of(type);
        }

        left = Ranged(left, Underlying(type));
        right = Ranged(right, IsShift(kind) ? null : Underlying(type));
        switch (kind)
        {
            case BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Multiply:
                var exact = kind == BinaryOperatorKind.Add ? Sum(left, right)
                    : kind == BinaryOperatorKind.Subtract ? Difference(left, right)
                    : AbstractValue.Of(left.Range!.Value * right.Range!.Value);
                Emit(ObligationKind.Overflow, place, isChecked, Fact(exact, all), InRange(exact, all));
                return Fit(exact, all, isChecked);
            case BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder:
                return Quotient(kind, left, right, all, place);
            case BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift:
                return Shift(kind, left, right, type!, all, place);
            default:
                var result = Bits(kind, left.Range!.Value, right.Range!.Value) is { } range ? AbstractValue.Of(range) : AbstractValue.Of(all);
                if (kind == BinaryOperatorKind.And)
                {
                    if (left.Range.Value.Min >= 0) result = AtMost(result, left, 0);
                    if (right.Range.Value.Min >= 0) result = AtMost(result, right, 0);
                }

                return Fit(result, all, false);
        }
    }

    private AbstractValue Sum(AbstractValue left, AbstractValue right)
    {
        if (right.Range is { IsSingle: true } c) return left.Plus(c.Min);
        if (left.Range is { IsSingle: true } d) return right.Plus(d.Min);
        var sum = AbstractValue.Of(left.Range!.Value + right.Range!.Value);
        return AtMost(AtMost(sum, left, right.Range.Value.Max), right, left.Range.Value.Max);
    }

    private AbstractValue Difference(AbstractValue left, AbstractValue right)
    {
        if (right.Range is { IsSingle: true } c) return left.Plus(-c.Min);
        var range = left.Range!.Value - right.Range!.Value;
        if (left.Linear is { } l && State.UpperOffset(right, l.Place) is { } most)
        {
            range = new(BigInteger.Max(range.Min, l.Offset - most), BigInteger.Max(range.Max, l.Offset - most));
        }

        if (right.Linear is { } r && State.UpperOffset(left, r.Place) is { } upper)
        {
            range = new(BigInteger.Min(range.Min, upper - r.Offset), BigInteger.Min(range.Max, upper - r.Offset));
        }

        return AtMost(AbstractValue.Of(range), left, -right.Range.Value.Min);
    }

    private AbstractValue Quotient(BinaryOperatorKind kind, AbstractValue left, AbstractValue right, Interval all, IOperation place)
    {
        Claim nonZero = new NonZeroClaim(right);
        Claim fits = new EitherClaim(
            new AtMostClaim(AbstractValue.Of(all.Min + 1), left, 0),
            new EitherClaim(new AtMostClaim(right, AbstractValue.Of(-2), 0), new AtMostClaim(AbstractValue.Of(0), right, 0)));
        Emit(ObligationKind.Division, place, true, $"the divisor is {right}", all.Min < 0 ? [nonZero, fits] : [nonZero]);
        var (a, b) = (left.Range!.Value, right.Range!.Value);
        var range = kind == BinaryOperatorKind.Divide ? Interval.Divide(a, b) : Interval.Remainder(a, b);
        if (range is null) State.BecomeUnreachable();
        var result = Fit(AbstractValue.Of(range ?? all), all, true);
        if (a.Min >= 0 && b.Min >= 0) result = AtMost(result, left, 0);
        if (kind == BinaryOperatorKind.Remainder && b.Min >= 0) result = AtMost(result, right, -1);
        return result;
    }

    private AbstractValue Shift(BinaryOperatorKind kind, AbstractValue left, AbstractValue right, ITypeSymbol type, Interval all, IOperation place)
    {
        var width = TypeRange.Width(Underlying(type));
        var count = right.Range ?? TypeRange.Of(type)!.Value;
        Emit(ObligationKind.Shift, place, false, $"the count is {right}", InRange(right.Range is null ? AbstractValue.Of(count) : right, new(0, width - 1)));
        var value = left.Range!.Value;
        if (count.Min < 0 || count.Max >= width) return AbstractValue.Of(all);
        if (kind == BinaryOperatorKind.LeftShift)
        {
            var shifted = value * new Interval(BigInteger.Pow(2, (int)count.Min), BigInteger.Pow(2, (int)count.Max));
            return Fit(AbstractValue.Of(shifted), all, false);
        }

        if (value.Min < 0 && kind == BinaryOperatorKind.UnsignedRightShift) return AbstractValue.Of(all);
        var (a, b) = ((int)count.Min, (int)count.Max);
        var min = value.Min < 0 ? value.Min >> a : value.Min >> b;
        var max = value.Max < 0 ? value.Max >> b : value.Max >> a;
        var result = AbstractValue.Of(new Interval(min, max));
        return value.Min >= 0 ? AtMost(result, left, 0) : result;
    }

    // Results of & | ^; null when nothing is known of them.
    private static Interval? Bits(BinaryOperatorKind kind, Interval a, Interval b)
    {
        switch (kind)
        {
            case BinaryOperatorKind.And when a.Min >= 0 && b.Min >= 0:
                return new(0, BigInteger.Min(a.Max, b.Max));
            case BinaryOperatorKind.And when a.Min >= 0:
                return new(0, a.Max);
            case BinaryOperatorKind.And when b.Min >= 0:
                return new(0, b.Max);
            case BinaryOperatorKind.Or or BinaryOperatorKind.ExclusiveOr when a.Min >= 0 && b.Min >= 0:
                var mask = BigInteger.One;
                while (mask <= a.Max || mask <= b.Max) mask <<= 1;
                return new(kind == BinaryOperatorKind.Or ? BigInteger.Max(a.Min, b.Min) : 0, mask - 1);
            default:
                return null;
        }
    }

    // The result is at most the value plus the offset.
    private static AbstractValue AtMost(AbstractValue result, AbstractValue value, BigInteger offset)
    {
        foreach (var bound in value.Bounds) result = result.WithBound(bound.Shift(offset));
        return value.Linear is { } linear ? result.WithBound(linear.Shift(offset)) : result;
    }

    // A result that does not fit traps when checked, else it wraps and can be anything.
    private static AbstractValue Fit(AbstractValue exact, Interval all, bool isChecked)
    {
        if (exact.Range is not { } range) return AbstractValue.Of(all);
        if (range.IsWithin(all)) return exact;
        if (!isChecked) return AbstractValue.Of(all);
        var kept = range.Meet(all);
        return kept.IsEmpty ? AbstractValue.Of(all) : exact.WithRange(kept);
    }

    private static AbstractValue Ranged(AbstractValue value, ITypeSymbol? type) =>
        value.Range is not null ? value : TypeRange.Of(type) is { } all ? AbstractValue.Of(all) : value;

    private static Claim[] InRange(AbstractValue value, Interval all) =>
        [new AtMostClaim(AbstractValue.Of(all.Min), value, 0), new AtMostClaim(value, AbstractValue.Of(all.Max), 0)];

    private static string Fact(AbstractValue value, Interval all) =>
        value.Range is { } range ? $"the result is {range}, the type holds {all}" : "nothing is known of the result";

    private static bool IsShift(BinaryOperatorKind kind) =>
        kind is BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift;

    private static ITypeSymbol? Underlying(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    // Native integers and the like carry an operator method although the compiler does the arithmetic.
    private static bool IsBuiltIn(IOperation operation) =>
        operation.ChildOperations.All(child => TypeRange.OfInteger(child.Type) is not null || TypeRange.IsFloat(child.Type));

    private static ITypeSymbol? OperationType(ICompoundAssignmentOperation compound)
    {
        var target = compound.Target.Type;
        if (TypeRange.OfInteger(target) is null || TypeRange.Width(target) >= 32) return target;
        return compound.SemanticModel?.Compilation.GetSpecialType(SpecialType.System_Int32) is { } integer
            && (IsShift(compound.OperatorKind) || TypeRange.Width(compound.Value.Type) <= 32 && TypeRange.OfInteger(compound.Value.Type) is not null)
            ? integer : compound.Value.Type;
    }
}
