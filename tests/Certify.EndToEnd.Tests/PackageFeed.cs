using Certify.Cli.Stages;
using Certify.Cli.Tools;
using Xunit;

namespace Certify.EndToEnd.Tests;

/// <summary>The SDK and the testing package in a feed of the test's own, as an application outside the repository sees them.</summary>
internal static class PackageFeed
{
    /// <summary>Packs both into FOLDER/feed.</summary>
    /// <returns>Their version, one per content: the package folder of this machine keeps what it once unpacked.</returns>
    public static string Pack(string folder, FlightMonitorFixture app)
    {
        var version = "0.1.0-t" + Digest.Of(string.Join('\n', app.Work.BuildInputs()) + StageCache.DigestOfTool())[..12];
        foreach (var project in new[] { "unikernel/Certify.Unikernel.Sdk", "evidence/Certify.Testing" })
        {
            var result = ProcessRunner.Run("dotnet",
                ["pack", project, "-c", "Release", "-o", Path.Combine(folder, "feed"), "-v", "quiet", "-nologo", "-p:PackageVersion=" + version],
                FlightMonitorFixture.Root);
            Assert.True(result.ExitCode == 0, result.All);
        }

        return version;
    }

    /// <summary>Names FOLDER/feed as a source for the projects below another folder.</summary>
    public static void UseIn(string projects, string folder) => File.WriteAllText(Path.Combine(projects, "nuget.config"),
        $"<configuration><packageSources><add key=\"feed\" value=\"{Path.Combine(folder, "feed")}\" /></packageSources></configuration>");
}
