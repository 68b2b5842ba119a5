using Certify.ImageAnalysis.Il;
using Certify.Machine.Tests;

namespace Certify.ImageAnalysis.Tests;

public sealed class OpcodeListTests
{
    // @verifies CFY-LLR-235
    [Fact]
    public void Every_opcode_of_the_flight_image_is_on_the_list()
    {
        var app = AppBuild.Of("FlightMonitor");
        var instructions = IlScanner.Scan(File.ReadAllBytes(app.Base + ".target.dll"));

        Assert.True(instructions.Count > 1000);
        Assert.Empty(OpcodeList.BuiltIn.Violations(instructions));
    }

    [Fact]
    public void Nothing_that_allocates_throws_or_calls_an_unknown_target_is_allowed_everywhere()
    {
        var list = OpcodeList.BuiltIn;
        string[] dangerous = ["newarr", "box", "throw", "rethrow", "calli", "localloc", "ldvirtftn", "ldftn", "jmp", "endfinally", "leave", "mkrefany", "cpblk"];
        Assert.All(dangerous, opcode => Assert.Single(list.Violations([new IlInstruction("N.T.M", opcode, false)])));
        Assert.Single(list.Violations([new IlInstruction("N.T.M", "newobj", true)]));
        Assert.Empty(list.Violations([new IlInstruction("N.T.M", "newobj", false)]));
    }

    // @verifies CFY-LLR-234
    [Fact]
    public void Scanner_finds_what_a_host_assembly_does()
    {
        var found = IlScanner.Scan(File.ReadAllBytes(typeof(OpcodeListTests).Assembly.Location));
        string[] expected = ["box", "newarr", "callvirt", "ldftn", "ret", "stloc.0"];

        Assert.All(expected, opcode => Assert.Contains(found, instruction => instruction.Opcode == opcode));
        Assert.Contains(found, instruction => instruction.IsReferenceTypeMade);
        Assert.Contains(found, instruction => instruction.Method == "Certify.ImageAnalysis.Tests.OpcodeListTests.Sum" && instruction.Opcode == "switch");
        Assert.Contains(found, instruction => instruction is { Opcode: "newobj", IsReferenceTypeMade: false } && instruction.Method.EndsWith(".Sum", StringComparison.Ordinal));
        Assert.NotEmpty(OpcodeList.BuiltIn.Violations(found));
        Assert.Equal(5, Sum(3));
    }

    [Fact]
    public void List_allows_a_named_method_only_and_wants_reasons()
    {
        var list = OpcodeList.Parse("opcode\tmethods\treason\n# note\nbox\tN.T.M|N.T.O\tbecause\n");

        Assert.Equal(["box"], list.Opcodes);
        Assert.Empty(list.Violations([new("N.T.M", "box", false), new("N.T.O", "box", false)]));
        Assert.Equal([new("N.T.P", "box", false)], list.Violations([new("N.T.P", "box", false), new("N.T.P", "box", false)]));
        Assert.Throws<FormatException>(() => OpcodeList.Parse("opcode\tmethods\treason\nbox\t*\t"));
    }

    [Fact]
    public void Tables_of_constants_are_made_in_static_initialisers_only()
    {
        Assert.Empty(OpcodeList.BuiltIn.Violations([new("N.T..cctor", "newarr", false), new("N.T..cctor", "stelem.i4", false)]));
        Assert.Single(OpcodeList.BuiltIn.Violations([new("N.T..ctor", "newarr", false)]));
        Assert.Single(OpcodeList.BuiltIn.Violations([new("N.T..cctor", "box", false)]));
    }

    [Fact]
    public void Image_whose_assembly_holds_another_opcode_is_a_finding()
    {
        var code = Assembled.Function("start", "ud2");
        var options = Assembled.Options with { Assembly = File.ReadAllBytes(typeof(OpcodeListTests).Assembly.Location) };

        Assert.Contains(Assembled.Analyse(code, options).Findings, f => f.RuleId == "CFY2106" && f.Message.Contains("'box'", StringComparison.Ordinal));
        Assert.Throws<Certify.Image.ImageFormatException>(() => Assembled.Analyse(code, options with { Assembly = [1, 2, 3] }));
    }

    [Fact]
    public void Scanner_refuses_what_is_no_assembly() =>
        Assert.Throws<BadImageFormatException>(() => IlScanner.Scan([1, 2, 3]));

    private readonly struct Pair(int first, int second)
    {
        public int Total => first + second;
    }

    private static int Sum(int x) => x switch
    {
        0 => 1,
        1 => 4,
        2 => 9,
        3 => new Pair(2, x).Total,
        4 => 7,
        _ => 0,
    };
}
