using System.Diagnostics;
using System.Globalization;
using Certify.Cli.Tools;

namespace Certify.Benchmarks.Rules;

/// <summary>
/// Two projects over the same sources, as a user has them: one as the SDK makes it, one that refers to the rules' package
/// besides. Both are built by <c>dotnet build</c>, the SDK's own analyzers at their defaults in both.
/// </summary>
internal sealed class ProjectBuild : IDisposable
{
    private readonly string _folder;
    private readonly string _server = $"certify-bench-{Environment.ProcessId}-project";

    /// <summary>Packs the rules, writes both projects and restores them from the packed feed alone.</summary>
    /// <exception cref="InvalidOperationException">The package or a project cannot be made.</exception>
    public ProjectBuild(string folder, IReadOnlyList<(string Name, string Text)> files)
    {
        _folder = folder;
        Directory.CreateDirectory(folder);
        Need(ProcessRunner.Run("dotnet", ["pack", "analyzers/Certify.Analyzers", "-c", "Release", "-o", Path.Combine(folder, "feed"), "-v", "quiet", "-nologo"], Toolset.Root));
        File.WriteAllText(Path.Combine(folder, "nuget.config"), """
            <configuration>
              <config><add key="globalPackagesFolder" value="packages" /></config>
              <packageSources><clear /><add key="feed" value="feed" /></packageSources>
            </configuration>
            """);
        foreach (var rules in new[] { false, true })
        {
            var project = Project(rules);
            Directory.CreateDirectory(project);
            foreach (var (name, text) in files) File.WriteAllText(Path.Combine(project, name), text);
            foreach (var file in Directory.GetFiles(Path.Combine(Toolset.Root, "unikernel", "Certify.Annotations"), "*.cs"))
                File.Copy(file, Path.Combine(project, Path.GetFileName(file)), overwrite: true);
            File.WriteAllText(Path.Combine(project, "Bench.csproj"), ProjectText(rules));
            Need(ProcessRunner.Run("dotnet", ["restore", "-v", "quiet"], project));
        }
    }

    /// <summary>Builds once, everything anew.</summary>
    /// <param name="rules">With the rules' package.</param>
    /// <param name="server">By a compiler server, which stays from build to build; else by a compiler started for this build.</param>
    /// <returns>Wall time of the whole command; its processor time, to which a server's does not belong.</returns>
    /// <exception cref="InvalidOperationException">The build failed.</exception>
    public CompilerTime Run(bool rules, bool server)
    {
        const string Script = "\"$@\" > build.log 2>&1; echo $?; times";
        var watch = Stopwatch.StartNew();
        var result = ProcessRunner.Run("sh",
            ["-c", Script, "sh", "dotnet", "build", "-c", "Release", "--no-restore", "--no-incremental", "-nologo", "-v", "quiet", "-nodeReuse:false",
                server ? "-p:SharedCompilationId=" + _server : "-p:UseSharedCompilation=false"],
            Project(rules));
        watch.Stop();
        var log = File.ReadAllText(Path.Combine(Project(rules), "build.log"));
        if (!result.Output.StartsWith("0\n", StringComparison.Ordinal)) throw new InvalidOperationException(log);
        return new CompilerTime(watch.Elapsed, CompilerRun.Children(result.Output), log);
    }

    /// <inheritdoc/>
    public void Dispose() => ProcessRunner.Run("dotnet", ["exec", Toolset.CompilerServer, "-pipename:" + _server, "-shutdown"], _folder);

    private string Project(bool rules) => Path.Combine(_folder, rules ? "with" : "without");

    private static string ProjectText(bool rules) => string.Create(CultureInfo.InvariantCulture, $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <InvariantGlobalization>true</InvariantGlobalization>
            <CheckForOverflowUnderflow>true</CheckForOverflowUnderflow>
            <GenerateDocumentationFile>true</GenerateDocumentationFile>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <CertifyCompilerVersion>{Toolset.CompilerVersion}</CertifyCompilerVersion>
          </PropertyGroup>
          <ItemGroup>{(rules ? "<PackageReference Include=\"Certify.Analyzers\" Version=\"*\" PrivateAssets=\"all\" />" : "")}</ItemGroup>
        </Project>
        """);

    private static void Need(ProcessResult result)
    {
        if (result.ExitCode != 0) throw new InvalidOperationException(result.All);
    }
}
