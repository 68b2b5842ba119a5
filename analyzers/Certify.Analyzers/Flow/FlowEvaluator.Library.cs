using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Flow;

/// <content>What is known of members of the core library: preconditions, and ranges of results.</content>
internal sealed partial class FlowEvaluator
{
    /// <summary>The result of a known library member that changes nothing but its arguments; null for any other member.</summary>
    private AbstractValue? LibraryCall(IInvocationOperation call, AbstractValue instance, List<AbstractValue> values)
    {
        var method = call.TargetMethod;
        if (method.ContainingType is not { } type || !LibraryTables.IsSystem(type)) return null;
        return type.Name switch
        {
            "Span" or "ReadOnlySpan" => SpanCall(call, instance, values),
            "String" when method.Name == "Substring" => Slice(call, instance.Length ?? AnyLength, values),
            "MemoryExtensions" when method.Name == "AsSpan" && values.Count > 0 && FixedSpan.HasLength(call.Arguments[0].Value.Type) =>
                Slice(call, values[0].Length ?? AnyLength, [.. values.Skip(1)]),
            "Math" or "MathF" => MathCall(call, values),
            "Single" or "Double" when method.IsStatic && method.Name.StartsWith("Is", StringComparison.Ordinal) => AbstractValue.Of(call.Type),
            "BinaryPrimitives" when values.Count > 0 && LibraryTables.AccessedBytes(method.Name) is { } bytes =>
                AccessBytes(call, values[0].Length ?? AnyLength, bytes),
            "BitConverter" when values.All(value => value.Length is null) => AbstractValue.Of(call.Type),
            "BitOperations" when method.Name is "LeadingZeroCount" or "TrailingZeroCount" or "PopCount" => AbstractValue.Of(new Interval(0, 64)),
            "BitOperations" => AbstractValue.Of(call.Type),
            _ => null,
        };
    }

    private AbstractValue? SpanCall(IInvocationOperation call, AbstractValue instance, List<AbstractValue> values)
    {
        var length = instance.Length ?? AnyLength;
        switch (call.TargetMethod.Name)
        {
            case "Slice":
                return Slice(call, length, values);
            case "CopyTo" when values.Count == 1:
                Emit(
                    ObligationKind.Precondition, call, true, $"the source has {length} elements, the target {values[0].Length ?? AnyLength}",
                    new AtMostClaim(length, values[0].Length ?? AnyLength, 0));
                State.ForgetIndirect();
                return AbstractValue.None;
            case "Clear" or "Fill":
                State.ForgetIndirect();
                return AbstractValue.None;
            case "TryCopyTo":
                State.ForgetIndirect();
                return AbstractValue.Of(call.Type);
            default:
                return null;
        }
    }

    private AbstractValue Slice(IInvocationOperation call, AbstractValue length, List<AbstractValue> values)
    {
        if (values.Count == 0) return AbstractValue.WithLength(length);
        var start = Ranged(values[0], call.TargetMethod.Parameters[call.TargetMethod.Parameters.Length - values.Count].Type);
        if (start.Range is null || values.Count > 2) return Part(AbstractValue.None, AbstractValue.None, length, call);
        if (values.Count == 1) return Part(start, length, length, call);
        var count = values[1].Range is null ? AbstractValue.Of(new Interval(int.MinValue, int.MaxValue)) : values[1];
        Part(start, Sum(start, count), length, call);
        return AbstractValue.WithLength(count.WithRange(Kept(count.Range!.Value)));
    }

    private AbstractValue AccessBytes(IInvocationOperation call, AbstractValue length, int bytes)
    {
        Emit(ObligationKind.Precondition, call, true, $"{bytes} bytes are wanted, there are {length}", new AtMostClaim(AbstractValue.Of(bytes), length, 0));
        State.ForgetIndirect();
        return AbstractValue.Of(call.Type);
    }

