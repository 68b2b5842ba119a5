using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Certify.Projects.Loading;

/// <summary>Loads the host and target compilations of a project from what its build tells the compiler.</summary>
// @llr CFY-LLR-033
public static class CompilationLoader
{
    /// <summary>Asks the build, reads every file named and runs the source generators named.</summary>
    /// <exception cref="ProjectLoadException">The project does not exist, does not evaluate, or names files that cannot be read.</exception>
    public static async Task<ProjectCompilations> LoadAsync(CompilationRequest request, CancellationToken cancellation)
    {
        if (!File.Exists(request.ProjectPath)) throw new ProjectLoadException($"{request.ProjectPath}: no such project");
        return Load(await BuildQuery.AskAsync(request, cancellation), request, cancellation);
    }

    /// <summary>
    /// Loads the host compilations of projects that are built already, one after the other, having asked for all at once.
    /// Applications are left out: they have a target compilation, and are loaded by themselves.
    /// </summary>
    /// <exception cref="ProjectLoadException">A project does not evaluate, or names files that cannot be read.</exception>
    public static async IAsyncEnumerable<(CompilationRequest Request, ProjectCompilations Project)> LoadHostsAsync(
        IReadOnlyList<CompilationRequest> requests, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("certify-answers-").FullName;
        try
        {
            var answers = await SolutionQuery.AskAsync(requests, folder, cancellation);
            foreach (var (request, (answer, isApplication)) in requests.Zip(answers))
            {
                if (!isApplication) yield return (request, Load(answer, request, cancellation));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static ProjectCompilations Load(BuildAnswer build, CompilationRequest request, CancellationToken cancellation)
    {
        return new ProjectCompilations(
            new ReportPaths(request.RepositoryRoot).Of(request.ProjectPath),
            Load("host", build.Host, request, cancellation) with { Assembly = build.HostAssembly },
            build.Target is null ? null : Load("target", build.Target, request, cancellation) with { Assembly = build.TargetAssembly })
        {
            Configurations = [.. build.Configurations.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()],
            CompilerFolder = build.CompilerFolder,
            SdkVersion = build.SdkVersion,
        };
    }

    private static LoadedCompilation Load(
        string name, IReadOnlyList<string> arguments, CompilationRequest request, CancellationToken cancellation)
    {
        var folder = Path.GetDirectoryName(request.ProjectPath)!;
        var line = CSharpCommandLineParser.Default.Parse(arguments, folder, sdkDirectory: null);
        if (line.Errors.FirstOrDefault(e => e.Severity == DiagnosticSeverity.Error) is { } error)
        {
            throw new ProjectLoadException($"{request.ProjectPath}: the {name} compilation has a command line that this compiler rejects: {error.GetMessage(null)}");
        }

        var paths = new ReportPaths(request.RepositoryRoot, line.PathMap);
        var config = BuildConfiguration.Read(line, request.ProjectPath);
        var sources = new List<LoadedSource>();
        var trees = ReadSources(line, request.ProjectPath, paths, sources);
        var compilation = CSharpCompilation.Create(
            line.CompilationName ?? name, trees, ReadReferences(line, request.ProjectPath),
            line.CompilationOptions
                .WithAssemblyIdentityComparer(DesktopAssemblyIdentityComparer.Default)
                .WithStrongNameProvider(new DesktopStrongNameProvider(line.KeyFileSearchPaths))
                .WithSyntaxTreeOptionsProvider(config.TreeOptions));
        var options = new AnalyzerOptions(config.AdditionalFiles, config.Options);
        var generated = Generators.Run(compilation, line, options, request.ProjectPath, cancellation);
        foreach (var tree in generated.SyntaxTrees.Skip(trees.Count))
        {
            sources.Add(new LoadedSource(tree.FilePath, "generated/" + Path.GetFileName(tree.FilePath), Digest(tree.GetText(cancellation))));
        }

        return new LoadedCompilation(
            name, generated, line.ParseOptions, options,
            [.. sources.OrderBy(source => source.Path, StringComparer.Ordinal)],
            [.. line.AnalyzerReferences.Select(reference => Path.GetFullPath(reference.FilePath, folder))],
            line.SkipAnalyzers)
        {
            PathMap = line.PathMap,
            Paths = paths,
        };
    }

    private static List<SyntaxTree> ReadSources(
        CSharpCommandLineArguments line, string project, ReportPaths paths, List<LoadedSource> sources)
    {
        var trees = new List<SyntaxTree>();
        foreach (var file in line.SourceFiles)
        {
            var bytes = ReadFile(file.Path, project);
            sources.Add(new LoadedSource(file.Path, paths.Of(file.Path), Convert.ToHexStringLower(SHA256.HashData(bytes))));
            var text = SourceText.From(new MemoryStream(bytes), line.Encoding, SourceHashAlgorithm.Sha256);
            trees.Add(CSharpSyntaxTree.ParseText(text, line.ParseOptions, file.Path));
        }

        return trees;
    }

    private static List<MetadataReference> ReadReferences(CSharpCommandLineArguments line, string project)
    {
        var references = new List<MetadataReference>();
        foreach (var reference in line.MetadataReferences)
        {
            var path = Path.GetFullPath(reference.Reference, Path.GetDirectoryName(project)!);
            if (!File.Exists(path))
            {
                throw new ProjectLoadException($"{project}: the referenced assembly '{path}' does not exist. hint: build the project first, so that what it references is there");
            }

            references.Add(MetadataReference.CreateFromFile(path, reference.Properties));
        }

        return references;
    }

    /// <summary>The bytes of a file that the build names.</summary>
    internal static byte[] ReadFile(string path, string project)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProjectLoadException($"{project}: its build names '{path}', which cannot be read: {e.Message}", e);
        }
    }

    private static string Digest(SourceText text) =>
        Convert.ToHexStringLower(SHA256.HashData((text.Encoding ?? System.Text.Encoding.UTF8).GetBytes(text.ToString())));
}
