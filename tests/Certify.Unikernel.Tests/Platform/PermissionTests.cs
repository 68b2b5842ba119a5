using Certify.Unikernel.Tests.Support;

namespace Certify.Unikernel.Tests.Platform;

/// <summary>What the prebuilt page table and the segments allow.</summary>
public sealed class PermissionTests
{
    private const ulong Present = 1, Write = 2, User = 4, NoExecute = 1ul << 63;
    private static readonly string[] s_stacks =
        ["certify_stack_fault", "certify_stack_double", "certify_stack_nmi", "certify_stack_machine", "certify_user_stack"];

    public static TheoryData<string> AllImages => Images.All;

    // @verifies KRN-HLR-002, KRN-LLR-002
    [Theory, MemberData(nameof(AllImages))]
    public void No_page_is_writable_and_executable(string path)
    {
        var image = new Elf(path);
        for (ulong address = 0; address < 0x200000; address += 0x1000)
        {
            var entry = image.PageTableEntry(address);
            if ((entry & Present) == 0) continue;
            Assert.Equal(address, entry & 0x000F_FFFF_FFFF_F000);
            Assert.False((entry & Write) != 0 && (entry & NoExecute) == 0, $"page {address:x} is writable and executable");
        }

        Assert.All(image.Loaded, s => Assert.False(s.Writable && s.Executable));
    }

    // @verifies KRN-HLR-002, KRN-LLR-002
    [Theory, MemberData(nameof(AllImages))]
    public void Each_segment_has_the_page_permissions_of_its_flags(string path)
    {
        var image = new Elf(path);
        foreach (var segment in image.Loaded)
        {
            for (var address = segment.Address & ~0xFFFul; address < segment.End; address += 0x1000)
            {
                var entry = image.PageTableEntry(address);
                Assert.Equal(Present, entry & Present);
                Assert.Equal(segment.Writable, (entry & Write) != 0);
                Assert.Equal(segment.Executable, (entry & NoExecute) == 0);
                Assert.Equal(address >= 0x110000, (entry & User) != 0);
            }
        }
    }

    // @verifies KRN-HLR-002, KRN-LLR-003
    [Theory, MemberData(nameof(AllImages))]
    public void Nothing_below_the_image_is_mapped(string path)
    {
        var image = new Elf(path);
        for (ulong address = 0; address < 0x100000; address += 0x1000) Assert.Equal(0ul, image.PageTableEntry(address));
    }

    // @verifies KRN-HLR-004, KRN-LLR-004
    [Theory, MemberData(nameof(AllImages))]
    public void An_unmapped_page_lies_below_and_above_each_stack(string path)
    {
        var image = new Elf(path);
        foreach (var stack in s_stacks)
        {
            var low = image[stack];
            var high = image[stack + "_end"];
            Assert.True(high > low, stack);
            Assert.Equal(0ul, image.PageTableEntry(low - 0x1000));
            Assert.Equal(0ul, image.PageTableEntry(high));
            for (var address = low; address < high; address += 0x1000)
                Assert.Equal(Present | Write | NoExecute, image.PageTableEntry(address) & (Present | Write | NoExecute));
        }
    }

    // @verifies KRN-HLR-011, KRN-LLR-029
    [Theory, MemberData(nameof(AllImages))]
    public void No_symbol_is_undefined_and_none_allocates(string path)
    {
        var image = new Elf(path);
        Assert.DoesNotContain(image.Symbols, s => !s.Defined && s.Name.Length > 0);
        Assert.DoesNotContain(image.Symbols, s => s.Name.StartsWith("RhpNew", StringComparison.Ordinal));
        Assert.DoesNotContain(image.Symbols, s => s.Name.StartsWith("RhpThrow", StringComparison.Ordinal));
    }

    // @verifies KRN-HLR-008, KRN-LLR-050
    [Fact]
    public void Hello_takes_less_than_100_KiB_loaded()
    {
        var bytes = new Elf(Images.Hello).Loaded.Sum(s => (long)s.MemoryBytes);
        Assert.InRange(bytes, 1, 100 * 1024);
    }
}
