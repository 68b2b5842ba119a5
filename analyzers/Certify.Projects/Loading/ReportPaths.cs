namespace Certify.Projects.Loading;

/// <summary>Gives the paths that reports show: the same in every clone and on every machine.</summary>
public sealed class ReportPaths
{
    private const string PackageFolder = ".nuget/packages/";
    private readonly string _root;

    /// <summary>Paths below this absolute folder become relative to it.</summary>
    public ReportPaths(string repositoryRoot) =>
        _root = Path.GetFullPath(repositoryRoot).Replace('\\', '/').TrimEnd('/') + "/";

    /// <summary>
    /// The path below the repository; below "packages/" for a file of a NuGet package; "outside/" and the
    /// file's name for anything else.
    /// </summary>
    public string Of(string path)
    {
        var full = path.Replace('\\', '/');
        if (!Path.IsPathRooted(path)) return "generated/" + full;
        full = Path.GetFullPath(path).Replace('\\', '/');
        if (full.StartsWith(_root, StringComparison.Ordinal)) return full[_root.Length..];
        var root = Environment.GetEnvironmentVariable("NUGET_PACKAGES")?.Replace('\\', '/').TrimEnd('/') + "/";
        if (root.Length > 1 && full.StartsWith(root, StringComparison.Ordinal)) return "packages/" + full[root.Length..];
        var packages = full.IndexOf(PackageFolder, StringComparison.Ordinal);
        return packages >= 0 ? "packages/" + full[(packages + PackageFolder.Length)..] : "outside/" + Path.GetFileName(full);
    }
}
