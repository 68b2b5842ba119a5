using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Certify.Machine.Tests;

public sealed partial class QemuGuestTests
{
    // @verifies CFY-LLR-038
    [GuestFact]
    public void Answers_a_batch_smaller_than_the_ring()
    {
        using var guest = QemuGuest.Start(GuestBuilder.Build(), GuestBuilder.Quick);
        var frames = new Frames(10);
        var outcome = frames.RunOn(guest);
        Assert.Equal(new GuestOutcome(GuestEnd.Completed, 10, 1009, null), outcome);
        frames.AssertEchoes(10);
        Assert.Equal(10u, frames.CounterOf(9));
    }

    // @verifies CFY-LLR-038
    [GuestFact]
    public void Streams_a_batch_larger_than_the_ring_and_wraps_around()
    {
        using var guest = QemuGuest.Start(GuestBuilder.Build(slots: 8), GuestBuilder.Quick);
        foreach (var count in (int[])[3, 1000, 7, 4093])
        {
            var frames = new Frames(count);
            Assert.Equal(GuestEnd.Completed, frames.RunOn(guest).End);
            frames.AssertEchoes(count);
            Assert.Equal((uint)count, frames.CounterOf(count - 1));
        }
    }

    [GuestFact]
    public void Restarts_the_state_where_the_tag_says_so()
    {
        using var guest = QemuGuest.Start(GuestBuilder.Build(), GuestBuilder.Quick);
        var frames = new Frames(250, restartEvery: 100);
        frames.RunOn(guest);
        Assert.Equal([100u, 1u, 100u, 50u], [frames.CounterOf(99), frames.CounterOf(100), frames.CounterOf(199), frames.CounterOf(249)]);
    }

    [GuestFact]
    public void Takes_an_empty_batch()
    {
        using var guest = QemuGuest.Start(GuestBuilder.Build(), GuestBuilder.Quick);
        Assert.Equal(GuestEnd.Completed, guest.Run([], [], []).End);
    }

    [GuestFact]
    public void Refuses_buffers_that_do_not_fit_the_batch()
    {
        using var guest = QemuGuest.Start(GuestBuilder.Build(), GuestBuilder.Quick);
        Assert.Throws<ArgumentException>(() => guest.Run(new FrameTag[2], new byte[31], new byte[32]));
        Assert.Throws<ArgumentException>(() => guest.Run(new FrameTag[2], new byte[32], new byte[31]));
    }

    // @verifies CFY-HLR-021
    [GuestFact]
    public void Names_the_case_that_hangs_and_where()
    {
        using var guest = QemuGuest.Start(GuestBuilder.Build(), GuestBuilder.Quick);
        var frames = new Frames(500).With(123, Act.Hang);
        var outcome = frames.RunOn(guest);
        Assert.Equal((GuestEnd.Hang, 123, 1123ul), (outcome.End, outcome.FramesCompleted, outcome.LastCase));
        Assert.Contains("Guest.cs:70", outcome.Detail, StringComparison.Ordinal);
        frames.AssertEchoes(123);
        Assert.Throws<InvalidOperationException>(() => frames.RunOn(guest));
    }

    [GuestFact]
    public void Calls_a_halted_processor_a_hang()
    {
        using var guest = QemuGuest.Start(GuestBuilder.Build(), GuestBuilder.Quick);
        var outcome = new Frames(5).With(2, Act.Halt).RunOn(guest);
        Assert.Equal((GuestEnd.Hang, 2, 1002ul), (outcome.End, outcome.FramesCompleted, outcome.LastCase));
    }

    [GuestFact]
    public void Does_not_call_a_slow_frame_a_hang()
    {
        using var guest = QemuGuest.Start(GuestBuilder.Build(), GuestBuilder.Quick with { FrameTimeout = TimeSpan.FromSeconds(5) });
        var frames = new Frames(5).With(2, Act.AnswerSlowly);
        Assert.Equal(GuestEnd.Completed, frames.RunOn(guest).End);
    }

    // @verifies CFY-LLR-038
    [GuestFact]
    public void Tells_a_triple_fault_from_a_pass_though_QEMU_ends_with_code_0()
    {
        using var guest = QemuGuest.Start(GuestBuilder.Build(), GuestBuilder.Quick);
        var outcome = new Frames(100).With(77, Act.TripleFault).RunOn(guest);
        Assert.Equal((GuestEnd.TripleFault, 77, 1077ul), (outcome.End, outcome.FramesCompleted, outcome.LastCase));
        Assert.Contains("triple fault", outcome.Detail, StringComparison.Ordinal);
    }

    [GuestFact]
    public void Shows_the_record_of_a_panic_whose_handler_faulted()
    {
        using var guest = QemuGuest.Start(GuestBuilder.Build(), GuestBuilder.Quick);
        var outcome = new Frames(3).With(1, Act.RecordThenTripleFault).RunOn(guest);
        Assert.Equal(GuestEnd.TripleFault, outcome.End);
        Assert.Contains("#PF page fault", outcome.Detail, StringComparison.Ordinal);
    }

