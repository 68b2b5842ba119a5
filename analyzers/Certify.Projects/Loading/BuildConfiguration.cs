using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Certify.Projects.Loading;

/// <summary>The analyzer configuration of a build: .editorconfig, .globalconfig, the properties made visible, additional files.</summary>
internal sealed class BuildConfiguration
{
    private BuildConfiguration(AnalyzerConfigSet set, ImmutableArray<AdditionalText> files)
    {
        AdditionalFiles = files;
        Options = new Provider(set);
        TreeOptions = new Severities(set);
    }

    public ImmutableArray<AdditionalText> AdditionalFiles { get; }

    public AnalyzerConfigOptionsProvider Options { get; }

    public SyntaxTreeOptionsProvider TreeOptions { get; }

    public static BuildConfiguration Read(CSharpCommandLineArguments line, string project)
    {
        var configs = line.AnalyzerConfigPaths.Select(path => AnalyzerConfig.Parse(Text(path, project), path)).ToList();
        var files = line.AdditionalFiles.Select(file => (AdditionalText)new TextFile(file.Path, Text(file.Path, project)));
        return new BuildConfiguration(AnalyzerConfigSet.Create(configs), [.. files]);
    }

    private static SourceText Text(string path, string project)
    {
        var bytes = CompilationLoader.ReadFile(path, project);
        return SourceText.From(new MemoryStream(bytes), checksumAlgorithm: SourceHashAlgorithm.Sha256);
    }

    private sealed class TextFile(string path, SourceText text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => text;
    }

    private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => values.Keys;

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) =>
            values.TryGetValue(key, out value);
    }

    private sealed class Provider(AnalyzerConfigSet set) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(set.GlobalConfigOptions.AnalyzerOptions);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => For(tree.FilePath);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => For(textFile.Path);

        private Values For(string path) => new(set.GetOptionsForSourcePath(path).AnalyzerOptions);
    }

    private sealed class Severities(AnalyzerConfigSet set) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(
            SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            set.GetOptionsForSourcePath(tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(
            string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            set.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);
    }
}
