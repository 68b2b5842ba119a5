using Certify.Image.Elf;

namespace Certify.Image.Tests;

public sealed class ElfFileTests
{
    // @verifies CFY-LLR-035
    [Fact]
    public void Reads_segments_with_permissions()
    {
        Assert.Equal(0x1000E0ul, Sample.Elf.Entry);
        Assert.Equal(["r-x", "rw-"], Sample.Elf.Segments.Select(s => s.Permissions));
        Assert.Equal(0x100000ul, Sample.Elf.Segments[0].Address);
    }

    [Fact]
    public void Keeps_sizes_that_the_file_gives()
    {
        var step = Sample.Elf.Symbol("Sample_Demo_Program__Step");
        Assert.Equal((0xA9ul, false, ElfSymbolKind.Function), (step.Bytes, step.SizeIsDerived, step.Kind));
    }

    [Fact]
    public void Derives_missing_sizes_from_the_next_symbol()
    {
        var table = Sample.Elf.Symbol("__type_to_metadata_map");
        Assert.Equal((3ul, true), (table.Bytes, table.SizeIsDerived));
    }

    [Fact]
    public void Derives_the_last_size_of_a_section_from_its_end()
    {
        var bss = Sample.Elf.FindSection(".bss")!;
        var last = Sample.Elf.Symbols.Last(s => s.Section == bss);
        Assert.Equal(bss.Address + bss.Bytes, last.Address + last.Bytes);
    }

    [Fact]
    public void Finds_the_function_of_an_address()
    {
        Assert.Equal("Sample_Demo_Program__Step", Sample.Elf.FunctionAt(0x100020 + 0xA8)?.Name);
        Assert.Null(Sample.Elf.FunctionAt(0x100020 + 0xA9));
        Assert.Null(Sample.Elf.FunctionAt(0));
        Assert.Null(Sample.Elf.FunctionAt(ulong.MaxValue));
    }

    [Fact]
    public void Reads_initial_memory_and_zeros_behind_the_files_bytes()
    {
        Span<byte> cookie = stackalloc byte[8];
        Assert.True(Sample.Elf.TryReadLoaded(Sample.Elf.Symbol("__security_cookie").Address, cookie));
        Assert.Equal(0x34, cookie[0]);
        Assert.True(Sample.Elf.TryReadLoaded(Sample.Elf.FindSection(".bss")!.Address, cookie));
        Assert.Equal(0, cookie[0]);
        Assert.False(Sample.Elf.TryReadLoaded(0x900000, cookie));
    }

    [Fact]
    public void Says_which_symbol_is_missing()
    {
        var e = Assert.Throws<ImageFormatException>(() => Sample.Elf.Symbol("certify_mailbox"));
        Assert.Equal("sample.elf: has no symbol 'certify_mailbox'", e.Message);
    }

    // @verifies CFY-LLR-035
    [Theory]
    [InlineData(0, "ELF header")]
    [InlineData(63, "ELF header")]
    [InlineData(100, "truncated")]
    [InlineData(9000, "end")]
    public void Rejects_truncated_files(int length, string reason)
    {
        var e = Assert.Throws<ImageFormatException>(() => ElfFile.Read(Sample.Bytes.AsMemory(0, length), "cut.elf"));
        Assert.StartsWith("cut.elf: ", e.Message, StringComparison.Ordinal);
        Assert.Contains(reason, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0, "not an ELF file")]
    [InlineData(4, 1, "not a 64-bit")]
    [InlineData(18, 3, "for machine 3")]
    public void Rejects_other_files(int offset, byte value, string reason)
    {
        var bytes = Sample.Bytes.ToArray();
        bytes[offset] = value;
        var e = Assert.Throws<ImageFormatException>(() => ElfFile.Read(bytes, "x"));
        Assert.Contains(reason, e.Message, StringComparison.Ordinal);
    }
}
