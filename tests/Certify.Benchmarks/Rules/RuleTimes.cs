using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using Certify.Analyzers.Dispatch;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Benchmarks.Rules;

/// <summary>What the rules took inside one process.</summary>
/// <param name="Analysis">Processor time of the whole analysis on a program whose declarations are bound; the driver binds its bodies once more.</param>
/// <param name="ByRule">Time of each rule's own actions, by id, and of what rules share, by name.</param>
/// <param name="Findings">Findings that fail a build, by id.</param>
/// <param name="Failures">Rules that threw.</param>
internal sealed record RuleTime(
    TimeSpan Analysis, IReadOnlyDictionary<string, TimeSpan> ByRule, IReadOnlyDictionary<string, int> Findings, IReadOnlyCollection<string> Failures);

/// <summary>Runs the rules in this process, one thread.</summary>
internal static class RuleTimes
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_rules = typeof(CertifyRule).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(CertifyRule)) && !type.IsAbstract)
        .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
        .OrderBy(Id, StringComparer.Ordinal)
        .ToImmutableArray();

    /// <summary>How many rules there are.</summary>
    public static int Count => s_rules.Length;

    /// <summary>Measures all rules once, as the compiler runs them.</summary>
    public static RuleTime Measure(string folder) => Measure(folder, [new CertifyAnalyzer()]);

    /// <summary>Measures rule by rule, each an analyzer of its own, behind those that make what several rules share.</summary>
    public static RuleTime MeasureEach(string folder) => Measure(folder, [.. SharedPart.All, .. s_rules]);

    // On a compilation that nobody has asked anything yet.
    private static RuleTime Measure(string folder, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var compilation = Load(folder);
        foreach (var error in compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error)) throw new InvalidOperationException(error.ToString());
        var failures = new ConcurrentBag<string>();
        var driver = compilation.WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(
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
