namespace Certify.Projects.Loading;

/// <summary>
/// Asks many projects at once what their builds tell the compiler for the host. One run of MSBuild evaluates each project
/// once and restores nothing, so the projects have to be built before.
/// </summary>
// @llr CFY-LLR-264
internal static class SolutionQuery
{
    private const int Project = 0, Application = 1, Target = 2, Compiler = 3, Sdk = 4, Configurations = 5, Arguments = 6;

    /// <summary>The answers, in order of the requests, which have configuration and properties in common.</summary>
    /// <param name="requests">The projects.</param>
    /// <param name="folder">An empty folder, for the answers and for files that they name: what a build at the same time writes is not read.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<IReadOnlyList<(BuildAnswer Answer, bool IsApplication)>> AskAsync(
        IReadOnlyList<CompilationRequest> requests, string folder, CancellationToken cancellation)
    {
        using var guest = new GuestTargets();
        var all = Path.Combine(folder, "all.proj");
        var items = requests.Select(request => new System.Xml.Linq.XElement("One", new System.Xml.Linq.XAttribute("Include", request.ProjectPath)));
        await File.WriteAllTextAsync(all, $"""
            <Project>
              <ItemGroup>{string.Concat(items)}</ItemGroup>
              <Target Name="Ask"><MSBuild Projects="@(One)" Targets="Compile;CertifyAnswer" BuildInParallel="true" /></Target>
            </Project>
            """, cancellation);
        await BuildQuery.RunAsync(
            requests[0], ["-t:Ask", "-m", "-p:ProvideCommandLineArgs=true", "-p:CertifyAnswers=" + folder, .. BuildQuery.Common(guest)], cancellation, all);
        var answers = Directory.GetFiles(folder, "*.txt").Select(File.ReadAllLines).ToDictionary(lines => lines[Project], StringComparer.Ordinal);
        return [.. requests.Select(request => answers.TryGetValue(request.ProjectPath, out var lines) && lines.Length > Arguments
            ? Read(lines, Path.GetDirectoryName(request.ProjectPath)!)
            : throw BuildQuery.Failure(request, "its build gives the compiler nothing to do"))];
    }

    private static (BuildAnswer Answer, bool IsApplication) Read(string[] lines, string folder) => (
        new BuildAnswer(lines[Arguments..], Target: null)
        {
            HostAssembly = Path.GetFullPath(lines[Target], folder),
            TargetAssembly = null,
            CompilerFolder = lines[Compiler],
            SdkVersion = lines[Sdk],
            Configurations = lines[Configurations][1..],
        },
        lines[Application] != "=");
}
