using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Certify.Image.Layout;

namespace Certify.Machine;

/// <summary>
/// The layout of a struct as .NET lays it out here: real offsets in managed memory, not those of marshalling
/// (where a bool has four bytes).
/// </summary>
public static class PortLayout
{
    private const int DepthMax = 16;

    private static readonly MethodInfo s_sizeOf =
        typeof(Unsafe).GetMethod(nameof(Unsafe.SizeOf)) ?? throw new MissingMethodException(nameof(Unsafe.SizeOf));

    private static readonly MethodInfo s_bytesOf =
        typeof(PortLayout).GetMethod(nameof(BytesOf), BindingFlags.Static | BindingFlags.NonPublic) ?? throw new MissingMethodException(nameof(BytesOf));

    /// <summary>Gives a struct's layout as leaf fields.</summary>
    /// <exception cref="GuestMismatchException">
    /// The type is no struct of primitive fields and such structs, or its size is not that of the sequential rule.
    /// </exception>
    public static TypeLayout Of(Type type)
    {
        if (!type.IsValueType || type.IsPrimitive || type.IsEnum)
            throw new GuestMismatchException($"'{type}' is no struct; a port's message is a struct of sequential layout");
        var fields = new List<LayoutField>();
        Flatten(type, "", 0, 0, fields);
        var layout = TypeLayout.FromFields(fields);
        var actual = SizeOf(type);
        if (actual != layout.Bytes)
        {
            throw new GuestMismatchException(
                $"'{type}' has {actual} bytes; its fields alone need {layout.Bytes}: ports take no Pack, Size or explicit layout");
        }
        return layout;
    }

    /// <summary>Bytes of a struct in managed memory.</summary>
    public static int SizeOf(Type type) => (int)s_sizeOf.MakeGenericMethod(type).Invoke(null, null)!;

    private static void Flatten(Type type, string path, int offset, int depth, List<LayoutField> into)
    {
        if (depth > DepthMax) throw new GuestMismatchException($"'{path}' nests deeper than {DepthMax}");
        if (!type.IsLayoutSequential) throw new GuestMismatchException($"'{type}' has no sequential layout");
        foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            var name = path + field.Name;
            var kind = KindOf(field.FieldType);
            if (kind is null && (field.IsDefined(typeof(FixedBufferAttribute)) || !IsPlainStruct(field.FieldType)))
                throw new GuestMismatchException($"field '{name}' of '{field.FieldType}' is nothing a port carries: primitives, enums and structs of them");
            var at = offset + OffsetOf(type, field);
            if (kind is { } leaf) into.Add(new(name, at, leaf));
            else Flatten(field.FieldType, name + ".", at, depth + 1, into);
        }
    }

    private static bool IsPlainStruct(Type type) =>
        type.IsValueType && Type.GetTypeCode(type) == TypeCode.Object && !type.IsPrimitive && !type.IsDefined(typeof(InlineArrayAttribute));

    private static FieldKind? KindOf(Type type) => type.IsEnum
        ? KindOf(Enum.GetUnderlyingType(type))
        : Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => FieldKind.Bool,
            TypeCode.SByte => FieldKind.I8,
            TypeCode.Byte => FieldKind.U8,
            TypeCode.Int16 => FieldKind.I16,
            TypeCode.UInt16 => FieldKind.U16,
            TypeCode.Char => FieldKind.Char,
            TypeCode.Int32 => FieldKind.I32,
            TypeCode.UInt32 => FieldKind.U32,
            TypeCode.Int64 => FieldKind.I64,
            TypeCode.UInt64 => FieldKind.U64,
            TypeCode.Single => FieldKind.F32,
            TypeCode.Double => FieldKind.F64,
            _ when type == typeof(nint) => FieldKind.I64,
            _ when type == typeof(nuint) => FieldKind.U64,
            _ => null,
        };

    /// <summary>Distance from a struct's start to a field: where the bytes of a value lie in which only the field is not zero.</summary>
    private static int OffsetOf(Type type, FieldInfo field)
    {
        if (Marked(field.FieldType, 0) is not { } mark) return 0; // nothing lies in an empty struct
        var boxed = RuntimeHelpers.GetUninitializedObject(type);
        field.SetValue(boxed, mark.Value);
        var bytes = (byte[])s_bytesOf.MakeGenericMethod(type).Invoke(null, [boxed])!;
        return bytes.AsSpan().IndexOfAnyExcept((byte)0) - mark.Offset;
    }

    /// <summary>A value with one byte that is not zero, and where that byte lies; null for a struct without fields.</summary>
    private static (object Value, int Offset)? Marked(Type type, int depth)
    {
        if (KindOf(type) is { } kind) return (One(type, kind), 0);
        if (depth > DepthMax || !IsPlainStruct(type)) return null;
        foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            if (Marked(field.FieldType, depth + 1) is not { } inner) continue;
            var boxed = RuntimeHelpers.GetUninitializedObject(type);
            field.SetValue(boxed, inner.Value);
            return (boxed, OffsetOf(type, field) + inner.Offset);
        }

        return null;
    }

    /// <summary>The value whose only byte that is not zero is its lowest, which this machine stores first.</summary>
    private static object One(Type type, FieldKind kind) => type switch
    {
        { IsEnum: true } => Enum.ToObject(type, 1),
        _ when type == typeof(nint) => (nint)1,
        _ when type == typeof(nuint) => (nuint)1,
        _ => kind switch
        {
            FieldKind.F32 => BitConverter.Int32BitsToSingle(1),
            FieldKind.F64 => BitConverter.Int64BitsToDouble(1),
            FieldKind.Bool => true,
            _ => Convert.ChangeType((byte)1, type, CultureInfo.InvariantCulture),
        },
    };

    private static byte[] BytesOf<T>(object boxed)
        where T : struct
    {
        var bytes = new byte[Unsafe.SizeOf<T>()];
        Unsafe.WriteUnaligned(ref bytes[0], (T)boxed);
        return bytes;
    }
}
