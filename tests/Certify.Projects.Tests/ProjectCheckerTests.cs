using System.Collections.Immutable;
using System.Security.Cryptography;
using Certify.Facts;
using Certify.Projects.Checking;
using Certify.Projects.Loading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Projects.Tests;

public class ProjectCheckerTests
{
    // @verifies CFY-HLR-003, CFY-LLR-034
    [Fact]
    public async Task Passes_a_clean_project_with_a_receipt_of_every_source_unless_a_rule_throws()
    {
        using var project = new TinyProject(TinyProject.CleanSource, "<DefineConstants>FLIGHT</DefineConstants>");
        var loaded = await project.LoadAsync();
        var result = await ProjectChecker.CheckAsync(loaded, project.Request, CancellationToken.None);
        Assert.Empty(result.Failures);
        Assert.True(result.Passed, string.Join("\n", result.Facts.Findings));
        var host = Assert.Single(result.Facts.Compilations);
        Assert.Equal("host", host.Name);
        Assert.Contains("FLIGHT", host.Defines);
        var bytes = File.ReadAllBytes(Path.Combine(project.Folder, "src", "Tiny.cs"));
        Assert.Contains(new FileDigest("src/Tiny.cs", Convert.ToHexStringLower(SHA256.HashData(bytes))), host.Sources);
        Assert.Contains(host.Sources, source => source.Path.EndsWith("Tiny.AssemblyInfo.cs", StringComparison.Ordinal));
        Assert.Equal(12, result.Facts.Rules.Count);
        var text = System.Text.Encoding.UTF8.GetString(FactJson.Write(result.Facts));
        Assert.DoesNotContain(project.Folder, text, StringComparison.Ordinal);
        var again = await ProjectChecker.CheckAsync(loaded, project.Request, CancellationToken.None);
        Assert.Equal(FactJson.Write(result.Facts), FactJson.Write(again.Facts));

        var run = await RuleRun.RunAsync(loaded.Host, [new Throwing()], CancellationToken.None);
        Assert.Contains("CFY9999 threw InvalidOperationException: on purpose", Assert.Single(run.Failures), StringComparison.Ordinal);
    }

    // @verifies CFY-LLR-034
    [Fact]
    public async Task Reports_findings_that_the_source_and_the_project_try_to_silence()
    {
        using var project = new TinyProject(
            """
            using Certify;
            using System.Diagnostics.CodeAnalysis;

            [Requirement("X-LLR-001")]
            static class Silent
            {
                [SuppressMessage("Memory", "CFY1001")]
                public static object A() => new object();

            #pragma warning disable
                public static void B() { while (true) { } }
            #pragma warning restore
            }
            """,
            "<NoWarn>CFY1001;CFY1901;CS0219</NoWarn>");
        project.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.CFY1901.severity = none\n");
        var result = await project.CheckAsync();
        Assert.Empty(result.Failures);
        Assert.False(result.Passed);
        Assert.Contains(result.Facts.Findings, f => f is { RuleId: "CFY1001", Suppressed: true, Place: { Path: "src/Tiny.cs", Line: 8, Column: 33 } });
        Assert.Contains(result.Facts.Findings, f => f is { RuleId: "CFY1901", Suppressed: false, Place: { Path: "src/Tiny.cs", Line: 11 } });
        Assert.Equal(1, result.Facts.Rules.Single(rule => rule.Id == "CFY1901").Violations);
    }

    [Fact]
    public async Task Fails_when_the_build_skips_its_analyzers()
    {
        using var project = new TinyProject(TinyProject.CleanSource, "<RunAnalyzers>false</RunAnalyzers>");
        var result = await project.CheckAsync();
        Assert.False(result.Passed);
        Assert.Contains("skip analyzers", Assert.Single(result.Failures), StringComparison.Ordinal);
    }

    // @verifies CFY-HLR-003
    [Fact]
    public async Task Fails_when_the_build_has_no_rules_or_a_profile_without_any()
    {
        using var project = new TinyProject(TinyProject.CleanSource, "<CertifyProfile>host</CertifyProfile>", items: "");
        var result = await project.CheckAsync();
        Assert.False(result.Passed);
        Assert.Collection(
            result.Failures,
            failure => Assert.Contains("runs no Certify.Analyzers", failure, StringComparison.Ordinal),
            failure => Assert.Contains("profile is 'host'", failure, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fails_on_code_that_does_not_compile()
    {
        using var project = new TinyProject("static class C { static int F() => missing; }");
        var result = await project.CheckAsync();
        Assert.Contains(result.Failures, failure => failure.Contains("CS0103 in src/Tiny.cs:1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fails_on_a_project_without_sources()
    {
        using var project = new TinyProject(
            TinyProject.CleanSource,
            "<EnableDefaultCompileItems>false</EnableDefaultCompileItems><GenerateAssemblyInfo>false</GenerateAssemblyInfo><GenerateTargetFrameworkAttribute>false</GenerateTargetFrameworkAttribute><ImplicitUsings>disable</ImplicitUsings>");
        var result = await project.CheckAsync();
        Assert.Contains(result.Failures, failure => failure.Contains("no sources", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Names_a_project_that_does_not_exist_or_does_not_evaluate()
    {
        using var project = new TinyProject(TinyProject.CleanSource, "<TargetFramework>net99.0</TargetFramework>");
        var missing = project.Request with { ProjectPath = project.ProjectPath + ".nowhere" };
        var absent = await Assert.ThrowsAsync<ProjectLoadException>(() => ProjectChecker.CheckAsync(missing, CancellationToken.None));
        Assert.Contains("no such project", absent.Message, StringComparison.Ordinal);
        var broken = await Assert.ThrowsAsync<ProjectLoadException>(project.CheckAsync);
        Assert.Contains("99.0", broken.Message, StringComparison.Ordinal);
    }

    // @verifies CFY-LLR-034
    [Fact]
    public async Task Judges_generated_sources_and_lists_them()
    {
        using var project = new TinyProject(
            """
            using Certify;
            using System.Text.RegularExpressions;

            [Requirement("X-LLR-001")]
            static partial class Patterns
            {
                [GeneratedRegex("a+b")]
                public static partial Regex P();
            }
            """);
        var result = await project.CheckAsync();
        Assert.Empty(result.Failures);
        Assert.Contains(result.Facts.Compilations[0].Sources, source => source.Path == "generated/RegexGenerator.g.cs");
        Assert.Contains(result.Facts.Findings, finding => finding.Place.Path == "generated/RegexGenerator.g.cs");
    }

#pragma warning disable RS1036, RS1041 // An analyzer for this test only.
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class Throwing : DiagnosticAnalyzer
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
            [new("CFY9999", "t", "m", "c", DiagnosticSeverity.Error, isEnabledByDefault: true)];

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.EnableConcurrentExecution();
            context.RegisterCompilationAction(_ => throw new InvalidOperationException("on purpose"));
        }
    }
}
