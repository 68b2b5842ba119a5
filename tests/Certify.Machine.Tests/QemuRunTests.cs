namespace Certify.Machine.Tests;

public sealed class QemuRunTests
{
    private static readonly RunRequest s_hundred = new(100, 16, 16);

    [GuestFact]
    public void Boots_runs_preset_frames_and_ends()
    {
        var run = QemuRun.Run(GuestBuilder.BuildFull(16, 16), GuestBuilder.Quick, s_hundred);
        Assert.Equal((GuestEnd.Completed, 100, 33), (run.Outcome.End, run.Outcome.FramesCompleted, run.ExitCode));
        Assert.Equal(100, run.Outputs[99 * 16]);
    }

    [GuestFact]
    public void Passes_the_console_on()
    {
        var console = new StringWriter();
        var inputs = new byte[16];
        inputs[0] = (byte)Act.Panic;
        var run = QemuRun.Run(GuestBuilder.BuildFull(16, 16), GuestBuilder.Quick, new(1, 16, 16, inputs), console);
        Assert.Equal((GuestEnd.Panic, 14ul | 0x40), (run.Outcome.End, (ulong)(run.ExitCode >> 1) & 0x7F));
        Assert.Equal("!", console.ToString());
        Assert.Equal(61, run.Panic?.Backtrace[1].Line);
    }

    [GuestFact]
    public void Gives_the_verdict_hang_to_an_image_that_never_ends()
    {
        var inputs = new byte[32];
        inputs[16] = (byte)Act.Hang;
        var run = QemuRun.Run(GuestBuilder.BuildFull(16, 16), GuestBuilder.Quick, new(2, 16, 16, inputs));
        Assert.Equal((GuestEnd.Hang, 1, 1ul), (run.Outcome.End, run.Outcome.FramesCompleted, run.Outcome.LastCase));
    }

    [GuestFact]
    public void Refuses_an_image_of_other_sizes()
    {
        Assert.Throws<GuestMismatchException>(() => QemuRun.Run(GuestBuilder.BuildFull(32, 16), GuestBuilder.Quick, s_hundred));
    }

    [GuestFact]
    public void Ends_when_cancelled()
    {
        using var cancel = new CancellationTokenSource(200);
        var inputs = new byte[16];
        inputs[0] = (byte)Act.Hang;
        var options = GuestBuilder.Quick with { FrameTimeout = TimeSpan.FromSeconds(30) };
        var run = QemuRun.Run(GuestBuilder.BuildFull(16, 16), options, new(1, 16, 16, inputs), cancel: cancel.Token);
        Assert.Equal(GuestEnd.QemuDied, run.Outcome.End);
    }

    [GuestFact]
    public void Counts_boot_instructions_exactly_and_repeatably()
    {
        var image = GuestBuilder.BuildFull(16, 16);
        for (var i = 0; i < 3; i++)
        {
            var count = BootProbe.CountInstructions(image, GuestBuilder.Quick);
            Assert.Equal((4L, 6L, 11), (count.ToFirstInstruction, count.ToFirstStatement, count.FirstStatement.Line));
        }
    }

    [GuestFact]
    public void Finds_the_smallest_memory()
    {
        Assert.Equal(4, BootProbe.SmallestMemoryMiB(GuestBuilder.BuildFull(16, 16), GuestBuilder.Quick, s_hundred));
    }

    [GuestFact]
    public void Measures_start_to_end()
    {
        var times = BootProbe.WallTimes(GuestBuilder.BuildFull(16, 16), null, s_hundred, 3);
        Assert.Equal(3, times.Count);
        Assert.All(times, t => Assert.InRange(t.TotalMilliseconds, 5, 30_000));
    }
}
