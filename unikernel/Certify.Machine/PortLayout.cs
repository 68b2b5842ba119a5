using System.Reflection;
using System.Reflection.Emit;
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
            var at = offset + OffsetOf(type, field);
            if (KindOf(field.FieldType) is { } kind) into.Add(new(name, at, kind));
            else if (field.IsDefined(typeof(FixedBufferAttribute)) || !IsPlainStruct(field.FieldType))
                throw new GuestMismatchException($"field '{name}' of '{field.FieldType}' is nothing a port carries: primitives, enums and structs of them");
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

    /// <summary>Distance from a struct's start to a field, measured on a value by a method made for it.</summary>
    private static int OffsetOf(Type type, FieldInfo field)
    {
        var method = new DynamicMethod("Offset", typeof(int), [], typeof(PortLayout).Module, skipVisibility: true);
        var code = method.GetILGenerator();
        code.DeclareLocal(type);
        code.Emit(OpCodes.Ldloca_S, (byte)0);
        code.Emit(OpCodes.Ldflda, field);
        code.Emit(OpCodes.Conv_U);
        code.Emit(OpCodes.Ldloca_S, (byte)0);
        code.Emit(OpCodes.Conv_U);
        code.Emit(OpCodes.Sub);
        code.Emit(OpCodes.Conv_I4);
        code.Emit(OpCodes.Ret);
        return method.CreateDelegate<Func<int>>()();
    }
}
