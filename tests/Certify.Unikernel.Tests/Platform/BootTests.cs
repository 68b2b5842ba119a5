using System.Globalization;
using System.Text.RegularExpressions;
using Certify.Unikernel.Tests.Support;

namespace Certify.Unikernel.Tests.Platform;

/// <summary>From reset to the first C# statement, and the normal end.</summary>
public sealed partial class BootTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);

    // @verifies KRN-HLR-001, KRN-HLR-012, KRN-HLR-013
    // @verifies KRN-LLR-001, KRN-LLR-012, KRN-LLR-013, KRN-LLR-047, KRN-LLR-048
    [Fact]
    public void Boots_in_4_MiB_prints_and_ends_with_the_verdict_of_its_host()
    {
        var memory = new GuestMemory();
        memory.Release(0);
        var run = Qemu.Boot(Images.Hello, memory, s_limit);
        Assert.Equal(33, run.ExitCode);
        Assert.Equal("certify: ready\n", run.Console);
    }

    // @verifies KRN-HLR-001, KRN-LLR-001
    [Fact]
    public void Enters_CSharp_in_the_same_number_of_instructions_each_time()
    {
        var counts = Enumerable.Range(0, 2).Select(_ => InstructionsToCSharp()).ToList();
        Assert.Equal(counts[0], counts[1]);
        Assert.InRange(counts[0], 10, 20);
    }

    // @verifies KRN-HLR-002, KRN-LLR-014
    [Fact]
    public void Protections_of_the_processor_are_on_when_CSharp_runs()
    {
        var memory = new GuestMemory();
        memory.PutFrame(0, 1, false, new FaultTests.HostileInputs(27, 0));
        memory.Release(1);
        var run = Qemu.Boot(Images.Hostile, memory, s_limit, "-d", "int");
        var registers = LastState(run.Trace);
        Assert.Equal(0x80010033u, registers("CR0"));
        Assert.Equal(0x300620u, registers("CR4"));
        Assert.Equal(0xD00u, registers("EFER") & 0xF00);
    }

    private static int InstructionsToCSharp()
    {
        var image = new Elf(Images.Hello);
        var memory = new GuestMemory();
        memory.Release(0);
        var trace = Qemu.Boot(Images.Hello, memory, s_limit, "-singlestep", "-d", "exec,nochain").Trace;
        var addresses = TraceLine().Matches(trace)
            .Select(m => ulong.Parse(m.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToList();
        var entry = addresses.IndexOf(image["certify_entry"]);
        Assert.True(entry >= 0, "the entry was not reached");
        return addresses.IndexOf(image["certify_main"], entry) - entry;
    }

    private static Func<string, uint> LastState(string trace) => name =>
        uint.Parse(
            Regex.Matches(trace, name + @"\s*=\s*([0-9a-f]+)")[^1].Groups[1].Value[^8..],
            NumberStyles.HexNumber,
            CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^Trace \d+: 0x[0-9a-f]+ \[[0-9a-f]+/([0-9a-f]+)/", RegexOptions.Multiline)]
    private static partial Regex TraceLine();
}
