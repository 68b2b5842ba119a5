namespace Certify.Image.Dwarf;

/// <summary>Reads the records of .eh_frame.</summary>
internal sealed class FrameReader(ReadOnlyMemory<byte> section, ulong address, string name)
{
    private sealed record Common(byte[] Program, ulong CodeFactor, long DataFactor, byte PointerEncoding, bool HasAugmentation);

    private readonly Dictionary<int, Common> _common = [];

    public List<FrameEntry> Read()
    {
        var found = new List<FrameEntry>();
        ulong at = 0;
        while (at + 4 <= (ulong)section.Length)
        {
            var cursor = new ByteCursor(section.Span, name, at);
            var length = (ulong)cursor.U32();
            if (length == 0) break;
            if (length == 0xFFFFFFFF) throw cursor.Error("64-bit records are not supported");
            var body = cursor.Position;
            cursor.Skip(length);
            var end = cursor.Position;
            var record = new ByteCursor(section.Span[..end], name, (ulong)body);
            var id = record.U32();
            if (id == 0) _common[(int)at] = ReadCommon(ref record);
            else if (ReadEntry(ref record, body - (long)id) is { } entry) found.Add(entry);
            at = (ulong)end;
        }
        return found;
    }

    private static Common ReadCommon(ref ByteCursor cursor)
    {
        var version = cursor.U8();
        if (version is not (1 or 3)) throw cursor.Error($"record version {version} is not supported");
        var augmentation = cursor.Text();
        var (code, data) = (cursor.Uleb(), cursor.Sleb());
        cursor.Uleb();
        byte encoding = 0;
        var known = augmentation.StartsWith('z');
        if (known)
        {
            var length = cursor.Uleb();
            var start = (ulong)cursor.Position;
            foreach (var letter in augmentation.AsSpan(1))
            {
                if (letter == 'R') encoding = cursor.U8();
                else if (letter == 'L') cursor.U8();
                else break;
            }
            cursor.Seek(start + Math.Min(length, int.MaxValue));
        }
        return new(cursor.Take((ulong)cursor.Left).ToArray(), code, data, encoding, known);
    }

    private FrameEntry? ReadEntry(ref ByteCursor cursor, long commonAt)
    {
        if (commonAt is < 0 or > int.MaxValue || !_common.TryGetValue((int)commonAt, out var common))
            throw cursor.Error($"a record at 0x{cursor.Position:x} names no common record");
        var start = Pointer(ref cursor, common.PointerEncoding);
        var length = Pointer(ref cursor, (byte)(common.PointerEncoding & 0x0F));
        if (common.HasAugmentation) cursor.Skip(cursor.Uleb());
        var program = cursor.Take((ulong)cursor.Left).ToArray();
        if (start is null || length is null || length > ulong.MaxValue - start) return null;
        return new(
            start.Value, start.Value + length.Value, common.Program, program, common.CodeFactor, common.DataFactor);
    }

    private ulong? Pointer(ref ByteCursor cursor, byte encoding)
    {
        var place = address + (ulong)cursor.Position;
        ulong value = (encoding & 0x0F) switch
        {
            0x00 or 0x04 or 0x0C => cursor.U64(),
            0x01 => cursor.Uleb(),
            0x02 => cursor.U16(),
            0x03 => cursor.U32(),
            0x09 => (ulong)cursor.Sleb(),
            0x0A => (ulong)(short)cursor.U16(),
            0x0B => (ulong)(int)cursor.U32(),
            _ => throw cursor.Error($"pointer encoding 0x{encoding:x} is not supported"),
        };
        return (encoding & 0xF0) switch
        {
            0x00 => value,
            0x10 => place + value,
            _ => null,
        };
    }
}
