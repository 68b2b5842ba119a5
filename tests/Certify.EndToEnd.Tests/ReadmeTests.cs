using System.Text.RegularExpressions;
using Certify.Cli.Output;
using Certify.Cli.Settings;
using Certify.Cli.Stages;
using Certify.Cli.Tools;
using Xunit;

namespace Certify.EndToEnd.Tests;

/// <summary>The application that the README lets a reader write, file by file as it is printed there.</summary>
public sealed partial class ReadmeTests(FlightMonitorFixture app) : IClassFixture<FlightMonitorFixture>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("certify-readme-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Its_application_builds_without_a_warning_and_packages_without_a_finding()
    {
        var copy = Directory.CreateDirectory(Path.Combine(_folder, "Blinker")).FullName;
        var version = PackageFeed.Pack(_folder, app);
        foreach (var (name, text) in Files())
        {
            var to = Path.Combine(copy, name);
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.WriteAllText(to, text.Replace("Version=\"0.1.0\"", $"Version=\"{version}\""));
        }

        PackageFeed.UseIn(copy, _folder);
        var build = ProcessRunner.Run("dotnet", ["build", "-nologo"], copy);
        Assert.True(build.ExitCode == 0, build.All);
        Assert.DoesNotContain("warning", build.Output, StringComparison.Ordinal);

        var work = Workspace.Open(ProjectLocator.Locate(copy).FirstApp(), new StageLog(quiet: true));
        var package = new PackageStage(work, work.App.Yaml.Level).Run();
        Assert.Empty(package.Findings);
        Assert.False(package.Failed);
    }

    private static List<(string Name, string Text)> Files()
    {
        var readme = File.ReadAllText(Path.Combine(FlightMonitorFixture.Root, "README.md"));
        var files = Printed().Matches(readme).Select(m => (m.Groups[1].Value, m.Groups[2].Value)).ToList();
        Assert.Contains(files, f => f.Item1 == "Blinker.csproj");
        Assert.Contains(files, f => f.Item1 == "properties/BlinkerProperties.cs");
        return files;
    }

    // A line with nothing but `name`:, then a fenced block.
    [GeneratedRegex(@"^`([\w./]+)`:\n\n```\w+\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Printed();
}
