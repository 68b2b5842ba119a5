using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Projects.Loading;

/// <summary>Runs the source generators that a build names, so that their output is analysed like any source.</summary>
internal static class Generators
{
    public static CSharpCompilation Run(
        CSharpCompilation compilation, CSharpCommandLineArguments line, AnalyzerOptions options, string project, CancellationToken cancellation)
    {
        var loader = new Loader();
        var generators = new List<ISourceGenerator>();
        foreach (var path in line.AnalyzerReferences.Select(reference => reference.FilePath).Where(File.Exists))
        {
            var reference = new AnalyzerFileReference(path, loader);
            string? failure = null;
            reference.AnalyzerLoadFailed += (_, e) => failure = e.Message;
            generators.AddRange(reference.GetGenerators(LanguageNames.CSharp));
            if (failure is not null)
            {
                throw new ProjectLoadException($"{project}: the source generator '{Path.GetFileName(path)}' cannot be loaded: {failure}");
            }
        }

        if (generators.Count == 0) return compilation;
        var driver = CSharpGeneratorDriver.Create(
            generators, options.AdditionalFiles, line.ParseOptions, options.AnalyzerConfigOptionsProvider);
        driver.RunGeneratorsAndUpdateCompilation(compilation, out var generated, out var findings, cancellation);
        if (findings.FirstOrDefault(f => f.Id is "CS8784" or "CS8785") is { } crash)
        {
            throw new ProjectLoadException($"{project}: a source generator failed: {crash.GetMessage(null)}");
        }

        return (CSharpCompilation)generated;
    }

    /// <summary>One load context for all: generators of one SDK share their helpers, and take Roslyn from this process.</summary>
    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        private readonly AssemblyLoadContext _context = new("generators");
        private readonly HashSet<string> _folders = new(StringComparer.Ordinal);

        public Loader() => _context.Resolving += Resolve;

        public void AddDependencyLocation(string fullPath) => _folders.Add(Path.GetDirectoryName(fullPath)!);

        public Assembly LoadFromPath(string fullPath)
        {
            AddDependencyLocation(fullPath);
            return _context.LoadFromAssemblyPath(fullPath);
        }

        private Assembly? Resolve(AssemblyLoadContext context, AssemblyName name) =>
            _folders.Order(StringComparer.Ordinal).Select(folder => Path.Combine(folder, name.Name + ".dll")).FirstOrDefault(File.Exists) is { } path
                ? context.LoadFromAssemblyPath(path)
                : null;
    }
}
