using Certify.Cli.Output;
using Certify.Cli.Settings;
using Certify.Cli.Stages;
using Certify.Cli.Tools;
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
        var feed = Path.Combine(_folder, "feed");
        // A version of its own per content: the package folder of this machine keeps what it once unpacked.
        var version = "0.1.0-t" + Digest.Of(string.Join('\n', app.Work.BuildInputs()) + StageCache.DigestOfTool())[..12];
        foreach (var project in new[] { "unikernel/Certify.Unikernel.Sdk", "evidence/Certify.Testing" })
            Dotnet(FlightMonitorFixture.Root, "pack", project, "-c", "Release", "-o", feed, "-v", "quiet", "-nologo", "-p:PackageVersion=" + version);
        var copy = Directory.CreateDirectory(Path.Combine(_folder, "an app")).FullName;
        foreach (var file in Workspace.FilesBelow(app.Folder).Where(f => Path.GetFileName(f) != "packages.lock.json"))
        {
            var to = Path.Combine(copy, Path.GetRelativePath(app.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
            if (to.EndsWith(".csproj", StringComparison.Ordinal))
                File.WriteAllText(to, File.ReadAllText(to).Replace("Version=\"0.1.0\"", $"Version=\"{version}\""));
        }

        File.WriteAllText(Path.Combine(copy, "nuget.config"),
            $"<configuration><packageSources><add key=\"feed\" value=\"{feed}\" /></packageSources></configuration>");
        var work = Workspace.Open(ProjectLocator.Locate(copy).FirstApp(), new StageLog(quiet: true));
        var flight = BuildStage.Run(work, BuildStage.Flight, null, [], out _);
        var run = QemuRun.Run(GuestImage.Load(flight.Elf), null, ImageStage.Request(flight, 100));
        Assert.Equal(GuestEnd.Completed, run.Outcome.End);
        var request = new TestRequest([Certify.Facts.TestSide.Target], TestStage.FixedSeed, 2);
        var results = TestStage.Run(work, flight, PropertyAssembly.Load(work), request, _ => { }).Facts.Results;
        Assert.True(results.Count > 50);
        Assert.All(results, r => Assert.Equal(Certify.Facts.Verdict.Passed, r.Verdict));
    }

    private static void Dotnet(string folder, params string[] arguments)
    {
        var result = ProcessRunner.Run("dotnet", arguments, folder);
        Assert.True(result.ExitCode == 0, result.All);
    }
}