    private AbstractValue? MathCall(IInvocationOperation call, List<AbstractValue> values)
    {
        if (TypeRange.OfInteger(call.TargetMethod.Parameters.FirstOrDefault()?.Type) is not { } all)
        {
            return values.Count > 0 && values[0].Number is not null ? MathOnNumbers(call, values) : AbstractValue.Of(call.Type);
        }

        var ranged = values.Select((value, i) => Ranged(value, call.TargetMethod.Parameters[i].Type)).ToList();
        switch (call.TargetMethod.Name)
        {
            case "Abs":
                if (all.Min < 0)
                {
                    Emit(ObligationKind.Precondition, call, true, $"the argument is {ranged[0]}", new AtMostClaim(AbstractValue.Of(all.Min + 1), ranged[0], 0));
                }

                var (min, max) = (ranged[0].Range!.Value.Min, ranged[0].Range!.Value.Max);
                var least = min > 0 ? min : max < 0 ? -max : 0;
                return Fit(AbstractValue.Of(new Interval(least, BigInteger.Max(BigInteger.Abs(min), BigInteger.Abs(max)))), all, true);
            case "Min":
                var (a, b) = (ranged[0].Range!.Value, ranged[1].Range!.Value);
                var lesser = AbstractValue.Of(new Interval(BigInteger.Min(a.Min, b.Min), BigInteger.Min(a.Max, b.Max)));
                return AtMost(AtMost(lesser, ranged[0], 0), ranged[1], 0);
            case "Max":
                var (x, y) = (ranged[0].Range!.Value, ranged[1].Range!.Value);
                return AbstractValue.Of(new Interval(BigInteger.Max(x.Min, y.Min), BigInteger.Max(x.Max, y.Max)));
            case "Clamp":
                Emit(ObligationKind.Precondition, call, true, $"the limits are {ranged[1]} and {ranged[2]}", new AtMostClaim(ranged[1], ranged[2], 0));
                var clamped = new Interval(ranged[1].Range!.Value.Min, ranged[2].Range!.Value.Max);
                return clamped.IsEmpty ? AbstractValue.Of(all) : AtMost(AbstractValue.Of(clamped), ranged[2], 0);
            case "DivRem":
                Emit(
                    ObligationKind.Precondition, call, true, $"the divisor is {ranged[1]}", new NonZeroClaim(ranged[1]),
                    new EitherClaim(new AtMostClaim(AbstractValue.Of(all.Min + 1), ranged[0], 0), new AtMostClaim(AbstractValue.Of(all.Min < 0 ? 0 : all.Min), ranged[1], 0)));
                return AbstractValue.Of(call.Type);
            default:
                return AbstractValue.Of(call.Type);
        }
    }

    // Infinity that comes in is the subject of where it arose.
    private static FloatInterval Numbers(FloatInterval x) =>
        new(Math.Min(x.Min, double.MaxValue), Math.Min(x.Max, double.MaxValue), false);

    private AbstractValue MathOnNumbers(IInvocationOperation call, List<AbstractValue> values)
    {
        var x = values[0].Number!.Value;
        if (x.HasNoNumber) return AbstractValue.Of(call.Type);
        switch (call.TargetMethod.Name)
        {
            case "Abs":
                var low = x.HasZero ? 0 : Math.Min(Math.Abs(x.Min), Math.Abs(x.Max));
                return AbstractValue.Of(new FloatInterval(low, Math.Max(Math.Abs(x.Min), Math.Abs(x.Max)), x.MayBeNaN));
            case "Floor" or "Ceiling" or "Truncate" when !double.IsInfinity(x.Min) && !double.IsInfinity(x.Max):
                return AbstractValue.Of(new FloatInterval(Math.Floor(x.Min), Math.Ceiling(x.Max), x.MayBeNaN));
            case "Sqrt":
                Emit(
                    ObligationKind.FloatResult, call, false, $"the argument is {x}",
                    new NumberClaim(Numbers(x), -double.Epsilon, double.PositiveInfinity));
                return x.Min >= 0 ? AbstractValue.Of(new FloatInterval(0, Math.Max(1, x.Max), x.MayBeNaN)) : AbstractValue.Of(call.Type);
            case "Clamp" when values.Count == 3 && values[1].Number is { } min && values[2].Number is { } max && !min.HasNoNumber && !max.HasNoNumber && !min.MayBeNaN && !max.MayBeNaN:
                Emit(
                    ObligationKind.Precondition, call, true, $"the limits are {min} and {max}",
                    new NumberClaim(max - min, -double.Epsilon, double.PositiveInfinity));
                return min.Min <= max.Max ? AbstractValue.Of(new FloatInterval(min.Min, max.Max, x.MayBeNaN)) : AbstractValue.Of(call.Type);
            case "Log" or "Log2" or "Log10":
                Emit(
                    ObligationKind.FloatResult, call, false, $"the argument is {x}",
                    new NumberClaim(Numbers(x), 0, double.PositiveInfinity));
                return AbstractValue.Of(call.Type);
            default:
                return AbstractValue.Of(call.Type);
        }
    }
}
