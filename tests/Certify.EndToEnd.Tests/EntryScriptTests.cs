using Certify.Cli;
using Certify.Cli.Tools;
using Xunit;

namespace Certify.EndToEnd.Tests;

/// <summary>./certify on machines that lack something. It runs from a copy, on a PATH of the test's own.</summary>
public sealed class EntryScriptTests : IDisposable
{
    private static readonly string[] s_always = ["dirname", "id", "uname", "cat", "find", "sort", "cksum", "head", "tail", "mkdir", "rm", "grep"];

    private readonly string _folder = Directory.CreateTempSubdirectory("certify-entry-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Names_every_missing_package_where_it_cannot_install_them()
    {
        var run = Run("package");
        Assert.Equal(ExitCodes.HostEnvironment, run.ExitCode);
        foreach (var package in new[] { "binutils", "qemu-system-x86", "git" })
            Assert.Contains($"Debian package {package}\n", run.Error, StringComparison.Ordinal);
        Assert.Contains("apt-get install --no-install-recommends binutils qemu-system-x86 git\n", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("package", "--help")]
    public void Asks_only_for_the_SDK_where_no_image_is_made(params string[] arguments)
    {
        var run = Run(arguments);
        Assert.Equal(ExitCodes.HostEnvironment, run.ExitCode);
        Assert.Contains("missing: the .NET SDK 10", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("binutils", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Needs_no_ICU_library_and_shows_what_a_wrong_SDK_says()
    {
        var dotnet = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "bin")).FullName, "dotnet");
        File.WriteAllText(dotnet, "#!/bin/sh\necho \"invariant: $DOTNET_SYSTEM_GLOBALIZATION_INVARIANT\"\nexit 145\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(dotnet, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var run = Run("verify");
        Assert.Equal(ExitCodes.HostEnvironment, run.ExitCode);
        Assert.Contains("invariant: 1", run.Error, StringComparison.Ordinal);
        Assert.Contains("this dotnet cannot build the tool", run.Error, StringComparison.Ordinal);
    }

    private ProcessResult Run(params string[] arguments)
    {
        var script = Path.Combine(_folder, "certify");
        var bin = Directory.CreateDirectory(Path.Combine(_folder, "bin")).FullName;
        File.Copy(Path.Combine(FlightMonitorFixture.Root, "certify"), script);
        foreach (var name in s_always)
        {
            var program = new[] { "/usr/bin/", "/bin/" }.Select(f => f + name).First(File.Exists);
            File.CreateSymbolicLink(Path.Combine(bin, name), program);
        }

        return ProcessRunner.Run("sh", [script, .. arguments], _folder, TimeSpan.FromMinutes(1), new Dictionary<string, string> { ["PATH"] = bin });
    }
}
