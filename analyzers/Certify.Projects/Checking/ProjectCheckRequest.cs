namespace Certify.Projects.Checking;

/// <summary>What to check, and what the receipt says about its origin.</summary>
/// <param name="ProjectPath">Absolute path of the .csproj.</param>
/// <param name="RepositoryRoot">Absolute path of the folder that reported paths are relative to.</param>
/// <param name="Configuration">Build configuration, for example "Release".</param>
/// <param name="ToolVersion">Version of Certify, for the header.</param>
/// <param name="CommandLine">The command, without machine paths, for the header.</param>
/// <param name="Revision">The source revision, or "unversioned".</param>
/// <param name="Dirty">True when the work tree differs from the revision.</param>
public sealed record ProjectCheckRequest(
    string ProjectPath,
    string RepositoryRoot,
    string Configuration,
    string ToolVersion,
    string CommandLine,
    string Revision,
    bool Dirty)
{
    /// <summary>Further MSBuild properties of the build that is checked.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = new SortedDictionary<string, string>();
}
