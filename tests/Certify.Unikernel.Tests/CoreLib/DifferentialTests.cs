using Certify.Unikernel.Probe;
using Certify.Unikernel.Tests.Support;

namespace Certify.Unikernel.Tests.CoreLib;

/// <summary>The probe's operations on the target against the same source over the base class library, bit for bit, except that any not-a-number equals another.</summary>
public sealed class DifferentialTests
{
    private const int Slots = 16384;
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(30);

    private static readonly ulong[] s_operands =
    [
        0, 1, 2, 99, 100, 101, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF,
        0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF, 0x7FFF_FFFF_FFFF_FFFF, 0x8000_0000_0000_0000, 0xFFFF_FFFF_FFFF_FFFF,
        Single(1), Single(-1), Single(0.5f), Single(-2.5f), Single(float.Epsilon), Single(float.MaxValue), Single(float.MinValue),
        Single(float.PositiveInfinity), Single(float.NegativeInfinity), Single(float.NaN), 0x7FC0_0001, 0x7F80_0001, 0xFFC1_2345,
        Single(2147483648f), Single(-2147483904f), Single(1e20f), Single(-1e20f), Single(4294967296f),
        Double(1), Double(-1), Double(0.1), Double(-2.5), Double(double.Epsilon), Double(double.MaxValue), Double(double.MinValue),
        Double(double.PositiveInfinity), Double(double.NegativeInfinity), Double(double.NaN), 0x7FF8_0000_0000_0001, 0x7FF0_0000_0000_0001,
        Double(2147483647.5), Double(-2147483649), Double(9.3e18), Double(1.9e19), Double(1e300), Double(-1e300),
    ];

    // @verifies KRN-HLR-009
    // @verifies KRN-LLR-022, KRN-LLR-023, KRN-LLR-024, KRN-LLR-063, KRN-LLR-025, KRN-LLR-026, KRN-LLR-028, KRN-LLR-032, KRN-LLR-033
    [Fact]
    public void Every_operation_gives_the_bits_of_the_base_class_library()
    {
        var cases = Cases().ToList();
        var state = default(ProbeState);
        var differences = new List<string>();
        for (var start = 0; start < cases.Count; start += Slots)
        {
            var batch = cases.Skip(start).Take(Slots).ToList();
            ProbeApplication.Initialise(out state);
            var memory = Boot(batch);
            for (var i = 0; i < batch.Count; i++)
            {
                ProbeApplication.Step(ref state, batch[i], out var expected);
                var actual = memory.Output<ProbeOutputs>(i).Bits;
                if (actual != expected.Bits && !BothNotANumber(batch[i].Operation, actual, expected.Bits))
                    differences.Add($"{batch[i].Operation}({batch[i].A:x}, {batch[i].B:x}): host {expected.Bits:x}, target {actual:x}");
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} of {cases.Count} differ\n" + string.Join('\n', differences.Take(20)));
    }

    private static GuestMemory Boot(List<ProbeInputs> batch)
    {
        var memory = new GuestMemory();
        for (var i = 0; i < batch.Count; i++) memory.PutFrame(i, (ulong)i, false, batch[i]);
        memory.Release(batch.Count);
        var run = Qemu.Boot(Images.Probe, memory, s_limit);
        Assert.Equal(33, run.ExitCode);
        Assert.Equal((uint)Slots, memory.Header(16));
        Assert.Equal((uint)batch.Count, memory.Header(128));
        return memory;
    }

    private static IEnumerable<ProbeInputs> Cases()
    {
        var random = new Random(1);
        foreach (var operation in Enum.GetValues<Operation>())
        {
            foreach (var a in s_operands)
            {
                foreach (var b in s_operands) yield return new ProbeInputs { Operation = operation, A = a, B = b };
            }

            for (var i = 0; i < 200; i++)
                yield return new ProbeInputs { Operation = operation, A = (ulong)random.NextInt64(), B = (ulong)random.NextInt64() };
        }
    }

    // Which not-a-number comes out of two operands is open in IEEE 754 (6.2.3), and .NET's own answer changes with
    // the processor: it compiles Math.Min and Math.Max to other instructions where AVX-512 is there.
    private static bool BothNotANumber(Operation operation, ulong left, ulong right)
    {
        var name = operation.ToString();
        if (name.EndsWith("Single", StringComparison.Ordinal) || name.StartsWith("MathF", StringComparison.Ordinal))
            return float.IsNaN(BitConverter.UInt32BitsToSingle((uint)left)) && float.IsNaN(BitConverter.UInt32BitsToSingle((uint)right));
        return name.EndsWith("Double", StringComparison.Ordinal)
            && double.IsNaN(BitConverter.UInt64BitsToDouble(left)) && double.IsNaN(BitConverter.UInt64BitsToDouble(right));
    }

    private static ulong Single(float value) => BitConverter.SingleToUInt32Bits(value);

    private static ulong Double(double value) => BitConverter.DoubleToUInt64Bits(value);
}
