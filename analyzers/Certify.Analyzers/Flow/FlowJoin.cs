using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Numerics;

namespace Certify.Analyzers.Flow;

/// <summary>How far an end that still moves at a loop head jumps.</summary>
internal enum Widening
{
    /// <summary>Nowhere: the plain join.</summary>
    None,

    /// <summary>To the next constant of the method.</summary>
    ToConstants,

    /// <summary>To the next end of a type.</summary>
    ToTypeEnds,
}

/// <summary>Joins what is known where paths meet, and widens it at the heads of loops so that the analysis ends.</summary>
internal sealed class FlowJoin(ImmutableArray<BigInteger> constants, ImmutableArray<BigInteger> typeEnds)
{
    /// <summary>What holds on both paths, widened as asked.</summary>
    public FlowState Join(FlowState old, FlowState added, Widening widen)
    {
        if (old.IsUnreachable) return added.Copy();
        if (added.IsUnreachable) return old.Copy();
        var joined = FlowState.Unknown();
        for (var i = 0; i < old.Known.Count; i++)
        {
            var (place, mine) = (old.Known.PlaceAt(i), old.Known.ValueAt(i));
            if (added.Known.Find(place, i) is not { } other) continue;
            joined.Refine(place, ReferenceEquals(mine, other) ? other : Join(old, mine, added, other, widen));
        }

        return joined;
    }

    /// <summary>True when both states know the same.</summary>
    public static bool Same(FlowState a, FlowState b)
    {
        if (a.IsUnreachable != b.IsUnreachable) return false;
        if (a.Known.Count != b.Known.Count) return false;
        for (var i = 0; i < a.Known.Count; i++)
        {
            if (b.Known.Find(a.Known.PlaceAt(i), i) is not { } other || !a.Known.ValueAt(i).SameAs(other)) return false;
        }

        return true;
    }

    private AbstractValue Join(FlowState oldState, AbstractValue old, FlowState addedState, AbstractValue added, Widening widen)
    {
        var value = AbstractValue.None;
        if (old.Range is { } a && added.Range is { } b)
        {
            value = AbstractValue.Of(Widen(a, a.Join(b), widen));
            if (old.IsNonZero && added.IsNonZero) value = value.NonZero();
        }
        else if (old.Number is { } x && added.Number is { } y)
        {
            value = AbstractValue.Of(widen == Widening.None ? x.Join(y) : Widen(x, x.Join(y)));
        }

        return value.WithBounds(Bounds(oldState, old, addedState, added, widen));
    }

    private static ImmutableArray<Bound> Bounds(FlowState oldState, AbstractValue old, FlowState addedState, AbstractValue added, Widening widen)
    {
        if (old.Bounds.IsEmpty && added.Bounds.IsEmpty) return [];
        var bounds = new Dictionary<Place, BigInteger>();
        foreach (var bound in old.Bounds)
        {
            if (Offset(addedState, added, bound.Place) is not { } other) continue;
            if (widen == Widening.None || other <= bound.Offset) bounds[bound.Place] = BigInteger.Max(other, bound.Offset);
        }

        if (widen == Widening.None)
        {
            foreach (var bound in added.Bounds)
            {
                if (bounds.ContainsKey(bound.Place) || Offset(oldState, old, bound.Place) is not { } other) continue;
                bounds[bound.Place] = BigInteger.Max(other, bound.Offset);
            }
        }

        return [.. bounds.OrderBy(pair => pair.Key.ToString(), System.StringComparer.Ordinal).Select(pair => new Bound(pair.Key, pair.Value))];
    }

    // The relation itself, or the one that the two ranges give.
    private static BigInteger? Offset(FlowState state, AbstractValue value, Place place)
    {
        foreach (var bound in value.Bounds)
        {
            if (bound.Place.Equals(place)) return bound.Offset;
        }

        var least = state.Find(place)?.Range?.Min ?? (place.IsLength ? BigInteger.Zero : null as BigInteger?);
        return value.Range is { } range && least is { } min ? range.Max - min : null;
    }

    private Interval Widen(Interval old, Interval joined, Widening widen)
    {
        if (widen == Widening.None || joined.Equals(old)) return joined;
        var thresholds = widen == Widening.ToConstants ? constants : typeEnds;
        var min = joined.Min < old.Min ? thresholds.LastOrDefault(t => t <= joined.Min) : joined.Min;
        var max = joined.Max > old.Max ? thresholds.FirstOrDefault(t => t >= joined.Max) : joined.Max;
        return new(BigInteger.Min(min, joined.Min), BigInteger.Max(max, joined.Max));
    }

    private static FloatInterval Widen(FloatInterval old, FloatInterval joined) => new(
        joined.Min < old.Min ? double.NegativeInfinity : joined.Min,
        joined.Max > old.Max ? double.PositiveInfinity : joined.Max,
        joined.MayBeNaN);
}
