using Certify.Cli.Output;
using Certify.Cli.Settings;
using Certify.Cli.Stages;
using Certify.Machine;
using Xunit;

namespace Certify.EndToEnd.Tests;

/// <summary>An application in a folder of its own, with the SDK from a package feed.</summary>
public sealed class OutsideTests(FlightMonitorFixture app) : IClassFixture<FlightMonitorFixture>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("certify-outside-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Builds_boots_and_passes_its_properties_in_QEMU()
    {
        var version = PackageFeed.Pack(_folder, app);
        var copy = Directory.CreateDirectory(Path.Combine(_folder, "an app")).FullName;
        foreach (var file in Workspace.FilesBelow(app.Folder).Where(f => Path.GetFileName(f) != "packages.lock.json"))
        {
            var to = Path.Combine(copy, Path.GetRelativePath(app.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
            if (to.EndsWith(".csproj", StringComparison.Ordinal))
                File.WriteAllText(to, File.ReadAllText(to).Replace("Version=\"0.1.0\"", $"Version=\"{version}\""));
        }

        PackageFeed.UseIn(copy, _folder);
        var work = Workspace.Open(ProjectLocator.Locate(copy).FirstApp(), new StageLog(quiet: true));
        var flight = BuildStage.Run(work, BuildStage.Flight, null, [], out _);
        var run = QemuRun.Run(GuestImage.Load(flight.Elf), null, ImageStage.Request(flight, 100));
        Assert.Equal(GuestEnd.Completed, run.Outcome.End);
        var request = new TestRequest([Certify.Facts.TestSide.Target], TestStage.FixedSeed, 2);
        var results = TestStage.Run(work, flight, PropertyAssembly.Load(work), request, _ => { }).Facts.Results;
        Assert.True(results.Count > 50);
        Assert.All(results, r => Assert.Equal(Certify.Facts.Verdict.Passed, r.Verdict));
    }
}
