using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Certify.Facts;
using Certify.Projects.Loading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Projects.Checking;

/// <summary>One run of all rules over one compilation.</summary>
/// <param name="Findings">Every result, suppressed ones marked.</param>
/// <param name="Failures">Rules that threw.</param>
internal sealed record RuleRun(IReadOnlyList<RuleFinding> Findings, IReadOnlyList<string> Failures)
{
    private const int FramesShown = 4;

    /// <summary>The findings with what the compiler knows of each.</summary>
    public IReadOnlyList<(Diagnostic Result, RuleFinding Finding)> Results { get; private init; } = [];

    /// <summary>All rules, in order of id.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Rules { get; } = typeof(RuleCatalogue).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(CertifyRule)))
        .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
        .OrderBy(rule => rule.SupportedDiagnostics[0].Id, StringComparer.Ordinal)
        .ToImmutableArray();

    /// <summary>The rules that this driver decides, in order of id: those of the analyzers and those about the build.</summary>
    public static ImmutableArray<string> Ids { get; } =
        [.. Rules.Select(rule => rule.SupportedDiagnostics[0].Id).Append(RuleIdsOfBuild.AnalysisRan).Append(RuleIdsOfBuild.AllAnalysed).Order(StringComparer.Ordinal)];

    public static Task<RuleRun> RunAsync(LoadedCompilation compilation, CancellationToken cancellation) =>
        RunAsync(compilation, Rules, cancellation);

    /// <summary>Runs the analyzers given; one that throws is a failure, never a run that found nothing.</summary>
    public static async Task<RuleRun> RunAsync(
        LoadedCompilation compilation, ImmutableArray<DiagnosticAnalyzer> rules, CancellationToken cancellation)
    {
        var failures = new ConcurrentBag<string>();
        var driver = compilation.Compilation.WithAnalyzers(
            rules,
            new CompilationWithAnalyzersOptions(
                compilation.AnalyzerOptions,
                onAnalyzerException: (e, rule, _) =>
                    failures.Add($"rule {rule.SupportedDiagnostics.FirstOrDefault()?.Id ?? rule.ToString()} threw {e.GetType().Name}: {e.Message} (in {Place(e)}). hint: this is a fault of Certify; report it"),
                concurrentAnalysis: true,
                logAnalyzerExecutionTime: false,
                reportSuppressedDiagnostics: true));
        var results = await driver.GetAnalyzerDiagnosticsAsync(cancellation);
        var sources = compilation.Sources.ToDictionary(source => source.FullPath, source => source.Path, StringComparer.Ordinal);
        foreach (var file in compilation.AnalyzerOptions.AdditionalFiles) sources.TryAdd(file.Path.Replace('\\', '/'), compilation.Paths.Of(file.Path));
        List<(Diagnostic Result, RuleFinding Finding)> found = [.. results.Where(result => result.Id.StartsWith("CFY", StringComparison.Ordinal)).Select(result => (result, Finding(result, sources)))];
        return new RuleRun([.. found.Select(pair => pair.Finding)], [.. failures.Distinct().Order(StringComparer.Ordinal)]) { Results = found };
    }

    // The innermost methods, without line numbers and paths, which differ between machines.
    private static string Place(Exception e) =>
        string.Join(" < ", new StackTrace(e).GetFrames().Take(FramesShown).Select(frame => $"{frame.GetMethod()?.DeclaringType?.Name}.{frame.GetMethod()?.Name}"));

    private static RuleFinding Finding(Diagnostic result, Dictionary<string, string> sources)
    {
        var line = result.Location.GetLineSpan();
        var place = sources.TryGetValue(line.Path ?? "", out var path)
            ? new SourcePlace(path, line.StartLinePosition.Line + 1, line.StartLinePosition.Character + 1)
            : new SourcePlace("(no source)", 0);
        result.Properties.TryGetValue(RuleScope.CheckProperty, out var check);
        result.Properties.TryGetValue(RuleScope.DeviationProperty, out var deviation);
        return new RuleFinding(
            result.Id, result.GetMessage(System.Globalization.CultureInfo.InvariantCulture), place,
            Verdict(result, check, deviation), deviation, check, result.IsSuppressed);
    }

    // What only a rule can say: its properties and its obligation. Severities and suppressions come from the project.
    private static FindingVerdict Verdict(Diagnostic result, string? check, string? deviation)
    {
        if (check is not null) return FindingVerdict.CheckedAtRunTime;
        if (deviation is not null) return FindingVerdict.Deviated;
        return RuleCatalogue.Get(result.Id).Obligation == "advisory" ? FindingVerdict.Advisory : FindingVerdict.Violation;
    }
}
