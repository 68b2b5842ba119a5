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
    /// <summary>The profile to check in place of the project's own, or null.</summary>
    public string? Profile { get; init; }

    /// <summary>The day on which deviation records are judged (yyyy-MM-dd), or null for the day of the build.</summary>
    public string? Date { get; init; }

    /// <summary>True to look for the mechanical change of each finding that has one; costs some compilations.</summary>
    public bool WithFixes { get; init; }

    /// <summary>The host assembly to compare with, or null for the one where the build puts it.</summary>
    public string? HostAssembly { get; init; }

    /// <summary>The target assembly to compare with, or null for the one where the build puts it.</summary>
    public string? TargetAssembly { get; init; }

    /// <summary>Every MSBuild property that differs from the project's own build.</summary>
    internal IReadOnlyDictionary<string, string> AllProperties
    {
        get
        {
            var all = new SortedDictionary<string, string>(Properties.ToDictionary(), StringComparer.Ordinal);
            if (Profile is not null) all["CertifyProfile"] = Profile;
            if (Date is not null) all["CertifyDate"] = Date;
            return all;
        }
    }

    /// <summary>Further MSBuild properties of the build that is checked.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = new SortedDictionary<string, string>();
}
