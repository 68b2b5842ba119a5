using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Projects.Loading;

/// <summary>One compilation of a project, made from the command line that its build gives the compiler.</summary>
/// <param name="Name">"host" or "target".</param>
/// <param name="Compilation">The compilation, with the sources that generators added.</param>
/// <param name="ParseOptions">Language version and #if symbols.</param>
/// <param name="AnalyzerOptions">Additional files and the configuration that the build hands to analyzers.</param>
/// <param name="Sources">Every source in it, in ordinal order of path.</param>
/// <param name="AnalyzerPaths">Absolute paths of the analyzer assemblies that the build names.</param>
/// <param name="SkipsAnalyzers">True when the build tells the compiler to leave its analyzers out.</param>
public sealed record LoadedCompilation(
    string Name,
    CSharpCompilation Compilation,
    CSharpParseOptions ParseOptions,
    AnalyzerOptions AnalyzerOptions,
    IReadOnlyList<LoadedSource> Sources,
    IReadOnlyList<string> AnalyzerPaths,
    bool SkipsAnalyzers)
{
    /// <summary>The symbols of a listed configuration, or empty for the build's own.</summary>
    public string Configuration { get; init; } = "";

    /// <summary>Absolute path of the assembly that the build makes of it.</summary>
    public string? Assembly { get; init; }

    /// <summary>What the build replaces path prefixes by.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> PathMap { get; init; } = [];

    /// <summary>The paths that reports show.</summary>
    public required ReportPaths Paths { get; init; }

    /// <summary>The same sources with further #if symbols.</summary>
    public LoadedCompilation With(string configuration)
    {
        var symbols = configuration.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var parse = ParseOptions.WithPreprocessorSymbols(ParseOptions.PreprocessorSymbolNames.Concat(symbols).Distinct());
        var trees = Compilation.SyntaxTrees.Select(tree => CSharpSyntaxTree.ParseText(tree.GetText(), parse, tree.FilePath));
        return this with
        {
            Compilation = Compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(trees),
            ParseOptions = parse,
            Configuration = configuration,
            Assembly = null,
        };
    }
}

/// <summary>One source file of a compilation.</summary>
/// <param name="FullPath">Absolute path; for a generated source the name its generator gave.</param>
/// <param name="Path">Path in reports: relative, '/' separators, the same on every machine.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hex.</param>
public sealed record LoadedSource(string FullPath, string Path, string Sha256);

/// <summary>The compilations of a project.</summary>
/// <param name="ProjectPath">Path of the project file in reports.</param>
/// <param name="Host">What <c>dotnet build</c> compiles against .NET.</param>
/// <param name="Target">The same program with the unikernel's own core library; null for a project that is no application.</param>
public sealed record ProjectCompilations(string ProjectPath, LoadedCompilation Host, LoadedCompilation? Target)
{
    /// <summary>The further configurations that the project lists, each a list of symbols separated by commas.</summary>
    public IReadOnlyList<string> Configurations { get; init; } = [];

    /// <summary>Folder of the compiler that the build uses.</summary>
    public string CompilerFolder { get; init; } = "";

    /// <summary>Version of the SDK that builds.</summary>
    public string SdkVersion { get; init; } = "";

    /// <summary>Host first, then target if there is one.</summary>
    public IEnumerable<LoadedCompilation> All => Target is null ? [Host] : [Host, Target];

    /// <summary>What is analysed: the build's own compilations first, then each in the listed configurations.</summary>
    public IEnumerable<LoadedCompilation> Analysed => [.. All, .. Configurations.SelectMany(configuration => All.Select(own => own.With(configuration)))];
}
