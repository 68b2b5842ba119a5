using System.Text;
using Certify.Image.Ilc;

namespace Certify.Image.Tests;

public sealed class IlcTests
{
    [Theory]
    [InlineData("Sample_Demo_Program__Step", "Demo.Program.Step")]
    [InlineData("Sample_Demo_Generic_1<Single>__Go", "Demo.Generic<Single>.Go")]
    [InlineData("Sample_Demo_Outer_X_Nested__Do", "Demo.Outer_X.Nested.Do")]
    [InlineData("Sample_Demo_Program___ctor", "Demo.Program..ctor")]
    [InlineData("Sample_Demo_Program__Do<Sample_Demo_Vector__Sample_Demo_Outer_X__Int32>", "Demo.Program.Do<Demo.Vector, Demo.Outer_X, Int32>")]
    [InlineData("RhpReversePInvoke", "RhpReversePInvoke")]
    [InlineData("__security_cookie", "__security_cookie")]
    public void Gives_CSharp_names_with_the_assemblys_help(string symbol, string expected) =>
        Assert.Equal(expected, new IlcNames(Sample.Types).Method(symbol));

    [Fact]
    public void Guesses_names_without_the_assembly()
    {
        var names = new IlcNames(null, ["App_System_String", "App_System_ValueType", "Int32"]);
        Assert.Equal("App_", names.Prefix);
        Assert.Equal("FlightMonitor.Ns.Type.Method", names.Method("App_FlightMonitor_Ns_Type__Method"));
    }

    [Fact]
    public void Reads_nodes_with_sizes()
    {
        Assert.Equal(new IlcNode("NonGCStatics", "__NONGCSTATICSSample_Demo_Generic_1<Single>", 4), Sample.Map.Find("__NONGCSTATICSSample_Demo_Generic_1<Single>"));
        Assert.Equal("MethodCode", Sample.Map.Find("Sample_Demo_Program__Step")?.Kind);
        Assert.Null(Sample.Map.Find("nothing"));
    }

    [Theory]
    [InlineData("<a><b Name='x' Length='z'/></a>", "node 'x' has no length")]
    [InlineData("<a><b Name='x'", "not an ILC map")]
    [InlineData("<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>", "not an ILC map")]
    public void Rejects_damaged_maps(string xml, string reason)
    {
        var e = Assert.Throws<ImageFormatException>(() => IlcMap.Read(new MemoryStream(Encoding.UTF8.GetBytes(xml)), "m.xml"));
        Assert.StartsWith("m.xml:", e.Message, StringComparison.Ordinal);
        Assert.Contains(reason, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_what_is_no_assembly() =>
        Assert.Throws<ImageFormatException>(() => ManagedTypes.Read(Sample.Bytes, "sample.elf"));

    [Fact]
    public void Tells_static_initialisers_that_ran_at_compile_time_from_those_that_did_not()
    {
        var statics = IlcLog.ReadStatics("""
            ILC: Scanning 15 methods...
            ILC: Preinitialized type '[app]Demo.App'
            ILC: Could not preinitialize '[app]A.B': Method '[app]A.B..cctor()', opcode 'newarr' GC pointers
            ILC: Preinitialized type '[app]A.Gen`1<int32[]>'
            ILC: Could not preinitialize '[app]A.C': Ldind from unsupported byref
            ILC: Preinitialized 2 types out of 4.
            """);
        Assert.Equal(["A.Gen`1<int32[]>", "Demo.App"], statics.Preinitialised);
        Assert.Equal(["A.B: Method 'A.B..cctor()', opcode 'newarr' GC pointers", "A.C: Ldind from unsupported byref"], statics.NotPreinitialised);
    }

    [Fact]
    public void Reads_the_log_of_the_sample() =>
        Assert.Equal(["Demo.Program"], IlcLog.ReadStatics(Encoding.UTF8.GetString(Sample.Read("sample.ilc.log"))).Preinitialised);
}
