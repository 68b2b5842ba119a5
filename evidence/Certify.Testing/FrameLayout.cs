using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Certify.Testing;

/// <summary>
/// The bytes of a port message or state: leaf fields with offsets, as sequential layout gives them. Having
/// one proves that the type is an unmanaged struct of primitive fields whose size this model explains.
/// </summary>
internal sealed class FrameLayout
{
    private readonly int[] _padding;

    private FrameLayout(Type type, int bytes, List<FrameField> fields)
    {
        Type = type;
        Bytes = bytes;
        Fields = fields;
        var used = new bool[bytes];
        foreach (FrameField field in fields) used.AsSpan(field.Offset, field.Bytes).Fill(true);
        _padding = [.. Enumerable.Range(0, bytes).Where(i => !used[i])];
    }

    public Type Type { get; }

    /// <summary>Size of one message.</summary>
    public int Bytes { get; }

    /// <summary>Leaf fields by offset.</summary>
    public IReadOnlyList<FrameField> Fields { get; }

    /// <summary>Reads the layout of a struct.</summary>
    /// <exception cref="ArgumentException">A field cannot cross to the image; the message names it.</exception>
    public static FrameLayout Of(Type type)
    {
        var fields = new List<FrameField>();
        (int size, _) = Walk(type, "", 0, fields);
        int actual = RuntimeHelpers.SizeOf(type.TypeHandle);
        if (size != actual)
        {
            throw new ArgumentException(
                $"'{type}' has {actual} bytes where its fields explain {size}; hint: sequential layout of primitive fields only");
        }

        return new FrameLayout(type, size, fields);
    }

    /// <summary>Zeroes the bytes between fields, which carry nothing and may hold anything.</summary>
    public void ClearPadding(Span<byte> frames)
    {
        if (_padding.Length == 0) return;
        for (int at = 0; at < frames.Length; at += Bytes)
        {
            foreach (int offset in _padding) frames[at + offset] = 0;
        }
    }

    /// <summary>Appends one line per leaf field: path, offset, size, kind.</summary>
    public void Describe(StringBuilder text, string name)
    {
        text.Append($"{name} {Bytes}\n");
        foreach (FrameField field in Fields)
        {
            text.Append($"  {field.Path} @{field.Offset} {field.Kind} {field.Bytes}\n");
        }
    }

    private static (int Size, int Alignment) Walk(Type type, string path, int offset, List<FrameField> into)
    {
        if (type.IsEnum || type.IsPrimitive) return Leaf(type, path, offset, into);
        if (!type.IsValueType || !type.IsLayoutSequential)
        {
            throw new ArgumentException(
                $"'{path}' of type '{type}' cannot cross to the image; hint: primitive fields and sequential structs only");
        }

        int pack = type.StructLayoutAttribute!.Pack is var p and > 0 ? p : 8;
        FieldInfo[] fields = [.. type
            .GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .OrderBy(f => f.MetadataToken)];
        int repeat = type.GetCustomAttribute<InlineArrayAttribute>()?.Length ?? 1;
        int at = 0, alignment = 1;
        for (int copy = 0; copy < repeat; copy++)
        {
            foreach (FieldInfo field in fields)
            {
                string name = repeat > 1 ? $"{path}[{copy}]" : path.Length == 0 ? field.Name : $"{path}.{field.Name}";
                (at, int own) = Place(field, Readable(name), offset, at, pack, into);
                alignment = Math.Max(alignment, own);
            }
        }

        return (Math.Max(Align(Math.Max(at, 1), alignment), type.StructLayoutAttribute.Size), alignment);
    }

    private static (int End, int Alignment) Place(
        FieldInfo field, string name, int offset, int at, int pack, List<FrameField> into)
    {
        var buffer = field.GetCustomAttribute<FixedBufferAttribute>();
        Type type = buffer?.ElementType ?? field.FieldType;
        (int size, int natural) = Walk(type, name, 0, []);
        int alignment = Math.Min(natural, pack);
        at = Align(at, alignment);
        for (int i = 0; i < (buffer?.Length ?? 1); i++)
        {
            Walk(type, buffer is null ? name : $"{name}[{i}]", offset + at, into);
            at += size;
        }

        return (at, alignment);
    }

    private static (int, int) Leaf(Type type, string path, int offset, List<FrameField> into)
    {
        Type primitive = type.IsEnum ? Enum.GetUnderlyingType(type) : type;
        int bytes = RuntimeHelpers.SizeOf(primitive.TypeHandle);
        FieldKind kind = Type.GetTypeCode(primitive) switch
        {
            TypeCode.Boolean => FieldKind.Bool,
            TypeCode.Single => FieldKind.Single,
            TypeCode.Double => FieldKind.Double,
            TypeCode.SByte or TypeCode.Int16 or TypeCode.Int32 or TypeCode.Int64 => FieldKind.Signed,
            TypeCode.Byte or TypeCode.UInt16 or TypeCode.UInt32 or TypeCode.UInt64 or TypeCode.Char => FieldKind.Unsigned,
            _ => throw new ArgumentException($"'{path}' of type '{type}' cannot cross to the image; hint: use a fixed-size number"),
        };
        into.Add(new FrameField(path, offset, bytes, kind, type));
        return (bytes, bytes);
    }

    /// <summary>Gives "Name" for the compiler's "&lt;Name&gt;k__BackingField".</summary>
    private static string Readable(string path) => path.Replace("<", "").Replace(">k__BackingField", "");

    private static int Align(int value, int to) => (value + to - 1) / to * to;
}
