using System.Text.RegularExpressions;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Dispatch;
using Certify.Analyzers.Settings;
using Certify.Cli.Tools;
using Certify.Projects.Loading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Certify.EndToEnd.Tests;

/// <summary>
/// Every forbidden construct, put into the application: in process, on the command line of the real build, each is
/// reported with its rule and line; and one real build per category fails and names them.
/// </summary>
public sealed partial class SeededRuleTests(FlightMonitorFixture app) : IClassFixture<FlightMonitorFixture>
{
    public static TheoryData<string> Categories => new(Seed.All.Select(seed => seed.Category).Distinct());

    [Fact]
    public void Every_rule_decided_on_source_has_a_seed_or_a_reason_to_have_none()
    {
        string[] seededElsewhere = File.ReadAllLines(Path.Combine(FlightMonitorFixture.Root, "tests/Certify.EndToEnd.Tests/Seeds/elsewhere.csv"))
            .Skip(1).Select(line => line.Split(';')[0]).ToArray();
        var seeded = Seed.All.Select(seed => seed.RuleId).Concat(seededElsewhere).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(RuleCatalogue.All.Where(rule => rule.Decided == "source").Select(rule => rule.Id), seeded);
        Assert.All(Seed.All, seed => Assert.NotEmpty(seed.Lines));
    }

    [Fact]
    public async Task Every_seed_is_reported_with_its_rule_and_line()
    {
        var project = Path.Combine(app.Folder, "FlightMonitor.csproj");
        var loaded = (await CompilationLoader.LoadAsync(
            new CompilationRequest(project, FlightMonitorFixture.Root) { WithTarget = false }, CancellationToken.None)).Host;
        var trees = Seed.All.Select(seed => CSharpSyntaxTree.ParseText(seed.Source, loaded.ParseOptions, Path.Combine(app.Folder, seed.FileName))).ToList();
        var compilation = loaded.Compilation.AddSyntaxTrees(trees)
            .WithOptions(loaded.Compilation.Options.WithAllowUnsafe(true));
        var broken = compilation.GetDiagnostics().Where(d => d.DefaultSeverity == DiagnosticSeverity.Error).Select(d => d.ToString());
        Assert.True(!broken.Any(), string.Join("\n", broken));
        var rules = typeof(CertifyRule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CertifyRule)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!);
        var findings = await compilation.WithAnalyzers([.. rules], loaded.AnalyzerOptions).GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        var reported = findings.Where(finding => finding.Severity == DiagnosticSeverity.Error)
            .Select(finding => (File: Path.GetFileName(finding.Location.GetLineSpan().Path), Line: finding.Location.GetLineSpan().StartLinePosition.Line + 1, finding.Id))
            .ToHashSet();
        var missed = Seed.All.SelectMany(seed => seed.Lines
            .Where(line => !reported.Contains((seed.FileName, line, seed.RuleId)))
            .Select(line => $"{seed.RuleId} {seed.Construct} (line {line}; seen: {string.Join(' ', reported.Where(r => r.File == seed.FileName).Select(r => $"{r.Line}:{r.Id}"))})"));
        Assert.True(!missed.Any(), string.Join("\n", missed));

        // What the compiler loads finds the same as the rules one by one.
        var together = await compilation.WithAnalyzers([new CertifyAnalyzer()], loaded.AnalyzerOptions).GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        Assert.Equal(Text(findings), Text(together));
    }

    private static IEnumerable<string> Text(IEnumerable<Diagnostic> findings) => findings.Select(finding => finding.ToString()).Order(StringComparer.Ordinal);

    // @verifies CFY-HLR-002
    [Theory]
    [MemberData(nameof(Categories))]
    public void A_real_build_with_the_seeds_of_a_category_fails_and_names_each(string category)
    {
        var folder = Directory.CreateTempSubdirectory("certify-seeded-").FullName;
        try
        {
            app.CopyTo(folder);
            var seeds = Seed.All.Where(seed => seed.Category == category).ToList();
            foreach (var seed in seeds) File.WriteAllText(Path.Combine(folder, seed.FileName), seed.Source);
            var build = ProcessRunner.Run("dotnet",
                ["build", Path.Combine(folder, "FlightMonitor.csproj"), "-c", "Release", "-nologo", "-v", "quiet", "-p:CertifyBuildImage=false", "-p:AllowUnsafeBlocks=true"], folder);
            Assert.NotEqual(0, build.ExitCode);
            var errors = ErrorLine().Matches(build.All)
                .Select(m => (File: m.Groups[1].Value, Line: m.Groups[2].Value, Id: m.Groups[3].Value, Text: m.Groups[4].Value)).ToList();
            Assert.All(seeds, seed => Assert.True(
                seed.Lines.All(line => errors.Any(e => e.File == seed.FileName && e.Line == $"{line}" && e.Id == seed.RuleId)),
                $"{seed.RuleId} {seed.Construct} is not reported\n{string.Join('\n', errors.Where(e => e.File == seed.FileName))}"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [GeneratedRegex(@"/(Seeded\w+\.cs)\((\d+),\d+\): error (CFY\d{4}): (.*)")]
    private static partial Regex ErrorLine();
}
