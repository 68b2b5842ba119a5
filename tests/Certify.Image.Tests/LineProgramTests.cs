using Certify.Image.Dwarf;

namespace Certify.Image.Tests;

public sealed class LineProgramTests
{
    // Special opcodes: base 13, line base -5, line range 14: opcode = (lines + 5) + 14 * addresses + 13.
    private const byte SetAddress = 9, Copy = 1, AdvancePc = 2, AdvanceLine = 3, EndSequence = 1;

    [Fact]
    public void Emits_the_row_that_ILC_sets_up_and_leaves()
    {
        var rows = Read([AdvanceLine, 32, AdvanceLine, 13, AdvancePc, 122, Copy]);
        Assert.Equal([(0x1000ul, 33), (0x107Aul, 46)], rows.Select(r => (r.Address, r.Line)));
    }

    [Fact]
    public void Adds_no_row_where_the_first_one_is_emitted()
    {
        var rows = Read([AdvanceLine, 9, Copy, 1 + 5 + 14 * 4 + 13]);
        Assert.Equal([(0x1000ul, 10), (0x1004ul, 11)], rows.Select(r => (r.Address, r.Line)));
    }

    [Fact]
    public void Joins_folders_of_the_unit_the_table_and_the_file()
    {
        Assert.Equal("/src/b.S", Read([Copy, 4, 2, Copy], "/src")[1].File);
        Assert.Equal("/src/sub/a.S", Read([Copy], "/src")[0].File);
        Assert.Equal("sub/a.S", Read([Copy])[0].File);
    }

    [Fact]
    public void Refuses_versions_it_does_not_know()
    {
        var bytes = Program([Copy]);
        bytes[4] = 6;
        var e = Assert.Throws<ImageFormatException>(() => LineProgramReader.ReadAll(Sections(bytes, "")));
        Assert.Contains("version 6", e.Message, StringComparison.Ordinal);
    }

    private static List<LineRow> Read(byte[] program, string folder = "") =>
        LineProgramReader.ReadAll(Sections(Program(program), folder));

    private static LineSections Sections(byte[] bytes, string folder) =>
        new(bytes, default, default, "test", new Dictionary<ulong, string> { [0] = folder });

    /// <summary>A version 4 unit with two files, a.S in folder "sub" and b.S in the unit's.</summary>
    private static byte[] Program(byte[] program)
    {
        byte[] tables = [.. "sub\0\0"u8, .. "a.S\0"u8, 1, 0, 0, .. "b.S\0"u8, 0, 0, 0, 0];
        byte[] header = [1, 1, 1, 0xFB, 14, 13, 0, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 1, .. tables];
        byte[] code = [0, SetAddress, 2, 0, 0x10, 0, 0, 0, 0, 0, 0, .. program, 0, 1, EndSequence];
        byte[] unit = [4, 0, (byte)header.Length, 0, 0, 0, .. header, .. code];
        return [(byte)unit.Length, 0, 0, 0, .. unit];
    }
}
