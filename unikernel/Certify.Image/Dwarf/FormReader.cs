namespace Certify.Image.Dwarf;

/// <summary>Reads attribute values of one unit and keeps those that <see cref="Die"/> has a place for.</summary>
internal sealed class FormReader(
    int unit, int version, int addressBytes, ReadOnlyMemory<byte> strings, ReadOnlyMemory<byte> lineStrings, string name)
{
    public const ulong ImplicitConstant = 0x21;

    private readonly Dictionary<uint, string> _strings = [];

    public void Read(ref ByteCursor cursor, AttributeShape shape, Die die)
    {
        var form = shape.Form;
        for (var i = 0; form == 0x16; i++)
        {
            form = cursor.Uleb();
            if (i > 4) throw cursor.Error("indirect forms without an end");
        }
        var value = ReadValue(ref cursor, form, shape.Constant);
        Keep(die, shape.Attribute, form, value);
    }

    private readonly record struct Value(ulong Number, string? Text, byte[]? Block);

    private Value ReadValue(ref ByteCursor cursor, ulong form, long constant) => form switch
    {
        0x01 => Number(cursor.Unsigned(addressBytes)),
        0x0B or 0x0C or 0x11 or 0x25 or 0x29 => Number(cursor.U8()),
        0x05 or 0x12 or 0x26 or 0x2A => Number(cursor.U16()),
        0x27 or 0x2B => Number(cursor.Take(3)[0]),
        0x06 or 0x13 or 0x17 or 0x28 or 0x2C => Number(cursor.U32()),
        0x07 or 0x14 or 0x20 => Number(cursor.U64()),
        0x10 => Number(version == 2 ? cursor.Unsigned(addressBytes) : cursor.U32()),
        0x0D => Number((ulong)cursor.Sleb()),
        0x0F or 0x15 or 0x1A or 0x1B or 0x22 or 0x23 => Number(cursor.Uleb()),
        0x19 => Number(1),
        ImplicitConstant => Number((ulong)constant),
        0x08 => new(0, cursor.Text(), null),
        0x0E => new(0, Text(strings, cursor.U32(), ".debug_str"), null),
        0x1F => new(0, Text(lineStrings, cursor.U32(), ".debug_line_str"), null),
        0x0A => Block(ref cursor, cursor.U8()),
        0x03 => Block(ref cursor, cursor.U16()),
        0x04 => Block(ref cursor, cursor.U32()),
        0x09 or 0x18 => Block(ref cursor, cursor.Uleb()),
        0x1E => Block(ref cursor, 16),
        _ => throw cursor.Error($"attribute form 0x{form:x} is not supported"),
    };

    private static Value Number(ulong value) => new(value, null, null);

    private static Value Block(ref ByteCursor cursor, ulong length) => new(0, null, cursor.Take(length).ToArray());

    private string Text(ReadOnlyMemory<byte> section, uint offset, string what)
    {
        if (what == ".debug_str" && _strings.TryGetValue(offset, out var known)) return known;
        var text = new ByteCursor(section.Span, $"{name}: {what}", offset).Text();
        if (what == ".debug_str") _strings[offset] = text;
        return text;
    }

    private void Keep(Die die, ulong attribute, ulong form, Value value)
    {
        switch (attribute)
        {
            case 0x03: die.Name = value.Text; break;
            case 0x6E or 0x2007: die.LinkageName = value.Text; break;
            case 0x49: die.Type = Reference(form, value); break;
            case 0x47: die.Specification = Reference(form, value); break;
            case 0x0B: die.ByteSize = value.Number; break;
            case 0x38: die.MemberOffset = value.Block is null ? value.Number : null; break;
            case 0x3E: die.Encoding = value.Number; break;
            case 0x11: die.LowPc = value.Number; break;
            case 0x12:
                die.HighPc = value.Number;
                die.HighPcIsLength = form != 0x01;
                break;
            case 0x3C: die.IsDeclaration = value.Number != 0; break;
            case 0x02: die.Location = value.Block; break;
            case 0x10: die.LineProgram = value.Number; break;
            case 0x1B: die.Folder = value.Text; break;
            default: break;
        }
    }

    /// <summary>Offset of the referenced entry in the section, or -1 for kinds that point elsewhere.</summary>
    private long Reference(ulong form, Value value) => form switch
    {
        0x11 or 0x12 or 0x13 or 0x14 or 0x15 when value.Number <= int.MaxValue => unit + (long)value.Number,
        0x10 when value.Number <= int.MaxValue => (long)value.Number,
        _ => -1,
    };
}
