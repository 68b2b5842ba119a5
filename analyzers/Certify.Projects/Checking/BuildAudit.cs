using System.Reflection;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Certify.Projects.Loading;
using Microsoft.CodeAnalysis;

namespace Certify.Projects.Checking;

/// <summary>Finds what keeps a build's own run of the rules, or this one, from meaning anything.</summary>
internal static class BuildAudit
{
    private const int ErrorsShown = 5;

    /// <summary>One sentence for each reason; none when the build counts.</summary>
    public static IEnumerable<string> Failures(LoadedCompilation compilation)
    {
        if (compilation.Sources.Count == 0) yield return "it has no sources, so nothing was analysed";
        foreach (var failure in AnalyzerFailures(compilation)) yield return failure;
        var profile = ProfileMap.From(compilation.AnalyzerOptions.AnalyzerConfigOptionsProvider.GlobalOptions).Default;
        if (profile == Profile.Host)
        {
            yield return "its profile is 'host', for which no rule runs. hint: set CertifyProfile to 'application' or 'runtime'";
        }

        var errors = compilation.Compilation.GetDiagnostics()
            .Where(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error)
            .Take(ErrorsShown);
        foreach (var error in errors)
        {
            yield return $"it does not compile: {error.GetMessage(null)} ({error.Id} in {Place(compilation, error.Location)})";
        }
    }

    /// <summary>True when the build itself runs the rules.</summary>
    public static bool Enforces(LoadedCompilation compilation) => !AnalyzerFailures(compilation).Any();

    private static IEnumerable<string> AnalyzerFailures(LoadedCompilation compilation)
    {
        var own = typeof(RuleCatalogue).Assembly.GetName();
        var path = compilation.AnalyzerPaths.FirstOrDefault(p => Path.GetFileNameWithoutExtension(p) == own.Name);
        if (path is null)
        {
            yield return $"its build runs no {own.Name}. hint: reference the package {own.Name} or Certify.Unikernel.Sdk";
            yield break;
        }

        if (compilation.SkipsAnalyzers)
        {
            yield return "its build tells the compiler to skip analyzers. hint: remove RunAnalyzers=false and RunAnalyzersDuringBuild=false";
        }

        if (!File.Exists(path))
        {
            yield return $"its build names {own.Name}.dll, which is not there. hint: build the project first";
            yield break;
        }

        var used = AssemblyName.GetAssemblyName(path);
        if (used.Name != own.Name || used.Version != own.Version)
        {
            yield return $"its build runs {used.Name} {used.Version}, this check {own.Version}. hint: use the same version of both";
        }
    }

    private static string Place(LoadedCompilation compilation, Location location)
    {
        var line = location.GetLineSpan();
        var source = compilation.Sources.FirstOrDefault(s => s.FullPath == line.Path);
        return source is null ? "the command line" : $"{source.Path}:{line.StartLinePosition.Line + 1}";
    }
}
