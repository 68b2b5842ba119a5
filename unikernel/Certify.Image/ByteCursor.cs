using System.Buffers.Binary;
using System.Text;

namespace Certify.Image;

/// <summary>Reads little-endian values in order from bytes nobody has vouched for: every step is bounds-checked.</summary>
internal ref struct ByteCursor
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly string _what;

    public ByteCursor(ReadOnlySpan<byte> bytes, string what, ulong position = 0)
    {
        _bytes = bytes;
        _what = what;
        Seek(position);
    }

    public int Position { get; private set; }

    public readonly int Left => _bytes.Length - Position;

    public readonly bool AtEnd => Position >= _bytes.Length;

    public void Seek(ulong position)
    {
        if (position > (ulong)_bytes.Length)
            throw Error($"offset 0x{position:x} lies behind its end (0x{_bytes.Length:x} bytes)");
        Position = (int)position;
    }

    public ReadOnlySpan<byte> Take(ulong count)
    {
        if (count > (ulong)Left)
            throw Error($"truncated at offset 0x{Position:x}: {count} bytes needed, {Left} left");
        var taken = _bytes.Slice(Position, (int)count);
        Position += (int)count;
        return taken;
    }

    public void Skip(ulong count) => Take(count);

    public byte U8() => Take(1)[0];

    public ushort U16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    public uint U32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    public ulong U64() => BinaryPrimitives.ReadUInt64LittleEndian(Take(8));

    /// <summary>An unsigned value of 1, 2, 4 or 8 bytes.</summary>
    public ulong Unsigned(int size) => size switch
    {
        1 => U8(),
        2 => U16(),
        4 => U32(),
        8 => U64(),
        _ => throw Error($"a value of {size} bytes at offset 0x{Position:x} is not supported"),
    };

    public ulong Uleb()
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = U8();
            if (shift < 64) value |= (ulong)(part & 0x7F) << shift;
            if ((part & 0x80) == 0) return value;
        }
    }

    public long Sleb()
    {
        long value = 0;
        var shift = 0;
        byte part;
        do
        {
            part = U8();
            if (shift < 64) value |= (long)(part & 0x7F) << shift;
            shift += 7;
        }
        while ((part & 0x80) != 0);
        return shift < 64 && (part & 0x40) != 0 ? value | (-1L << shift) : value;
    }

    /// <summary>A text that ends in a zero byte.</summary>
    public string Text()
    {
        var length = _bytes[Position..].IndexOf((byte)0);
        if (length < 0) throw Error($"a name at offset 0x{Position:x} does not end");
        var text = Encoding.UTF8.GetString(_bytes.Slice(Position, length));
        Position += length + 1;
        return text;
    }

    public readonly ImageFormatException Error(string reason) => new($"{_what}: {reason}");
}
