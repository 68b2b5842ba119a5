using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;

namespace Certify.Machine.Tests;

/// <summary>Builds an application of the repository and gives its image and host types.</summary>
internal sealed record AppBuild(GuestImage Image, PortTypes Types, string Base)
{
    private static readonly ConcurrentDictionary<string, Lazy<AppBuild>> s_built = new(StringComparer.Ordinal);

    public static AppBuild Of(string name) => s_built.GetOrAdd(name, static n => new(() => Build(n))).Value;

    private static AppBuild Build(string name)
    {
        var folder = Path.Combine(Root(), "unikernel", "Apps", name);
        var start = new ProcessStartInfo("dotnet", ["build", folder, "-c", "Release", "-v", "q", "-nodeReuse:false"])
        {
            RedirectStandardOutput = true,
        };
        // What the test run itself was started with must not steer the build.
        foreach (var key in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(key);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
        var files = Path.Combine(folder, "bin", "Release", "net10.0");
        var stem = Path.Combine(files, "certify", "flight", name);
        var types = PortTypes.OfApplication(Assembly.LoadFrom(Path.Combine(files, $"{name}.dll")), $"{name}.{name}Application");
        return new(GuestImage.Load(stem + ".elf", stem + ".target.dll"), types, stem);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Directory.Packages.props"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException("the repository's root is not above the tests");
    }
}
