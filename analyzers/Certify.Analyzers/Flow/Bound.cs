using System;
using System.Numerics;

namespace Certify.Analyzers.Flow;

/// <summary>A relation to a place: at most (or, in a linear form, exactly) its value plus an offset.</summary>
internal readonly struct Bound(Place place, BigInteger offset) : IEquatable<Bound>
{
    public Place Place { get; } = place;

    public BigInteger Offset { get; } = offset;

    public Bound Shift(BigInteger by) => new(Place, Offset + by);

    public bool Equals(Bound other) => Offset == other.Offset && Place.Equals(other.Place);

    public override bool Equals(object? obj) => obj is Bound other && Equals(other);

    public override int GetHashCode() => Place.GetHashCode() ^ Offset.GetHashCode();

    public override string ToString() =>
        Offset.IsZero ? $"{Place}" : Offset.Sign < 0 ? $"{Place} - {-Offset}" : $"{Place} + {Offset}";
}
