using System.Buffers.Binary;
using System.Globalization;

namespace Certify.Testing;

/// <summary>What the bits of a leaf field mean.</summary>
internal enum FieldKind
{
    Bool,
    Signed,
    Unsigned,
    Single,
    Double,
}

/// <summary>A primitive field somewhere in a port message.</summary>
/// <param name="Path">Its name with those of the structs around it, for example "Sensor.Ias".</param>
/// <param name="Offset">Bytes from the message's start.</param>
/// <param name="Bytes">1, 2, 4 or 8.</param>
/// <param name="Kind">Meaning.</param>
/// <param name="Type">The primitive or enum type.</param>
internal sealed record FrameField(string Path, int Offset, int Bytes, FieldKind Kind, Type Type)
{
    public bool IsReal => Kind is FieldKind.Single or FieldKind.Double;

    public Int128 ReadInteger(ReadOnlySpan<byte> frame)
    {
        ReadOnlySpan<byte> at = frame.Slice(Offset, Bytes);
        bool signed = Kind == FieldKind.Signed;
        return Bytes switch
        {
            1 => signed ? (sbyte)at[0] : at[0],
            2 => signed ? BinaryPrimitives.ReadInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16LittleEndian(at),
            4 => signed ? BinaryPrimitives.ReadInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32LittleEndian(at),
            _ => signed ? BinaryPrimitives.ReadInt64LittleEndian(at) : BinaryPrimitives.ReadUInt64LittleEndian(at),
        };
    }

    public void WriteInteger(Span<byte> frame, Int128 value)
    {
        Span<byte> all = stackalloc byte[16];
        BinaryPrimitives.WriteInt128LittleEndian(all, value);
        all[..Bytes].CopyTo(frame.Slice(Offset, Bytes));
    }

    public double ReadReal(ReadOnlySpan<byte> frame) => Kind == FieldKind.Single
        ? BinaryPrimitives.ReadSingleLittleEndian(frame.Slice(Offset, 4))
        : BinaryPrimitives.ReadDoubleLittleEndian(frame.Slice(Offset, 8));

    public void WriteReal(Span<byte> frame, double value)
    {
        if (Kind == FieldKind.Single) BinaryPrimitives.WriteSingleLittleEndian(frame.Slice(Offset, 4), (float)value);
        else BinaryPrimitives.WriteDoubleLittleEndian(frame.Slice(Offset, 8), value);
    }

    /// <summary>The field's value as a person writes it; NaNs with their bits.</summary>
    public string Format(ReadOnlySpan<byte> frame)
    {
        if (Kind == FieldKind.Bool) return frame[Offset] switch { 0 => "false", 1 => "true", var b => $"bool 0x{b:x2}" };
        if (Kind == FieldKind.Single)
        {
            float value = BinaryPrimitives.ReadSingleLittleEndian(frame.Slice(Offset, 4));
            return float.IsNaN(value)
                ? $"NaN 0x{BitConverter.SingleToUInt32Bits(value):x8}"
                : value.ToString("R", CultureInfo.InvariantCulture);
        }

        if (Kind == FieldKind.Double)
        {
            double value = ReadReal(frame);
            return double.IsNaN(value)
                ? $"NaN 0x{BitConverter.DoubleToUInt64Bits(value):x16}"
                : value.ToString("R", CultureInfo.InvariantCulture);
        }

        Int128 number = ReadInteger(frame);
        string digits = number.ToString(CultureInfo.InvariantCulture);
        if (!Type.IsEnum) return digits;
        object underlying = Convert.ChangeType(
            Kind == FieldKind.Signed ? (object)(long)number : (ulong)number,
            Enum.GetUnderlyingType(Type), CultureInfo.InvariantCulture);
        return Enum.GetName(Type, underlying) ?? digits;
    }
}
