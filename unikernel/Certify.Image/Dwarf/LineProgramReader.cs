namespace Certify.Image.Dwarf;

/// <summary>The sections a line program needs.</summary>
internal sealed record LineSections(
    ReadOnlyMemory<byte> Lines, ReadOnlyMemory<byte> Strings, ReadOnlyMemory<byte> LineStrings, string Name,
    IReadOnlyDictionary<ulong, string> UnitFolders);

/// <summary>Runs the line programs of all units. **Source:** DWARF 5, section 6.2; DWARF 4 for the older header.</summary>
internal static class LineProgramReader
{
    private const int RowsMax = 4_000_000;

    public static List<LineRow> ReadAll(LineSections sections)
    {
        var rows = new List<LineRow>();
        ulong at = 0;
        while (at < (ulong)sections.Lines.Length)
        {
            var cursor = new ByteCursor(sections.Lines.Span, $"{sections.Name}: .debug_line", at);
            var length = (ulong)cursor.U32();
            if (length >= 0xFFFFFFF0) throw cursor.Error("64-bit DWARF is not supported");
            var start = (ulong)cursor.Position;
            cursor.Skip(length);
            var folder = sections.UnitFolders.GetValueOrDefault(at, "");
            at = (ulong)cursor.Position;
            ReadUnit(sections, folder, (int)start, (int)at, rows);
        }
        return rows;
    }

    private static void ReadUnit(LineSections sections, string folder, int start, int end, List<LineRow> rows)
    {
        var cursor = new ByteCursor(sections.Lines.Span[..end], $"{sections.Name}: .debug_line", (ulong)start);
        var version = cursor.U16();
        if (version is < 2 or > 5) throw cursor.Error($"line table version {version} is not supported (2 to 5 are)");
        if (version >= 5) cursor.Skip(2);
        var headerBytes = (ulong)cursor.U32();
        var program = (ulong)cursor.Position + headerBytes;
        var minimum = cursor.U8();
        if (version >= 4) cursor.Skip(1);
        var isStatement = cursor.U8() != 0;
        var (lineBase, lineRange, opcodeBase) = ((sbyte)cursor.U8(), cursor.U8(), cursor.U8());
        if (opcodeBase == 0) throw cursor.Error("line table without opcodes");
        var lengths = cursor.Take((ulong)(opcodeBase - 1)).ToArray();
        var files = version >= 5 ? LineFiles.Read5(ref cursor, sections) : LineFiles.Read4(ref cursor, folder);
        cursor.Seek(program);
        new LineMachine(files, minimum, isStatement, lineBase, lineRange, opcodeBase, lengths).Run(ref cursor, rows);
        if (rows.Count > RowsMax) throw cursor.Error($"more than {RowsMax} rows");
    }
}
