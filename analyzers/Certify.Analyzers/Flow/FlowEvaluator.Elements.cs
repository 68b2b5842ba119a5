using System.Linq;
using System.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Flow;

/// <content>Arrays, spans, strings and inline arrays.</content>
internal sealed partial class FlowEvaluator
{
    private static AbstractValue AnyLength { get; } = AbstractValue.Of(new Interval(0, int.MaxValue));

    private AbstractValue CreateArray(IArrayCreationOperation array)
    {
        var sizes = array.DimensionSizes.Select(Evaluate).ToList();
        if (array.Initializer is { } initializer)
        {
            foreach (var element in initializer.ElementValues) Evaluate(element);
        }

        return sizes.Count == 1 && sizes[0].Range is { } range
            ? AbstractValue.WithLength(sizes[0].WithRange(Kept(range)))
            : AbstractValue.None;
    }

    private static Interval Kept(Interval length)
    {
        var kept = length.Meet(AnyLength.Range!.Value);
        return kept.IsEmpty ? AnyLength.Range!.Value : kept;
    }

    private AbstractValue Collection(ICollectionExpressionOperation collection)
    {
        foreach (var element in collection.Elements) Evaluate(element);
        return FixedSpan.HasLength(collection.Type) && !collection.Elements.Any(element => element is ISpreadOperation)
            ? AbstractValue.WithLength(AbstractValue.Of(collection.Elements.Length))
            : AbstractValue.None;
    }

    private AbstractValue AsSpan(IConversionOperation conversion, AbstractValue operand)
    {
        if (FixedSpan.InlineLength(conversion.Operand.Type) is { } length) return AbstractValue.WithLength(AbstractValue.Of(length));
        return operand.Length is { } elements ? AbstractValue.WithLength(elements) : AbstractValue.None;
    }

    private AbstractValue Element(IArrayElementReferenceOperation element)
    {
        var array = Evaluate(element.ArrayReference);
        if (element.Indices.Length != 1)
        {
            foreach (var index in element.Indices) Evaluate(index);
            Emit(ObligationKind.Index, element, true, "it has several dimensions", Unknown());
            return AbstractValue.Of(element.Type);
        }

        return At(element.Indices[0], array.Length ?? AnyLength, element);
    }

    private AbstractValue Element(IInlineArrayAccessOperation element)
    {
        Evaluate(element.Instance);
        var length = FixedSpan.InlineLength(element.Instance.Type) is { } known ? AbstractValue.Of(known) : AnyLength;
        return At(element.Argument, length, element);
    }

    private AbstractValue Element(IImplicitIndexerReferenceOperation element)
    {
        var instance = Evaluate(element.Instance);
        return At(element.Argument, instance.Length ?? AnyLength, element);
    }

    private AbstractValue Property(IPropertyReferenceOperation property)
    {
        if (PlaceOf(property) is { } place) return Read(place, property.Type);
        var instance = property.Instance is { } receiver ? Evaluate(receiver) : AbstractValue.None;
        if (FixedSpan.HasLength(property.Instance?.Type))
        {
            if (property.Property is { IsIndexer: true } && property.Arguments.Length == 1)
            {
                return At(property.Arguments[0].Value, instance.Length ?? AnyLength, property);
            }

            if (property.Property.Name == "Length") return instance.Length ?? AnyLength;
        }

        foreach (var argument in property.Arguments) Evaluate(argument);
        if (FixedSpan.TableLength(property.Property) is { } length && FixedSpan.HasLength(property.Type)) return AbstractValue.WithLength(AbstractValue.Of(length));
        if (Contracts.HasBody(property.Property) || property.Property.IsIndexer) AfterCall(property.Instance, property.Property.GetMethod);
        return Contracts.Limit(property.Property, AbstractValue.Of(property.Type));
    }

    // One element, or a part when the index is a range.
    private AbstractValue At(IOperation index, AbstractValue length, IOperation place)
    {
        var version = State.Version;
        index = Inner(index);
        if (index is IRangeOperation range)
        {
            var start = range.LeftOperand is { } left ? Position(left, length) : AbstractValue.Of(0);
            var between = State.Version;
            var end = range.RightOperand is { } right ? Position(right, length) : length;
            if (State.Version != between) start = start.WithoutRelations();
            if (State.Version != version) length = length.WithoutRelations();
            return Part(start, end, length, place);
        }

        var position = Position(index, length);
        if (State.Version != version) length = length.WithoutRelations();
        if (position.Range is null)
        {
            Emit(ObligationKind.Index, place, true, "the index is no plain integer", Unknown());
            return AbstractValue.Of(place.Type);
        }

        var zero = AbstractValue.Of(0);
        Emit(
            ObligationKind.Index, place, true, $"the index is {position}, the length is {length}",
            new AtMostClaim(zero, position, 0), new AtMostClaim(position, length, -1));
        Assume(zero, position, 0);
        Assume(position, length, -1);
        return AbstractValue.Of(place.Type);
    }

    /// <summary>A part from start to before end; 0 ≤ start ≤ end ≤ length.</summary>
    private AbstractValue Part(AbstractValue start, AbstractValue end, AbstractValue length, IOperation place)
    {
        if (start.Range is null || end.Range is null)
        {
            Emit(ObligationKind.Index, place, true, "the range is no plain pair of integers", Unknown());
            return AbstractValue.WithLength(AnyLength);
        }

        var zero = AbstractValue.Of(0);
        Emit(
            ObligationKind.Index, place, true, $"the part is from {start} to before {end}, the length is {length}",
            new AtMostClaim(zero, start, 0), new AtMostClaim(start, end, 0), new AtMostClaim(end, length, 0));
        Assume(zero, start, 0);
        Assume(start, end, 0);
        Assume(end, length, 0);
        var part = Difference(end, start);
        return AbstractValue.WithLength(part.WithRange(Kept(part.Range!.Value)));
    }

    private AbstractValue Position(IOperation index, AbstractValue length)
    {
        index = Inner(index);
        if (index is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } hat) return Difference(length, Ranged(Evaluate(hat.Operand), hat.Operand.Type));
        var value = Evaluate(index);
        return TypeRange.OfInteger(index.Type) is null ? AbstractValue.None : Ranged(value, index.Type);
    }

    // An int that becomes a System.Index on the way.
    private static IOperation Inner(IOperation index)
    {
        while (index is IConversionOperation { OperatorMethod: not null } or IConversionOperation { Type.Name: "Index" } or IParenthesizedOperation or IArgumentOperation)
        {
            index = index switch
            {
                IConversionOperation conversion => conversion.Operand,
                IParenthesizedOperation parenthesized => parenthesized.Operand,
                IArgumentOperation argument => argument.Value,
                _ => index,
            };
        }

        return index;
    }

    private static Claim Unknown() => new AtMostClaim(AbstractValue.None, AbstractValue.None, BigInteger.Zero);
}
