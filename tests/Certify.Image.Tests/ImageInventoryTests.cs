using Certify.Image.Ilc;
using Certify.Image.Inventory;

namespace Certify.Image.Tests;

public sealed class ImageInventoryTests
{
    private static readonly InventoryOptions s_options = new("Demo");
    private static readonly ImageInventory s_inventory = ImageInventory.Of(Sample.Elf, Sample.Sources, Sample.Map, s_options);

    // @verifies CFY-HLR-004
    [Fact]
    public void Components_add_up_to_the_loaded_bytes()
    {
        Assert.Equal(Sample.Elf.Segments.Sum(s => (long)s.MemoryBytes), s_inventory.LoadedBytes);
        Assert.Equal(s_inventory.LoadedBytes, s_inventory.Components.Sum(c => c.CodeBytes + c.DataBytes));
    }

    // @verifies CFY-LLR-036
    [Fact]
    public void Symbols_do_not_overlap()
    {
        for (var i = 1; i < s_inventory.Symbols.Count; i++)
        {
            var before = s_inventory.Symbols[i - 1];
            Assert.True(before.Address + (ulong)before.Bytes <= s_inventory.Symbols[i].Address, before.Name);
        }
    }

    // @verifies CFY-HLR-004
    [Fact]
    public void Every_symbol_has_a_source_or_a_reason() =>
        Assert.All(s_inventory.Symbols, s => Assert.True(s.Source is not null || s.Reason is not null, s.Name));

    [Fact]
    public void Two_names_of_one_address_are_one_entry()
    {
        Assert.Single(s_inventory.Symbols, s => s.Address == 0x1000E0);
        Assert.DoesNotContain(s_inventory.Symbols, s => s.Name == "certify_main");
    }

    // @verifies CFY-LLR-036
    [Theory]
    [InlineData("Sample_Demo_Program__Step", "Demo", "Sample.cs:86", null)]
    [InlineData("RhpFallbackFailFast", "Platform", "sample.S:12", null)]
    [InlineData("Internal_CompilerGenerated__Module___NativeLibraryStartup", "Compiler", null, "start-up routine")]
    [InlineData("__NONGCSTATICSSample_Demo_Program", "Demo", null, "static fields of Demo.Program")]
    [InlineData("__FrozenObj_Sample_Demo_Program2", "Demo", null, "object fixed at compile time by the static initialiser of Demo.Program")]
    [InlineData("__readonlydata_Sample_Demo_Program__Step", "Demo", null, "constants of Demo.Program.Step")]
    [InlineData("_ZTV6Object", "Compiler", null, "method table")]
    [InlineData("__security_cookie", "Platform", null, "assembler")]
    public void Names_component_and_source_or_reason(string symbol, string component, string? source, string? reason)
    {
        var fact = Assert.Single(s_inventory.Symbols, s => s.Name == symbol);
        Assert.Equal((component, source), (fact.Component, fact.Source?.ToString()));
        Assert.Equal(reason is null, fact.Reason is null);
        Assert.Contains(reason ?? "", fact.Reason ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Works_without_a_map()
    {
        var inventory = ImageInventory.Of(Sample.Elf, Sample.Sources, IlcMap.Empty, s_options);
        Assert.Equal(inventory.LoadedBytes, inventory.Components.Sum(c => c.CodeBytes + c.DataBytes));
    }

    [Fact]
    public void Is_the_same_every_time() =>
        Assert.Equal(s_inventory.Symbols, ImageInventory.Of(Sample.Elf, new(Sample.Elf, Sample.Types), Sample.Map, s_options).Symbols);

    [Theory]
    [InlineData("/_/unikernel/CoreLib/System/Math.cs", "CoreLib")]
    [InlineData("/_certify/Kernel/Boot/Startup.cs", "Kernel")]
    [InlineData("/_/unikernel/Apps/Demo/Monitor.cs", "Demo")]
    [InlineData("/_/unikernel/Apps/Demo/obj/Release/Entry.g.cs", "Compiler")]
    [InlineData("user.S", "Platform")]
    public void Finds_the_component_of_a_source(string path, string component) =>
        Assert.Equal(component, s_options.ComponentOfPath(path));
}
