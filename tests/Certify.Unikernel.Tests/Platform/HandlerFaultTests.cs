using System.Buffers.Binary;
using Certify.Unikernel.Tests.Support;

namespace Certify.Unikernel.Tests.Platform;

/// <summary>
/// Faults inside the fault handler. No program can cause one, so the image is changed: a stack of the TSS is
/// made to point to an unmapped page.
/// </summary>
public sealed class HandlerFaultTests
{
    private const int StackFault = 36, StackDouble = 44;    // offsets in the TSS

    // @verifies KRN-HLR-005, KRN-LLR-007
    [Fact]
    public void A_fault_whose_stack_is_unmapped_ends_in_a_double_fault_record()
    {
        var (run, memory, image) = BootWithout(StackFault);
        Assert.Equal(((8 | 0x40) << 1) | 1, run.ExitCode);
        Assert.Equal(8ul, memory.PanicRecord(image)[1]);
    }

    // @verifies KRN-HLR-005, KRN-LLR-007 robustness
    [Fact]
    public void A_triple_fault_ends_with_exit_code_0_and_no_record()
    {
        var (run, memory, image) = BootWithout(StackFault, StackDouble);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(0ul, memory.PanicRecord(image)[0]);
        Assert.Equal(0u, memory.Header(128));
    }

    private static (Qemu.Run Run, GuestMemory Memory, Elf Image) BootWithout(params int[] stacks)
    {
        var image = new Elf(Images.Hostile);
        var bytes = File.ReadAllBytes(Images.Hostile);
        foreach (var stack in stacks)
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(image.FileOffset(image["certify_tss"]) + stack), 0x1000);
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, bytes);
            var memory = new GuestMemory();
            memory.PutFrame(0, 1, false, new FaultTests.HostileInputs(3, 0));
            memory.Release(1);
            return (Qemu.Boot(path, memory, TimeSpan.FromSeconds(20)), memory, image);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
