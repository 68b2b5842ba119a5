using System.Collections.Immutable;
using System.Linq;
using System.Numerics;
using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.Flow;

/// <summary>What is known of a value: its range, its relations to places, and the number of elements when it is a span or an array.</summary>
internal sealed class AbstractValue
{
    private const int BoundsKept = 8;

    private AbstractValue(
        Interval? range, bool isNonZero, FloatInterval? number, ImmutableArray<Bound> bounds, Bound? linear, AbstractValue? length)
    {
        Range = range;
        IsNonZero = isNonZero || (range is { } known && !known.Contains(0));
        Number = number;
        Bounds = bounds;
        Linear = linear;
        Length = length;
    }

    /// <summary>Nothing is known, and it is no number.</summary>
    public static AbstractValue None { get; } = new(null, false, null, [], null, null);

    public Interval? Range { get; }

    /// <summary>True when it is not 0 although 0 may lie in the range.</summary>
    public bool IsNonZero { get; }

    public FloatInterval? Number { get; }

    /// <summary>It is at most each of these.</summary>
    public ImmutableArray<Bound> Bounds { get; }

    /// <summary>It is exactly this, when known.</summary>
    public Bound? Linear { get; }

    /// <summary>The number of elements of a span, an array or a string.</summary>
    public AbstractValue? Length { get; }

    public static AbstractValue Of(Interval range) => new(range, false, null, [], null, null);

    public static AbstractValue Of(BigInteger value) => Of(Interval.Of(value));

    public static AbstractValue Of(FloatInterval number) => new(null, false, number, [], null, null);

    public static AbstractValue WithLength(AbstractValue length) => new(null, false, null, [], null, length);

    /// <summary>Every value of the type.</summary>
    public static AbstractValue Of(ITypeSymbol? type) =>
        TypeRange.Of(type) is { } range ? Of(range)
        : TypeRange.IsFloat(type) ? Of(FloatInterval.All)
        : None;

    public AbstractValue WithRange(Interval range) => new(range, IsNonZero, Number, Bounds, Linear, Length);

    public AbstractValue WithNumber(FloatInterval number) => new(Range, IsNonZero, number, Bounds, Linear, Length);

    public AbstractValue NonZero() => new(WithoutZero(Range), true, Number, Bounds, Linear, Length);

    public AbstractValue WithLinear(Bound linear) => new(Range, IsNonZero, Number, Bounds, linear, Length);

    public AbstractValue WithBounds(ImmutableArray<Bound> bounds) => new(Range, IsNonZero, Number, bounds, Linear, Length);

    public AbstractValue WithBound(Bound bound)
    {
        for (var i = 0; i < Bounds.Length; i++)
        {
            if (!Bounds[i].Place.Equals(bound.Place)) continue;
            return Bounds[i].Offset <= bound.Offset ? this : WithBounds(Bounds.SetItem(i, bound));
        }

        return Bounds.Length >= BoundsKept ? this : WithBounds(Bounds.Add(bound));
    }

    /// <summary>The same range without relations, for when a place may have changed since.</summary>
    public AbstractValue WithoutRelations() =>
        Bounds.IsEmpty && Linear is null && Length is null ? this
        : new(Range, IsNonZero, Number, [], null, Length?.WithoutRelations());

    /// <summary>What a place remembers of a value: everything but the linear form, which becomes a bound.</summary>
    public AbstractValue Stored(Place place)
    {
        if (Bounds.IsEmpty && Linear is null && Length is null) return this;
        var bounds = Bounds.IsEmpty ? Bounds : Bounds.RemoveAll(bound => bound.Place.Equals(place));
        var stored = new AbstractValue(Range, IsNonZero, Number, bounds, null, null);
        return Linear is { } linear && !linear.Place.Equals(place) ? stored.WithBound(linear) : stored;
    }

    /// <summary>The value plus a constant, while nothing wraps.</summary>
    public AbstractValue Plus(BigInteger by) => new(
        Range?.Shift(by), false, null,
        Bounds.IsEmpty ? Bounds : [.. Bounds.Select(bound => bound.Shift(by))], Linear?.Shift(by), null);

    public bool SameAs(AbstractValue other) =>
        ReferenceEquals(this, other)
        || (Nullable(Range, other.Range) && IsNonZero == other.IsNonZero && Nullable(Number, other.Number)
            && Bounds.Length == other.Bounds.Length && Bounds.All(other.Bounds.Contains));

    public override string ToString() =>
        Range is { } range ? range + string.Concat(Bounds.Select(bound => $", at most {bound}"))
        : Number is { } number ? number.ToString()
        : "unknown";

    private static bool Nullable<T>(T? a, T? b)
        where T : struct, System.IEquatable<T> => a is { } x ? b is { } y && x.Equals(y) : b is null;

    private static Interval? WithoutZero(Interval? range) =>
        range is not { } known ? range
        : known.Min.IsZero ? new Interval(1, known.Max)
        : known.Max.IsZero ? new Interval(known.Min, -1)
        : known;
}