    // @verifies CFY-HLR-021, CFY-LLR-040
    [GuestFact]
    public void Decodes_a_panic_with_case_function_line_and_console()
    {
        using var guest = QemuGuest.Start(GuestBuilder.Build(), GuestBuilder.Quick);
        var outcome = new Frames(300).With(205, Act.Panic).RunOn(guest);
        Assert.Equal((GuestEnd.Panic, 205, 1205ul), (outcome.End, outcome.FramesCompleted, outcome.LastCase));
        Assert.Contains("panic: #PF page fault: read of an unmapped page at 0x8 (null reference), in case 1205", outcome.Detail, StringComparison.Ordinal);
        Assert.Matches(@"#0 Guest_Demo__Panic at \S*Guests/Guest\.cs:90", outcome.Detail);
        Assert.Matches(@"#1 Guest_Demo__Step at \S*Guests/Guest\.cs:61", outcome.Detail);
        Assert.Contains("console:\n    !", outcome.Detail, StringComparison.Ordinal);
    }

    [GuestFact]
    public void Does_not_pass_a_guest_that_ends_by_itself()
    {
        using var guest = QemuGuest.Start(GuestBuilder.Build(), GuestBuilder.Quick);
        var outcome = new Frames(10).With(4, Act.End).RunOn(guest);
        Assert.Equal((GuestEnd.QemuDied, 4), (outcome.End, outcome.FramesCompleted));
        Assert.Contains("ended by itself", outcome.Detail, StringComparison.Ordinal);
    }

    [GuestFact]
    public void Notices_that_QEMU_was_killed_within_a_batch() => AssertDies(SignalKill);

    [GuestFact]
    public void Does_not_take_a_terminated_QEMU_for_a_triple_fault() => AssertDies(SignalTerminate);

    [GuestFact]
    public void Ends_the_guest_when_asked()
    {
        using var guest = QemuGuest.Start(GuestBuilder.Build(), GuestBuilder.Quick);
        new Frames(10).RunOn(guest);
        Assert.Equal(GuestEnd.Completed, guest.Stop().End);
    }

    [GuestFact]
    public void Reads_and_writes_memory_between_batches_and_after_death()
    {
        var image = GuestBuilder.Build();
        using var guest = QemuGuest.Start(image, GuestBuilder.Quick);
        var counter = image.Elf.Symbol("state").Address;
        guest.WriteMemory(counter, [40, 0, 0, 0]);
        var frames = new Frames(1);
        frames.Tags[0] = new(7, Restart: false);
        frames.RunOn(guest);
        Assert.Equal(41u, frames.CounterOf(0));
        new Frames(1).With(0, Act.TripleFault).RunOn(guest);
        var word = new byte[4];
        guest.ReadMemory(counter, word);
        Assert.Equal(1, word[0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => guest.ReadMemory(4 << 20, word));
    }

    [GuestFact]
    public async Task Runs_two_guests_side_by_side()
    {
        var image = GuestBuilder.Build();
        var runs = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            using var guest = QemuGuest.Start(image, GuestBuilder.Quick with { FrameTimeout = TimeSpan.FromSeconds(5) });
            var frames = new Frames(20_000);
            Assert.Equal(GuestEnd.Completed, frames.RunOn(guest).End);
            frames.AssertEchoes(20_000);
        }));
        await Task.WhenAll(runs);
    }

    [GuestFact]
    public void Leaves_neither_files_nor_processes_behind()
    {
        var folder = Directory.CreateTempSubdirectory("certify-tests-").FullName;
        var guest = QemuGuest.Start(GuestBuilder.Build(), GuestBuilder.Quick with { RamDirectory = folder });
        var id = guest.ProcessId;
        Assert.Single(Directory.GetDirectories(folder));
        guest.Dispose();
        guest.Dispose();
        Assert.Empty(Directory.GetDirectories(folder));
        Assert.False(Directory.Exists($"/proc/{id}"));
        Directory.Delete(folder);
    }

    private static void AssertDies(int signal)
    {
        using var guest = QemuGuest.Start(GuestBuilder.Build(), GuestBuilder.Quick with { FrameTimeout = TimeSpan.FromSeconds(20) });
        using var killer = new Timer(_ => Signal(guest.ProcessId, signal), null, 150, Timeout.Infinite);
        var outcome = new Frames(50).With(20, Act.Hang).RunOn(guest);
        Assert.Equal((GuestEnd.QemuDied, 20, 1020ul), (outcome.End, outcome.FramesCompleted, outcome.LastCase));
    }

    private const int SignalKill = 9;
    private const int SignalTerminate = 15;

    // The system call: a small machine has no program of this name.
    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int process, int signal);
}
