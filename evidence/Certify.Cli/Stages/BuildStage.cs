using System.Text.RegularExpressions;
using Certify.Cli.Tools;

namespace Certify.Cli.Stages;

/// <summary>What a build of an application gives.</summary>
/// <param name="Elf">The bootable image.</param>
/// <param name="MapXml">ILC's map.</param>
/// <param name="IlcLog">ILC's log, with its lines on static initialisation.</param>
/// <param name="TargetAssembly">The IL that ILC compiled.</param>
/// <param name="HostAssembly">The same application as a .NET class library.</param>
internal sealed record BuildOutput(string Elf, string MapXml, string IlcLog, string TargetAssembly, string HostAssembly)
{
    /// <summary>SHA-256 of the image.</summary>
    public string ElfSha256 { get; } = Digest.OfFile(Elf);
}

/// <summary>Builds host assembly and image of an application.</summary>
internal static partial class BuildStage
{
    /// <summary>Name of the image as it flies.</summary>
    public const string Flight = "flight";

    /// <summary>Name of the image with coverage counters.</summary>
    public const string Instrumented = "instrumented";

    /// <summary>Builds, or takes what an equal build gave.</summary>
    /// <param name="work">The application.</param>
    /// <param name="variant"><see cref="Flight"/> or <see cref="Instrumented"/>.</param>
    /// <param name="sourceList">File with the sources of the target compilation, or null for the project's own.</param>
    /// <param name="key">Further cache key lines (digests of the rewritten sources).</param>
    /// <param name="cached">True when nothing had to be built.</param>
    public static BuildOutput Run(Workspace work, string variant, string? sourceList, IEnumerable<string> key, out bool cached)
    {
        var name = Path.GetFileNameWithoutExtension(work.App.ProjectFile);
        (var folder, cached) = work.Cache.Get("build-" + variant, work.BuildInputs().Concat(key),
            into => Build(work, variant, sourceList, name, into));
        return new BuildOutput(
            Path.Combine(folder, name + ".elf"), Path.Combine(folder, name + ".map.xml"), Path.Combine(folder, name + ".ilc.log"),
            Path.Combine(folder, name + ".target.dll"), Path.Combine(folder, name + ".dll"));
    }

    private static void Build(Workspace work, string variant, string? sourceList, string name, string into)
    {
        List<string> arguments = ["build", work.App.ProjectFile, "-c", "Release", "-nologo", "-v", "quiet", "-p:CertifyVariant=" + variant];
        if (sourceList is not null) arguments.Add("-p:CertifyTargetSourceList=" + sourceList);
        var result = ProcessRunner.Run("dotnet", arguments, work.App.Folder);
        if (result.ExitCode != 0) throw Failure(work.App.Name, result);
        var output = Path.Combine(work.App.Folder, "bin", "Release", "net10.0");
        var image = Path.Combine(output, "certify", variant);
        foreach (var file in new[] { name + ".elf", name + ".map.xml", name + ".ilc.log", name + ".target.dll" })
            Copy(Path.Combine(image, file), Path.Combine(into, file));
        Copy(Path.Combine(output, name + ".dll"), Path.Combine(into, name + ".dll"));
        var pdb = Path.Combine(output, name + ".pdb");
        if (File.Exists(pdb)) File.Copy(pdb, Path.Combine(into, name + ".pdb"));
    }

    private static void Copy(string from, string to)
    {
        if (!File.Exists(from))
            throw new CommandException(ExitCodes.InternalFault, $"the build ended without error but gave no {from}");
        File.Copy(from, to);
    }

    /// <summary>What a failed build says: its error lines, each once.</summary>
    public static CommandException Failure(string name, ProcessResult result)
    {
        var lines = result.All.Split('\n')
            .Select(l => ProjectSuffix().Replace(l.Trim(), ""))
            .Where(l => l.Contains(": error ", StringComparison.Ordinal))
            .Distinct().ToList();
        if (lines.Count == 0) lines = [.. result.All.Trim().Split('\n').TakeLast(20)];
        var environment = lines.Any(l => l.Contains("CERTIFYSDK", StringComparison.Ordinal) && l.Contains("install", StringComparison.Ordinal));
        return new CommandException(
            environment ? ExitCodes.HostEnvironment : ExitCodes.Findings,
            $"{name} does not build ({lines.Count} errors)\n" + string.Join('\n', lines),
            lines.Any(l => l.Contains(" CFY", StringComparison.Ordinal)) ? "each CFY rule has a page in analyzers/rules" : null);
    }

    [GeneratedRegex(@" \[[^\]]*proj(::[^\]]*)?\]$")]
    private static partial Regex ProjectSuffix();
}
