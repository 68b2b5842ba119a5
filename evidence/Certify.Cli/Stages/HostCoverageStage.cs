using Certify.Cli.Tools;
using Certify.Coverage.Host;
using Certify.Facts;

namespace Certify.Cli.Stages;

/// <summary>Coverage of the class library on the host, through Coverlet: a source of its own, no credit for the target.</summary>
internal static class HostCoverageStage
{
    private const string Raw = "host-raw.json";

    /// <summary>Runs the properties project under Coverlet and leaves its report in a folder.</summary>
    public static void Run(Workspace work, string into)
    {
        var project = Path.GetFullPath(Path.Combine(work.App.Folder, work.App.Yaml.Properties!));
        var results = Path.Combine(into, "vstest");
        var run = ProcessRunner.Run("dotnet",
            ["test", project, "-c", "Release", "-nologo", "-v", "quiet", "--results-directory", results, "--collect",
                $"XPlat Code Coverage;Format=json;ExcludeAssembliesWithoutSources=None;Include=[{Path.GetFileNameWithoutExtension(work.App.ProjectFile)}]*"],
            work.App.Folder, TimeSpan.FromMinutes(10));
        var report = Directory.Exists(results) ? Directory.GetFiles(results, "coverage.json", SearchOption.AllDirectories) : [];
        if (run.ExitCode != 0 || report.Length != 1)
            throw new CommandException(ExitCodes.Findings, "host coverage could not be taken\n" + string.Join('\n', run.All.Trim().Split('\n').TakeLast(15)));
        File.Move(report[0], Path.Combine(into, Raw));
        Directory.Delete(results, recursive: true);
    }

    /// <summary>Reads what <see cref="Run"/> left.</summary>
    public static CoverageFacts Read(Workspace work, string folder)
    {
        var bytes = File.ReadAllBytes(Path.Combine(folder, Raw));
        var own = TraceStage.AppSources(work.App).ToDictionary(f => work.Paths.Of(f), f => f, StringComparer.Ordinal);
        var header = work.Header(CoverageFacts.Schema, "certify coverage (host, Coverlet)", work.Digests(own.Values));
        var facts = HostCoverage.Read(bytes, "Coverlet's report", header, "all properties on the host",
            file => Shown(work, file) is { } shown && own.ContainsKey(shown) ? shown : null,
            shown => work.ComponentOf(own[shown]));
        return facts.Statements.Count > 0
            ? facts
            : throw new CommandException(ExitCodes.Findings, "Coverlet measured nothing of the application");
    }

    // Coverlet names a source as the symbols do: by the path map where the project has one, else by its place on this machine.
    private static string? Shown(Workspace work, string file)
    {
        if (file.StartsWith("/_/", StringComparison.Ordinal)) return work.FromImage(file);
        return file.StartsWith(work.Git.Root + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? work.Paths.Of(file) : null;
    }
}
