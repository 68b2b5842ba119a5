using System.Reflection;
using System.Security.Cryptography;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Certify.Facts;
using Certify.Projects.Loading;

namespace Certify.Projects.Checking;

/// <summary>
/// The second driver: runs all rules on a project outside its build, where nothing the project says can switch them off,
/// and writes down what was analysed.
/// </summary>
// @llr CFY-LLR-034
public static class ProjectChecker
{
    /// <summary>Loads the project and runs every rule on its host and target compilations.</summary>
    /// <exception cref="ProjectLoadException">The project cannot be loaded (bad input).</exception>
    public static async Task<ProjectCheckResult> CheckAsync(ProjectCheckRequest request, CancellationToken cancellation)
    {
        var project = await CompilationLoader.LoadAsync(
            new CompilationRequest(request.ProjectPath, request.RepositoryRoot, request.Configuration) { Properties = request.AllProperties },
            cancellation);
        return await CheckAsync(project, request, cancellation);
    }

    /// <summary>Runs every rule on compilations that are loaded already.</summary>
    public static async Task<ProjectCheckResult> CheckAsync(
        ProjectCompilations project, ProjectCheckRequest request, CancellationToken cancellation)
    {
        var failures = new List<string>();
        var findings = new List<RuleFinding>();
        var analysed = project.Analysed.ToList();
        var compared = new List<AnalysedCompilation>();
        var fixes = new Dictionary<RuleFinding, FindingFix>();
        foreach (var compilation in analysed)
        {
            string Named(string failure) => $"{project.ProjectPath}: {compilation.Name} compilation{Shown(compilation)}: {failure}";
            var run = await RuleRun.RunAsync(compilation, cancellation);
            failures.AddRange(BuildAudit.Failures(compilation).Concat(run.Failures).Select(Named));
            findings.AddRange(run.Findings);
            if (request.WithFixes) FixFinder.Find(compilation, run.Results, fixes, cancellation);
            if (compilation.Configuration.Length == 0) findings.AddRange(BuildAudit.Findings(project, compilation));
            var built = compilation.Name == "host" ? request.HostAssembly : request.TargetAssembly;
            var (match, differences) = PdbComparison.Run(
                built is null || compilation.Configuration.Length > 0 ? compilation : compilation with { Assembly = built });
            findings.AddRange(differences);
            compared.Add(Describe(compilation, match));
        }

        findings.AddRange(BranchCoverage.Findings(analysed));
        var deviations = DeviationAudit.Facts(analysed, [.. findings.Distinct()], new ReportPaths(request.RepositoryRoot));
        findings.AddRange(DeviationAudit.Findings(deviations));

        // What both compilations see in the same line is one finding.
        var distinct = findings.Distinct()
            .OrderBy(finding => finding.Place.Path, StringComparer.Ordinal)
            .ThenBy(finding => finding.Place.Line).ThenBy(finding => finding.Place.Column)
            .ThenBy(finding => finding.RuleId, StringComparer.Ordinal).ThenBy(finding => finding.Message, StringComparer.Ordinal)
            .ToList();
        return new ProjectCheckResult(Receipt(project, request, compared, distinct, deviations), [.. failures.Distinct()]) { Fixes = fixes };
    }

    private static AnalysisFacts Receipt(
        ProjectCompilations project, ProjectCheckRequest request, IReadOnlyList<AnalysedCompilation> compilations,
        IReadOnlyList<RuleFinding> findings, IReadOnlyList<DeviationFact> deviations)
    {
        var header = new FactHeader(
            AnalysisFacts.Schema, request.ToolVersion, request.CommandLine, request.Revision, request.Dirty, Inputs(project, request));
        return new AnalysisFacts(
            header,
            OwnCompiler.Shown(project.SdkVersion),
            Version(typeof(RuleCatalogue).Assembly),
            compilations,
            [.. RuleRun.Ids.Select(id => Describe(id, findings))],
            findings,
            deviations);
    }

    private static AnalysedCompilation Describe(LoadedCompilation compilation, PdbMatch match) => new(
        compilation.Name,
        ProfileMap.From(compilation.AnalyzerOptions.AnalyzerConfigOptionsProvider.GlobalOptions).Default.ToString().ToLowerInvariant(),
        compilation.Configuration,
        [.. compilation.ParseOptions.PreprocessorSymbolNames.Order(StringComparer.Ordinal)],
        [.. compilation.Sources.Select(source => new FileDigest(source.Path, source.Sha256))],
        BuildAudit.Enforces(compilation),
        match);

    private static string Shown(LoadedCompilation compilation) => compilation.Configuration.Length == 0 ? "" : $" with {compilation.Configuration}";

    private static RuleFact Describe(string id, IReadOnlyList<RuleFinding> findings)
    {
        var entry = RuleCatalogue.Get(id);
        int Count(FindingVerdict verdict) => findings.Count(finding => finding.RuleId == id && finding.Verdict == verdict);
        return new RuleFact(
            id, entry.Title, entry.Category, entry.Obligation, entry.Decided,
            [.. Enum.GetValues<Profile>().Where(entry.Applies).Select(profile => profile.ToString().ToLowerInvariant())],
            Count(FindingVerdict.Violation), Count(FindingVerdict.Advisory), Count(FindingVerdict.Deviated), Count(FindingVerdict.CheckedAtRunTime));
    }

    private static IReadOnlyList<FileDigest> Inputs(ProjectCompilations project, ProjectCheckRequest request)
    {
        var paths = new ReportPaths(request.RepositoryRoot);
        var files = project.All.SelectMany(compilation => compilation.AnalyzerOptions.AdditionalFiles).Select(file => file.Path)
            .Append(request.ProjectPath).Where(File.Exists)
            .Select(path => new FileDigest(paths.Of(path), Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))));
        return [.. project.All.SelectMany(compilation => compilation.Sources)
            .Select(source => new FileDigest(source.Path, source.Sha256)).Concat(files)
            .Distinct().OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    private static string Version(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? assembly.GetName().Version!.ToString();
}
