namespace Certify.Coverage.Tests;

/// <summary>Finds the repository that the tests run in.</summary>
internal static class Repository
{
    public const string FlightMonitor = "unikernel/Apps/FlightMonitor";

    /// <summary>The folder that holds Directory.Packages.props, or null.</summary>
    public static string? Root { get; } = Find();

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props"))) return folder.FullName;
        }
        return null;
    }
}
