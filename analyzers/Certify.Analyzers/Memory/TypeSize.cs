using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Path = System.Collections.Immutable.ImmutableHashSet<Microsoft.CodeAnalysis.ITypeSymbol>;

namespace Certify.Analyzers.Memory;

/// <summary>
/// How many bytes a variable of a type takes on the 64-bit target, from its fields in order and its layout attributes.
/// Where the runtime may reorder fields the answer is the size of the declared order, which is not smaller.
/// </summary>
internal sealed class TypeSize
{
    private const int Reference = 8;
    private const int DepthMax = 64;

    private static readonly ConditionalWeakTable<Compilation, TypeSize> s_sizes = new();
    private static readonly Path s_start = Path.Empty.WithComparer(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ITypeSymbol, Extent?> _known = new(SymbolEqualityComparer.Default);

    /// <summary>The sizes of one compilation, shared by the rules that ask.</summary>
    public static TypeSize Of(Compilation compilation) => s_sizes.GetValue(compilation, _ => new TypeSize());

    /// <summary>Size in bytes; null where a type parameter decides it.</summary>
    public long? Bytes(ITypeSymbol type) => Measure(type, s_start)?.Size;

    /// <summary>The value of an attribute's constructor argument as a number, null when absent.</summary>
    public static long? Number(ISymbol symbol, string attribute, int index = 0) =>
        Find(symbol, attribute) is { } data && data.ConstructorArguments.Length > index
            && data.ConstructorArguments[index] is { Kind: not TypedConstantKind.Array, Value: { } value } && value is int or short or byte
            ? Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>The attribute of this full name on the symbol, null when absent.</summary>
    public static AttributeData? Find(ISymbol symbol, string attribute) =>
        symbol.GetAttributes().FirstOrDefault(data =>
            data.AttributeClass is { } type && attribute.EndsWith(type.Name, StringComparison.Ordinal) && type.ToDisplayString() == attribute);

    /// <summary>True when the type lays its fields at written offsets.</summary>
    public static bool IsExplicit(ITypeSymbol type) =>
        Number(type, "System.Runtime.InteropServices.StructLayoutAttribute") == 2;

    /// <summary>Size in bytes of one field; null where a type parameter decides it.</summary>
    public long? Bytes(IFieldSymbol field) => MeasureField(field, s_start)?.Size;

    private Extent? Measure(ITypeSymbol type, Path path)
    {
        if (Primitive(type) is { } simple) return simple;
        if (type is ITypeParameterSymbol or IErrorTypeSymbol || type is not INamedTypeSymbol named) return null;
        if (_known.TryGetValue(type, out var known)) return known;

        // A struct in itself is an error of the compiler's, and so is one whose type arguments grow without end.
        if (path.Count == DepthMax || path.Contains(type)) return null;
        var extent = MeasureStruct(named, path.Add(type));
        _known.TryAdd(type, extent);
        return extent;
    }

    private static Extent? Primitive(ITypeSymbol type)
    {
        if (type.IsReferenceType || type is IPointerTypeSymbol or IFunctionPointerTypeSymbol) return new Extent(Reference, Reference);
        var basic = type is INamedTypeSymbol { EnumUnderlyingType: { } underlying } ? underlying : type;
        return basic.SpecialType switch
        {
            SpecialType.System_Boolean or SpecialType.System_Byte or SpecialType.System_SByte => new Extent(1, 1),
            SpecialType.System_Char or SpecialType.System_Int16 or SpecialType.System_UInt16 => new Extent(2, 2),
            SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Single => new Extent(4, 4),
            SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_Double
                or SpecialType.System_IntPtr or SpecialType.System_UIntPtr or SpecialType.System_DateTime => new Extent(8, 8),
            SpecialType.System_Decimal => new Extent(16, 8),
            _ => null,
        };
    }

    private Extent? MeasureStruct(INamedTypeSymbol type, Path path)
    {
        var layout = Find(type, "System.Runtime.InteropServices.StructLayoutAttribute");
        var pack = Named(layout, "Pack") is > 0 and var given ? given : 8;
        var isExplicit = IsExplicit(type);
        long end = 0;
        long alignment = 1;
        if (Settings.FixedLength.IsSpan(type)) return new Extent(16, 8);
        if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
        {
            return Measure(type.TypeArguments[0], path) is { } value
                ? new Extent(Up(Math.Max(1, value.Alignment) + value.Size, value.Alignment), value.Alignment) : null;
        }

        foreach (var field in type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic && !field.IsConst))
        {
            if (MeasureField(field, path) is not { } extent) return null;
            var step = Math.Min(extent.Alignment, pack);
            var start = isExplicit
                ? Number(field, "System.Runtime.InteropServices.FieldOffsetAttribute") ?? 0
                : Up(end, step);
            end = Math.Max(end, start + extent.Size);
            alignment = Math.Max(alignment, step);
        }

        var elements = Math.Max(1, Number(type, "System.Runtime.CompilerServices.InlineArrayAttribute") ?? 1);
        var size = Math.Max(Math.Max(1, Up(end, alignment)) * elements, Named(layout, "Size") ?? 0);
        return new Extent(size, alignment);
    }

    private Extent? MeasureField(IFieldSymbol field, Path path)
    {
        if (field.RefKind != RefKind.None) return new Extent(Reference, Reference);
        if (field is { IsFixedSizeBuffer: true, Type: IPointerTypeSymbol { PointedAtType: var element } })
        {
            return Measure(element, path) is { } one ? new Extent(one.Size * field.FixedSize, one.Alignment) : null;
        }

        return Measure(field.Type, path);
    }

    private static long? Named(AttributeData? data, string name)
    {
        foreach (var argument in data?.NamedArguments ?? [])
        {
            if (argument.Key == name && argument.Value.Value is int value) return value;
        }

        return null;
    }

    private static long Up(long value, long alignment) => (value + alignment - 1) / alignment * alignment;

    private readonly struct Extent(long size, long alignment)
    {
        public long Size { get; } = size;

        public long Alignment { get; } = alignment;
    }
}
