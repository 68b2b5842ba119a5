using System.Diagnostics;
using Certify.Facts;
using Xunit.Abstractions;

namespace Certify.Testing.Tests;

public class ThroughputTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(TestSide.Host)]
    [InlineData(TestSide.Target)]
    [InlineData(TestSide.Differential)]
    public void Runs_100_000_frames_a_second(TestSide side)
    {
        Harness.Run("Latch_needs_three", side);
        var watch = Stopwatch.StartNew();
        TestResult result = Harness.Run("Latch_needs_three", side, options: Harness.Options with { Cases = 10_000 });
        double rate = result.Frames / watch.Elapsed.TotalSeconds;
        output.WriteLine($"{side}: {rate:N0} frames/s");
        Assert.Equal(1_000_000, result.Frames);
        Assert.True(rate > 100_000, $"{rate:N0} frames/s");
    }

    [Fact]
    public void Frames_cost_little_memory()
    {
        Harness.Run("Latch_needs_three", TestSide.Host);
        long before = GC.GetTotalAllocatedBytes();
        TestResult result = Harness.Run("Latch_needs_three", TestSide.Host, options: Harness.Options with { Cases = 10_000 });
        double perFrame = (GC.GetTotalAllocatedBytes() - before) / (double)result.Frames;
        output.WriteLine($"{perFrame:F1} bytes/frame");
        Assert.InRange(perFrame, 0, 150);
    }
}
