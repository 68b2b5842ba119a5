using System.Runtime.InteropServices;
using Certify.Unikernel.Tests.Support;

namespace Certify.Unikernel.Tests.Kernel;

/// <summary>The mailbox contract, seen from the host's side.</summary>
public sealed class ExecutiveTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct HelloOutputs(uint Echo, uint Frames);

    // @verifies KRN-HLR-008, KRN-LLR-040, KRN-LLR-041, KRN-LLR-050
    [Fact]
    public void The_header_tells_sizes_and_places()
    {
        var memory = new GuestMemory();
        memory.Release(0);
        Qemu.Boot(Images.Hello, memory, s_limit);
        uint[] expected = [0x31594643, 1, 4, 8, 32768, 4096, 32, 4096 + (32768 * 32), 16, 4];
        Assert.Equal(expected, Enumerable.Range(0, 10).Select(i => memory.Header(i * 4)));
    }

    // @verifies KRN-HLR-007, KRN-HLR-013
    // @verifies KRN-LLR-042, KRN-LLR-044, KRN-LLR-045, KRN-LLR-046, KRN-LLR-047
    [Fact]
    public void Frames_run_in_order_and_keep_the_state()
    {
        var memory = new GuestMemory();
        for (var i = 0; i < 100; i++) memory.PutFrame(i, 1000 + (ulong)i, false, (uint)(i * 7));
        memory.Release(100);
        var run = Qemu.Boot(Images.Hello, memory, s_limit);
        Assert.Equal(33, run.ExitCode);
        Assert.Equal("certify: ready\nhello\n", run.Console);
        Assert.Equal(100u, memory.Header(128));
        Assert.Equal(1099ul, MemoryMarshal.Read<ulong>(memory.Bytes.AsSpan(GuestMemory.Mailbox + 136)));
        for (var i = 0; i < 100; i++) Assert.Equal(new HelloOutputs((uint)(i * 7), (uint)i + 1), memory.Output<HelloOutputs>(i));
    }

    // @verifies KRN-HLR-007, KRN-LLR-043
    [Fact]
    public void A_frame_with_the_restart_flag_begins_from_the_initial_state()
    {
        var memory = new GuestMemory();
        for (var i = 0; i < 6; i++) memory.PutFrame(i, 1, i == 4, 0u);
        memory.Release(6);
        Qemu.Boot(Images.Hello, memory, s_limit);
        Assert.Equal(new uint[] { 1, 2, 3, 4, 1, 2 }, Enumerable.Range(0, 6).Select(i => memory.Output<HelloOutputs>(i).Frames));
    }

    // @verifies KRN-HLR-008, KRN-LLR-041, KRN-LLR-042
    [Fact]
    public void All_slots_can_be_filled_before_the_guest_starts()
    {
        var memory = new GuestMemory();
        for (var i = 0; i < 32768; i++) memory.PutFrame(i, 1, false, (uint)i);
        memory.Release(32768);
        Assert.Equal(33, Qemu.Boot(Images.Hello, memory, s_limit).ExitCode);
        Assert.All(Enumerable.Range(0, 32768), i => Assert.Equal((uint)i, memory.Output<HelloOutputs>(i).Echo));
    }

    // @verifies KRN-HLR-014, KRN-LLR-049
    [Fact]
    public void More_released_frames_than_slots_end_in_a_trap()
    {
        var memory = new GuestMemory();
        memory.Release(32769);
        Assert.Equal((((36 | 0x40) << 1) | 1) & 0xFF, Qemu.Boot(Images.Hello, memory, s_limit).ExitCode);
        Assert.Equal(36ul, memory.PanicRecord(new Elf(Images.Hello))[1]);
    }

    // @verifies KRN-HLR-013, KRN-LLR-046 robustness
    [Fact]
    public void Without_a_request_to_stop_the_guest_waits_for_frames()
    {
        var memory = new GuestMemory();
        memory.PutFrame(0, 1, false, 5u);
        memory.Release(1, stop: false);
        var run = Qemu.Boot(Images.Hello, memory, TimeSpan.FromSeconds(1.5));
        Assert.Null(run.ExitCode);
        Assert.Equal(1u, memory.Header(128));
    }
}
