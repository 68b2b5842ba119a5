using System;
using System.Collections.Generic;

namespace Certify.Analyzers.Flow;

/// <summary>
/// Values of places, in the order in which they came. Copies share their arrays until one of them changes: a method has
/// few places and many copies, and a scan over hashes is faster than a tree.
/// </summary>
internal sealed class PlaceMap
{
    private const int LeastCapacity = 4;
    private Entry[] _entries = [];
    private bool _isShared;

    /// <summary>How many places have a value.</summary>
    public int Count { get; private set; }

    /// <summary>The same values, to be changed apart.</summary>
    public PlaceMap Copy()
    {
        _isShared = true;
        return new PlaceMap { _entries = _entries, Count = Count, _isShared = true };
    }

    /// <summary>The place at an index below <see cref="Count"/>.</summary>
    public Place PlaceAt(int index) => _entries[index].Place;

    /// <summary>The value at an index below <see cref="Count"/>.</summary>
    public AbstractValue ValueAt(int index) => _entries[index].Value;

    /// <summary>The value of a place, else null.</summary>
    /// <param name="place">The place.</param>
    /// <param name="guess">Where it may stand: maps that came from one another have the same order.</param>
    public AbstractValue? Find(Place place, int guess = -1)
    {
        if ((uint)guess < (uint)Count && ReferenceEquals(_entries[guess].Place, place)) return _entries[guess].Value;
        var index = IndexOf(place);
        return index < 0 ? null : _entries[index].Value;
    }

    /// <summary>Gives a place a value.</summary>
    public void Set(Place place, AbstractValue value)
    {
        var index = IndexOf(place);
        if (index >= 0)
        {
            if (!ReferenceEquals(_entries[index].Value, value)) SetAt(index, value);
            return;
        }

        if (_isShared || Count == _entries.Length) Own(Math.Max(LeastCapacity, Count == _entries.Length ? Count * 2 : _entries.Length));
        _entries[Count++] = new Entry(place, value);
    }

    /// <summary>Gives the place at an index another value.</summary>
    public void SetAt(int index, AbstractValue value)
    {
        if (_isShared) Own(_entries.Length);
        _entries[index] = new Entry(_entries[index].Place, value);
    }

    /// <summary>Takes places out.</summary>
    public void RemoveWhere(Func<Place, bool> isGone)
    {
        var kept = 0;
        while (kept < Count && !isGone(_entries[kept].Place)) kept++;
        if (kept == Count) return;
        if (_isShared) Own(_entries.Length);
        for (var i = kept + 1; i < Count; i++)
        {
            if (!isGone(_entries[i].Place)) _entries[kept++] = _entries[i];
        }

        Array.Clear(_entries, kept, Count - kept);
        Count = kept;
    }

    /// <summary>Takes all out.</summary>
    public void Clear()
    {
        _entries = [];
        _isShared = false;
        Count = 0;
    }

    /// <summary>All places with their values.</summary>
    public IEnumerable<KeyValuePair<Place, AbstractValue>> All()
    {
        for (var i = 0; i < Count; i++) yield return new(_entries[i].Place, _entries[i].Value);
    }

    private int IndexOf(Place place)
    {
        var hash = place.GetHashCode();
        for (var i = 0; i < Count; i++)
        {
            if (_entries[i].Hash == hash && _entries[i].Place.Equals(place)) return i;
        }

        return -1;
    }

    private void Own(int capacity)
    {
        var own = new Entry[capacity];
        Array.Copy(_entries, own, Count);
        _entries = own;
        _isShared = false;
    }

    private readonly struct Entry(Place place, AbstractValue value)
    {
        public readonly int Hash = place.GetHashCode();
        public readonly Place Place = place;
        public readonly AbstractValue Value = value;
    }
}
