using System.Diagnostics;
using Xunit.Abstractions;

namespace Certify.Machine.Tests;

/// <summary>How many frames a second pass the mailbox: 64 bytes in, 64 out, echoed by the guest.</summary>
public sealed class Throughput(ITestOutputHelper output)
{
    [GuestFact]
    public void Carries_more_than_100000_frames_a_second()
    {
        using var guest = QemuGuest.Start(GuestBuilder.BuildFull(64, 64));
        var best = 0.0;
        foreach (var count in (int[])[100, 10_000, 200_000])
        {
            var frames = new Frames(count, 64, 64);
            for (var turn = 0; turn < 5; turn++)
            {
                var clock = Stopwatch.StartNew();
                Assert.Equal(GuestEnd.Completed, frames.RunOn(guest).End);
                var rate = count / clock.Elapsed.TotalSeconds;
                best = Math.Max(best, rate);
                output.WriteLine($"batch {count}: {rate:0} frames/s");
            }
            frames.AssertEchoes(count);
        }
        // The machine may be loaded: the best of fifteen counts.
        Assert.True(best > 100_000, $"at best {best:0} frames/s");
    }
}
