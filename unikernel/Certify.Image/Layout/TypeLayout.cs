using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Certify.Image.Layout;

/// <summary>The primitive kinds that a port message is made of.</summary>
public enum FieldKind
{
    /// <summary>One byte, 0 or 1.</summary>
    Bool,
    /// <summary>Signed 8 bits.</summary>
    I8,
    /// <summary>Unsigned 8 bits.</summary>
    U8,
    /// <summary>Signed 16 bits.</summary>
    I16,
    /// <summary>Unsigned 16 bits.</summary>
    U16,
    /// <summary>UTF-16 unit.</summary>
    Char,
    /// <summary>Signed 32 bits.</summary>
    I32,
    /// <summary>Unsigned 32 bits.</summary>
    U32,
    /// <summary>Signed 64 bits, or a native integer.</summary>
    I64,
    /// <summary>Unsigned 64 bits, or a native integer.</summary>
    U64,
    /// <summary>IEEE 754 single.</summary>
    F32,
    /// <summary>IEEE 754 double.</summary>
    F64,
}

/// <summary>A leaf field: dotted path, offset from the start of the message, kind (enums by their underlying type).</summary>
public sealed record LayoutField(string Path, int Offset, FieldKind Kind)
{
    /// <summary>Bytes of the field.</summary>
    public int Bytes => Kind switch
    {
        FieldKind.Bool or FieldKind.I8 or FieldKind.U8 => 1,
        FieldKind.I16 or FieldKind.U16 or FieldKind.Char => 2,
        FieldKind.I32 or FieldKind.U32 or FieldKind.F32 => 4,
        _ => 8,
    };
}

/// <summary>The layout of a struct as leaf fields by offset. Equal texts mean equal meaning of every byte.</summary>
public sealed class TypeLayout : IEquatable<TypeLayout>
{
    private TypeLayout(IReadOnlyList<LayoutField> fields, int bytes)
    {
        Fields = fields;
        Bytes = bytes;
        Text = Write();
    }

    /// <summary>Leaf fields by offset.</summary>
    public IReadOnlyList<LayoutField> Fields { get; }

    /// <summary>Size of the struct under the sequential rule; an empty struct has 1 byte.</summary>
    public int Bytes { get; }

    /// <summary>Canonical text: "size N", then one line "offset bytes kind path" per field; lines end in "\n".</summary>
    public string Text { get; }

    /// <summary>SHA-256 of <see cref="Text"/> in lower-case hex.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>Makes a layout; its size is the last end rounded up to the greatest alignment.</summary>
    public static TypeLayout FromFields(IEnumerable<LayoutField> fields)
    {
        var ordered = fields.OrderBy(f => f.Offset).ThenBy(f => f.Path, StringComparer.Ordinal).ToArray();
        if (ordered.Length == 0) return new(ordered, 1);
        var alignment = ordered.Max(f => f.Bytes);
        var end = ordered.Max(f => (long)f.Offset + f.Bytes);
        return new(ordered, (int)Math.Min(int.MaxValue, (end + alignment - 1) / alignment * alignment));
    }

    /// <inheritdoc/>
    public bool Equals(TypeLayout? other) => other is not null && string.Equals(Text, other.Text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TypeLayout);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    private string Write()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"size {Bytes}\n");
        foreach (var field in Fields)
            text.Append(CultureInfo.InvariantCulture, $"{field.Offset} {field.Bytes} {field.Kind.ToString().ToLowerInvariant()} {field.Path}\n");
        return text.ToString();
    }
}
