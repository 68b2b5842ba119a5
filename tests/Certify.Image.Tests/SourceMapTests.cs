using Certify.Image.Dwarf;
using Certify.Image.Layout;

namespace Certify.Image.Tests;

public sealed class SourceMapTests
{
    private static readonly ulong s_step = Sample.Elf.Symbol("Sample_Demo_Program__Step").Address;

    // @verifies CFY-LLR-037
    [Fact]
    public void Gives_function_and_line_of_an_address()
    {
        Assert.Equal("Demo.Program.Step at /_/Sample.cs:90", Sample.Sources.Locate(0x100063).ToString());
        Assert.Equal("Demo.Program.Main at /_/Sample.cs:102", Sample.Sources.Locate(0x100110).ToString());
    }

    [Fact]
    public void Recovers_the_first_row_that_ILC_leaves_out()
    {
        Assert.Equal(86, Sample.Sources.Locate(s_step).Line);
        Assert.Equal(86, Sample.Sources.Locate(0x100036).Line);
        Assert.Equal(87, Sample.Sources.Locate(0x100037).Line);
    }

    [Fact]
    public void Explains_a_functions_end_though_the_sequence_ends_before()
    {
        var place = Sample.Sources.Locate(0x100136);
        Assert.Equal(("Demo.Generic<Single>.Go", 69), (place.Function, place.Line));
    }

    [Fact]
    public void Reads_line_tables_of_the_assembler_too()
    {
        var place = Sample.Sources.Locate(Sample.Elf.Symbol("RhpFallbackFailFast").Address);
        Assert.Equal(("/_/sample.S", 12), (place.File, place.Line));
    }

    // @verifies CFY-LLR-037
    [Fact]
    public void Knows_nothing_of_an_address_outside_code()
    {
        Assert.Equal(new CodePlace(0x42, "", "", 0, null, 0), Sample.Sources.Locate(0x42));
        Assert.Equal("0x42", Sample.Sources.Locate(0x42).ToString());
    }

    [Fact]
    public void Gives_addresses_of_a_line()
    {
        Assert.Equal([0x100062ul], Sample.Sources.AddressesOf("Sample.cs", 90));
        Assert.Empty(Sample.Sources.AddressesOf("ample.cs", 90));
    }

    [Fact]
    public void Gives_addresses_of_static_fields_by_CSharp_names()
    {
        var statics = Sample.Elf.Symbol("__NONGCSTATICSSample_Demo_Program").Address;
        Assert.Equal(statics, Sample.Sources.AddressOfStatic("Demo.Program", "s_state"));
        Assert.True(Sample.Sources.AddressOfStatic("Demo.Program", "s_inputs") > statics);
        Assert.Null(Sample.Sources.AddressOfStatic("Demo.Program", "s_nothing"));
    }

    [Fact]
    public void Tells_overloads_and_instances_apart_by_name()
    {
        var names = Sample.Sources.Debug.Functions.Select(f => Sample.Sources.Locate(f.Address).Function);
        Assert.Contains("Demo.Generic<Demo.Vector>.Go", names);
        Assert.Contains("Demo.Generic<Single>.Go", names);
    }

    [Fact]
    public void Unwinds_from_a_leaf_to_its_callers()
    {
        // Step pushes rbp and r15, rbx and takes room; what the table says must agree with what the code does.
        const ulong inStep = 0x100063, stack = 0x5000;
        var registers = new ulong?[16];
        registers[FrameRegisters.Rsp] = stack;
        var caller = Sample.Sources.Frames.Unwind(new(inStep, registers), address => address);
        Assert.NotNull(caller);
        var frame = caller.Registers[FrameRegisters.Rsp]!.Value - stack;
        Assert.InRange(frame, 16ul, 256ul);
        Assert.Equal(stack + frame - 8, caller.Ip);
        Assert.Equal(stack + frame - 16, caller.Registers[FrameRegisters.Rbp]);
    }

    [Fact]
    public void Does_not_unwind_where_no_rule_holds()
    {
        Assert.Null(Sample.Sources.Frames.Unwind(new(0x42, new ulong?[16]), address => address));
        Assert.Null(Sample.Sources.Frames.Unwind(new(0x100063, new ulong?[16]), address => address));
    }

    [Fact]
    public void Reads_layouts_with_exact_offsets_and_computed_sizes()
    {
        var layouts = ImageLayouts.Read(Sample.Sources, "Demo.Inputs", "Demo.Outputs", "Demo.State");
        Assert.Equal("""
            size 72
            0 1 bool Flag
            1 1 u8 Mode
            4 4 f32 V.X
            8 4 f32 V.Y
            12 4 f32 V.Z
            16 4 u32 Number
            24 8 i64 Wide
            32 1 u8 Deep.N.One
            40 2 char Deep.I.Letter
            42 2 i16 Deep.I.Short
            44 1 i8 Deep.I.Signed
            46 2 u16 Deep.I.Unsigned
            48 8 u64 Deep.I.Long
            56 8 i64 Deep.I.Native
            64 8 u64 Deep.I.NativeUnsigned

            """, layouts.Inputs.Text);
        Assert.Equal("size 8\n0 4 f32 Value\n4 1 u8 Small\n5 1 bool Ok\n", layouts.Outputs.Text);
        Assert.Equal("size 20\n0 4 i32 Count\n4 4 f32 Last.X\n8 4 f32 Last.Y\n12 4 f32 Last.Z\n16 4 f32 <Rate>k__BackingField\n", layouts.State.Text);
    }

    [Fact]
    public void Says_which_type_the_image_does_not_describe()
    {
        var e = Assert.Throws<ImageFormatException>(() => ImageLayouts.Read(Sample.Sources, "Demo.Nothing", "Demo.Outputs", "Demo.State"));
        Assert.Contains("'Demo.Nothing'", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_what_differs_between_two_layouts()
    {
        var one = TypeLayout.FromFields([new("A", 0, FieldKind.I32)]);
        var two = TypeLayout.FromFields([new("A", 0, FieldKind.U32)]);
        Assert.Equal("outputs: host  0 4 i32 A\noutputs: image 0 4 u32 A\n", new PortLayouts(one, one, one).DifferenceTo(new(one, two, one)));
        Assert.NotEqual(new PortLayouts(one, one, one).Hash, new PortLayouts(one, two, one).Hash);
    }
}
