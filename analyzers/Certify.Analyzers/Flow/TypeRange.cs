using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.Flow;

/// <summary>The values that a type can hold; native integers have 64 bits, an enum holds all of its underlying type.</summary>
internal static class TypeRange
{
    private static readonly Interval s_bool = new(0, 1);

    /// <summary>The range of an integral type, of char, bool or an enum, else null.</summary>
    public static Interval? Of(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } underlying }) type = underlying;
        return type?.SpecialType switch
        {
            SpecialType.System_Boolean => s_bool,
            SpecialType.System_SByte => new(sbyte.MinValue, sbyte.MaxValue),
            SpecialType.System_Byte => new(byte.MinValue, byte.MaxValue),
            SpecialType.System_Int16 => new(short.MinValue, short.MaxValue),
            SpecialType.System_UInt16 or SpecialType.System_Char => new(ushort.MinValue, ushort.MaxValue),
            SpecialType.System_Int32 => new(int.MinValue, int.MaxValue),
            SpecialType.System_UInt32 => new(uint.MinValue, uint.MaxValue),
            SpecialType.System_Int64 or SpecialType.System_IntPtr => new(long.MinValue, long.MaxValue),
            SpecialType.System_UInt64 or SpecialType.System_UIntPtr => new(ulong.MinValue, ulong.MaxValue),
            _ => null,
        };
    }

    /// <summary>The range of a type that arithmetic is done on: an integer, native ones and char included.</summary>
    public static Interval? OfInteger(ITypeSymbol? type) =>
        type is null or { TypeKind: TypeKind.Enum } or { SpecialType: SpecialType.System_Boolean } ? null : Of(type);

    public static bool IsFloat(ITypeSymbol? type) =>
        type?.SpecialType is SpecialType.System_Single or SpecialType.System_Double;

    public static bool IsSingle(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_Single;

    /// <summary>Bits of an integral type.</summary>
    public static int Width(ITypeSymbol? type) =>
        Of(type) is not { } range ? 0
        : range.Max > uint.MaxValue ? 64
        : range.Max > ushort.MaxValue ? 32
        : range.Max > byte.MaxValue ? 16 : 8;
}
