using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Certify.Analyzers.Flow;

/// <summary>
/// Something whose value the analysis follows: a local, a parameter, a struct's own value or a flow capture, or a field
/// below one of these, or the length of the span, array or string in it.
/// </summary>
internal sealed class Place : IEquatable<Place>
{
    private readonly int _hash;

    private Place(ISymbol? root, CaptureId? capture, ImmutableArray<ISymbol> path, bool isLength, bool isIndirect)
    {
        Root = root;
        Capture = capture;
        Path = path;
        IsLength = isLength;
        IsIndirect = isIndirect;
        var hash = root is null ? capture.GetHashCode() : SymbolEqualityComparer.Default.GetHashCode(root);
        foreach (var step in path) hash = (hash * 31) + SymbolEqualityComparer.Default.GetHashCode(step);
        _hash = isLength ? ~hash : hash;
    }

    /// <summary>The local or parameter, or the type whose <c>this</c> it is; null for a capture.</summary>
    public ISymbol? Root { get; }

    public CaptureId? Capture { get; }

    /// <summary>Fields, and properties that are no more than a field, below the root.</summary>
    public ImmutableArray<ISymbol> Path { get; }

    /// <summary>True for the number of elements of what lies in the place.</summary>
    public bool IsLength { get; }

    /// <summary>True when the root is a reference, so that another name can mean the same variable.</summary>
    public bool IsIndirect { get; }

    public static Place Of(ISymbol root, bool isIndirect) => new(root, null, [], false, isIndirect);

    public static Place Of(CaptureId capture) => new(null, capture, [], false, false);

    public Place Field(ISymbol field) => new(Root, Capture, Path.Add(field), false, IsIndirect);

    public Place Length() => new(Root, Capture, Path, true, IsIndirect);

    /// <summary>True when this is the other place, or a part or the length of it.</summary>
    public bool IsUnder(Place other)
    {
        if (!HasRootOf(other) || other.Path.Length > Path.Length) return false;
        for (var i = 0; i < other.Path.Length; i++)
        {
            if (!SymbolEqualityComparer.Default.Equals(Path[i], other.Path[i])) return false;
        }

        return !other.IsLength || (IsLength && Path.Length == other.Path.Length);
    }

    public bool HasRootOf(Place other) =>
        SymbolEqualityComparer.Default.Equals(Root, other.Root) && Nullable.Equals(Capture, other.Capture);

    public bool Equals(Place? other) =>
        other is not null && _hash == other._hash && IsLength == other.IsLength && Path.Length == other.Path.Length && IsUnder(other);

    public override bool Equals(object? obj) => Equals(obj as Place);

    public override int GetHashCode() => _hash;

    public override string ToString()
    {
        var root = Root switch { null => "value", INamedTypeSymbol => "this", _ => Root.Name };
        return string.Join(".", new[] { root }.Concat(Path.Select(step => step.Name))) + (IsLength ? ".Length" : "");
    }
}
