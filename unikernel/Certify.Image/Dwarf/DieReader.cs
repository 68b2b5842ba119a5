namespace Certify.Image.Dwarf;

/// <summary>Reads the entries of .debug_info. **Source:** DWARF 4 and 5, chapter 7.</summary>
internal sealed class DieReader(
    ReadOnlyMemory<byte> info,
    ReadOnlyMemory<byte> abbreviations,
    ReadOnlyMemory<byte> strings,
    ReadOnlyMemory<byte> lineStrings,
    string name)
{
    private const int DepthMax = 64, AttributesMax = 256;
    private readonly Dictionary<int, Die> _byOffset = [];
    private readonly Dictionary<ulong, Dictionary<ulong, Abbreviation>> _tables = [];

    public IReadOnlyDictionary<int, Die> Read()
    {
        ulong at = 0;
        while (at < (ulong)info.Length)
        {
            var cursor = new ByteCursor(info.Span, $"{name}: .debug_info", at);
            var length = (ulong)cursor.U32();
            if (length >= 0xFFFFFFF0) throw cursor.Error("64-bit DWARF is not supported");
            var body = (ulong)cursor.Position;
            cursor.Skip(length);
            ReadUnit((int)at, (int)body, cursor.Position);
            at = (ulong)cursor.Position;
        }
        return _byOffset;
    }

    private void ReadUnit(int unit, int body, int end)
    {
        var cursor = new ByteCursor(info.Span[..end], $"{name}: .debug_info", (ulong)body);
        var version = cursor.U16();
        if (version is < 2 or > 5) throw cursor.Error($"version {version} is not supported (2 to 5 are)");
        ulong table;
        int addressBytes;
        if (version >= 5)
        {
            var kind = cursor.U8();
            addressBytes = cursor.U8();
            table = cursor.U32();
            if (kind is 4 or 5) cursor.Skip(8);
            else if (kind is 2 or 6) cursor.Skip(12);
        }
        else
        {
            table = cursor.U32();
            addressBytes = cursor.U8();
        }
        ReadEntries(ref cursor, AbbreviationsAt(table), new FormReader(unit, version, addressBytes, strings, lineStrings, name));
    }

    private void ReadEntries(ref ByteCursor cursor, Dictionary<ulong, Abbreviation> table, FormReader forms)
    {
        var open = new Stack<Die>();
        while (!cursor.AtEnd)
        {
            var offset = cursor.Position;
            var code = cursor.Uleb();
            if (code == 0)
            {
                if (open.Count > 0) open.Pop();
                continue;
            }
            if (!table.TryGetValue(code, out var shape)) throw cursor.Error($"unknown abbreviation {code} at 0x{offset:x}");
            var die = new Die { Offset = offset, Tag = shape.Tag, Parent = open.Count > 0 ? open.Peek() : null };
            foreach (var attribute in shape.Attributes) forms.Read(ref cursor, attribute, die);
            die.Parent?.Children.Add(die);
            _byOffset[offset] = die;
            if (!shape.HasChildren) continue;
            if (open.Count >= DepthMax) throw cursor.Error($"entries nest deeper than {DepthMax}");
            open.Push(die);
        }
    }

    private Dictionary<ulong, Abbreviation> AbbreviationsAt(ulong offset)
    {
        if (_tables.TryGetValue(offset, out var known)) return known;
        var table = new Dictionary<ulong, Abbreviation>();
        var cursor = new ByteCursor(abbreviations.Span, $"{name}: .debug_abbrev", offset);
        for (var code = cursor.Uleb(); code != 0; code = cursor.Uleb())
        {
            var (tag, children) = (cursor.Uleb(), cursor.U8() != 0);
            var attributes = new List<AttributeShape>();
            while (true)
            {
                var (attribute, form) = (cursor.Uleb(), cursor.Uleb());
                var constant = form == FormReader.ImplicitConstant ? cursor.Sleb() : 0;
                if (attribute == 0 && form == 0) break;
                if (attributes.Count >= AttributesMax) throw cursor.Error($"more than {AttributesMax} attributes");
                attributes.Add(new(attribute, form, constant));
            }
            table[code] = new(tag, children, attributes);
        }
        return _tables[offset] = table;
    }
}

/// <summary>The shape of entries with one code.</summary>
internal sealed record Abbreviation(ulong Tag, bool HasChildren, IReadOnlyList<AttributeShape> Attributes);

/// <summary>One attribute of a shape.</summary>
internal readonly record struct AttributeShape(ulong Attribute, ulong Form, long Constant);
