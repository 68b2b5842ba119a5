using Certify.Image.Elf;
using Certify.Image.Inventory;
using Certify.Image.Layout;

namespace Certify.Image.Tests;

/// <summary>Damaged files: the reader either reads them or throws its own exception, and ends.</summary>
public sealed class HostileFileTests
{
    [Fact]
    public void Every_truncation_is_read_or_refused()
    {
        for (var length = 0; length < Sample.Bytes.Length; length += length < 2048 ? 1 : 37) ReadAll(Sample.Bytes[..length]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Flipped_bytes_are_read_or_refused(int seed)
    {
        var random = new Random(seed);
        var read = 0;
        for (var turn = 0; turn < 400; turn++)
        {
            var bytes = Sample.Bytes.ToArray();
            for (var flips = random.Next(1, 12); flips > 0; flips--)
                bytes[Place(random)] = random.Next(4) == 0 ? (byte)0xFF : (byte)random.Next(256);
            if (ReadAll(bytes)) read++;
        }
        // Damage that is always refused would not get past the header.
        Assert.InRange(read, 40, 360);
    }

    [Theory]
    [InlineData(".debug_info")]
    [InlineData(".debug_abbrev")]
    [InlineData(".debug_line")]
    [InlineData(".debug_str")]
    [InlineData(".eh_frame")]
    [InlineData(".symtab")]
    [InlineData(".strtab")]
    public void Noise_in_a_section_is_read_or_refused(string name)
    {
        var section = Sample.Elf.FindSection(name)!;
        for (var seed = 0; seed < 60; seed++)
        {
            var bytes = Sample.Bytes.ToArray();
            var part = bytes.AsSpan((int)section.FileOffset, (int)section.Bytes);
            var start = seed % 3 == 0 ? 0 : new Random(seed).Next(part.Length);
            new Random(seed).NextBytes(part[start..]);
            ReadAll(bytes);
        }
    }

    /// <summary>Header, section table and debug sections get most of the damage.</summary>
    private static int Place(Random random)
    {
        var debug = Sample.Elf.FindSection(".eh_frame")!;
        return random.Next(3) switch
        {
            0 => random.Next(200),
            1 => random.Next((int)debug.FileOffset, Sample.Bytes.Length),
            _ => random.Next(Sample.Bytes.Length),
        };
    }

    /// <summary>True when the file was read, false when it was refused.</summary>
    private static bool ReadAll(byte[] bytes)
    {
        try
        {
            var elf = ElfFile.Read(bytes, "hostile.elf");
            var sources = new SourceMap(elf, Sample.Types);
            foreach (var symbol in elf.Symbols) sources.Locate(symbol.Address);
            for (ulong address = 0x100000; address < 0x100160; address += 3)
                sources.Frames.Unwind(new(address, [.. Enumerable.Repeat((ulong?)0x5000, 16)]), a => a);
            ImageInventory.Of(elf, sources, Sample.Map, new("Demo"));
            ImageLayouts.Read(sources, "Demo.Inputs", "Demo.Outputs", "Demo.State");
            return true;
        }
        catch (ImageFormatException)
        {
            // The one exception a damaged file may cause.
            return false;
        }
    }
}
