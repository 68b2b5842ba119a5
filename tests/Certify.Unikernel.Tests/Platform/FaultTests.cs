using System.Runtime.InteropServices;
using Certify.Unikernel.Tests.Support;

namespace Certify.Unikernel.Tests.Platform;

/// <summary>Each fault of the hostile application ends in a panic record and the exit code of its vector.</summary>
public sealed class FaultTests
{
    private const ulong CaseId = 0xCA5E_0000_0000_0001;
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);

    [StructLayout(LayoutKind.Sequential)]
    public readonly record struct HostileInputs(uint Fault, int Value);

    /// <summary>Fault, operand, vector, error code, address (0: none), function that the record points into.</summary>
    public static TheoryData<uint, int, int, ulong, ulong, string> Faults => new()
    {
        { 1, 1, 14, 4, 8, "MemoryFaults__NullRead" },
        { 2, 1, 14, 6, 0, "MemoryFaults__Write" },
        { 3, 1, 0, 0, 0, "ArithmeticFaults__Divide" },
        { 4, 1, 0, 0, 0, "ArithmeticFaults__Divide" },
        { 5, 4, 32, 0, 0, "ArithmeticFaults__ArrayIndex" },
        { 5, -1, 32, 0, 0, "ArithmeticFaults__ArrayIndex" },
        { 6, 4, 35, 0, 0, "ArithmeticFaults__SpanSlice" },
        { 7, 1, 33, 0, 0, "ArithmeticFaults__CheckedAdd" },
        { 8, 1, 36, 0, 0, "ArithmeticFaults__NullableValue" },
        { 9, 1, 14, 6, 0x1F9FF8, "StackFaults__SmallRecursion" },
        { 10, 1, 14, 4, 0x1F9000, "RhpStackProbe" },
        { 11, 1, 39, 0, 0, "StackFaults__Smash" },
        { 12, 1, 14, 7, 0x110000, "MemoryFaults__WriteText" },
        { 13, 1, 14, 7, 0x180000, "MemoryFaults__WriteConstants" },
        { 14, 0, 14, 0x15, 0x1A0000, "__NONGCSTATICSHostile_target_Hostile_MemoryFaults" },
        { 15, 0, 14, 0x15, 0x201000, "" },
        { 16, 0, 14, 0x15, 0x1FD000, "" },
        { 17, 0, 14, 5, 0x101000, "MemoryFaults__Read" },
        { 18, 0, 14, 5, 0x100000, "MemoryFaults__Read" },
        { 19, 0, 14, 7, 0x106000, "MemoryFaults__Write" },
        { 20, 0, 14, 4, 0x1F9000, "MemoryFaults__Read" },
        { 21, 0, 14, 6, 0x1FE000, "MemoryFaults__Write" },
        { 22, 0, 14, 4, 0xFEE00000, "MemoryFaults__Read" },
        { 23, 0, 13, 0, 0, "MemoryFaults__Read" },
        { 24, 0x60, 13, 0, 0, "InstructionFaults__OutputBytes" },
        { 24, 0x3F8, 13, 0, 0, "InstructionFaults__OutputBytes" },
        { 24, 0xE8, 13, 0, 0, "InstructionFaults__OutputBytes" },
        { 24, 0xF5, 13, 0, 0, "InstructionFaults__OutputBytes" },
        { 24, 0x501, 13, 0, 0, "InstructionFaults__OutputBytes" },
        { 25, 0, 13, 0, 0, "InstructionFaults__CliBytes" },
        { 26, 0, 13, 0, 0, "InstructionFaults__Cr3Bytes" },
        { 27, 0, 6, 0, 0, "InstructionFaults__UdBytes" },
        { 28, 0, 13, 0xE2, 0, "InstructionFaults__Int14Bytes" },
        { 29, 0, 13, 0x332, 0, "InstructionFaults__Int33Bytes" },
        { 30, 0, 3, 0, 0, "InstructionFaults__Int3Bytes" },
        { 32, 0, 33, 0, 0, "Math__ConvertToInt32Checked" },
        { 32, 1, 33, 0, 0, "Math__ConvertToInt32Checked" },
        { 32, -1, 33, 0, 0, "Math__ConvertToInt32Checked" },
        { 33, 256, 33, 0, 0, "ArithmeticFaults__CheckedCast" },
        { 33, -1, 33, 0, 0, "ArithmeticFaults__CheckedCast" },
    };

    // @verifies KRN-HLR-002, KRN-HLR-003, KRN-HLR-004, KRN-HLR-005, KRN-HLR-006
    // @verifies KRN-LLR-002, KRN-LLR-003, KRN-LLR-004, KRN-LLR-005, KRN-LLR-006, KRN-LLR-008, KRN-LLR-009, KRN-LLR-010, KRN-LLR-011
    // @verifies KRN-LLR-022, KRN-LLR-027, KRN-LLR-033
    [Theory, MemberData(nameof(Faults))]
    public void Ends_in_a_record_with_vector_place_and_case(uint fault, int value, int vector, ulong error, ulong page, string function)
    {
        var image = new Elf(Images.Hostile);
        var (run, memory) = Commit(fault, value);
        Assert.Equal((((vector | 0x40) << 1) | 1) & 0xFF, run.ExitCode);
        var record = memory.PanicRecord(image);
        Assert.Equal(GuestMemory.RecordMagic, record[0]);
        Assert.Equal((ulong)vector, record[1]);
        Assert.Equal(error, record[2]);
        if (vector == 14) Assert.Equal(page & ~0xFFFul, record[8] & ~0xFFFul);
        Assert.Equal(0x23ul, record[4]);
        Assert.Equal(0x1Bul, record[7]);
        Assert.Equal(CaseId, record[24]);
        if (function.Length > 0) Assert.EndsWith(function, FunctionAt(image, record[3]), StringComparison.Ordinal);
    }

    // @verifies KRN-HLR-005, KRN-LLR-005
    [Fact]
    public void A_frame_without_fault_is_answered()
    {
        var (run, memory) = Commit(0, 77);
        Assert.Equal(33, run.ExitCode);
        Assert.Equal(77, memory.Output<int>(0));
        Assert.Equal(0ul, memory.PanicRecord(new Elf(Images.Hostile))[0]);
    }

    // @verifies KRN-LLR-044
    [Fact]
    public void A_loop_without_end_leaves_the_case_for_its_host()
    {
        var memory = new GuestMemory();
        memory.PutFrame(0, CaseId, false, new HostileInputs(31, 0));
        memory.Release(1);
        var run = Qemu.Boot(Images.Hostile, memory, TimeSpan.FromSeconds(2));
        Assert.Null(run.ExitCode);
        Assert.Equal(CaseId, MemoryMarshal.Read<ulong>(memory.Bytes.AsSpan(GuestMemory.Mailbox + 136)));
        Assert.Equal(0u, memory.Header(128));
    }

    private static (Qemu.Run Run, GuestMemory Memory) Commit(uint fault, int value)
    {
        var memory = new GuestMemory();
        memory.PutFrame(0, CaseId, false, new HostileInputs(fault, value));
        memory.Release(1);
        return (Qemu.Boot(Images.Hostile, memory, s_limit), memory);
    }

    private static string FunctionAt(Elf image, ulong address) =>
        image.Symbols.Where(s => s.Defined && s.Address <= address && s.Address + Math.Max(s.Bytes, 1) > address && s.Address >= 0x110000)
            .OrderByDescending(s => s.Address).Select(s => s.Name).FirstOrDefault() ?? "";
}
