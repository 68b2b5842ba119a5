using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using Certify.Analyzers.Catalogue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Benchmarks.Rules;

/// <summary>What the rules took inside one process.</summary>
/// <param name="Analysis">Processor time of the whole analysis, beyond binding the program.</param>
/// <param name="ByRule">Time of each rule's own actions, by id.</param>
/// <param name="Findings">Findings that fail a build, by id.</param>
/// <param name="Failures">Rules that threw.</param>
internal sealed record RuleTime(
    TimeSpan Analysis, IReadOnlyDictionary<string, TimeSpan> ByRule, IReadOnlyDictionary<string, int> Findings, IReadOnlyCollection<string> Failures);

/// <summary>Runs the rules in this process, one thread, and asks the driver for the time of each.</summary>
internal static class RuleTimes
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_rules = typeof(RuleCatalogue).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
        .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
        .OrderBy(Id, StringComparer.Ordinal)
        .ToImmutableArray();

    /// <summary>How many rules there are.</summary>
    public static int Count => s_rules.Length;

    /// <summary>Measures once, on a compilation that nobody has asked anything yet.</summary>
    public static RuleTime Measure(string folder)
    {
        var compilation = Load(folder);
        foreach (var error in compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error)) throw new InvalidOperationException(error.ToString());
        var failures = new ConcurrentBag<string>();
        var driver = compilation.WithAnalyzers(s_rules, new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], new Options(CompilerRun.Properties(folder))),
            (e, rule, _) => failures.Add($"{Id(rule)} threw {e.GetType().Name}: {e.Message}"),
            concurrentAnalysis: false, logAnalyzerExecutionTime: true));
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var result = driver.GetAnalysisResultAsync(CancellationToken.None).GetAwaiter().GetResult();
        process.Refresh();
        var time = process.TotalProcessorTime - before;
        return new RuleTime(
            time,
            result.AnalyzerTelemetryInfo.ToDictionary(entry => Id(entry.Key), entry => entry.Value.ExecutionTime, StringComparer.Ordinal),
            result.GetAllDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).GroupBy(d => d.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal),
            [.. failures.Distinct()]);
    }

    private static CSharpCompilation Load(string folder)
    {
        var parse = new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.Diagnose);
        return CSharpCompilation.Create(
            "Bench",
            CompilerRun.Sources(folder).Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), parse, path, System.Text.Encoding.UTF8)),
            Toolset.References().Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, checkOverflow: true,
                generalDiagnosticOption: ReportDiagnostic.Error, nullableContextOptions: NullableContextOptions.Enable, deterministic: true));
    }

    private static string Id(DiagnosticAnalyzer rule) => rule.SupportedDiagnostics.FirstOrDefault()?.Id ?? rule.ToString();

    private sealed class Options(IReadOnlyDictionary<string, string> properties) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(properties);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values(IReadOnlyDictionary<string, string> properties) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => properties.Keys;

        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => properties.TryGetValue(key, out value);
    }
}
