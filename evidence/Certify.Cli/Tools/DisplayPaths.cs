namespace Certify.Cli.Tools;

/// <summary>
/// Turns machine paths into the paths facts and documents show: relative to the repository, or to the SDK package
/// for a project that uses it from a package. A path outside both is an error, never printed as it is.
/// </summary>
/// <param name="repositoryRoot">Absolute root of the project's repository.</param>
/// <param name="runtimeRoot">Absolute root of the unikernel sources.</param>
internal sealed class DisplayPaths(string repositoryRoot, string runtimeRoot)
{
    /// <summary>Prefix of files that come with the SDK package.</summary>
    public const string SdkPrefix = "Certify.Unikernel.Sdk/";

    private readonly string _root = Normal(repositoryRoot);
    private readonly string _runtime = Normal(runtimeRoot);

    /// <summary>The repository-relative form, '/' separated.</summary>
    public string Of(string path)
    {
        var full = Path.GetFullPath(path);
        if (full.StartsWith(_root, StringComparison.Ordinal)) return full[_root.Length..].Replace('\\', '/');
        if (full.StartsWith(_runtime, StringComparison.Ordinal)) return SdkPrefix + full[_runtime.Length..].Replace('\\', '/');
        throw CommandException.BadInput(
            $"{full}: lies outside the repository", "evidence covers only files of the repository and of the Certify SDK");
    }

    private static string Normal(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)) + Path.DirectorySeparatorChar;
}
