using System;
using System.Collections.Immutable;
using System.Linq;
using System.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Flow;

/// <content>Conversions, floating point and comparisons.</content>
internal sealed partial class FlowEvaluator
{
    private AbstractValue Convert(IConversionOperation conversion)
    {
        var operand = Evaluate(conversion.Operand);
        if (FixedSpan.IsSpan(conversion.Type)) return AsSpan(conversion, operand);
        if (conversion.OperatorMethod is not null)
        {
            State.ForgetIndirect();
            return AbstractValue.Of(conversion.Type);
        }

        var from = Underlying(conversion.Operand.Type);
        var to = Underlying(conversion.Type);
        var lifted = !SymbolEqualityComparer.Default.Equals(from, conversion.Operand.Type) || !SymbolEqualityComparer.Default.Equals(to, conversion.Type);
        if (lifted) operand = AbstractValue.Of(from);
        var result = Convert(operand, from, to, conversion.IsChecked || (lifted && checks && !Modular.IsUnchecked(conversion.Syntax)), conversion);
        return lifted ? AbstractValue.None : result;
    }

    private AbstractValue Convert(AbstractValue operand, ITypeSymbol? from, ITypeSymbol? to, bool isChecked, IOperation place)
    {
        if (TypeRange.Of(to) is { } all && to!.SpecialType != SpecialType.System_Boolean)
        {
            if (TypeRange.IsFloat(from)) return ToInteger(operand.Number ?? FloatInterval.All, all, isChecked, place);
            if (TypeRange.Of(from) is null) return AbstractValue.Of(to);
            operand = Ranged(operand, from);
            if (to.TypeKind != TypeKind.Enum) return Narrow(operand, from, to, isChecked, place);
            if (from!.TypeKind != TypeKind.Enum || !SymbolEqualityComparer.Default.Equals(from, to))
            {
                Emit(ObligationKind.Enum, place, false, $"the number is {operand}", new MemberClaim(operand, Members((INamedTypeSymbol)to)));
            }

            return Fit(operand, all, false);
        }

        if (TypeRange.IsFloat(to) && ToFloat(operand, from) is { } number)
        {
            if (!TypeRange.IsSingle(to)) return AbstractValue.Of(number);
            if (from?.SpecialType == SpecialType.System_Double)
            {
                Emit(ObligationKind.FloatResult, place, false, $"the value is {number}", new NumberClaim(number, -MaxSingleBound, MaxSingleBound));
            }

            return AbstractValue.Of(number.ToSingle());
        }

        return SymbolEqualityComparer.Default.Equals(from, to) ? operand
            : FixedSpan.HasLength(to) && operand.Length is not null ? operand
            : AbstractValue.Of(to);
    }

    // The least double that rounds to infinity as a float: half a step above the greatest float.
    private const double MaxSingleBound = 3.4028235677973366e38;

    private AbstractValue Narrow(AbstractValue value, ITypeSymbol? from, ITypeSymbol? to, bool isChecked, IOperation place)
    {
        if (TypeRange.Of(to) is not { } all || value.Range is null) return AbstractValue.Of(to);
        if (TypeRange.Of(from) is not { } source || !source.IsWithin(all))
        {
            Emit(ObligationKind.Narrowing, place, isChecked, Fact(value, all), InRange(value, all));
            if (isChecked)
            {
                Assume(AbstractValue.Of(all.Min), value, 0);
                Assume(value, AbstractValue.Of(all.Max), 0);
            }
        }

        return Fit(value, all, isChecked);
    }

    private AbstractValue ToInteger(FloatInterval number, Interval all, bool isChecked, IOperation place)
    {
        var below = (double)(all.Max + 1);
        var above = all.Min.IsZero ? -1 : (double)all.Min - 1;
        if (above >= (double)all.Min) above = Before(above);
        Emit(ObligationKind.FloatToInteger, place, isChecked, $"the value is {number}", new NumberClaim(number, above, below));
        if (number.MayBeNaN && !isChecked) return AbstractValue.Of(all);
        if (number.HasNoNumber) return AbstractValue.Of(all);
        var min = number.Min <= (double)all.Min ? all.Min : new BigInteger(Math.Truncate(Math.Min(number.Min, 1e30)));
        var max = number.Max >= below ? all.Max : new BigInteger(Math.Truncate(Math.Max(number.Max, -1e30)));
        if (!isChecked && (number.Min <= above || number.Max >= below)) return AbstractValue.Of(all);
        var range = new Interval(min, max).Meet(all);
        return AbstractValue.Of(range.IsEmpty ? all : range);
    }

    private static FloatInterval? ToFloat(AbstractValue operand, ITypeSymbol? from)
    {
        if (TypeRange.IsFloat(from)) return operand.Number ?? FloatInterval.All;
        if ((operand.Range ?? TypeRange.Of(from)) is not { } range) return null;

        // Rounded outward: a conversion of a large integer rounds to either side.
        var (min, max) = ((double)range.Min, (double)range.Max);
        return new FloatInterval(BigInteger.Abs(range.Min) < Exact ? min : Before(min), BigInteger.Abs(range.Max) < Exact ? max : -Before(-max), false);
    }

    private static readonly BigInteger Exact = BigInteger.Pow(2, 53);

