using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Numerics;

namespace Certify.Analyzers.Flow;

/// <summary>What is known of all places at one point of a method. A place that is absent has any value of its type.</summary>
internal sealed class FlowState
{
    private const int ChainLength = 4;

    private readonly PlaceMap _values;

    private FlowState(PlaceMap values)
    {
        _values = values;
    }

    /// <summary>Counts writes, so that a relation taken before a write is not used after it.</summary>
    public int Version { get; private set; }

    /// <summary>True when no run reaches this point.</summary>
    public bool IsUnreachable { get; private set; }

    /// <summary>All places of which something is known.</summary>
    public PlaceMap Known => _values;

    public static FlowState Unknown() => new(new PlaceMap());

    public FlowState Copy() => new(_values.Copy()) { IsUnreachable = IsUnreachable };

    public void BecomeUnreachable() => IsUnreachable = true;

    public AbstractValue? Find(Place place) => _values.Find(place);

    /// <summary>Forgets all.</summary>
    public void Forget()
    {
        _values.Clear();
        Version++;
    }

    /// <summary>Forgets what a called function could have changed through a reference.</summary>
    public void ForgetIndirect() => ForgetWhere(place => place.IsIndirect);

    /// <summary>Forgets the place, its parts and its length.</summary>
    public void Forget(Place place)
    {
        ForgetWhere(known => known.IsUnder(place) || place.IsUnder(known));
        if (place.IsIndirect) ForgetAliases(place);
    }

    /// <summary>Stores a new value; <paramref name="value"/> was computed before the store.</summary>
    public void Write(Place place, AbstractValue value)
    {
        if (value.Linear is { } linear && linear.Place.Equals(place) && Find(place) is not null)
        {
            Move(place, value, linear.Offset);
            return;
        }

        Forget(place);
        var survives = value.Linear is { } form && !form.Place.IsUnder(place) && !MayAlias(form.Place, place);
        var stored = (survives ? value : value.Linear is null ? value : value.WithoutRelations()).Stored(place);
        stored = stored.WithBounds([.. stored.Bounds.Where(bound => !bound.Place.IsUnder(place) && !MayAlias(bound.Place, place))]);
        _values.Set(place, stored);
        if (survives && value.Linear is { } exact) AddBound(exact.Place, new Bound(place, -exact.Offset));
        if (value.Length is { } length) Write(place.Length(), length);
    }

    /// <summary>Narrows what is known of a place. The place keeps its value, so no relation ends.</summary>
    public void Refine(Place place, AbstractValue value)
    {
        if (value.Range is { IsEmpty: true }) IsUnreachable = true;
        if (value.Number is { HasNoNumber: true, MayBeNaN: false }) IsUnreachable = true;
        _values.Set(place, value.Stored(place));
    }

    /// <summary>Adds that a place is at most another plus an offset.</summary>
    public void AddBound(Place place, Bound bound)
    {
        if (place.Equals(bound.Place)) return;
        var old = Find(place) ?? AbstractValue.None;
        _values.Set(place, old.WithBound(bound));
    }

    /// <summary>The least known c for which the value is at most the target plus c; null when there is none.</summary>
    public BigInteger? UpperOffset(AbstractValue value, Place target)
    {
        BigInteger? best = null;
        var open = new List<Bound>();
        if (value.Linear is { } linear) open.Add(linear);
        open.AddRange(value.Bounds);
        for (var depth = 0; depth < ChainLength && open.Count > 0; depth++)
        {
            var next = new List<Bound>();
            foreach (var bound in open)
            {
                if (bound.Place.Equals(target))
                {
                    if (best is null || bound.Offset < best) best = bound.Offset;
                }
                else if (Find(bound.Place) is { } known)
                {
                    foreach (var further in known.Bounds) next.Add(further.Shift(bound.Offset));
                }
            }

            open = next;
        }

        return best;
    }

    private void Move(Place place, AbstractValue value, BigInteger by)
    {
        for (var i = 0; i < _values.Count; i++)
        {
            var known = _values.ValueAt(i);
            if (known.Bounds.IsEmpty || _values.PlaceAt(i).Equals(place) || !known.Bounds.Any(bound => bound.Place.Equals(place))) continue;
            _values.SetAt(i, known.WithBounds([.. known.Bounds.Select(bound => bound.Place.Equals(place) ? bound.Shift(-by) : bound)]));
        }

        _values.Set(place, value.Stored(place));
        Version++;
        if (place.IsIndirect) ForgetAliases(place);
    }

    private void ForgetAliases(Place place) => ForgetWhere(known => MayAlias(known, place));

    private static bool MayAlias(Place a, Place b) => a.IsIndirect && b.IsIndirect && !a.HasRootOf(b);

    private void ForgetWhere(System.Func<Place, bool> isGone)
    {
        Version++;
        _values.RemoveWhere(isGone);
        for (var i = 0; i < _values.Count; i++)
        {
            var known = _values.ValueAt(i);
            if (known.Bounds.IsEmpty || !known.Bounds.Any(bound => isGone(bound.Place))) continue;
            _values.SetAt(i, known.WithBounds([.. known.Bounds.Where(bound => !isGone(bound.Place))]));
        }
    }
}
