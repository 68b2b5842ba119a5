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
        Assert.Equal(RuleRun.Ids, result.Facts.Rules.Select(rule => rule.Id));
        Assert.Equal(("application", true, PdbMatch.NotCompared), (host.Profile, host.EnforcedByBuild, host.Pdb));
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
        Assert.Contains(result.Facts.Findings, f => f is { RuleId: "CFY1001", Verdict: FindingVerdict.Violation, Place: { Path: "src/Tiny.cs", Line: 8, Column: 33 } });
        Assert.Contains(result.Facts.Findings, f => f is { RuleId: "CFY1901", Verdict: FindingVerdict.Violation, Place: { Path: "src/Tiny.cs", Line: 11 } });
        Assert.Equal(4, result.Facts.Violations.Count(f => f.RuleId == "CFY2104")); // attribute, pragma, NoWarn, .editorconfig
        Assert.Equal(1, result.Facts.Rules.Single(rule => rule.Id == "CFY1901").Violations);
    }

    // @verifies CFY-LLR-257
    [Fact]
    public async Task A_build_that_skips_its_analyzers_is_a_finding()
    {
        using var project = new TinyProject(TinyProject.CleanSource, "<RunAnalyzers>false</RunAnalyzers>");
        var result = await project.CheckAsync();
        Assert.False(result.Passed);
        var finding = Assert.Single(result.Facts.Violations, f => f.RuleId.StartsWith("CFY21", StringComparison.Ordinal));
        Assert.Equal(("CFY2103", "src/Tiny.csproj"), (finding.RuleId, finding.Place.Path));
        Assert.Contains("told to skip analyzers", finding.Message, StringComparison.Ordinal);
        Assert.False(result.Facts.Compilations[0].EnforcedByBuild);
    }

    // @verifies CFY-HLR-003, CFY-LLR-257
    [Fact]
    public async Task A_build_that_lost_its_analyzer_is_a_finding()
    {
        using var project = new TinyProject(TinyProject.CleanSource, items: "");
        var finding = Assert.Single((await project.CheckAsync()).Facts.Violations, f => f.RuleId.StartsWith("CFY21", StringComparison.Ordinal));
        Assert.Contains("lost its analyzer", finding.Message, StringComparison.Ordinal);
    }

    // @verifies CFY-HLR-003
    [Fact]
    public async Task A_project_without_the_package_is_checked_by_the_same_rules_and_the_receipt_says_so()
    {
        using var project = new TinyProject("static class Tiny { public static object F() { goto end; end: return new object(); } }", items: "", package: false);
        var result = await project.CheckAsync();
        Assert.Empty(result.Failures);
        Assert.Equal(("application", false), (result.Facts.Compilations[0].Profile, result.Facts.Compilations[0].EnforcedByBuild));
        Assert.Contains(result.Facts.Violations, finding => finding.RuleId == "CFY1001");
        Assert.Contains(result.Facts.Violations, finding => finding.RuleId == "CFY1101");
        Assert.DoesNotContain(result.Facts.Violations, finding => finding.RuleId is "CFY2102" or "CFY2103");

        var host = await ProjectChecker.CheckAsync(project.Request with { Profile = "host" }, CancellationToken.None);
        Assert.Equal("host", host.Facts.Compilations[0].Profile);
        Assert.DoesNotContain(host.Facts.Violations, finding => finding.RuleId == "CFY1001");
        Assert.Contains(host.Facts.Violations, finding => finding.RuleId == "CFY1101");
    }

    // @verifies CFY-LLR-259
    [Fact]
    public async Task A_branch_that_no_listed_configuration_compiles_is_a_finding_and_listed_ones_are_analysed()
    {
        const string Source = TinyProject.CleanSource + """

            #if SIMULATION
            static class Simulated { static object F() => new object(); }
            #elif NOBODY
            static class Nobody { }
            #else
            #endif
            """;
        using var project = new TinyProject(Source);
        var loaded = await project.LoadAsync();
        var own = await ProjectChecker.CheckAsync(loaded, project.Request, CancellationToken.None);
        Assert.Equal(["#if SIMULATION", "#elif NOBODY"], own.Facts.Violations.Where(f => f.RuleId == "CFY2105").Select(f => f.Message.Split('\'')[1]));
        Assert.DoesNotContain(own.Facts.Violations, finding => finding.RuleId == "CFY1001");

        var listed = await ProjectChecker.CheckAsync(loaded with { Configurations = ["SIMULATION", "OTHER,NOBODY"] }, project.Request, CancellationToken.None);
        Assert.DoesNotContain(listed.Facts.Violations, finding => finding.RuleId == "CFY2105");
        Assert.Contains(listed.Facts.Violations, finding => finding.RuleId == "CFY1001");
        Assert.Equal(["", "SIMULATION", "OTHER,NOBODY"], listed.Facts.Compilations.Select(compilation => compilation.Configuration));
    }

    // @verifies CFY-LLR-258
    [Fact]
    public async Task Sources_are_compared_with_the_assembly_that_was_built()
    {
        using var project = new TinyProject(
            TinyProject.CleanSource + "static partial class P { [System.Text.RegularExpressions.GeneratedRegex(\"a+b\")] internal static partial System.Text.RegularExpressions.Regex R(); }",
            items: "", package: false);
        var (exit, output) = project.Build();
        Assert.True(exit == 0, output);
        var built = await project.CheckAsync();
        Assert.True(built.Facts.Compilations[0].Pdb == PdbMatch.Same, string.Join("\n", built.Facts.Violations.Where(f => f.RuleId == "CFY2105")));

        project.Write("src/Tiny.cs", File.ReadAllText(Path.Combine(project.Folder, "src", "Tiny.cs")) + " ");
        project.Write("src/Late.cs", "static class Late { internal static int F() => 1; }");
        File.Delete(Path.Combine(project.Folder, "src", "ICyclicApplication.cs"));
        var changed = await project.CheckAsync();
        Assert.Equal(PdbMatch.Differs, changed.Facts.Compilations[0].Pdb);
        var messages = changed.Facts.Violations.Where(finding => finding.RuleId == "CFY2105").Select(finding => finding.Place.Path + ": " + finding.Message).ToList();
        Assert.Collection(
            messages,
            message => Assert.StartsWith("Tiny.dll: 'Tiny.dll' was compiled from 'ICyclicApplication.cs' too", message, StringComparison.Ordinal),
            message => Assert.StartsWith("src/Late.cs: 'Tiny.dll' was compiled without this file", message, StringComparison.Ordinal),
            message => Assert.StartsWith("src/Tiny.cs: 'Tiny.dll' was compiled from another text", message, StringComparison.Ordinal));
    }

    // @verifies CFY-HLR-022, CFY-LLR-260
    [Fact]
    public async Task Deviations_are_counted_and_one_without_a_finding_is_a_finding()
    {
        static string Record(string id, string member, string revision) => $"""

            ## {id} Jump

            - rule: CFY1101
            - file: Tiny.cs
            - member: {member}
            - approver: A. Person
            - expires: 2027-06-30
            - revision: {revision}

            Measured.

            """;
        const string Source = TinyProject.CleanSource + """

            static class Tiny { internal static int F(int x) { if (x > 0) { goto end; } x = 1; end: return x; } }
            """;

        // The day that the tool is given counts, not the one that a project claims.
        using var project = new TinyProject(Source, properties: "<CertifyDate>2025-01-01</CertifyDate>");
        project.Write("src/certify.deviations.md", Record("DEV-001", "Tiny.F", new string('0', 64)));
        var request = project.Request with { Date = "2027-06-30" };
        var stale = await ProjectChecker.CheckAsync(request, CancellationToken.None);
        var finding = Assert.Single(stale.Facts.Violations, f => f.RuleId == "CFY2003");
        Assert.Equal(("src/certify.deviations.md", 2), (finding.Place.Path, finding.Place.Line));
        var digest = finding.Message.Split("is now ")[1][..64];
        Assert.Equal(DeviationStatus.Stale, Assert.Single(stale.Facts.Deviations).Status);

        project.Write("src/certify.deviations.md", Record("DEV-001", "Tiny.F", digest) + Record("DEV-002", "Clean.Rate", new string('0', 64)));
        var rate = (await ProjectChecker.CheckAsync(request, CancellationToken.None)).Facts.Violations.Single(f => f.RuleId == "CFY2003").Message.Split("is now ")[1][..64];
        project.Write("src/certify.deviations.md", Record("DEV-001", "Tiny.F", digest) + Record("DEV-002", "Clean.Rate", rate));
        var facts = (await ProjectChecker.CheckAsync(request, CancellationToken.None)).Facts;
        Assert.DoesNotContain(facts.Violations, f => f.RuleId == "CFY1101");
        Assert.All(facts.Findings.Where(f => f.RuleId == "CFY1101"), f => Assert.Equal((FindingVerdict.Deviated, "DEV-001"), (f.Verdict, f.DeviationId)));
        Assert.Equal([DeviationStatus.InUse, DeviationStatus.Unused], facts.Deviations.Select(deviation => deviation.Status));
        Assert.Contains("'DEV-002' covers no finding", Assert.Single(facts.Violations, f => f.RuleId == "CFY2003").Message, StringComparison.Ordinal);

        var late = await ProjectChecker.CheckAsync(project.Request with { Date = "2027-07-01" }, CancellationToken.None);
        Assert.All(late.Facts.Deviations, deviation => Assert.Equal(DeviationStatus.Expired, deviation.Status));
        Assert.Contains(late.Facts.Violations, f => f.RuleId == "CFY1101");
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
