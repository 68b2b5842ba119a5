using System.Reflection;
using Certify.Analyzers.Catalogue;
using Certify.Facts;
using Certify.Projects.Loading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Certify.Projects.Checking;

/// <summary>Finds what keeps a build's own run of the rules, or this one, from meaning anything (CFY2103).</summary>
// @llr CFY-LLR-257
internal static class BuildAudit
{
    private const int ErrorsShown = 5;
    private const string GuardKey = "build_property.CertifyGuard";

    /// <summary>One sentence for each reason why nothing can be said of the compilation; none when the analysis counts.</summary>
    public static IEnumerable<string> Failures(LoadedCompilation compilation)
    {
        if (compilation.Sources.Count == 0) yield return "it has no sources, so nothing was analysed";
        var errors = compilation.Compilation.GetDiagnostics()
            .Where(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error)
            .Take(ErrorsShown);
        foreach (var error in errors)
        {
            yield return $"it does not compile: {error.GetMessage(null)} ({error.Id} in {Place(compilation, error.Location)})";
        }
    }

    /// <summary>True when the build itself runs the rules.</summary>
    public static bool Enforces(LoadedCompilation compilation) => Analyzer(compilation) is not null && Reasons(compilation).Count == 0;

    /// <summary>
    /// Findings on a build that claims to run the rules and does not. One that never referenced them claims nothing: the
    /// receipt says so.
    /// </summary>
    public static IEnumerable<RuleFinding> Findings(ProjectCompilations project, LoadedCompilation compilation)
    {
        var reasons = Reasons(compilation);
        if (project.CompilerFolder.Length > 0 && OwnCompiler.Difference(project.CompilerFolder) is { } difference) reasons.Add(difference);
        return reasons.Select(reason => new RuleFinding(RuleIdsOfBuild.AnalysisRan, $"The {compilation.Name} compilation {reason}", new SourcePlace(project.ProjectPath, 0)));
    }

    private static List<string> Reasons(LoadedCompilation compilation)
    {
        var own = typeof(RuleCatalogue).Assembly.GetName();
        var path = Analyzer(compilation);
        if (path is null)
        {
            return Claims(compilation)
                ? [$"of a build that uses {own.Name} lost its analyzer. Remove what takes it from the item Analyzer."]
                : [];
        }

        var reasons = new List<string>();
        if (compilation.SkipsAnalyzers) reasons.Add("is told to skip analyzers. Remove RunAnalyzers=false and RunAnalyzersDuringBuild=false.");
        if (!File.Exists(path))
        {
            reasons.Add($"names {own.Name}.dll, which is not there. Build the project first.");
            return reasons;
        }

        var used = AssemblyName.GetAssemblyName(path);
        if (used.Name != own.Name || used.Version != own.Version)
        {
            reasons.Add($"uses {used.Name} {used.Version}, this check {own.Version}. Use the same version of both.");
        }

        return reasons;
    }

    private static bool Claims(LoadedCompilation compilation) =>
        compilation.AnalyzerOptions.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(GuardKey, out var guard) && guard.Length > 0;

    private static string? Analyzer(LoadedCompilation compilation) =>
        compilation.AnalyzerPaths.FirstOrDefault(p => Path.GetFileNameWithoutExtension(p) == typeof(RuleCatalogue).Assembly.GetName().Name);

    private static string Place(LoadedCompilation compilation, Location location)
    {
        var line = location.GetLineSpan();
        var source = compilation.Sources.FirstOrDefault(s => s.FullPath == line.Path);
        return source is null ? "the command line" : $"{source.Path}:{line.StartLinePosition.Line + 1}";
    }
}

/// <summary>Ids of the rules that this driver decides.</summary>
internal static class RuleIdsOfBuild
{
    public const string AnalysisRan = "CFY2103";
    public const string AllAnalysed = "CFY2105";
}
