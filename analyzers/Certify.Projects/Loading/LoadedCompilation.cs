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
    bool SkipsAnalyzers);

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
    /// <summary>Host first, then target if there is one.</summary>
    public IEnumerable<LoadedCompilation> All => Target is null ? [Host] : [Host, Target];
}
