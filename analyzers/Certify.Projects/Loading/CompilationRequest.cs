namespace Certify.Projects.Loading;

/// <summary>Which project to load, and how.</summary>
/// <param name="ProjectPath">Absolute path of the .csproj.</param>
/// <param name="RepositoryRoot">Absolute path of the folder that reported paths are relative to.</param>
/// <param name="Configuration">Build configuration.</param>
public sealed record CompilationRequest(string ProjectPath, string RepositoryRoot, string Configuration = "Release")
{
    /// <summary>Further MSBuild properties of the build that is asked about.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = new SortedDictionary<string, string>();

    /// <summary>Wanted compilations: the target one is loaded for projects that set CertifyApplication.</summary>
    public bool WithTarget { get; init; } = true;
}
