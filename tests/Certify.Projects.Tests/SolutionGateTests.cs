using System.Text.RegularExpressions;
using Certify.Facts;
using Certify.Projects.Checking;
using Certify.Projects.Loading;

namespace Certify.Projects.Tests;

/// <summary>The rules of profile host hold for every tool of this repository. Applications run their rules in their own builds.</summary>
public sealed partial class SolutionGateTests
{
    /// <summary>
    /// Places where tools load code that they were not built with, on purpose: source generators, the compiler of the SDK, and the
    /// application under test with its properties. A deviation record needs a person who approves it; until then they stand here, and
    /// each has to be found.
    /// </summary>
    private static readonly (string File, string Rule, int Count)[] s_known =
    [
        ("analyzers/Certify.Projects/Loading/Generators.cs", "CFY1801", 2),
        ("evidence/Certify.Cli/Stages/ImageStage.cs", "CFY1801", 1),
        ("evidence/Certify.Cli/Stages/PropertyAssembly.cs", "CFY1801", 3),
        ("evidence/Certify.Cli/Tools/SdkCompiler.cs", "CFY1801", 1),
        ("evidence/Certify.Testing/HostApplication.cs", "CFY1801", 2),
    ];

    // @verifies CFY-LLR-264
    [Fact]
    public async Task No_tool_of_the_solution_breaks_a_rule()
    {
        var solution = Path.Combine(Repository.Root, "Certify.sln");
        var requests = Project().Matches(await File.ReadAllTextAsync(solution))
            .Select(match => match.Groups[1].Value.Replace('\\', '/')).Where(IsTool)
            .Select(path => new CompilationRequest(Path.Combine(Repository.Root, path), Repository.Root)).ToList();
        Assert.Contains(requests, request => request.ProjectPath.EndsWith("/Certify.Analyzers.csproj", StringComparison.Ordinal));
        Assert.Contains(requests, request => request.ProjectPath.EndsWith("/Certify.Cli.csproj", StringComparison.Ordinal));
        var seen = 0;
        var wrong = new List<string>();
        var found = new List<RuleFinding>();
        await foreach (var (request, project) in CompilationLoader.LoadHostsAsync(requests, CancellationToken.None))
        {
            var check = new ProjectCheckRequest(request.ProjectPath, Repository.Root, "Release", "0.1.0", "certify check Certify.sln", "unversioned", false);
            var result = await ProjectChecker.CheckAsync(project, check, CancellationToken.None);
            seen++;
            wrong.AddRange(result.Failures);
            wrong.AddRange(result.Facts.Compilations.Where(compilation => compilation.Profile != "host").Select(_ => project.ProjectPath + " has another profile than host"));
            found.AddRange(result.Facts.Violations);
        }

        var known = s_known.ToHashSet();
        wrong.AddRange(found.Distinct().GroupBy(finding => (File: finding.Place.Path, Rule: finding.RuleId))
            .Where(group => !known.Remove((group.Key.File, group.Key.Rule, group.Count())))
            .SelectMany(group => group).Select(finding => $"{finding.Place}: {finding.RuleId}: {finding.Message}"));
        wrong.AddRange(known.Select(entry => $"{entry} is not found any more; take it from the list"));
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(requests.Count, seen);
    }

    private static bool IsTool(string path) => path.Split('/') is ["analyzers" or "evidence" or "trace", ..] or ["unikernel", "Certify.Image" or "Certify.Machine", ..];

    [GeneratedRegex("^Project\\(\"[^\"]*\"\\) = \"[^\"]*\", \"([^\"]*\\.csproj)\"", RegexOptions.Multiline)]
    private static partial Regex Project();
}
