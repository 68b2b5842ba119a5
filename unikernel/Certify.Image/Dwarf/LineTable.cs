using Certify.Image.Elf;

namespace Certify.Image.Dwarf;

/// <summary>The address-to-line table of an image, of all its units.</summary>
public sealed class LineTable
{
    private readonly LineRow[] _rows;

    private LineTable(LineRow[] rows) => _rows = rows;

    /// <summary>Rows by address. Ends of sequences are left out: bound a look-up by the function instead.</summary>
    public IReadOnlyList<LineRow> Rows => _rows;

    /// <summary>Reads the line table (DWARF 2 to 5); empty when the image has none.</summary>
    /// <param name="elf">The image.</param>
    /// <param name="info">Its debug information, which names the units' folders.</param>
    /// <exception cref="ImageFormatException">The section is damaged or of another version.</exception>
    public static LineTable Read(ElfFile elf, DebugInfo info)
    {
        var rows = LineProgramReader.ReadAll(new(
            elf.BytesOf(".debug_line"), elf.BytesOf(".debug_str"), elf.BytesOf(".debug_line_str"), elf.Name, info.UnitFolders));
        // Rows at address 0 belong to code the linker left out.
        var kept = rows.Where(r => r.Address != 0).ToArray();
        var order = Enumerable.Range(0, kept.Length).ToArray();
        Array.Sort(order, (a, b) => kept[a].Address != kept[b].Address
            ? kept[a].Address.CompareTo(kept[b].Address)
            : a.CompareTo(b));
        return new([.. order.Select(i => kept[i])]);
    }

    /// <summary>
    /// The row that explains an address of the function [start, end): the last one at or before it, else the
    /// function's first (its prologue has no row of its own); null when the function has none.
    /// </summary>
    public LineRow? Find(ulong address, ulong start, ulong end)
    {
        LineRow? best = null;
        for (var i = FirstAtOrAfter(start); i < _rows.Length && _rows[i].Address < end; i++)
        {
            var row = _rows[i];
            if (row.Line == 0) continue;
            if (row.Address > address && best is not null) break;
            best = row;
            if (row.Address > address) break;
        }
        return best;
    }

    /// <summary>Rows with an address in [start, end).</summary>
    public IEnumerable<LineRow> Within(ulong start, ulong end)
    {
        for (var i = FirstAtOrAfter(start); i < _rows.Length && _rows[i].Address < end; i++) yield return _rows[i];
    }

    private int FirstAtOrAfter(ulong address)
    {
        var (low, high) = (0, _rows.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_rows[middle].Address < address) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
