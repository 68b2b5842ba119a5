using System.Diagnostics;
using Certify.Cli.Tools;
using Certify.Facts;
using Certify.Machine;
using Certify.Testing;

namespace Certify.Cli.Stages;

/// <summary>How fast a side ran; printed, never part of a package.</summary>
internal sealed record Rate(TestSide Side, long Frames, TimeSpan Time)
{
    /// <summary>Frames generated, run and checked per second.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public double FramesPerSecond => Time.TotalSeconds > 0 ? Frames / Time.TotalSeconds : 0;
}

/// <summary>What the properties gave.</summary>
internal sealed record TestOutput(TestFacts Facts, byte[] JUnit, IReadOnlyList<Rate> Rates);

/// <summary>What to run of the properties.</summary>
internal sealed record TestRequest(
    IReadOnlyList<TestSide> Sides, ulong Seed, int? Cases = null, string? Property = null, int? Case = null, bool Shrink = true);

/// <summary>Runs an application's properties on host and target.</summary>
internal static class TestStage
{
    /// <summary>The seed of packages.</summary>
    public const ulong FixedSeed = 20_260_101;

    /// <summary>Runs the properties; on target sides the flight image is booted.</summary>
    public static TestOutput Run(Workspace work, BuildOutput flight, PropertyAssembly properties, TestRequest request, Action<string> progress)
    {
        var entries = Choose(properties.Catalogue, request.Property);
        var options = new RunOptions
        {
            Seed = request.Seed,
            Cases = request.Cases,
            Case = request.Case,
            Shrink = request.Shrink,
            ReplayTool = work.ShownTool,
            ReplayPath = work.ShownFolder,
        };
        var observer = new Observer(progress);
        var results = new PropertyRunner(properties.Application, Boot(flight, properties), options, observer).Run(entries, request.Sides);
        var inputs = new[] { new FileDigest(Path.GetFileName(flight.Elf), flight.ElfSha256), new FileDigest(Path.GetFileName(flight.HostAssembly), Digest.OfFile(flight.HostAssembly)) };
        var header = work.Header(TestFacts.Schema, $"certify test --seed {request.Seed}", inputs, request.Seed, flight.ElfSha256);
        var titles = entries.ToDictionary(e => e.TestId, e => e.Title);
        return new TestOutput(
            new TestFacts(header, properties.Application.LayoutHash, results),
            JUnitXml.Write(results, id => titles.GetValueOrDefault(id, id)),
            observer.Rates);
    }

    /// <summary>Runs every property on every side, or takes what an equal run gave (rates are those of that run).</summary>
    public static TestOutput Cached(
        Workspace work, BuildOutput flight, PropertyAssembly properties, ulong seed, Action<string> progress, out bool cached)
    {
        (var folder, cached) = work.Cache.Get("results", work.BuildInputs().Append($"seed {seed}").Append(flight.ElfSha256), into =>
        {
            var output = Run(work, flight, properties, new TestRequest([TestSide.Host, TestSide.Target, TestSide.Differential], seed), progress);
            File.WriteAllBytes(Path.Combine(into, "results.json"), FactJson.Write(output.Facts));
            File.WriteAllBytes(Path.Combine(into, "junit.xml"), output.JUnit);
            File.WriteAllBytes(Path.Combine(into, "rates.json"), FactJson.Write(output.Rates));
        });
        var facts = Workspace.ReadFacts<TestFacts>(Path.Combine(folder, "results.json"));
        return new TestOutput(
            facts with { Header = work.Restamp(facts.Header) },
            File.ReadAllBytes(Path.Combine(folder, "junit.xml")),
            Workspace.ReadFacts<IReadOnlyList<Rate>>(Path.Combine(folder, "rates.json")));
    }

    /// <summary>Starts guests of an image, checked against the host assembly's port layouts.</summary>
    public static Func<IGuest> Boot(BuildOutput build, PropertyAssembly properties, QemuOptions? qemu = null)
    {
        var image = GuestImage.Load(build.Elf, build.TargetAssembly);
        var types = PortTypes.OfApplication(properties.Application.Type.Assembly, properties.Application.Type.FullName!);
        return () => QemuGuest.Start(image, qemu, types);
    }

    private static IReadOnlyList<PropertyEntry> Choose(PropertyCatalogue catalogue, string? id)
    {
        if (id is null) return catalogue.Entries;
        IReadOnlyList<PropertyEntry> chosen = [.. catalogue.Entries.Where(e => e.TestId == id)];
        if (chosen.Count == 0)
            chosen = [.. catalogue.Entries.Where(e => e.TestId.EndsWith("." + id, StringComparison.Ordinal))];
        return chosen.Count switch
        {
            1 => chosen,
            0 => throw CommandException.BadInput($"no property '{id}'", "certify test --list names them"),
            _ => throw CommandException.BadInput($"'{id}' names {chosen.Count} properties", "give the whole id"),
        };
    }

    private sealed class Observer(Action<string> progress) : IRunObserver
    {
        private readonly Stopwatch _watch = new();
        private readonly Dictionary<TestSide, (long Frames, TimeSpan Time)> _sides = [];
        private string _title = "";

        public IReadOnlyList<Rate> Rates => [.. _sides.OrderBy(s => s.Key).Select(s => new Rate(s.Key, s.Value.Frames, s.Value.Time))];

        public void TestStarted(PropertyEntry entry, TestSide side)
        {
            _title = entry.Title;
            _watch.Restart();
        }

        public void Progress(int cases, long frames) => progress($"{_title}: {cases} cases, {frames} frames in all");

        public void TestFinished(PropertyEntry entry, TestResult result, int testsDone, int testsTotal)
        {
            var (frames, time) = _sides.GetValueOrDefault(result.Side);
            _sides[result.Side] = (frames + result.Frames, time + _watch.Elapsed);
            progress($"{testsDone} of {testsTotal} runs");
        }
    }
}
