using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Basic.Reference.Assemblies;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Certify.Analyzers.Tests.Verification;

/// <summary>A small program to run rules on.</summary>
internal sealed record Snippet(string Source)
{
    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.CSharp14);
    private static readonly ImmutableArray<SyntaxTree> s_annotations = ReadAnnotations();

    // The compiler judges a program once in a process: a mutation run repeats each test dozens of times in the same one.
    private static readonly ConcurrentDictionary<Snippet, bool> s_compiles = new();

    /// <summary>All rules of the analyzer assembly, in order of id.</summary>
    public static ImmutableArray<CertifyRule> AllRules { get; } = typeof(CertifyRule).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(CertifyRule)))
        .Select(type => (CertifyRule)Activator.CreateInstance(type)!)
        .OrderBy(rule => rule.SupportedDiagnostics[0].Id, StringComparer.Ordinal)
        .ToImmutableArray();

    /// <summary>The annotations that every program compiles with it.</summary>
    public static IEnumerable<string> Annotations => s_annotations.Select(tree => tree.ToString());

    public string Path { get; init; } = "/project/Snippet.cs";

    public string Profile { get; init; } = "application";

    public string RuntimeRoot { get; init; } = "";

    public string CoreRoot { get; init; } = "";

    public string ProjectDir { get; init; } = "/project/";

    public string Configurations { get; init; } = "";

    public string? AllowFile { get; init; }

    public bool MayHaveErrors { get; init; }

    /// <summary>Deviation records, as text of /project/certify.deviations.md.</summary>
    public string? Records { get; init; }

    /// <summary>Further properties of the build, without their prefix.</summary>
    public IReadOnlyDictionary<string, string> BuildProperties { get; init; } = new Dictionary<string, string>();

    /// <summary>Language version as a project would give it.</summary>
    public LanguageVersion Language { get; init; } = LanguageVersion.CSharp14;

    public OutputKind Output { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    public IReadOnlyList<MetadataReference> References { get; init; } = Net100.References.All;

    /// <summary>Changes the compilation's options before the rules run.</summary>
    public Func<CSharpCompilationOptions, CSharpCompilationOptions> Options { get; init; } = options => options;

    /// <summary>Compiles, runs the rules and gives their findings in source order. Errors of the compiler fail the test.</summary>
    public async Task<ImmutableArray<Diagnostic>> RunAsync(params IEnumerable<DiagnosticAnalyzer> rules)
    {
        var tree = CSharpSyntaxTree.ParseText(Source, s_parse.WithLanguageVersion(Language), Path, System.Text.Encoding.UTF8);
        var options = Options(new CSharpCompilationOptions(
            Output, checkOverflow: true, nullableContextOptions: NullableContextOptions.Enable, deterministic: true,
            allowUnsafe: Source.Contains("unsafe", StringComparison.Ordinal) || Source.Contains("SkipLocalsInit", StringComparison.Ordinal),
            generalDiagnosticOption: ReportDiagnostic.Error));
        var compilation = CSharpCompilation.Create("Snippet", [tree, .. s_annotations.Select(InLanguage)], References, options);
        if (!MayHaveErrors && !s_compiles.ContainsKey(this))
        {
            var errors = compilation.GetDiagnostics().Where(d => d.DefaultSeverity == DiagnosticSeverity.Error);
            Assert.True(!errors.Any(), string.Join("\n", errors) + "\n" + Source);
            s_compiles[this] = true;
        }

        var files = ImmutableArray<AdditionalText>.Empty;
        if (AllowFile is not null) files = files.Add(new FileText("/project/certify.allow.txt", AllowFile));
        if (Records is not null) files = files.Add(new FileText("/project/certify.deviations.md", Records));
        var failures = new ConcurrentQueue<string>();
        var run = compilation.WithAnalyzers(
            [.. rules],
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions(files, new Properties(this)),
                // The driver swallows what this handler throws.
                onAnalyzerException: (e, rule, _) => failures.Enqueue($"{rule}: {e}"),
                concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        var findings = await run.GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        Assert.Empty(failures);
        return [.. findings.OrderBy(d => d.Location.SourceSpan)];
    }

    private SyntaxTree InLanguage(SyntaxTree tree) =>
        Language == s_parse.SpecifiedLanguageVersion ? tree : tree.WithRootAndOptions(tree.GetRoot(), s_parse.WithLanguageVersion(Language));

    private static ImmutableArray<SyntaxTree> ReadAnnotations()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames().Where(name => name.EndsWith(".cs", StringComparison.Ordinal))
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return CSharpSyntaxTree.ParseText(reader.ReadToEnd(), s_parse, "/annotations/" + name);
            }).ToImmutableArray();
    }

    private sealed class FileText(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private sealed class Properties(Snippet snippet) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(new()
        {
            ["build_property.CertifyProfile"] = snippet.Profile,
            ["build_property.CertifyRuntimeRoot"] = snippet.RuntimeRoot,
            ["build_property.CertifyCoreRoot"] = snippet.CoreRoot,
            ["build_property.CertifyConfigurations"] = snippet.Configurations,
            ["build_property.ProjectDir"] = snippet.ProjectDir,
            ["build_property.InvariantGlobalization"] = "true",
        }, snippet.BuildProperties);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values(Dictionary<string, string> values, IReadOnlyDictionary<string, string> more) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
            more.TryGetValue(key.Replace("build_property.", "", StringComparison.Ordinal), out value) || values.TryGetValue(key, out value);
    }
}
