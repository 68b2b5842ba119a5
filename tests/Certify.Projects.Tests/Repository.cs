namespace Certify.Projects.Tests;

/// <summary>The clone this test was built in.</summary>
internal static class Repository
{
    /// <summary>The folder with global.json.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "global.json"))) return folder.FullName;
        }

        throw new InvalidOperationException("no global.json above " + AppContext.BaseDirectory);
    }
}
