using Certify.Cli;
using Certify.Cli.Tools;
using Xunit;

namespace Certify.EndToEnd.Tests;

/// <summary>A library outside the repository whose only tie to Certify is one reference to the package of the rules.</summary>
public sealed class AnalyzerPackageTests : IDisposable
{
    private const string Clean = """
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

    private const string Bad = """
        static class Bad
        {
            internal static int F(int x) { if (x > 0) { goto end; } x = 1; end: return x; }
        }
        """;

    private const string Reference = """<PackageReference Include="Certify.Analyzers" Version="0.1.0" PrivateAssets="all" />""";

    private readonly string _folder = Directory.CreateTempSubdirectory("certify-library-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // @verifies CFY-HLR-003
    [Fact]
    public void One_reference_makes_the_rules_part_of_each_build_and_the_check_finds_the_same_without_it()
    {
        var pack = ProcessRunner.Run("dotnet",
            ["pack", "analyzers/Certify.Analyzers", "-c", "Release", "-o", Path.Combine(_folder, "feed"), "-v", "quiet", "-nologo", "-p:PackageVersion=0.1.0"],
            FlightMonitorFixture.Root);
        Assert.True(pack.ExitCode == 0, pack.All);
        File.WriteAllText(Path.Combine(_folder, "nuget.config"), "<configuration><packageSources><clear /><add key=\"feed\" value=\"feed\" /></packageSources></configuration>");
        var library = Library("library", Reference);

        var clean = Build(library);
        Assert.True(clean.ExitCode == 0, clean.All);

        var environment = ProcessRunner.Run("dotnet", ["msbuild", Path.Combine(library, "Library.csproj"), "-nologo", "-getProperty:CscEnvironment"], library);
        Assert.Equal("DOTNET_TieredPGO=0;DOTNET_gcConcurrent=0", environment.Output.Trim());

        var off = Build(library, "-p:RunAnalyzers=false");
        Assert.NotEqual(0, off.ExitCode);
        Assert.Contains("error CERTIFY101", off.All, StringComparison.Ordinal);

        File.WriteAllText(Path.Combine(library, "Bad.cs"), Bad);
        var bad = Build(library);
        Assert.NotEqual(0, bad.ExitCode);
        Assert.Matches(@"Bad\.cs\(3,\d+\): error CFY1101", bad.All);

        var guest = Library("guest", "");
        File.WriteAllText(Path.Combine(guest, "Bad.cs"), Bad);
        var check = ProcessRunner.Run("dotnet", [typeof(ExitCodes).Assembly.Location, "check", Path.Combine(guest, "Library.csproj")], guest);
        Assert.Equal(ExitCodes.Findings, check.ExitCode);
        Assert.Matches(@"Bad\.cs:3:\d+: error CFY1101", check.All);
        Assert.Contains("the build itself does not run the rules", check.All, StringComparison.Ordinal);
    }

    private string Library(string name, string items)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;
        File.WriteAllText(Path.Combine(folder, "Library.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <LangVersion>14.0</LangVersion>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <CheckForOverflowUnderflow>true</CheckForOverflowUnderflow>
                <InvariantGlobalization>true</InvariantGlobalization>
              </PropertyGroup>
              <ItemGroup>{items}</ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "Clean.cs"), Clean);
        foreach (var file in Directory.GetFiles(Path.Combine(FlightMonitorFixture.Root, "unikernel", "Certify.Annotations"), "*.cs"))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        return folder;
    }

    // A package folder of its own: the machine's keeps what it once unpacked under this version.
    private ProcessResult Build(string library, params string[] arguments) => ProcessRunner.Run(
        "dotnet", ["build", Path.Combine(library, "Library.csproj"), "-c", "Release", "-nologo", "-v", "quiet", .. arguments], library, null,
        new Dictionary<string, string> { ["NUGET_PACKAGES"] = Path.Combine(_folder, "packages") });
}
