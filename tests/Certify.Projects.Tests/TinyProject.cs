using Certify.Projects.Checking;

namespace Certify.Projects.Tests;

/// <summary>A class library in a temporary folder that uses the safe subset's analyzers.</summary>
internal sealed class TinyProject : IDisposable
{
    public const string CleanSource = """
        using Certify;

        [Requirement("X-LLR-001")]
        static class Clean
        {
            public static int Twice(int x) => x + x;
        }
        """;

    private const string Analyzer = """<Analyzer Include="ANALYZER" />""";

    public TinyProject(string source, string properties = "", string items = Analyzer)
    {
        Folder = Directory.CreateTempSubdirectory("certify-tiny-").FullName;
        Directory.CreateDirectory(Path.Combine(Folder, "src"));
        ProjectPath = Path.Combine(Folder, "src", "Tiny.csproj");
        var build = Path.Combine(Repository.Root, "analyzers", "Certify.Analyzers", "build", "Certify.Analyzers.props");
        File.WriteAllText(ProjectPath, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <Import Project="{build}" />
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                {properties}
              </PropertyGroup>
              <ItemGroup>{items.Replace("ANALYZER", Path.Combine(AppContext.BaseDirectory, "Certify.Analyzers.dll"), StringComparison.Ordinal)}</ItemGroup>
            </Project>
            """);
        Write("src/Tiny.cs", source);
        Write("src/Annotations.cs", File.ReadAllText(Path.Combine(Repository.Root, "unikernel", "Certify.Annotations", "Annotations.cs")));
    }

    public string Folder { get; }

    public string ProjectPath { get; }

    public ProjectCheckRequest Request => new(ProjectPath, Folder, "Release", "0.1.0", "certify check src", "unversioned", false);

    public void Write(string path, string text) => File.WriteAllText(Path.Combine(Folder, path), text);

    public Task<ProjectCheckResult> CheckAsync() => ProjectChecker.CheckAsync(Request, CancellationToken.None);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
