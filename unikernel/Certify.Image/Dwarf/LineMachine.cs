namespace Certify.Image.Dwarf;

/// <summary>The state machine of one line program.</summary>
internal sealed class LineMachine(
    IReadOnlyList<string> files, byte minimum, bool defaultStatement, sbyte lineBase, byte lineRange, byte opcodeBase, byte[] lengths)
{
    private ulong _address;
    private ulong _file = 1;
    private int _line = 1;
    private readonly bool _defaultStatement = defaultStatement;
    private bool _isStatement = defaultStatement;
    private bool _owesFirstRow;
    private int _firstLine;

    public void Run(ref ByteCursor cursor, List<LineRow> rows)
    {
        while (!cursor.AtEnd)
        {
            var opcode = cursor.U8();
            if (opcode >= opcodeBase) Special(opcode, ref cursor, rows);
            else if (opcode == 0) Extended(ref cursor);
            else Standard(opcode, ref cursor, rows);
        }
    }

    private void Special(byte opcode, ref ByteCursor cursor, List<LineRow> rows)
    {
        var (addresses, lines) = Steps(opcode, ref cursor);
        Advance(addresses, rows);
        _line = unchecked(_line + lines);
        Emit(rows);
    }

    /// <summary>
    /// Moves on. ILC 10.0.14 sets up the first row of a sequence and moves on without emitting it, which would
    /// leave the first statement of its first function without a line: it is emitted here, with the line that
    /// the program had set first.
    /// </summary>
    private void Advance(ulong addresses, List<LineRow> rows)
    {
        if (_owesFirstRow && addresses > 0 && _firstLine > 0)
        {
            var line = _line;
            _line = _firstLine;
            Emit(rows);
            _line = line;
        }
        _address += addresses;
    }

    private void AdvanceLine(long lines)
    {
        _line = unchecked(_line + (int)lines);
        if (_owesFirstRow && _firstLine == 0) _firstLine = _line;
    }

    private (ulong Addresses, int Lines) Steps(byte opcode, ref ByteCursor cursor)
    {
        if (lineRange == 0) throw cursor.Error("line table with line range 0");
        var adjusted = opcode - opcodeBase;
        return ((ulong)(adjusted / lineRange) * minimum, lineBase + adjusted % lineRange);
    }

    private void Extended(ref ByteCursor cursor)
    {
        var length = cursor.Uleb();
        if (length == 0) return;
        var body = cursor.Take(length);
        switch (body[0])
        {
            case 1:
                Reset();
                break;
            case 2:
                var operand = new ByteCursor(body[1..], "line table address");
                _address = operand.Unsigned(operand.Left);
                _owesFirstRow = true;
                _firstLine = 0;
                break;
            default:
                break; // define_file, discriminator and vendor opcodes do not move the row
        }
    }

    private void Reset()
    {
        _address = 0;
        _file = 1;
        _line = 1;
        _isStatement = _defaultStatement;
    }

    private void Standard(byte opcode, ref ByteCursor cursor, List<LineRow> rows)
    {
        switch (opcode)
        {
            case 1: Emit(rows); break;
            case 2: Advance(cursor.Uleb() * minimum, rows); break;
            case 3: AdvanceLine(cursor.Sleb()); break;
            case 4: _file = cursor.Uleb(); break;
            case 6: _isStatement = !_isStatement; break;
            case 8: Advance(Steps(255, ref cursor).Addresses, rows); break;
            case 9: Advance(cursor.U16(), rows); break;
            default:
                for (var i = 0; i < lengths[opcode - 1]; i++) cursor.Uleb();
                break;
        }
    }

    private void Emit(List<LineRow> rows)
    {
        _owesFirstRow = false;
        var file = _file < (ulong)files.Count ? files[(int)_file] : "";
        rows.Add(new(_address, file, Math.Max(0, _line), _isStatement));
    }
}