    /// <summary>The next double below.</summary>
    internal static double Before(double value)
    {
        if (double.IsNaN(value) || double.IsNegativeInfinity(value)) return value;
        if (value == 0) return -double.Epsilon;
        var bits = BitConverter.DoubleToInt64Bits(value);
        return BitConverter.Int64BitsToDouble(value > 0 ? bits - 1 : bits + 1);
    }

    private AbstractValue FloatArithmetic(BinaryOperatorKind kind, AbstractValue left, AbstractValue right, ITypeSymbol? type, IOperation place)
    {
        var a = left.Number ?? FloatInterval.All;
        var b = right.Number ?? FloatInterval.All;
        FloatInterval? result = kind switch
        {
            BinaryOperatorKind.Add => a + b,
            BinaryOperatorKind.Subtract => a - b,
            BinaryOperatorKind.Multiply => a * b,
            BinaryOperatorKind.Divide => a / b,
            _ => null,
        };
        if (kind is BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder)
        {
            // NaN or infinity that comes in is the subject of where it arose.
            var zeroFree = !b.HasZero && !b.HasNoNumber;
            Emit(ObligationKind.FloatResult, place, false, $"the divisor is {b}", new NumberClaim(
                zeroFree ? FloatInterval.Of(1) : FloatInterval.All, 0, double.PositiveInfinity));
        }

        if (result is not { } number) return AbstractValue.Of(type);
        return AbstractValue.Of(TypeRange.IsSingle(type) ? number.ToSingle() : number);
    }

    private static AbstractValue ToType(AbstractValue value, ITypeSymbol? type) =>
        TypeRange.IsFloat(type) && value.Number is null && value.Range is { } range
            ? AbstractValue.Of(ToFloat(AbstractValue.Of(range), null)!.Value)
            : value;

    private AbstractValue? Compare(IBinaryOperation binary, AbstractValue left, AbstractValue right)
    {
        if (!IsComparison(binary.OperatorKind)) return null;
        bool? truth = null;
        if (left.Range is not null && right.Range is not null) truth = Compare(binary.OperatorKind, left, right, State);
        else if (left.Number is { } a && right.Number is { } b) truth = Compare(binary.OperatorKind, a, b);
        return truth is { } known ? AbstractValue.Of(known ? 1 : 0) : AbstractValue.Of(new Interval(0, 1));
    }

    internal static bool IsComparison(BinaryOperatorKind kind) =>
        kind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan
            or BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals;

    internal static bool? Compare(BinaryOperatorKind kind, AbstractValue left, AbstractValue right, FlowState known) => kind switch
    {
        BinaryOperatorKind.LessThan => new AtMostClaim(left, right, -1).Decide(known),
        BinaryOperatorKind.LessThanOrEqual => new AtMostClaim(left, right, 0).Decide(known),
        BinaryOperatorKind.GreaterThan => new AtMostClaim(right, left, -1).Decide(known),
        BinaryOperatorKind.GreaterThanOrEqual => new AtMostClaim(right, left, 0).Decide(known),
        BinaryOperatorKind.Equals => Equal(left, right, known),
        _ => !Equal(left, right, known),
    };

    private static bool? Equal(AbstractValue left, AbstractValue right, FlowState known)
    {
        if (left.Range is { IsSingle: true } a && right.Range is { IsSingle: true } b && a.Min == b.Min) return true;
        if (new AtMostClaim(left, right, 0).Decide(known) == false || new AtMostClaim(right, left, 0).Decide(known) == false) return false;
        if (left.IsNonZero && right.Range is { IsSingle: true, Min.IsZero: true }) return false;
        return right.IsNonZero && left.Range is { IsSingle: true, Min.IsZero: true } ? false : null;
    }

    private static bool? Compare(BinaryOperatorKind kind, FloatInterval a, FloatInterval b)
    {
        if (a.HasNoNumber || b.HasNoNumber) return null;
        var numbers = !a.MayBeNaN && !b.MayBeNaN;
        return kind switch
        {
            BinaryOperatorKind.LessThan => a.Min >= b.Max ? false : numbers && a.Max < b.Min ? true : null,
            BinaryOperatorKind.LessThanOrEqual => a.Min > b.Max ? false : numbers && a.Max <= b.Min ? true : null,
            BinaryOperatorKind.GreaterThan => a.Max <= b.Min ? false : numbers && a.Min > b.Max ? true : null,
            BinaryOperatorKind.GreaterThanOrEqual => a.Max < b.Min ? false : numbers && a.Min >= b.Max ? true : null,
            _ => null,
        };
    }

    private static ImmutableHashSet<BigInteger> Members(INamedTypeSymbol type)
    {
        var members = type.GetMembers().OfType<IFieldSymbol>()
            .Where(field => field.HasConstantValue).Select(field => FlowConstants.Integer(field.ConstantValue!) ?? 0).ToImmutableHashSet();
        if (!type.GetAttributes().Any(a => a.AttributeClass is { Name: "FlagsAttribute" })) return members;

        // Any combination of declared bits is a value; up to 12 bits are listed.
        var bits = members.Where(member => member > 0 && member.IsPowerOfTwo).ToList();
        if (bits.Count > 12) return members;
        var all = ImmutableHashSet.CreateBuilder<BigInteger>();
        all.Add(0);
        foreach (var bit in bits)
        {
            foreach (var sum in all.ToList()) all.Add(sum | bit);
        }

        all.UnionWith(members);
        return all.ToImmutable();
    }
}
