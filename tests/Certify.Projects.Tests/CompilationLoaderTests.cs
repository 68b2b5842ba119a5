using System.Security.Cryptography;
using Certify.Projects.Loading;
using Microsoft.CodeAnalysis;

namespace Certify.Projects.Tests;

public class CompilationLoaderTests
{
    // @verifies CFY-LLR-033
    [Fact]
    public async Task Loads_host_and_target_of_an_application()
    {
        var path = Path.Combine(Repository.Root, "unikernel", "Apps", "Hello", "Hello.csproj");
        var loaded = await CompilationLoader.LoadAsync(new CompilationRequest(path, Repository.Root), CancellationToken.None);
        Assert.Equal("unikernel/Apps/Hello/Hello.csproj", loaded.ProjectPath);
        Assert.DoesNotContain("CERTIFY_TARGET", loaded.Host.ParseOptions.PreprocessorSymbolNames);
        var target = loaded.Target!;
        Assert.Contains("CERTIFY_TARGET", target.ParseOptions.PreprocessorSymbolNames);
        Assert.Empty(target.Compilation.References);
        Assert.Contains(target.Sources, source => source.Path == "unikernel/CoreLib/System/Object.cs");
        Assert.Contains(target.Sources, source => source.Path.EndsWith("CertifyEntry.g.cs", StringComparison.Ordinal));
        Assert.DoesNotContain(
            loaded.All.SelectMany(compilation => compilation.Compilation.GetDiagnostics()),
            diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error);
    }

    // @verifies CFY-LLR-033
    [Fact]
    public async Task Loads_a_project_that_signs_its_assembly()
    {
        using var project = new TinyProject(
            TinyProject.CleanSource, "<SignAssembly>true</SignAssembly><AssemblyOriginatorKeyFile>tiny.snk</AssemblyOriginatorKeyFile>", items: "", package: false);
        using (var key = new RSACryptoServiceProvider(1024)) await File.WriteAllBytesAsync(Path.Combine(project.Folder, "src", "tiny.snk"), key.ExportCspBlob(includePrivateParameters: true));
        var loaded = await CompilationLoader.LoadAsync(new CompilationRequest(project.ProjectPath, project.Folder), CancellationToken.None);
        Assert.DoesNotContain(loaded.Host.Compilation.GetDiagnostics(), diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error);
        Assert.Equal(160, loaded.Host.Compilation.Assembly.Identity.PublicKey.Length);
    }

    [Theory]
    [InlineData("/repo/a/b.cs", "a/b.cs")]
    [InlineData("/repo/a/../c.cs", "c.cs")]
    [InlineData("/home/x/.nuget/packages/p/1.0.0/c.cs", "packages/p/1.0.0/c.cs")]
    [InlineData("/elsewhere/c.cs", "outside/c.cs")]
    [InlineData("/repository/c.cs", "outside/c.cs")]
    [InlineData("Generator/Type/c.g.cs", "generated/Generator/Type/c.g.cs")]
    [InlineData("/sdk/CoreLib/c.cs", "_certify/CoreLib/c.cs")]
    public void Report_paths_are_the_same_on_every_machine(string path, string expected) =>
        Assert.Equal(expected, new ReportPaths("/repo/", [new("/sdk/", "/_certify/")]).Of(path));
}
