using Certify.Projects.Checking;
using Certify.Projects.Loading;

namespace Certify.Projects.Tests;

/// <summary>A class library in a temporary folder that uses the safe subset's analyzers.</summary>
internal sealed class TinyProject : IDisposable
{
    public const string CleanSource = """
        using Certify;

        /// <summary>The limits of the output.</summary>
        [Requirement("X-LLR-001")]
        static class Clean
        {
            private const int RateLimit = 5;

            /// <summary>Gives the greatest change of the output, in percent per frame.</summary>
            internal static int Rate() => RateLimit;
        }
        """;

    private const string Analyzer = """<Analyzer Include="ANALYZER" />""";

    /// <param name="source">Text of its one source.</param>
    /// <param name="properties">Further properties.</param>
    /// <param name="items">Its items; the analyzer if left out.</param>
    /// <param name="package">False for a project that does not use the package.</param>
    /// <param name="last">What stands at the end of the project file.</param>
    public TinyProject(string source, string properties = "", string items = Analyzer, bool package = true, string last = "")
    {
        Folder = Directory.CreateTempSubdirectory("certify-tiny-").FullName;
        Directory.CreateDirectory(Path.Combine(Folder, "src"));
        ProjectPath = Path.Combine(Folder, "src", "Tiny.csproj");
        var build = Path.Combine(Repository.Root, "analyzers", "Certify.Analyzers", "build", "Certify.Analyzers.");
        string Import(string kind) => package ? $"<Import Project=\"{build}{kind}\" />" : "";
        File.WriteAllText(ProjectPath, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              {Import("props")}
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <LangVersion>14.0</LangVersion>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <CheckForOverflowUnderflow>true</CheckForOverflowUnderflow>
                <InvariantGlobalization>true</InvariantGlobalization>
                {properties}
              </PropertyGroup>
              <ItemGroup>{items.Replace("ANALYZER", Path.Combine(AppContext.BaseDirectory, "Certify.Analyzers.dll"), StringComparison.Ordinal)}</ItemGroup>
              {Import("targets")}
              {last}
            </Project>
            """);
        Write("src/Tiny.cs", source);
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "unikernel", "Certify.Annotations"), "*.cs"))
            File.Copy(file, Path.Combine(Folder, "src", Path.GetFileName(file)));
    }

    public string Folder { get; }

    public string ProjectPath { get; }

    public ProjectCheckRequest Request => new(ProjectPath, Folder, "Release", "0.1.0", "certify check src", "unversioned", false);

    public void Write(string path, string text) => File.WriteAllText(Path.Combine(Folder, path), text);

    public Task<ProjectCheckResult> CheckAsync() => ProjectChecker.CheckAsync(Request, CancellationToken.None);

    public Task<ProjectCompilations> LoadAsync() =>
        CompilationLoader.LoadAsync(new CompilationRequest(ProjectPath, Folder), CancellationToken.None);

    /// <summary>Builds it; gives exit code and output.</summary>
    public (int ExitCode, string Output) Build(params string[] arguments)
    {
        var output = Run(["build", ProjectPath, "-c", "Release", "-nologo", "-v", "quiet", "-nodeReuse:false", .. arguments]);
        return (output.Contains("error", StringComparison.Ordinal) ? 1 : 0, output);
    }

    /// <summary>Runs dotnet; gives its output.</summary>
    public string Run(params string[] arguments)
    {
        var start = new System.Diagnostics.ProcessStartInfo("dotnet") { RedirectStandardOutput = true, WorkingDirectory = Folder };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = System.Diagnostics.Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
