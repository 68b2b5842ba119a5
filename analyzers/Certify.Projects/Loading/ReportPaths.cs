namespace Certify.Projects.Loading;

/// <summary>Gives the paths that reports show: the same in every clone and on every machine.</summary>
public sealed class ReportPaths
{
    private const string PackageFolder = ".nuget/packages/";
    private readonly string _root;
    private readonly IReadOnlyList<KeyValuePair<string, string>> _map;

    /// <summary>Paths below this absolute folder become relative to it.</summary>
    /// <param name="repositoryRoot">Absolute folder.</param>
    /// <param name="pathMap">What the build replaces path prefixes by (PathMap), if anything.</param>
    public ReportPaths(string repositoryRoot, IReadOnlyList<KeyValuePair<string, string>>? pathMap = null)
    {
        _root = Path.GetFullPath(repositoryRoot).Replace('\\', '/').TrimEnd('/') + "/";
        _map = pathMap ?? [];
    }

    /// <summary>
    /// The path below the repository; what the build maps it to; below "packages/" for a file of a NuGet package;
    /// "outside/" and the file's name for anything else.
    /// </summary>
    public string Of(string path)
    {
        var full = path.Replace('\\', '/');
        if (!Path.IsPathRooted(path)) return "generated/" + full;
        full = Path.GetFullPath(path).Replace('\\', '/');
        if (full.StartsWith(_root, StringComparison.Ordinal)) return full[_root.Length..];
        foreach (var (from, to) in _map)
        {
            if (full.StartsWith(from, StringComparison.Ordinal)) return (to + full[from.Length..]).TrimStart('/');
        }

        var root = Environment.GetEnvironmentVariable("NUGET_PACKAGES")?.Replace('\\', '/').TrimEnd('/') + "/";
        if (root.Length > 1 && full.StartsWith(root, StringComparison.Ordinal)) return "packages/" + full[root.Length..];
        var packages = full.IndexOf(PackageFolder, StringComparison.Ordinal);
        return packages >= 0 ? "packages/" + full[(packages + PackageFolder.Length)..] : "outside/" + Path.GetFileName(full);
    }
}
