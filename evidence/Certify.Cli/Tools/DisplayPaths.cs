using Certify.Projects.Loading;

namespace Certify.Cli.Tools;

/// <summary>
/// Turns machine paths into the paths facts and documents show: relative to the repository, or to the package
/// folder for a file that came in a package. Any other path is an error, never printed as it is.
/// </summary>
/// <param name="repositoryRoot">Absolute root of the project's repository.</param>
internal sealed class DisplayPaths(string repositoryRoot)
{
    private readonly ReportPaths _paths = new(repositoryRoot);

    /// <summary>The repository-relative form, '/' separated.</summary>
    public string Of(string path)
    {
        var shown = _paths.Of(Path.GetFullPath(path));
        return shown.StartsWith("outside/", StringComparison.Ordinal)
            ? throw CommandException.BadInput(
                $"{path}: lies outside the repository", "evidence covers only files of the repository and of packages")
            : shown;
    }
}
