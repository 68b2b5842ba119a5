using System.Diagnostics;
using Certify.Cli.Output;
using Certify.Cli.Settings;
using Certify.Cli.Stages;
using Certify.Facts;
using Certify.Machine;

namespace Certify.Benchmarks.Frames;

/// <summary>Frames per second of the properties on host and target, one boot each, and start-to-exit times.</summary>
internal static class FrameBenchmark
{
    private const int Rounds = 3;

    public static int Run(string path)
    {
        var work = Workspace.Open(ProjectLocator.Locate(path).FirstApp(), new StageLog(quiet: true));
        var flight = BuildStage.Run(work, BuildStage.Flight, null, [], out _);
        var properties = PropertyAssembly.Load(work);

        Console.WriteLine($"{"round",-8}{"host frames/s",16}{"target frames/s",18}{"target/host",14}");
        for (var round = 1; round <= Rounds; round++)
        {
            var host = Measure(TestSide.Host);
            var target = Measure(TestSide.Target);
            Console.WriteLine($"{round,-8}{host,16:N0}{target,18:N0}{target / host,14:0.00}");
        }

        Console.WriteLine($"{"echo",-8}{"",16}{Echo(),18:N0}  zero frames in batches of 10,000, nothing generated or checked");
        var times = BootProbe.WallTimes(GuestImage.Load(flight.Elf), null, ImageStage.Request(flight, 100), 20).Select(t => t.TotalMilliseconds).Order().ToList();
        Console.WriteLine($"start to exit with 100 frames, 20 runs: least {times[0]:0} ms, median {times[10]:0} ms, most {times[^1]:0} ms");
        return 0;

        double Measure(TestSide side)
        {
            var output = TestStage.Run(work, flight, properties, new TestRequest([side], TestStage.FixedSeed), _ => { });
            if (output.Facts.Results.Any(r => r.Verdict != Verdict.Passed)) throw new InvalidOperationException("a property failed");
            return output.Rates.Single().FramesPerSecond;
        }

        double Echo()
        {
            const int Batch = 10_000, Batches = 100;
            using var guest = TestStage.Boot(flight, properties)();
            var tags = new FrameTag[Batch];
            var inputs = new byte[Batch * guest.InputBytes];
            var outputs = new byte[Batch * guest.OutputBytes];
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < Batches; i++)
            {
                if (guest.Run(tags, inputs, outputs).End != GuestEnd.Completed) throw new InvalidOperationException("the guest died");
            }

            return Batch * Batches / watch.Elapsed.TotalSeconds;
        }
    }
}
